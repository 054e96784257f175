import type { FindingsView } from '../../../shared/query/read-submission.ts';
import { mostExplained } from '../../../shared/submissions/reason.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { LongTextField } from '../../parts/long-text-field.tsx';
import { explanationId } from './sign-draft.ts';
import { signWords } from './sign-words.ts';

/** One field for each warning, under the warning's own sentence and the places in which it stands. */
export function ExplainWarnings({
  warnings,
  groups,
  places,
  explanations,
  errorOf,
  onChange,
}: {
  warnings: readonly string[];
  groups: FindingsView['groups'];
  /** Of what a warning speaks, and where; empty: of the whole file. */
  places: (code: string) => string;
  explanations: Readonly<Record<string, string>>;
  errorOf: (id: string) => string | undefined;
  onChange: (explanations: Readonly<Record<string, string>>) => void;
}) {
  const say = useWords(signWords);
  const language = useLanguage();
  return (
    <fieldset>
      <legend>{say.explainTitle}</legend>
      <p class="hint">{say.explainHint(mostExplained)}</p>
      {warnings.map((code, at) => {
        const message = groups.find((group) => group.code === code)?.message[language] ?? code;
        return (
          <LongTextField
            key={code}
            id={explanationId(code)}
            label={`${at + 1}. ${message}`}
            hint={[places(code) && `${say.places}: ${places(code)}.`, say.explain].filter(Boolean).join(' ')}
            value={explanations[code] ?? ''}
            error={errorOf(explanationId(code))}
            most={mostExplained}
            onWrite={(text) => onChange({ ...explanations, [code]: text })}
          />
        );
      })}
    </fieldset>
  );
}
