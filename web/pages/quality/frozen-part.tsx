import type { ScorecardRollup } from '../../../shared/aggregation/score-round.ts';
import type { MeetingView } from '../../../shared/query/read-meeting.ts';
import { apiPath } from '../../app/api-path.ts';
import { changedSince } from '../../app/changed-since.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useAnswer } from '../../app/use-answer.ts';
import type { UnitBook } from '../../app/use-units.ts';
import { momentText } from '../../format/days.ts';
import { periodText } from '../../format/periods.ts';
import { Answered } from '../../parts/answered.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { FigureText } from '../../parts/figure-text.tsx';
import { IfFrozen } from '../../parts/if-frozen.tsx';
import { NamedUnits } from '../../parts/named-units.tsx';

const words = {
  vi: {
    heading: 'Tạm tính hay đã chốt',
    notYet: (moment: string) => `Chưa chốt. Mọi số liệu là tạm tính đến khi chốt lúc ${moment}.`,
    never: 'Chưa chốt. Mọi số liệu là tạm tính.',
    same: (count: number, number: number) =>
      `Tổng điểm và hạng của cả ${count} đơn vị vẫn đúng như đã chốt cho phiên họp lần thứ ${number}.`,
    differs: (count: number) => `${count} đơn vị có tổng điểm hoặc hạng khác với số đã chốt.`,
    caption: (period: string) => `Đã chốt và hiện nay, ${period}`,
    unit: 'Đơn vị',
    frozen: 'Đã chốt',
    now: 'Hiện nay',
    rank: (rank: number | null) => (rank === null ? 'không xếp hạng' : `hạng ${rank}`),
  },
  en: {
    heading: 'Provisional or final',
    notYet: (moment: string) => `Not frozen yet. Every figure is provisional until the freeze at ${moment}.`,
    never: 'Not frozen yet. Every figure is provisional.',
    same: (count: number, number: number) =>
      `The totals and ranks of all ${count} units are still as they were frozen for meeting ${number}.`,
    differs: (count: number) => `${count} units have another total or rank than was frozen.`,
    caption: (period: string) => `Frozen and now, ${period}`,
    unit: 'Unit',
    frozen: 'Frozen',
    now: 'Now',
    rank: (rank: number | null) => (rank === null ? 'not ranked' : `rank ${rank}`),
  },
};

/** Whether what is read is what the meeting decides on, and what changed since. */
export function Frozen({ book, meeting }: { book: UnitBook; meeting: MeetingView }) {
  const say = useWords(words);
  const language = useLanguage();
  const [scorecard, period] = [meeting.scorecards[0], meeting.periods[0]];
  const notYet = meeting.freezeAt === null ? say.never : say.notYet(momentText(meeting.freezeAt, language));
  if (scorecard === undefined || period === undefined) return null;
  return (
    <section aria-labelledby="da-chot">
      <h2 id="da-chot">{say.heading}</h2>
      <IfFrozen meeting={meeting.id} not={<p>{notYet}</p>}>
        <Since {...{ book, meeting, scorecard, period }} />
      </IfFrozen>
    </section>
  );
}

/** Whose total or rank is another now than was frozen. */
function Since({
  book,
  meeting,
  scorecard,
  period,
}: {
  book: UnitBook;
  meeting: MeetingView;
  scorecard: string;
  period: string;
}) {
  const say = useWords(words);
  const frozen = useAnswer<ScorecardRollup>(
    apiPath`/v1/public/meetings/${meeting.id}/scorecards/${scorecard}/${period}`,
  );
  const now = useAnswer<ScorecardRollup>(apiPath`/v1/public/scorecards/${scorecard}/${period}`);
  return (
    <Answered answer={frozen.answer} reload={frozen.reload}>
      {(before) => (
        <Answered answer={now.answer} reload={now.reload}>
          {(after) => {
            const changed = changedSince(before, after);
            if (changed.length === 0) return <p>{say.same(before.units.length, meeting.number)}</p>;
            return (
              <>
                <p>{say.differs(changed.length)}</p>
                <ChangedTable book={book} period={period} changed={changed} />
              </>
            );
          }}
        </Answered>
      )}
    </Answered>
  );
}

function ChangedTable({
  book,
  period,
  changed,
}: {
  book: UnitBook;
  period: string;
  changed: ReturnType<typeof changedSince>;
}) {
  const say = useWords(words);
  const language = useLanguage();
  const cell = (of: { total: string | null; rank: number | null } | null) => (
    <>
      <FigureText figure={{ value: of?.total ?? null, reason: of ? null : 'not-submitted' }} decimals={2} />
      {of && <span class="units-note">{say.rank(of.rank)}</span>}
    </>
  );
  return (
    <DataTable
      caption={say.caption(periodText(period, language))}
      columns={[
        {
          key: 'unit',
          head: say.unit,
          names: true,
          cell: ({ named }) => <NamedUnits book={book} units={[named]} />,
        },
        { key: 'frozen', head: say.frozen, kind: 'number', cell: (row) => cell(row.frozen) },
        { key: 'now', head: say.now, kind: 'number', cell: (row) => cell(row.now) },
      ]}
      rows={changed}
      rowKey={({ named }) => named.unit}
    />
  );
}
