import { absentIn } from '../../../shared/aggregation/absent.ts';
import type { readMeetingCoverage } from '../../../shared/query/read-meeting-coverage.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { wordOf } from '../../app/since-freeze.ts';
import { useAnswer } from '../../app/use-answer.ts';
import { useForms } from '../../app/use-forms.ts';
import { useSinceFreeze } from '../../app/use-since-freeze.ts';
import { periodText } from '../../format/periods.ts';
import { Answered } from '../../parts/answered.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { Notice } from '../../parts/notice.tsx';
import { ReportState } from '../../parts/report-state.tsx';
import { CoverageFacts } from './coverage-facts.tsx';
import { byNeed, coverageWords } from './coverage-words.ts';
import type { MeetingPart } from './meeting-page.tsx';

export type Coverage = Awaited<ReturnType<typeof readMeetingCoverage>>;

const words = {
  vi: {
    provisional: 'Tính đến lúc này; còn thay đổi cho đến khi chốt.',
    frozen: 'Như trong bản chốt; không thay đổi nữa.',
    all: 'Mọi đơn vị đã báo cáo.',
    left: (count: number, extended: number) =>
      `Còn ${count} báo cáo chưa có${extended === 0 ? '' : `, trong đó ${extended} đơn vị được gia hạn`}.`,
    caption: (form: string) => `Đơn vị phải báo cáo: ${form}`,
  },
  en: {
    provisional: 'As of now; it changes until the freeze.',
    frozen: 'As in the snapshot; it changes no more.',
    all: 'Every unit has reported.',
    left: (count: number, extended: number) =>
      `${count === 1 ? 'One report is' : `${count} reports are`} missing${extended === 0 ? '' : `, of which ${extended} with more time`}.`,
    caption: (form: string) => `Units that report: ${form}`,
  },
};

/** Who has reported what for a meeting, form by form; who must act stands first. */
export function MeetingCoverage({ meeting }: MeetingPart) {
  const say = useWords(words);
  const { answer, reload } = useAnswer<Coverage>(`/v1/meetings/${meeting.id}/coverage`);
  return (
    <Answered answer={answer} reload={reload}>
      {(coverage) => {
        const { absent: left, extended } = absentIn(roundsOf(coverage));
        return (
          <>
            <Notice kind={left === 0 ? 'success' : 'warning'}>
              <p>{left === 0 ? say.all : say.left(left, extended)}</p>
            </Notice>
            <p class="soft">{coverage.provisional ? say.provisional : say.frozen}</p>
            {coverage.asks.map((ask) => (
              <CoveredForm key={`${ask.form} ${ask.period}`} coverage={coverage} ask={ask} />
            ))}
          </>
        );
      }}
    </Answered>
  );
}

/** The rounds of a meeting, each with its units. */
function roundsOf({ asks, units }: Coverage) {
  return asks.map(({ form, period, due }) => ({
    due,
    units: units.flatMap(({ reports }) =>
      reports.filter((report) => report.form === form && report.period === period),
    ),
  }));
}

function CoveredForm({ coverage, ask }: { coverage: Coverage; ask: Coverage['asks'][number] }) {
  const say = useWords(words);
  const cover = useWords(coverageWords);
  const language = useLanguage();
  const { nameOf } = useForms();
  const since = useSinceFreeze(coverage);
  const { form, period } = ask;
  const title = `${nameOf(form)}, ${periodText(period, language)}`;
  const rows = coverage.units.flatMap(({ unit, code, name, reports }) =>
    reports
      .filter((report) => report.form === form && report.period === period)
      .map((report) => ({ ...report, unit, code, name })),
  );
  const slot = (unit: string) => `don-vi=${encodeURIComponent(unit)}&bieu=${form}&ky=${period}`;
  return (
    <>
      <h2>{title}</h2>
      <CoverageFacts counts={ask.counts} due={ask.due} />
      <DataTable
        caption={say.caption(title)}
        rows={byNeed(rows)}
        rowKey={({ unit }) => unit}
        columns={[
          { key: 'unit', head: cover.unit, names: true, cell: ({ name }) => <span lang="vi">{name}</span> },
          {
            key: 'state',
            head: cover.state,
            cell: (row) => <ReportState report={row} since={wordOf(since, { ...row, ...ask })} />,
          },
          {
            key: 'version',
            head: cover.version,
            kind: 'number',
            cell: ({ version }) => version ?? <span class="missing">{cover.noVersion}</span>,
          },
          {
            key: 'action',
            head: cover.action,
            cell: ({ unit, name, version }) =>
              version === null && coverage.provisional ? (
                <a href={`/thu-ky/bao-cao?viec=gia-han&${slot(unit)}`}>
                  {cover.extend}
                  <span class="unseen"> {name}</span>
                </a>
              ) : (
                <a href={`/bao-cao/${encodeURIComponent(unit)}/${form}/${period}`}>
                  {cover.open}
                  <span class="unseen"> {name}</span>
                </a>
              ),
          },
        ]}
      />
    </>
  );
}
