import { useRef } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { DraftView } from '../../../shared/publishing/read-draft.ts';
import { change } from '../../app/change.ts';
import { useWords } from '../../app/language.tsx';
import { ChangeForm } from '../../parts/change-form.tsx';
import { Field } from '../../parts/field.tsx';
import { catalogueWords } from './catalogue-words.ts';

/** The longest document that the service takes, in bytes. */
const mostBytes = 2_000_000;

/** A file is handed in as a draft of the catalogue; it publishes nothing. */
export function HandInDraft() {
  const say = useWords(catalogueWords);
  const { route } = useLocation();
  const input = useRef<HTMLInputElement>(null);
  const chosen = useRef<object | null>(null);
  const send = async () => {
    const draft = await change<DraftView>('POST', '/v1/catalog/drafts', { body: chosen.current });
    route(`/thu-ky/danh-muc?du-thao=${draft.id}`);
  };
  const check = async () => {
    const file = input.current?.files?.[0];
    const fault = (message: string) => [{ id: 'draft-file', message }];
    if (file === undefined) return fault(say.noFile);
    if (file.size > mostBytes) return fault(say.tooLarge);
    try {
      chosen.current = JSON.parse(await file.text()) as object;
      return [];
    } catch {
      return fault(say.notJson);
    }
  };
  return (
    <ChangeForm submit={say.submit} check={check} send={send}>
      {(errorOf) => (
        <Field
          id="draft-file"
          label={say.file}
          hint={say.fileHint}
          error={errorOf('draft-file')}
          control={(tied) => <input {...tied} type="file" accept="application/json,.json" ref={input} />}
        />
      )}
    </ChangeForm>
  );
}
