import type { Form } from '../../../shared/catalog/schema.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { periodTitle } from '../../format/periods.ts';
import { ChoiceField } from '../../parts/choice-field.tsx';
import { type WorkGroup, workGroups } from './work-groups.ts';
import { groupWords, listWords } from './work-words.ts';

/** Which form's reports of which period are listed. */
export function SlotFilters(given: {
  forms: readonly Form[];
  form: string;
  period: string;
  periods: readonly string[];
  onForm: (code: string) => void;
  onPeriod: (code: string) => void;
}) {
  const say = useWords(listWords);
  const language = useLanguage();
  return (
    <div class="filters">
      <ChoiceField
        id="bieu"
        label={say.form}
        value={given.form}
        choices={given.forms.map(({ code, names }) => [code, names[language]])}
        onChoose={given.onForm}
      />
      <ChoiceField
        id="ky"
        label={say.period}
        value={given.period}
        choices={given.periods.map((code) => [code, periodTitle(code, language)])}
        onChoose={given.onPeriod}
      />
    </div>
  );
}

/** How many reports there are in each state, each count a filter; the one that is on says so. */
export function GroupFilter({
  counts,
  all,
  chosen,
  onGroup,
}: {
  counts: Readonly<Record<WorkGroup, number>>;
  all: number;
  chosen: WorkGroup | null;
  onGroup: (group: WorkGroup | null) => void;
}) {
  const say = useWords(listWords);
  const language = useLanguage();
  const one = (group: WorkGroup | null, label: string, count: number) => (
    <li key={group ?? 'all'}>
      <button
        type="button"
        class="review-count"
        aria-pressed={chosen === group}
        onClick={() => onGroup(group)}
      >
        <span class="review-number">{count}</span> {label}
      </button>
    </li>
  );
  return (
    <section aria-label={say.groups}>
      <ul class="review-counts">
        {workGroups.map((group) => one(group, groupWords[group][language], counts[group]))}
        {one(null, say.all, all)}
      </ul>
    </section>
  );
}
