import type { WorkList } from '../../../shared/query/read-work.ts';
import { addressOf } from '../../app/address-of.ts';
import { useWords } from '../../app/language.tsx';
import { useAnswer } from '../../app/use-answer.ts';
import { useQuery } from '../../app/use-query.ts';
import { Answered } from '../../parts/answered.tsx';
import { Field } from '../../parts/field.tsx';
import { GroupFilter } from './work-filters.tsx';
import { countsOf, shownItems, type WorkGroup, workGroups } from './work-groups.ts';
import { WorkTable } from './work-table.tsx';
import { listWords } from './work-words.ts';

/** The reports of a form and period; which of them are shown stands in the address. */
export function WorkListView({ form, period }: { form: string; period: string }) {
  const { query } = useQuery();
  const work = useAnswer<WorkList>(addressOf('/v1/work', { form, period, after: query.sau }));
  return <Answered {...work}>{(list) => <Listed list={list} />}</Answered>;
}

function Listed({ list }: { list: WorkList }) {
  const say = useWords(listWords);
  const { query, change } = useQuery();
  const group = workGroups.find((each) => each === query['tinh-trang']) ?? null;
  const unit = query['don-vi'] ?? '';
  const shown = shownItems(list.items, { group, unit });
  const onGroup = (chosen: WorkGroup | null) => change({ 'tinh-trang': chosen });
  return (
    <>
      <GroupFilter counts={countsOf(list.items)} all={list.items.length} chosen={group} onGroup={onGroup} />
      <div class="filters">
        <Field
          id="don-vi"
          label={say.unit}
          control={(tied) => (
            <input
              {...tied}
              type="search"
              value={unit}
              onInput={(event) => change({ 'don-vi': event.currentTarget.value })}
            />
          )}
        />
      </div>
      <p role="status">{say.caption(shown.length, list.items.length)}</p>
      <WorkTable items={shown} />
      {list.next !== null && (
        <p>
          {say.more}{' '}
          <button type="button" onClick={() => change({ sau: list.next })}>
            {say.next}
          </button>
        </p>
      )}
    </>
  );
}
