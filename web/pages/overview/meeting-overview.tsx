import type { MeetingCoverage } from '../../../shared/aggregation/meeting-coverage.ts';
import type { ScorecardRollup } from '../../../shared/aggregation/score-round.ts';
import type { MeetingView } from '../../../shared/query/read-meeting.ts';
import type { MeetingProgress } from '../../../shared/query/read-meeting-progress.ts';
import type { Series } from '../../../shared/query/read-series.ts';
import type { TasksDocument } from '../../../shared/tasks/task.ts';
import { useHasRights } from '../../app/figures-base.ts';
import { useWords } from '../../app/language.tsx';
import { type Answer, useAnswer } from '../../app/use-answer.ts';
import { Answered } from '../../parts/answered.tsx';
import { addressesOf } from './addresses.ts';
import { stageOf } from './coming-meeting.ts';
import { CoveragePart } from './coverage-part.tsx';
import { MeetingFacts } from './meeting-facts.tsx';
import { MovesPart, NationMoves } from './moves-part.tsx';
import { PillarsPart } from './pillars-part.tsx';
import { RankingPart } from './ranking-part.tsx';
import { Sources } from './sources.tsx';
import { TasksPart } from './tasks-part.tsx';
import { words } from './words.ts';

type Told = { provisional: boolean; snapshot?: string };
export type FrozenOrStanding = ScorecardRollup & Told;

/** Everything of one meeting: all of it is asked for at once, and shown from the top down. */
export function MeetingOverview({
  meeting,
  now,
  title,
}: {
  meeting: MeetingView;
  now: number | null;
  title: string;
}) {
  const say = useWords(words);
  const addresses = addressesOf(meeting, useHasRights());
  const coverage = useAnswer<MeetingCoverage & Told>(addresses.coverage);
  const progress = useAnswer<MeetingProgress & Told>(addresses.progress);
  // The coverage says whether there is a snapshot: what is not frozen yet is not asked for.
  const isFrozen = coverage.answer.state === 'ready' && !coverage.answer.value.provisional;
  const isOpen = coverage.answer.state === 'ready' && coverage.answer.value.provisional;
  const frozen = useAnswer<FrozenOrStanding>(isFrozen ? addresses.frozen : null);
  const standing = useAnswer<FrozenOrStanding>(isOpen ? addresses.standing : null);
  const series = useAnswer<Series>(addresses.series);
  const tasks = useAnswer<TasksDocument>(isFrozen ? addresses.tasks : null);
  if (addresses.coverage === null) {
    return <MeetingFacts meeting={meeting} title={title} stage="held" snapshot={null} asks={[]} now={now} />;
  }
  const scored = isFrozen ? frozen.answer : standing.answer;
  const reload = () => {
    for (const each of [coverage, progress, frozen, standing, series, tasks]) each.reload();
  };
  return (
    <Answered answer={both(coverage.answer, progress.answer)} reload={reload}>
      {([covered, reached]) => {
        const snapshot = covered.provisional ? null : (covered.snapshot ?? null);
        const stage = stageOf(meeting, snapshot !== null, now);
        return (
          <>
            <MeetingFacts
              meeting={meeting}
              title={title}
              stage={stage}
              snapshot={snapshot}
              asks={covered.asks}
              now={now}
            >
              <CoveragePart coverage={covered} />
            </MeetingFacts>
            <PillarsPart progress={reached} hasReports={covered.totals.counted > 0} />
            <div class="overview-pair">
              <section class="overview-part" aria-labelledby="thay-doi">
                <h2 id="thay-doi">{say.moves}</h2>
                {addresses.frozen !== null && (
                  <Answered
                    answer={both(scored, series.answer)}
                    reload={reload}
                    none={<p>{say.noScorecard}</p>}
                  >
                    {([card, items]) => <MovesPart scorecard={card} series={items} />}
                  </Answered>
                )}
                <NationMoves progress={reached} />
              </section>
              <section class="overview-part" aria-labelledby="xep-hang">
                <h2 id="xep-hang">{say.ranking}</h2>
                {/* A meeting may ask for forms that nothing is scored by: then nothing is waited for. */}
                {addresses.frozen === null ? (
                  <p>{say.noScorecard}</p>
                ) : (
                  <Answered answer={scored} reload={reload} none={<p>{say.noScorecard}</p>}>
                    {(card) => <RankingPart scorecard={card} meeting={meeting.id} />}
                  </Answered>
                )}
              </section>
            </div>
            <TasksPart
              answer={snapshot === null ? null : tasks.answer}
              reload={tasks.reload}
              meeting={meeting.id}
              stage={stage}
            />
            <Sources addresses={addresses} isFrozen={snapshot !== null} />
          </>
        );
      }}
    </Answered>
  );
}

/** Two answers as one: the first that failed, or both together. */
function both<A, B>(one: Answer<A>, other: Answer<B>): Answer<readonly [A, B]> {
  if (one.state === 'failed') return one;
  if (other.state === 'failed') return other;
  if (one.state === 'loading' || other.state === 'loading') return { state: 'loading' };
  return { state: 'ready', value: [one.value, other.value] };
}
