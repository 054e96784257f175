import type { CoveredAsk } from '../../../shared/aggregation/meeting-coverage.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { dayText } from '../../format/days.ts';
import { Facts } from '../../parts/facts.tsx';
import { coverageWords } from './coverage-words.ts';

/** How many of how many have reported, and by which day they had to. */
export function CoverageFacts({ counts, due }: Pick<CoveredAsk, 'counts' | 'due'>) {
  const say = useWords(coverageWords);
  const language = useLanguage();
  return (
    <Facts
      facts={[
        [say.due, due === null ? say.noDue : dayText(due, language)],
        [say.counted, `${counts.counted}/${counts.expected}`],
        [say.onTime, counts.onTime],
        [say.late, counts.late],
        [say.missing, counts.missing],
        [say.notDue, counts.notDue],
        [say.nils, counts.nil],
      ]}
    />
  );
}
