import type { ScorecardRollup } from '../../../shared/aggregation/score-round.ts';
import type { MeetingView } from '../../../shared/query/read-meeting.ts';
import { apiPath } from '../../app/api-path.ts';
import { changedSince } from '../../app/changed-since.ts';
import { useFiguresBase } from '../../app/figures-base.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useAnswer } from '../../app/use-answer.ts';
import type { UnitBook } from '../../app/use-units.ts';
import { momentText } from '../../format/days.ts';
import { periodText } from '../../format/periods.ts';
import { Answered } from '../../parts/answered.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { FigureText } from '../../parts/figure-text.tsx';
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
  const isScored = scorecard !== undefined && period !== undefined;
  const base = useFiguresBase();
  const told = useAnswer<{ snapshot: object | null }>(
    isScored ? apiPath`${base}/meetings/${meeting.id}` : null,
  );
  const isFrozen = told.answer.state === 'ready' && told.answer.value.snapshot !== null;
  const frozen = useAnswer<ScorecardRollup>(
    isScored && isFrozen
      ? apiPath`/v1/public/meetings/${meeting.id}/scorecards/${scorecard}/${period}`
      : null,
  );
  const now = useAnswer<ScorecardRollup>(
    isScored && isFrozen ? apiPath`/v1/public/scorecards/${scorecard}/${period}` : null,
  );
  const notYet = meeting.freezeAt === null ? say.never : say.notYet(momentText(meeting.freezeAt, language));
  if (!isScored) return null;
  return (
    <section aria-labelledby="da-chot">
      <h2 id="da-chot">{say.heading}</h2>
      <Answered answer={told.answer} reload={told.reload}>
        {() =>
          isFrozen ? (
            <Answered answer={frozen.answer} reload={frozen.reload} none={<p>{notYet}</p>}>
              {(before) => (
                <Answered answer={now.answer} reload={now.reload}>
                  {(after) => {
                    const changed = changedSince(before, after);
                    if (changed.length === 0) return <p>{say.same(before.units.length, meeting.number)}</p>;
                    const cell = (of: { total: string | null; rank: number | null } | null) => (
                      <>
                        <FigureText
                          figure={{ value: of?.total ?? null, reason: of ? null : 'not-submitted' }}
                          decimals={2}
                        />
                        {of && <span class="units-note">{say.rank(of.rank)}</span>}
                      </>
                    );
                    return (
                      <>
                        <p>{say.differs(changed.length)}</p>
                        <DataTable
                          caption={say.caption(periodText(period, language))}
                          columns={[
                            {
                              key: 'unit',
                              head: say.unit,
                              names: true,
                              cell: ({ named }) => <NamedUnits book={book} units={[named]} />,
                            },
                            {
                              key: 'frozen',
                              head: say.frozen,
                              kind: 'number',
                              cell: (row) => cell(row.frozen),
                            },
                            { key: 'now', head: say.now, kind: 'number', cell: (row) => cell(row.now) },
                          ]}
                          rows={changed}
                          rowKey={({ named }) => named.unit}
                        />
                      </>
                    );
                  }}
                </Answered>
              )}
            </Answered>
          ) : (
            <p>{notYet}</p>
          )
        }
      </Answered>
    </section>
  );
}
