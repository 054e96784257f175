import { useRef, useState } from 'preact/hooks';
import { evidenceTypeOf } from '../../../shared/submissions/evidence-kinds.ts';
import { fileNameOf } from '../../../shared/submissions/file-name.ts';
import { apiPath } from '../../app/api-path.ts';
import { change } from '../../app/change.ts';
import { contentKeys } from '../../app/content-keys.ts';
import { useWords } from '../../app/language.tsx';
import { useDraft } from '../../app/use-draft.ts';
import { ChangeForm } from '../../parts/change-form.tsx';
import type { FieldError } from '../../parts/error-summary.tsx';
import { Field } from '../../parts/field.tsx';
import { FileField } from '../../parts/file-field.tsx';
import { attachmentBody, evidenceDesk } from '../../upload/evidence-desk.ts';
import { uploadWords } from '../../upload/upload-words.ts';
import type { Sending } from '../../upload/use-upload.ts';
import { evidenceFaults } from './evidence-faults.ts';
import { EvidenceUpload } from './evidence-upload.tsx';
import { evidenceWords } from './evidence-words.ts';
import { digestOfChosen } from './same-file.ts';

/** Adds a dispatch number, a file, or both; a file is sent like a report, over a bad line too. */
export function EvidenceForm({
  submission,
  onChanged,
}: {
  submission: string;
  onChanged: () => Promise<void>;
}) {
  const say = useWords(evidenceWords);
  const [dispatch, write, forget] = useDraft(`dispatch:${submission}`, '');
  const uploadSay = useWords(uploadWords);
  const [file, setFile] = useState<File | null>(null);
  /** The file that stands in the form, and its digest once it was read: another one may be chosen meanwhile. */
  const chosen = useRef<{ file: File | null; sha256: string | null }>({ file: null, sha256: null });
  const choose = (next: File | null) => {
    chosen.current = { file: next, sha256: null };
    setFile(next);
  };
  const [sending, setSending] = useState<Sending | null>(null);
  const [keys] = useState(contentKeys);
  const finished = async () => {
    forget();
    choose(null);
    setSending(null);
    keys.clear();
    await onChanged();
  };
  const check = async (): Promise<FieldError[]> => {
    const faults = evidenceFaults(dispatch, file, say);
    if (faults.length > 0 || file === null) return faults;
    const sha256 = await digestOfChosen(file);
    if (chosen.current.file !== file) return [];
    chosen.current = { file, sha256 };
    return sha256 === null ? [{ id: 'evidence-file', message: uploadSay.file }] : [];
  };
  const send = async () => {
    if (file === null) {
      const body = attachmentBody(dispatch.trim(), null);
      await change('POST', apiPath`/v1/submissions/${submission}/attachments`, {
        body,
        idempotencyKey: keys.keyOf(body),
      });
      return finished();
    }
    const { file: newest, sha256 } = chosen.current;
    if (newest !== file || sha256 === null) return;
    const evidence = {
      name: fileNameOf(file.name),
      bytes: file.size,
      sha256,
      contentType: evidenceTypeOf(file.name),
    };
    setSending({ file, desk: evidenceDesk(submission, { file: evidence, dispatch: dispatch.trim(), keys }) });
  };
  if (sending) {
    return <EvidenceUpload sending={sending} onDone={finished} onLeft={() => setSending(null)} />;
  }
  return (
    <>
      <h3>{say.add}</h3>
      <ChangeForm submit={say.send} isAside check={check} fieldOf={fieldNamed(say)} send={send}>
        {(errorOf) => (
          <>
            <Field
              id="dispatch"
              label={say.dispatch}
              hint={say.dispatchHint}
              error={errorOf('dispatch')}
              control={(tied) => (
                <input
                  {...tied}
                  type="text"
                  maxLength={100}
                  value={dispatch}
                  onInput={(event) => write(event.currentTarget.value)}
                />
              )}
            />
            <FileField
              id="evidence-file"
              label={say.choose}
              hint={say.chooseHint}
              error={errorOf('evidence-file')}
              chosen={file?.name ?? null}
              onFile={choose}
            />
          </>
        )}
      </ChangeForm>
    </>
  );
}

function fieldNamed(say: (typeof evidenceWords)['vi']) {
  return (name: string) => {
    if (name === 'dispatch') return { id: 'dispatch', label: say.dispatch };
    return name.startsWith('evidence') ? { id: 'evidence-file', label: say.choose } : undefined;
  };
}
