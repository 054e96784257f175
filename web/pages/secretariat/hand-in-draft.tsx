import { useRef } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { mostDocumentBytes } from '../../../shared/publishing/document-size.ts';
import type { DraftView } from '../../../shared/publishing/read-draft.ts';
import { change } from '../../app/change.ts';
import { useWords } from '../../app/language.tsx';
import { ChangeForm } from '../../parts/change-form.tsx';
import { FileField } from '../../parts/file-field.tsx';
import { catalogueWords } from './catalogue-words.ts';

/** A file is handed in as a draft of the catalogue; it publishes nothing. */
export function HandInDraft() {
  const say = useWords(catalogueWords);
  const { route } = useLocation();
  const file = useRef<File | null>(null);
  const chosen = useRef<object | null>(null);
  const send = async () => {
    const draft = await change<DraftView>('POST', '/v1/catalog/drafts', { body: chosen.current });
    route(`/thu-ky/danh-muc?du-thao=${draft.id}`);
  };
  const check = async () => {
    const fault = (message: string) => [{ id: 'draft-file', message }];
    if (file.current === null) return fault(say.noFile);
    if (file.current.size > mostDocumentBytes) return fault(say.tooLarge);
    try {
      chosen.current = JSON.parse(await file.current.text()) as object;
      return [];
    } catch {
      return fault(say.notJson);
    }
  };
  return (
    <ChangeForm submit={say.submit} check={check} send={send}>
      {(errorOf) => (
        <FileField
          id="draft-file"
          label={say.file}
          hint={say.fileHint}
          error={errorOf('draft-file')}
          accept="application/json,.json"
          onFile={(given) => {
            file.current = given;
          }}
        />
      )}
    </ChangeForm>
  );
}
