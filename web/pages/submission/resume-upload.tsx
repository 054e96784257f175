import { useState } from 'preact/hooks';
import type { SubmissionView } from '../../../shared/query/read-submission.ts';
import { useWords } from '../../app/language.tsx';
import { newestOnly } from '../../app/newest-only.ts';
import { Loading } from '../../parts/answered.tsx';
import { FileField } from '../../parts/file-field.tsx';
import { UploadPanel } from '../../upload/upload-panel.tsx';
import { uploadWords } from '../../upload/upload-words.ts';
import { heldAgainst } from './same-file.ts';
import { words } from './words.ts';

type Chosen = { step: 'none' | 'reading' | 'other' | 'unreadable' } | { step: 'same'; file: File };

/** A submission that waits for its file: whoever has the very file sends it, after a reload or from another machine. */
export function ResumeUpload({ submission }: { submission: SubmissionView }) {
  const say = useWords(words);
  const uploadSay = useWords(uploadWords);
  const [chosen, setChosen] = useState<Chosen>({ step: 'none' });
  const [begin] = useState(newestOnly);
  const { id, unit, form, period, sha256, file: sent } = submission;
  const name = sent?.name ?? '';
  const choose = async (file: File | null) => {
    if (!file) return;
    const isNewest = begin();
    setChosen({ step: 'reading' });
    const step = sent === null ? 'other' : await heldAgainst(file, sent);
    if (!isNewest()) return;
    // The ticket names the file as it was first called.
    setChosen(step === 'same' ? { step, file: new File([file], name) } : { step });
  };
  const faults: Partial<Record<Chosen['step'], string>> = {
    other: say.otherFile(name),
    unreadable: uploadSay.file,
  };
  return (
    <section>
      <h2>{say.chooseTitle}</h2>
      <FileField
        id="resume-file"
        label={say.choose}
        hint={say.chooseHint(name)}
        error={faults[chosen.step]}
        onFile={choose}
      />
      {chosen.step === 'reading' && <Loading label={say.reading} />}
      {chosen.step === 'same' && (
        <UploadPanel
          file={chosen.file}
          unit={unit}
          form={form}
          period={period}
          sha256={sha256}
          verdict={null}
          submission={id}
        />
      )}
    </section>
  );
}
