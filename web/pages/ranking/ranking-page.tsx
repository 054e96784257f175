import type { ScorecardRollup } from '../../../shared/aggregation/score-round.ts';
import type { Region } from '../../../shared/catalog/schema.ts';
import { useWords } from '../../app/language.tsx';
import { useAnswer } from '../../app/use-answer.ts';
import { useQuery } from '../../app/use-query.ts';
import { Answered } from '../../parts/answered.tsx';
import { basisIn } from '../../parts/basis-switch.tsx';
import { Notice } from '../../parts/notice.tsx';
import { PageHeading } from '../../parts/page-heading.tsx';
import { OtherPeriod } from '../../parts/silent-round.tsx';
import { type AskedView, formsOf, type Lists, viewIn } from '../map/asked-view.ts';
import type { Round } from '../map/rounds.ts';
import { useLists, usePrefix, useRounds } from '../map/use-rounds.ts';
import { ViewFilters } from '../map/view-filters.tsx';
import { RankingView } from './ranking-view.tsx';
import { words } from './words.ts';

export type AskedRanking = AskedView & { subject: { scorecard: string; group: null } };

export function Page() {
  const say = useWords(words);
  const { query } = useQuery();
  const { answer, reload } = useLists();
  // Of a ranking, the whole scorecard is asked for.
  const asked = viewIn({ ...query, bieu: '', nhom: '' }, basisIn(query)) as AskedRanking;
  return (
    <>
      <PageHeading title={say.title} lead={say.lead} />
      <Answered answer={answer} reload={reload}>
        {(lists) => <Chosen asked={asked} lists={lists} />}
      </Answered>
    </>
  );
}

function Chosen({ asked, lists }: { asked: AskedRanking; lists: Lists }) {
  const say = useWords(words);
  const { answer, round, reload } = useRounds(asked, lists);
  const rounds = answer.state === 'ready' ? answer.value : [];
  return (
    <>
      <ViewFilters asked={asked} lists={lists} rounds={rounds} period={round?.item.period} isRanking />
      <Answered answer={answer} reload={reload}>
        {() =>
          round === undefined ? (
            <Notice>{say.none}</Notice>
          ) : (
            <>
              <OtherPeriod
                asked={asked.period}
                shown={round.item.period}
                forms={formsOf(asked.subject, lists)}
              />
              <OfRound {...{ asked, lists, round }} />
            </>
          )
        }
      </Answered>
    </>
  );
}

function OfRound({ asked, lists, round }: { asked: AskedRanking; lists: Lists; round: Round }) {
  const { scorecard } = asked.subject;
  const { answer, reload } = useAnswer<ScorecardRollup>(
    `${usePrefix()}/scorecards/${encodeURIComponent(scorecard)}/${round.item.period}?basis=${asked.basis}`,
  );
  const regions = useAnswer<{ items: Region[] }>('/v1/public/catalog/regions').answer;
  return (
    <Answered answer={answer} reload={reload}>
      {(rollup) => (
        <RankingView
          rollup={rollup}
          before={round.before}
          lists={lists}
          regions={regions.state === 'ready' ? regions.value.items : []}
        />
      )}
    </Answered>
  );
}
