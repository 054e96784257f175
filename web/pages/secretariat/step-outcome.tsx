import type { StepView } from '../../../shared/meetings/read-calendar-records.ts';
import { useWords } from '../../app/language.tsx';
import { outcomeOf, stepWords } from './step-words.ts';
import { useUnitNames } from './use-unit-names.ts';

/** What came of a step; of mails also which units nobody receives them for, and where accounts are made. */
export function StepOutcome({ step }: { step: StepView }) {
  const say = useWords(stepWords);
  const { units, nameOf } = useUnitNames();
  const unreached = step.told?.unreached ?? [];
  return (
    <>
      {outcomeOf(step, say)}
      {unreached.length > 0 && units.length > 0 && (
        <details>
          <summary>{say.unreached(unreached.length)}</summary>
          <p>{unreached.map(nameOf).join(', ')}</p>
          <p>
            <a href="/thu-ky/tai-khoan">{say.accounts}</a>
          </p>
        </details>
      )}
    </>
  );
}

/** Whether a step did what it was for: one whose mails left out a unit did not. */
export function isWhole({ told }: Pick<StepView, 'told'>): boolean {
  return told === null || told.unreached.length === 0;
}
