import type { ComponentChildren, JSX } from 'preact';
import { useWords } from '../app/language.tsx';

const words = { vi: { needed: '(bắt buộc)' }, en: { needed: '(required)' } };

/**
 * A labelled control with its hint and its error, tied together for screen readers. `control` gets what ties them:
 * spread it on the input, select or textarea.
 */
export function Field({
  id,
  label,
  hint,
  error,
  isNeeded = false,
  control,
}: {
  id: string;
  label: ComponentChildren;
  hint?: ComponentChildren;
  error?: string | undefined;
  /** Nothing is sent without it: said from the start. */
  isNeeded?: boolean;
  control: (tied: {
    id: string;
    name: string;
    'aria-describedby'?: string;
    'aria-invalid'?: 'true';
    required?: true;
  }) => JSX.Element;
}) {
  const say = useWords(words);
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div class={error ? 'field wrong' : 'field'}>
      <label for={id}>
        {label}
        {isNeeded && ` ${say.needed}`}
      </label>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p class="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
      {control({
        id,
        name: id,
        ...(described ? { 'aria-describedby': described } : {}),
        ...(error ? { 'aria-invalid': 'true' as const } : {}),
        ...(isNeeded ? { required: true as const } : {}),
      })}
    </div>
  );
}
