import { useLanguage, useWords } from '../../app/language.tsx';
import { useQuery } from '../../app/use-query.ts';
import { livingUnits, unitNameIn, useUnits } from '../../app/use-units.ts';
import { ChoiceField } from '../../parts/choice-field.tsx';
import { Field } from '../../parts/field.tsx';
import type { TaskFilter } from './shown-task.ts';

const words = {
  vi: {
    unit: 'Đơn vị chủ trì hoặc phối hợp',
    everyUnit: 'Tất cả đơn vị',
    state: 'Tình trạng',
    all: 'Tất cả',
    open: 'Chưa xong',
    done: 'Đã xong',
    overdue: 'Chỉ nhiệm vụ quá hạn',
    provinces: 'Tỉnh, thành phố',
    ministries: 'Bộ, cơ quan ngang bộ',
  },
  en: {
    unit: 'Unit that leads or works with it',
    everyUnit: 'All units',
    state: 'State',
    all: 'All',
    open: 'Not done',
    done: 'Done',
    overdue: 'Overdue tasks only',
    provinces: 'Provinces and cities',
    ministries: 'Ministries',
  },
};

/** What an address says of which tasks are shown. */
export function taskFilterIn(query: Record<string, string>): TaskFilter {
  const state = query['tinh-trang'];
  return {
    unit: query['don-vi'] ?? null,
    state: state === 'chua-xong' ? 'open' : state === 'da-xong' ? 'done' : 'all',
    overdue: query['qua-han'] === 'co',
  };
}

const stateNames = { all: null, open: 'chua-xong', done: 'da-xong' } as const;

/** Chooses which tasks are shown; the choice stands in the address. */
export function TaskFilters({ filter }: { filter: TaskFilter }) {
  const say = useWords(words);
  const language = useLanguage();
  const { change } = useQuery();
  const { answer } = useUnits();
  const book = answer.state === 'ready' ? answer.value : null;
  const chosen = filter.unit === null ? undefined : book?.units.get(filter.unit);
  const listed = book && {
    provinces: livingUnits(book, 'province'),
    ministries: livingUnits(book, 'ministry'),
  };
  const isOther = chosen && book && !livingUnits(book, chosen.kind).includes(chosen);
  return (
    <>
      <Field
        id="don-vi"
        label={say.unit}
        control={(tied) => (
          <select
            {...tied}
            value={filter.unit ?? ''}
            onChange={(event) => change({ 'don-vi': event.currentTarget.value })}
          >
            <option value="">{say.everyUnit}</option>
            {isOther && <option value={chosen.id}>{unitNameIn(book, chosen, language)}</option>}
            {listed &&
              (['ministries', 'provinces'] as const).map((kind) => (
                <optgroup key={kind} label={say[kind]}>
                  {listed[kind].map((unit) => (
                    <option key={unit.id} value={unit.id}>
                      {unitNameIn(book, unit, language)}
                    </option>
                  ))}
                </optgroup>
              ))}
          </select>
        )}
      />
      <ChoiceField
        id="tinh-trang"
        label={say.state}
        value={filter.state}
        choices={(['all', 'open', 'done'] as const).map((state) => [state, say[state]])}
        onChoose={(state) => change({ 'tinh-trang': stateNames[state] })}
      />
      <label class="tasks-check">
        <input
          type="checkbox"
          checked={filter.overdue}
          onChange={(event) => change({ 'qua-han': event.currentTarget.checked ? 'co' : null })}
        />
        {say.overdue}
      </label>
    </>
  );
}
