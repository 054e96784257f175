import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { useWords } from '../app/language.tsx';
import { Field } from './field.tsx';

const words = {
  vi: { choose: 'Chọn tệp', another: 'Chọn tệp khác', none: 'Chưa chọn tệp nào' },
  en: { choose: 'Choose a file', another: 'Choose another file', none: 'No file chosen' },
};

/** A field for one file. Its button is a label of it, so that it speaks the reader's language and not the browser's. */
export function FileField({
  id,
  label,
  hint,
  error,
  accept,
  chosen = null,
  onFile,
}: {
  id: string;
  label: string;
  hint?: ComponentChildren;
  error?: string | undefined;
  /** Which files are offered, as the `accept` of an input. */
  accept?: string;
  /** The name of the file that was chosen before the field was drawn again. */
  chosen?: string | null;
  onFile: (file: File | null) => void;
}) {
  const say = useWords(words);
  const [name, setName] = useState(chosen);
  return (
    <Field
      id={id}
      label={label}
      hint={hint}
      error={error}
      control={(tied) => (
        <div class="file-field">
          <input
            {...tied}
            class="unseen"
            type="file"
            accept={accept}
            onChange={(event) => {
              const file = event.currentTarget.files?.[0] ?? null;
              setName(file?.name ?? null);
              onFile(file);
            }}
          />
          <label for={id} class="button quiet">
            {name === null ? say.choose : say.another}
          </label>
          <span class={name === null ? 'soft' : undefined}>{name ?? say.none}</span>
        </div>
      )}
    />
  );
}
