import type { CoverageDocument } from '../../../shared/aggregation/punctuality.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { dayText } from '../../format/days.ts';
import { Tag } from '../../parts/tag.tsx';
import { coverageWords, stateKind } from './coverage-words.ts';

type Report = Pick<CoverageDocument['units'][number], 'state' | 'nil' | 'revised' | 'extendedTo'>;

/** Where a unit's report stands, in words. */
export function ReportState({ report }: { report: Report }) {
  const say = useWords(coverageWords);
  const language = useLanguage();
  const more = [
    report.nil && say.nil,
    report.revised && say.revised,
    report.extendedTo !== null && say.extended(dayText(report.extendedTo, language)),
  ].filter(Boolean);
  return (
    <>
      <Tag kind={stateKind(report.state)}>{say.states[report.state]}</Tag>
      {more.length > 0 && <span class="secretariat-more"> {more.join(' · ')}</span>}
    </>
  );
}
