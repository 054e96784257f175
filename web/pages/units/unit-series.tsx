import type { Scorecard, Unit } from '../../../shared/catalog/schema.ts';
import { livesOn } from '../../../shared/catalog/unit.ts';
import type { Series } from '../../../shared/query/read-series.ts';
import { useMeetings } from '../../app/coming-meeting.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { type ScoredRound, useRounds } from '../../app/rounds.ts';
import { useAnswer } from '../../app/use-answer.ts';
import { useQuery } from '../../app/use-query.ts';
import type { UnitBook } from '../../app/use-units.ts';
import { capitalised, periodText } from '../../format/periods.ts';
import { Answered } from '../../parts/answered.tsx';
import { basisIn } from '../../parts/basis-switch.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { FigureText } from '../../parts/figure-text.tsx';

const words = {
  vi: {
    heading: 'Qua các kỳ',
    period: 'Kỳ',
    total: 'Tổng điểm',
    rank: 'Hạng',
    of: (rank: number, of: number) => `${rank} trong ${of}`,
    unranked: 'không xếp hạng',
    absent: 'đơn vị chưa có trên bản đồ của kỳ',
    none: 'Chưa có kỳ nào.',
  },
  en: {
    heading: 'Over time',
    period: 'Period',
    total: 'Total',
    rank: 'Rank',
    of: (rank: number, of: number) => `${rank} of ${of}`,
    unranked: 'not ranked',
    absent: 'the unit was not on the map of the period',
    none: 'No period yet.',
  },
};

/** The unit's totals and ranks under every scorecard, period by period. */
export function UnitSeries({ book, unit }: { book: UnitBook; unit: Unit }) {
  const say = useWords(words);
  const { query } = useQuery();
  const { answer: meetings } = useMeetings();
  const upTo = meetings.state === 'ready' ? (meetings.value.coming?.periods ?? []) : null;
  const { answer, reload } = useRounds(upTo);
  const basis = livesOn(unit, book.today) ? basisIn(query) : 'as-reported';
  return (
    <section aria-labelledby="qua-cac-ky">
      <h2 id="qua-cac-ky">{say.heading}</h2>
      <Answered answer={answer} reload={reload}>
        {(rounds) =>
          stretchesOf(rounds).map((stretch) => (
            <OneSeries
              key={`${stretch.from} ${stretch.scorecard.code}`}
              unit={unit}
              basis={basis}
              {...stretch}
            />
          ))
        }
      </Answered>
    </section>
  );
}

type Stretch = { scorecard: Scorecard; from: string; to: string };

/** What a series can hold: the periods of one kind of one scorecard. */
function stretchesOf(rounds: readonly ScoredRound[]): Stretch[] {
  const grouped = Map.groupBy(rounds, ({ scorecard, form }) => `${scorecard.code} ${form.periodKind}`);
  return [...grouped.values()].flatMap((group) => {
    const [newest, oldest] = [group[0], group.at(-1)];
    return newest && oldest ? [{ scorecard: newest.scorecard, from: oldest.period, to: newest.period }] : [];
  });
}

function OneSeries({
  unit,
  basis,
  scorecard,
  from,
  to,
}: Stretch & { unit: Unit; basis: 'as-reported' | 'current' }) {
  const say = useWords(words);
  const language = useLanguage();
  const { answer, reload } = useAnswer<Series>(
    `/v1/public/series?scorecard=${scorecard.code}&from=${from}&to=${to}&unit=${unit.id}&basis=${basis}`,
  );
  return (
    <Answered answer={answer} reload={reload}>
      {({ items }) => (
        <DataTable
          caption={scorecard.names[language]}
          columns={[
            {
              key: 'period',
              head: say.period,
              names: true,
              cell: ({ period }) => (
                <a href={`/don-vi/${unit.id}?diem=${scorecard.code}&ky=${period}&co-so=${basis}`}>
                  {capitalised(periodText(period, language))}
                </a>
              ),
            },
            {
              key: 'total',
              head: say.total,
              kind: 'number',
              cell: ({ units: [own] }) =>
                own ? (
                  <FigureText figure={own} decimals={scorecard.rounding.places} />
                ) : (
                  <span class="missing">{say.absent}</span>
                ),
            },
            {
              key: 'rank',
              head: say.rank,
              kind: 'number',
              cell: ({ units: [own], coverage }) =>
                own?.rank == null ? (
                  <span class="missing">{say.unranked}</span>
                ) : (
                  say.of(own.rank, coverage.counted)
                ),
            },
          ]}
          rows={items.toReversed()}
          rowKey={({ period }) => period}
          empty={say.none}
        />
      )}
    </Answered>
  );
}
