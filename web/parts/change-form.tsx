import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { type ApiProblem, problemFrom } from '../app/api.ts';
import { useLanguage, useWords } from '../app/language.tsx';
import { oneAtATime } from '../app/one-at-a-time.ts';
import { BusyButton } from './busy-button.tsx';
import { ErrorSummary, type FieldError } from './error-summary.tsx';
import { ProblemView } from './problem-view.tsx';
import { useFieldErrors } from './use-field-errors.ts';

const words = {
  vi: { busy: 'Đang gửi…', cancel: 'Không làm nữa' },
  en: { busy: 'Sending…', cancel: 'Leave it' },
};

export type ErrorOf = (id: string) => string | undefined;

/**
 * A form that changes something: checks what can be checked here, sends, and shows what the API refuses above it and at
 * each field. What was entered stays, whatever happens.
 * @param check what is wrong before anything is sent
 * @param send asks the API (`change`); an ApiProblem that names fields is shown at them
 * @param fieldOf the control of a field that the API names, and what it is called; undefined: shown as the problem itself
 */
export function ChangeForm({
  submit,
  danger = false,
  isAside = false,
  check,
  send,
  fieldOf,
  cancel,
  onCancel,
  children,
}: {
  submit: string;
  danger?: boolean;
  /** The page is for something else: its main button stands elsewhere. */
  isAside?: boolean;
  check?: () => FieldError[] | Promise<FieldError[]>;
  send: () => Promise<void>;
  fieldOf?: (field: string) => { id: string; label: string } | undefined;
  /** Where to go without changing anything. */
  cancel?: string;
  /** What is kept of it is forgotten. */
  onCancel?: () => void;
  children: (errorOf: ErrorOf) => ComponentChildren;
}) {
  const say = useWords(words);
  const language = useLanguage();
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [once] = useState(oneAtATime);

  const refused = (fault: ApiProblem) => {
    const found = fault.fields.flatMap(({ field, fault: which, message }) => {
      const place = fieldOf?.(field);
      // Of a control that is not shown the problem itself tells.
      if (!place || !document.getElementById(place.id)) return [];
      // A value of the right shape that is refused all the same: the problem says why, and its field only where.
      const isShape = which !== 'malformed' || fault.code === 'body-malformed';
      const text = isShape ? message[language] : fault.detail[language];
      return [{ id: place.id, message: `${place.label}: ${text}` }];
    });
    return found;
  };
  const {
    errors,
    found,
    check: checkAll,
    refuse,
  } = useFieldErrors({
    checked: () => check?.() ?? [],
    refused: (fault) => oneEach(refused(fault)),
  });
  const onSubmit = async (event: Event) => {
    event.preventDefault();
    await once(async () => {
      setBusy(true);
      setProblem(null);
      try {
        const wrong = await checkAll();
        if (wrong.length === 0) await send();
      } catch (fault) {
        const problem = problemFrom(fault);
        refuse(problem);
        const told = refused(problem).length;
        if (told < problem.fields.length || told === 0) setProblem(problem);
      }
      setBusy(false);
    });
  };
  const errorOf: ErrorOf = (id) => errors.find((error) => error.id === id)?.message;
  return (
    <form noValidate onSubmit={onSubmit}>
      <ErrorSummary errors={errors} found={found} />
      {problem && <ProblemView problem={problem} refused />}
      {children(errorOf)}
      <div class="actions">
        <BusyButton type="submit" class={danger ? 'danger' : isAside ? undefined : 'primary'} isOff={isBusy}>
          {submit}
        </BusyButton>
        {cancel !== undefined && (
          <a href={cancel} onClick={onCancel}>
            {say.cancel}
          </a>
        )}
        <span role="status">{isBusy ? say.busy : ''}</span>
      </div>
    </form>
  );
}

/** One line for each control: the summary's links are named by it. */
function oneEach(errors: readonly FieldError[]): FieldError[] {
  const found = new Map<string, string>();
  for (const { id, message } of errors) {
    const before = found.get(id);
    found.set(id, before === undefined ? message : `${before} ${message}`);
  }
  return [...found].map(([id, message]) => ({ id, message }));
}
