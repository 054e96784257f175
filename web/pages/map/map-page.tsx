import { type CatalogueLists, useCatalogueLists } from '../../app/catalogue-lists.ts';
import { useWords } from '../../app/language.tsx';
import { useQuery } from '../../app/use-query.ts';
import { Answered } from '../../parts/answered.tsx';
import { basisIn } from '../../parts/basis-switch.tsx';
import { Notice } from '../../parts/notice.tsx';
import { PageHeading } from '../../parts/page-heading.tsx';
import { OtherPeriod } from '../../parts/silent-round.tsx';
import { type AskedView, formsOf, viewIn } from './asked-view.ts';
import { MapView } from './map-view.tsx';
import { useToldPeriods } from './use-told-periods.ts';
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
  const { answer, reload } = useCatalogueLists();
  return (
    <>
      <PageHeading title={say.title} lead={say.lead} />
      <Answered answer={answer} reload={reload}>
        {(lists) => <Chosen asked={asked} lists={lists} />}
      </Answered>
    </>
  );
}

function Chosen({ asked, lists }: { asked: AskedView; lists: CatalogueLists }) {
  const say = useWords(words);
  const { answer, shown, reload } = useToldPeriods(asked, lists);
  const told = answer.state === 'ready' ? answer.value : [];
  return (
    <>
      <ViewFilters asked={asked} lists={lists} told={told} period={shown?.item.period} />
      <Answered answer={answer} reload={reload}>
        {() =>
          shown === undefined ? (
            <Notice>{say.none}</Notice>
          ) : (
            <>
              <OtherPeriod
                asked={asked.period}
                shown={shown.item.period}
                forms={formsOf(asked.subject, lists)}
              />
              <MapView asked={asked} lists={lists} shown={shown} />
            </>
          )
        }
      </Answered>
    </>
  );
}
