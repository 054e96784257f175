import { useWords } from '../../app/language.tsx';
import { useQuery } from '../../app/use-query.ts';
import { Answered } from '../../parts/answered.tsx';
import { basisIn } from '../../parts/basis-switch.tsx';
import { Notice } from '../../parts/notice.tsx';
import { PageHeading } from '../../parts/page-heading.tsx';
import { OtherPeriod } from '../../parts/silent-round.tsx';
import { type AskedView, formsOf, type Lists, viewIn } from './asked-view.ts';
import { MapView } from './map-view.tsx';
import { useLists, useRounds } from './use-rounds.ts';
import { ViewFilters } from './view-filters.tsx';

const words = {
  vi: {
    title: 'Bản đồ',
    lead: 'Tỉnh, thành phố nào đang ở đâu: điểm của bộ chỉ số hoặc một chỉ tiêu, theo kỳ.',
    none: 'Chưa có số liệu của kỳ nào.',
  },
  en: {
    title: 'Map',
    lead: 'Where each province stands: points of a scorecard or one indicator, by period.',
    none: 'There are no figures of any period yet.',
  },
};

export function Page() {
  const say = useWords(words);
  const { query } = useQuery();
  const asked = viewIn(query, basisIn(query));
  const { answer, reload } = useLists();
  return (
    <>
      <PageHeading title={say.title} lead={say.lead} />
      <Answered answer={answer} reload={reload}>
        {(lists) => <Chosen asked={asked} lists={lists} />}
      </Answered>
    </>
  );
}

function Chosen({ asked, lists }: { asked: AskedView; lists: Lists }) {
  const say = useWords(words);
  const { answer, round, reload } = useRounds(asked, lists);
  const rounds = answer.state === 'ready' ? answer.value : [];
  return (
    <>
      <ViewFilters asked={asked} lists={lists} rounds={rounds} period={round?.item.period} />
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
              <MapView asked={asked} lists={lists} round={round} />
            </>
          )
        }
      </Answered>
    </>
  );
}
