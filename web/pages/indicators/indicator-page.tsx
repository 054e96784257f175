import { useRoute } from 'preact-iso';
import type { Form, Indicator } from '../../../shared/catalog/schema.ts';
import type { Series } from '../../../shared/query/read-series.ts';
import { apiPath } from '../../app/api-path.ts';
import { useFiguresBase } from '../../app/figures-base.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useAnswer } from '../../app/use-answer.ts';
import { useQuery } from '../../app/use-query.ts';
import { Answered } from '../../parts/answered.tsx';
import { basisIn } from '../../parts/basis-switch.tsx';
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
  const forms = useAnswer<{ items: Form[] }>('/v1/public/catalog/forms');
  return (
    <Answered answer={indicators.answer} reload={indicators.reload}>
      {({ items }) => (
        <Answered answer={forms.answer} reload={forms.reload}>
          {(asked) => {
            const indicator = items.find(({ id }) => id === params.indicator);
            const [listed] = indicator ? listedIndicators([indicator], asked.items) : [];
            return listed ? <Known listed={listed} forms={asked.items} /> : <Unknown />;
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

function Known({ listed, forms }: { listed: Listed; forms: readonly Form[] }) {
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
        <Figures
          key={form.code}
          listed={listed}
          form={form.code}
          versions={forms.filter(({ code }) => code === form.code)}
        />
      )}
      <Definition indicator={indicator} askedBy={askedBy} />
    </>
  );
}

/** What stands of the indicator over all periods: one answer, from which the page is made. */
function Figures({ listed, form, versions }: { listed: Listed; form: string; versions: readonly Form[] }) {
  const say = useWords(words);
  const { query } = useQuery();
  const basis = basisIn(query);
  const base = useFiguresBase();
  const { indicator } = listed;
  const { answer, reload } = useAnswer<Series>(
    apiPath`${base}/series?form=${form}&indicator=${indicator.id}&basis=${basis}`,
  );
  const back = encodeURIComponent(`${location.pathname}${location.search}`);
  return (
    <Answered
      answer={answer}
      reload={reload}
      none={
        <Notice>
          <p>{say.hidden}</p>
          <p>
            <a href={`/dang-nhap?ve=${back}`}>{say.signIn}</a>
          </p>
        </Notice>
      }
    >
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
