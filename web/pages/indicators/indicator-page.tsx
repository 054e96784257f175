import { useRoute } from 'preact-iso';
import type { Indicator } from '../../../shared/catalog/schema.ts';
import type { Series } from '../../../shared/query/read-series.ts';
import { apiPath } from '../../app/api-path.ts';
import { type CatalogueLists, useCatalogueLists } from '../../app/catalogue-lists.ts';
import { useFiguresBase } from '../../app/figures-base.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useAnswer } from '../../app/use-answer.ts';
import { useQuery } from '../../app/use-query.ts';
import { Answered } from '../../parts/answered.tsx';
import { basisIn } from '../../parts/basis-switch.tsx';
import { ForReaders } from '../../parts/for-readers.tsx';
import { Notice } from '../../parts/notice.tsx';
import { PageHeading } from '../../parts/page-heading.tsx';
import { Definition } from './definition.tsx';
import { type Listed, listedIndicators } from './indicator-list.ts';
import { IndicatorView } from './indicator-view.tsx';
import { words } from './words.ts';

/** One indicator: what it is, where the nation stands and why that changed, and each unit. */
export function Page() {
  const { params } = useRoute();
  const indicators = useAnswer<{ items: Indicator[] }>('/v1/public/catalog/indicators');
  const lists = useCatalogueLists();
  return (
    <Answered answer={indicators.answer} reload={indicators.reload}>
      {({ items }) => (
        <Answered answer={lists.answer} reload={lists.reload}>
          {(known) => {
            const indicator = items.find(({ id }) => id === params.indicator);
            const [listed] = indicator ? listedIndicators([indicator], known.forms) : [];
            return listed ? <Known listed={listed} lists={known} /> : <Unknown />;
          }}
        </Answered>
      )}
    </Answered>
  );
}

function Unknown() {
  const say = useWords(words);
  return (
    <>
      <PageHeading title={say.title} />
      <Notice kind="warning">{say.unknown}</Notice>
      <p>
        <a href="/chi-tieu">{say.toList}</a>
      </p>
    </>
  );
}

function Known({ listed, lists }: { listed: Listed; lists: CatalogueLists }) {
  const say = useWords(words);
  const language = useLanguage();
  const { query } = useQuery();
  const { indicator, askedBy } = listed;
  const form = askedBy.find(({ code }) => code === query.bieu) ?? askedBy[0];
  return (
    <>
      <PageHeading title={indicator.names[language]} above={<a href="/chi-tieu">{say.toList}</a>} />
      {form === undefined ? (
        <Notice>{say.noForm}</Notice>
      ) : (
        <ForReaders form={form.code} lists={lists}>
          <Figures key={form.code} listed={listed} form={form.code} lists={lists} />
        </ForReaders>
      )}
      <Definition indicator={indicator} askedBy={askedBy} />
    </>
  );
}

/** What stands of the indicator over all periods: one answer, from which the page is made. */
function Figures({ listed, form, lists }: { listed: Listed; form: string; lists: CatalogueLists }) {
  const say = useWords(words);
  const { query } = useQuery();
  const basis = basisIn(query);
  const base = useFiguresBase();
  const { indicator } = listed;
  const { answer, reload } = useAnswer<Series>(
    apiPath`${base}/series?form=${form}&indicator=${indicator.id}&basis=${basis}`,
  );
  const versions = lists.forms.filter(({ code }) => code === form);
  return (
    <Answered answer={answer} reload={reload}>
      {(series) =>
        series.items.length === 0 ? (
          <Notice>{say.noPeriods}</Notice>
        ) : (
          <IndicatorView {...{ listed, form, versions, series, basis }} />
        )
      }
    </Answered>
  );
}
