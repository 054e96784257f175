import { useCatalogueLists } from '../../app/catalogue-lists.ts';
import { useWords } from '../../app/language.tsx';
import { useQuery } from '../../app/use-query.ts';
import { Answered } from '../../parts/answered.tsx';
import { basisIn } from '../../parts/basis-switch.tsx';
import { ForReaders } from '../../parts/for-readers.tsx';
import { PageHeading } from '../../parts/page-heading.tsx';
import { viewIn } from './asked-view.ts';
import { ChosenPeriod } from './chosen-period.tsx';
import { MapView } from './map-view.tsx';

const words = {
  vi: {
    title: 'Bản đồ',
    lead: 'Tỉnh, thành phố nào đang ở đâu: điểm của bộ chỉ số hoặc một chỉ tiêu, theo kỳ.',
  },
  en: {
    title: 'Map',
    lead: 'Where each province stands: points of a scorecard or one indicator, by period.',
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
        {(lists) => (
          <ForReaders form={'form' in asked.subject ? asked.subject.form : ''} lists={lists}>
            <ChosenPeriod asked={asked} lists={lists}>
              {(shown) => <MapView asked={asked} lists={lists} shown={shown} />}
            </ChosenPeriod>
          </ForReaders>
        )}
      </Answered>
    </>
  );
}
