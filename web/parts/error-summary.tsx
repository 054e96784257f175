import { useWords } from '../app/language.tsx';
import { useFocus } from './use-focus.ts';

const words = {
  vi: { title: 'Có chỗ cần sửa' },
  en: { title: 'There is a problem' },
};

/** What is wrong with one field: the id of its control and what to do. */
export type FieldError = { id: string; message: string };

/**
 * What is wrong with a form, above it: each line jumps to its field. It takes the focus whenever a new list is given, or,
 * where the same list may come in other words, whenever `found` is another one.
 * Give the field `aria-invalid` and the same message too (see Field).
 */
export function ErrorSummary({ errors, found = errors }: { errors: readonly FieldError[]; found?: unknown }) {
  const say = useWords(words);
  const box = useFocus<HTMLDivElement>(found, errors.length > 0);
  if (errors.length === 0) return null;
  return (
    <div class="notice error" role="alert" tabIndex={-1} ref={box}>
      <h2 class="notice-title">{say.title}</h2>
      <ul>
        {errors.map(({ id, message }) => (
          <li key={id}>
            <a
              href={`#${id}`}
              onClick={(event) => {
                event.preventDefault();
                document.getElementById(id)?.focus();
              }}
            >
              {message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
