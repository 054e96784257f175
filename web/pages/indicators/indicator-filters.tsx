import type { Form } from '../../../shared/catalog/schema.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { newestVersions } from '../../app/newest-versions.ts';
import { useQuery } from '../../app/use-query.ts';
import { ChoiceField } from '../../parts/choice-field.tsx';
import { Field } from '../../parts/field.tsx';
import { formChoices } from '../../parts/form-choices.ts';
import { pillarNames } from '../overview/pillars.ts';
import type { Wanted } from './indicator-list.ts';
import { words } from './words.ts';

/** Which indicators are listed: by words, by pillar, by form. It stands in the address. */
export function IndicatorFilters({ wanted, forms }: { wanted: Wanted; forms: readonly Form[] }) {
  const say = useWords(words);
  const language = useLanguage();
  const { change } = useQuery();
  const withIndicators = newestVersions(forms).filter(({ indicators }) => indicators.length > 0);
  return (
    <search class="filters">
      <Field
        id="tim"
        label={say.search}
        hint={say.searchHint}
        control={(tied) => (
          <input
            {...tied}
            type="search"
            value={wanted.text}
            onInput={(event) => change({ tim: event.currentTarget.value })}
          />
        )}
      />
      <ChoiceField
        id="tru-cot"
        label={say.pillar}
        value={wanted.pillar}
        choices={[
          ['', say.all],
          ...Object.entries(pillarNames).map(([code, names]) => [code, names[language]] as const),
        ]}
        onChoose={(pillar) => change({ 'tru-cot': pillar })}
      />
      <ChoiceField
        id="bieu"
        label={say.form}
        value={wanted.form}
        choices={[['', say.all], ['any', say.anyForm], ...formChoices(withIndicators, language)]}
        onChoose={(bieu) => change({ bieu })}
      />
    </search>
  );
}
