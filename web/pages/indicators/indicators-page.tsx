import type { Form, Indicator } from '../../../shared/catalog/schema.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useAnswer } from '../../app/use-answer.ts';
import { useForms } from '../../app/use-forms.ts';
import { useQuery } from '../../app/use-query.ts';
import { Answered, Loading } from '../../parts/answered.tsx';
import { PageHeading } from '../../parts/page-heading.tsx';
import { type PillarCode, pillarNames } from '../overview/pillars.ts';
import { IndicatorFilters } from './indicator-filters.tsx';
import { type Listed, listedIndicators, matching, pillarOf } from './indicator-list.ts';
import { PillarTable } from './pillar-table.tsx';
import { useNationNow } from './use-nation-now.ts';
import { words } from './words.ts';

/** Every indicator by pillar, with its target, who asks for it and where the nation stands. */
export function Page() {
  const say = useWords(words);
  const indicators = useAnswer<{ items: Indicator[] }>('/v1/public/catalog/indicators');
  const forms = useForms();
  return (
    <>
      <PageHeading title={say.title} lead={say.lead} />
      <Answered answer={indicators.answer} reload={indicators.reload}>
        {({ items }) => (
          <Answered answer={forms.answer} reload={forms.reload}>
            {(asked) => <List listed={listedIndicators(items, asked.items)} forms={asked.items} />}
          </Answered>
        )}
      </Answered>
    </>
  );
}

function List({ listed, forms }: { listed: readonly Listed[]; forms: readonly Form[] }) {
  const say = useWords(words);
  const language = useLanguage();
  const { query, change } = useQuery();
  const nation = useNationNow();
  const wanted = { text: query.tim ?? '', pillar: query['tru-cot'] ?? '', form: query.bieu ?? '' };
  const found = matching(listed, wanted);
  const codes = Object.keys(pillarNames) as PillarCode[];
  const isFiltered = wanted.text !== '' || wanted.pillar !== '' || wanted.form !== '';
  if (nation === null) return <Loading />;
  return (
    <>
      <IndicatorFilters wanted={wanted} forms={forms} />
      <p role="status">
        {found.length === 0 ? say.none : say.found(found.length)}{' '}
        {isFiltered && (
          <button
            type="button"
            class="plain"
            onClick={() => change({ tim: null, 'tru-cot': null, bieu: null })}
          >
            {say.clear}
          </button>
        )}
      </p>
      {codes.map((code) => {
        const rows = found.filter(({ indicator }) => pillarOf(indicator) === code);
        const told = rows.filter(({ indicator }) => nation.has(indicator.id));
        const others = rows.filter(({ indicator }) => !nation.has(indicator.id));
        return rows.length === 0 ? null : (
          <section key={code} aria-labelledby={`tru-cot-${code}`}>
            <h2 id={`tru-cot-${code}`}>{pillarNames[code][language]}</h2>
            {told.length > 0 && (
              <PillarTable
                caption={say.caption(pillarNames[code][language], told.length)}
                rows={told}
                nation={nation}
              />
            )}
            {others.length > 0 && (
              <PillarTable
                caption={say.othersCaption(pillarNames[code][language], others.length)}
                rows={others}
              />
            )}
          </section>
        );
      })}
    </>
  );
}
