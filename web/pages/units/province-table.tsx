import type { MeetingCoverage, UnitReports } from '../../../shared/aggregation/meeting-coverage.ts';
import type { Silence } from '../../../shared/aggregation/round.ts';
import type { Unit } from '../../../shared/catalog/schema.ts';
import type { Ranking } from '../../../shared/query/read-ranking.ts';
import { useWords } from '../../app/language.tsx';
import type { Answer } from '../../app/use-answer.ts';
import { useQuery } from '../../app/use-query.ts';
import { kinOf, type UnitBook } from '../../app/use-units.ts';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { FigureText } from '../../parts/figure-text.tsx';
import { ReportState } from '../../parts/report-state.tsx';
import { UnitLink, UnitLinks } from '../../parts/unit-link.tsx';
import { byName } from './shown-units.ts';

const words = {
  vi: {
    heading: 'Tỉnh, thành phố',
    caption: 'Các tỉnh, thành phố hiện nay, tình hình báo cáo và xếp hạng',
    unit: 'Đơn vị',
    code: 'Mã',
    rank: 'Hạng',
    total: 'Điểm',
    reports: 'Báo cáo cho phiên họp',
    from: 'Hợp nhất từ',
    unranked: 'chưa xếp hạng',
    nothing: 'không phải báo cáo',
    wait: 'đang tải',
    failed: 'chưa đọc được',
    noMeeting: 'Chưa có phiên họp nào được lên lịch nên chưa có hạng, điểm và báo cáo.',
    none: 'Không có tỉnh, thành phố nào khớp.',
    same: 'không sáp nhập',
  },
  en: {
    heading: 'Provinces and cities',
    caption: 'The provinces and cities of today, whether they reported, and their ranks',
    unit: 'Unit',
    code: 'Code',
    rank: 'Rank',
    total: 'Points',
    reports: 'Report for the meeting',
    from: 'Merged from',
    unranked: 'not ranked',
    nothing: 'nothing is asked',
    wait: 'loading',
    failed: 'could not be read',
    noMeeting: 'No meeting is planned yet, so there are no ranks, points or reports.',
    none: 'No province or city matches.',
    same: 'not merged',
  },
};

type Row = {
  unit: Unit;
  standing: Ranking['units'][number] | undefined;
  reports: UnitReports['reports'] | undefined;
};

/**
 * The provinces of today with what they reported for the coming meeting and where they stand.
 * @param ranking null: there is no meeting, and so nothing was asked; `coverage` likewise
 */
export function ProvinceTable({
  book,
  units,
  ranking,
  silence,
  coverage,
}: {
  book: UnitBook;
  units: readonly Unit[];
  ranking: Answer<Ranking> | null;
  /** Why one that is not ranked has no figure. */
  silence: Silence;
  coverage: Answer<MeetingCoverage> | null;
}) {
  const say = useWords(words);
  const { query, change } = useQuery();
  const ranks = ranking?.state === 'ready' ? ranking.value : null;
  const covered = coverage?.state === 'ready' ? coverage.value : null;
  const untold = (answer: Answer<unknown> | null) =>
    answer === null || answer.state === 'loading' ? say.wait : say.failed;
  const isAsked = ranking !== null || coverage !== null;
  const by = query.xep === 'hang' || query.xep === 'ten' ? query.xep : 'ma';
  const rows = units
    .map(
      (unit): Row => ({
        unit,
        standing: ranks?.units.find((each) => each.unit === unit.id),
        reports: covered?.units.find((each) => each.unit === unit.id)?.reports,
      }),
    )
    .sort(orders[by]);
  const missing = { value: null, reason: silence };
  const columns: Column<Row>[] = [
    {
      key: 'unit',
      head: say.unit,
      names: true,
      sort: 'ten',
      cell: ({ unit }) => <UnitLink book={book} unit={unit} />,
    },
    { key: 'code', head: say.code, sort: 'ma', cell: ({ unit }) => unit.code },
    {
      key: 'rank',
      head: say.rank,
      kind: 'number',
      sort: 'hang',
      cell: ({ standing }) =>
        standing?.rank ?? <span class="missing">{ranks ? say.unranked : untold(ranking)}</span>,
    },
    {
      key: 'total',
      head: say.total,
      kind: 'number',
      cell: ({ standing }) =>
        ranks ? (
          <FigureText
            figure={standing ? { value: standing.total, reason: standing.totalReason } : missing}
            decimals={2}
          />
        ) : (
          <span class="missing">{untold(ranking)}</span>
        ),
    },
    {
      key: 'reports',
      head: say.reports,
      cell: ({ reports }) =>
        reports?.map((report) => <ReportState key={report.form} report={report} />) ?? (
          <span class="missing">{covered ? say.nothing : untold(coverage)}</span>
        ),
    },
    {
      key: 'from',
      head: say.from,
      cell: ({ unit }) => {
        const { predecessors } = kinOf(book, unit);
        return predecessors.length > 0 ? (
          <UnitLinks book={book} units={predecessors} />
        ) : (
          <span class="soft">{say.same}</span>
        );
      },
    },
  ];
  return (
    <>
      <h2>{say.heading}</h2>
      {!isAsked && <p>{say.noMeeting}</p>}
      <DataTable
        caption={say.caption}
        columns={isAsked ? columns : columns.filter(({ key }) => !ofMeeting.has(key))}
        rows={rows}
        rowKey={({ unit }) => unit.id}
        sorted={{ by, order: 'ascending' }}
        onSort={(to) => change({ xep: to === 'ma' ? null : to })}
        empty={say.none}
      />
    </>
  );
}

/** The columns that follow from a meeting. */
const ofMeeting = new Set(['rank', 'total', 'reports']);
const last = Number.MAX_SAFE_INTEGER;
const orders = {
  ma: (a: Row, b: Row) => (a.unit.code < b.unit.code ? -1 : 1),
  ten: (a: Row, b: Row) => byName(a.unit, b.unit),
  hang: (a: Row, b: Row) => (a.standing?.rank ?? last) - (b.standing?.rank ?? last) || orders.ma(a, b),
};
