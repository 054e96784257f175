import type { ScorecardRollup } from '../../../shared/aggregation/score-round.ts';
import type { Region } from '../../../shared/catalog/schema.ts';
import { apiPath } from '../../app/api-path.ts';
import { type CatalogueLists, useCatalogueLists } from '../../app/catalogue-lists.ts';
import { useFiguresBase } from '../../app/figures-base.ts';
import { useWords } from '../../app/language.tsx';
import { useAnswer } from '../../app/use-answer.ts';
import { useQuery } from '../../app/use-query.ts';
import { Answered } from '../../parts/answered.tsx';
import { basisIn } from '../../parts/basis-switch.tsx';
import { PageHeading } from '../../parts/page-heading.tsx';
import { type AskedView, viewIn } from '../map/asked-view.ts';
import { ChosenPeriod } from '../map/chosen-period.tsx';
import type { ToldPeriod } from '../map/told-periods.ts';
import { FrozenRanking } from './frozen-ranking.tsx';
import { RankingView } from './ranking-view.tsx';
import { words } from './words.ts';

type AskedRanking = AskedView & { subject: { scorecard: string; group: null } };

export function Page() {
  const say = useWords(words);
  const { query } = useQuery();
  const { answer, reload } = useCatalogueLists();
  // Of a ranking, the whole scorecard is asked for.
  const asked = viewIn({ ...query, bieu: '', nhom: '' }, basisIn(query)) as AskedRanking;
  return (
    <>
      <PageHeading title={say.title} lead={say.lead} />
      <Answered answer={answer} reload={reload}>
        {(lists) =>
          query.phien ? (
            <FrozenRanking
              meeting={query.phien}
              scorecard={asked.subject.scorecard}
              period={asked.period}
              lists={lists}
            />
          ) : (
            <ChosenPeriod asked={asked} lists={lists} isRanking>
              {(shown) => <OfPeriod {...{ asked, lists, shown }} />}
            </ChosenPeriod>
          )
        }
      </Answered>
    </>
  );
}

function OfPeriod({
  asked,
  lists,
  shown,
}: {
  asked: AskedRanking;
  lists: CatalogueLists;
  shown: ToldPeriod;
}) {
  const { scorecard } = asked.subject;
  const { answer, reload } = useAnswer<ScorecardRollup>(
    apiPath`${useFiguresBase()}/scorecards/${scorecard}/${shown.item.period}?basis=${asked.basis}`,
  );
  const regions = useAnswer<{ items: Region[] }>('/v1/public/catalog/regions').answer;
  return (
    <Answered answer={answer} reload={reload}>
      {(rollup) => (
        <RankingView
          rollup={rollup}
          before={shown.before}
          lists={lists}
          regions={regions.state === 'ready' ? regions.value.items : []}
        />
      )}
    </Answered>
  );
}
