import { useMeetings } from '../../app/coming-meeting.ts';
import { useWords } from '../../app/language.tsx';
import { type ScoredRound, scoredRoundMeant, useScoredRounds } from '../../app/scored-rounds.ts';
import { ofCentre } from '../../app/tokens.ts';
import { useQuery } from '../../app/use-query.ts';
import { useSession } from '../../app/use-session.ts';
import { type UnitBook, useUnits } from '../../app/use-units.ts';
import { Answered } from '../../parts/answered.tsx';
import { PageHeading } from '../../parts/page-heading.tsx';
import { RoundSelect } from '../../parts/round-select.tsx';
import { OtherRound } from '../../parts/silent-round.tsx';
import { Carriage } from './carriage-part.tsx';
import { FigureGaps } from './figure-gaps.tsx';
import { Frozen } from './frozen-part.tsx';
import { Punctuality } from './punctuality-part.tsx';
import { RepairCounts } from './repair-counts.tsx';

const words = {
  vi: {
    title: 'Chất lượng số liệu',
    lead: 'Trước khi đọc số: ai đã báo cáo và có đúng hạn không, số nào còn thiếu, số nào đã sửa sau khi ký.',
    figures: 'Số liệu của một kỳ',
  },
  en: {
    title: 'Data quality',
    lead: 'Before reading a figure: who reported and whether on time, which figures are missing, and what was revised after it was signed.',
    figures: 'The figures of one period',
  },
};

/** How far the figures can be trusted. */
export function Page() {
  const say = useWords(words);
  const units = useUnits();
  const { answer: meetings } = useMeetings();
  const coming = meetings.state === 'ready' ? meetings.value.coming : null;
  const planned = meetings.state === 'ready' ? meetings.value.meetings : [];
  const rounds = useScoredRounds();
  return (
    <>
      <PageHeading title={say.title} lead={say.lead} />
      <Answered answer={units.answer} reload={units.reload}>
        {(book) => (
          <Answered answer={rounds.answer} reload={rounds.reload}>
            {(known) => (
              <>
                <Punctuality book={book} upTo={coming?.periods ?? []} meetings={planned} />
                {coming && <Frozen book={book} meeting={coming} />}
                <OfRound book={book} rounds={known} />
              </>
            )}
          </Answered>
        )}
      </Answered>
    </>
  );
}

function OfRound({ book, rounds }: { book: UnitBook; rounds: readonly ScoredRound[] }) {
  const say = useWords(words);
  const { query, change } = useQuery();
  const session = useSession();
  // What is missing is asked of the period that is being collected too.
  const round = scoredRoundMeant(rounds, query, () => undefined);
  if (round === undefined) return null;
  const isOfCentre = session?.roles.some((role) => ofCentre.includes(role)) === true;
  return (
    <section aria-labelledby="mot-ky">
      <h2 id="mot-ky">{say.figures}</h2>
      <div class="filters">
        <RoundSelect
          rounds={rounds}
          chosen={round}
          onRound={({ scorecard, period }) => change({ diem: scorecard.code, ky: period })}
        />
      </div>
      <OtherRound asked={query.ky} shown={round} rounds={rounds} />
      <FigureGaps book={book} round={round} />
      <Carriage book={book} round={round} />
      {isOfCentre && <RepairCounts book={book} round={round} />}
    </section>
  );
}
