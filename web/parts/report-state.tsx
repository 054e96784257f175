import type { CoverageDocument } from '../../shared/aggregation/punctuality.ts';
import { type Language, useLanguage } from '../app/language.tsx';
import type { SinceFreeze } from '../app/since-freeze.ts';
import { dayText } from '../format/days.ts';
import { Tag } from './tag.tsx';

/** What is told of one report: its state, its version, and whether there was nothing to report. */
type ToldReport = Pick<
  CoverageDocument['units'][number],
  'state' | 'version' | 'extendedTo' | 'nil' | 'revised'
>;

const words = {
  vi: {
    'on-time': 'Đúng hạn',
    late: 'Nộp muộn',
    reported: 'Đã có',
    missing: 'Chưa nộp, đã quá hạn',
    'not-due': 'Chưa nộp, chưa đến hạn',
    nil: 'không phát sinh',
    revised: (version: number | null) => (version === null ? 'đã sửa đổi' : `sửa đổi, bản ${version}`),
    extended: (day: string) => `gia hạn đến hết ${day}`,
    since: { reported: 'đã nộp sau khi chốt', revised: 'đã sửa sau khi chốt' },
  },
  en: {
    'on-time': 'On time',
    late: 'Late',
    reported: 'Published',
    missing: 'Not submitted, overdue',
    'not-due': 'Not submitted, not due yet',
    nil: 'nothing to report',
    revised: (version: number | null) => (version === null ? 'revised' : `revised, version ${version}`),
    extended: (day: string) => `extended until ${day}`,
    since: { reported: 'submitted after the freeze', revised: 'corrected after the freeze' },
  },
};
const kinds = {
  'on-time': 'good',
  late: 'attention',
  reported: 'plain',
  missing: 'bad',
  'not-due': 'plain',
} as const;

/**
 * The state of a report in a word: never by colour alone.
 * @param since of one as it was frozen: what became of it afterwards
 */
export function ReportState({
  report,
  since,
}: {
  report: ToldReport;
  since?: SinceFreeze['word'] | undefined;
}) {
  const say = words[useLanguage()];
  const language = useLanguage();
  const more = [detailsOf(report, language), since === undefined ? '' : say.since[since]]
    .filter(Boolean)
    .join(', ');
  return (
    <>
      <Tag kind={kinds[report.state]}>{say[report.state]}</Tag>
      {more !== '' && <span class="soft"> {more}</span>}
    </>
  );
}

function detailsOf(report: ToldReport, language: Language): string {
  const say = words[language];
  return [
    report.nil ? say.nil : '',
    report.revised ? say.revised(report.version) : '',
    report.extendedTo === null ? '' : say.extended(dayText(report.extendedTo, language)),
  ]
    .filter(Boolean)
    .join(', ');
}
