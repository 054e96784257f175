import type { Form } from '../../../shared/catalog/schema.ts';
import { capitalised } from '../../../shared/written.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { periodText } from '../../format/periods.ts';
import { Field } from '../../parts/field.tsx';
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
      <Field
        id="bieu"
        label={say.form}
        control={(tied) => (
          <select {...tied} value={given.form} onChange={(event) => given.onForm(event.currentTarget.value)}>
            {given.forms.map(({ code, names }) => (
              <option key={code} value={code}>
                {names[language]}
              </option>
            ))}
          </select>
        )}
      />
      <Field
        id="ky"
        label={say.period}
        control={(tied) => (
          <select
            {...tied}
            value={given.period}
            onChange={(event) => given.onPeriod(event.currentTarget.value)}
          >
            {given.periods.map((code) => (
              <option key={code} value={code}>
                {capitalised(periodText(code, language))}
              </option>
            ))}
          </select>
        )}
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
