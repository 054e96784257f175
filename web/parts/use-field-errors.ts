import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ApiProblem } from '../app/api.ts';
import { useLanguage } from '../app/language.tsx';
import type { FieldError } from './error-summary.tsx';
import { saidAnew } from './said-anew.ts';

/** How the errors of a form are said, in the words that are shown now. */
type Makers = {
  /** What can be found wrong here. */
  checked: () => readonly FieldError[] | Promise<readonly FieldError[]>;
  /** What the API refused. */
  refused: (fault: ApiProblem) => readonly FieldError[];
};

/**
 * The errors of a form, which follow the language. `found` is another one whenever errors were found: only then does their
 * list take the focus.
 */
export function useFieldErrors(makers: Makers): {
  errors: readonly FieldError[];
  found: object;
  check: () => Promise<readonly FieldError[]>;
  refuse: (fault: ApiProblem) => readonly FieldError[];
} {
  const language = useLanguage();
  const [held, setHeld] = useState<{ errors: readonly FieldError[]; found: object }>({
    errors: [],
    found: {},
  });
  const made = useRef<(makers: Makers) => ReturnType<Makers['checked']>>(() => []);
  const said = useRef(language);
  const tell = (errors: readonly FieldError[]) => {
    setHeld({ errors, found: {} });
    return errors;
  };
  useLayoutEffect(() => {
    if (said.current === language) return;
    said.current = language;
    if (held.errors.length === 0) return;
    const anew = (now: readonly FieldError[]) =>
      setHeld((before) =>
        before.found === held.found ? { ...before, errors: saidAnew(before.errors, now) } : before,
      );
    const now = made.current(makers);
    if (now instanceof Promise) now.then(anew, () => {});
    else anew(now);
  }, [language]);
  return {
    ...held,
    check: async () => {
      made.current = ({ checked }) => checked();
      return tell(await makers.checked());
    },
    refuse: (fault) => {
      made.current = ({ refused }) => refused(fault);
      return tell(makers.refused(fault));
    },
  };
}
