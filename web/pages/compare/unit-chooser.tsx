import { useRef, useState } from 'preact/hooks';
import type { Unit } from '../../../shared/catalog/schema.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useQuery } from '../../app/use-query.ts';
import { unitNameIn } from '../../app/use-units.ts';
import { Field } from '../../parts/field.tsx';
import { UnitLink } from '../../parts/unit-link.tsx';
import { type Compared, mostUnits, offeredUnits } from './chosen.ts';

const words = {
  vi: {
    label: 'Thêm tỉnh, thành phố',
    hint: 'Gõ tên có dấu hoặc không dấu, hoặc mã, rồi nhấn Enter để thêm đơn vị đầu tiên.',
    full: 'Đã đủ năm đơn vị. Bỏ bớt một đơn vị để thêm đơn vị khác.',
    add: (name: string) => `Thêm ${name}`,
    remove: (name: string) => `Bỏ ${name}`,
    chosen: 'Đang so sánh',
    none: (wanted: string) => `Không có đơn vị nào khớp với “${wanted}”.`,
    added: (name: string) => `Đã thêm ${name}.`,
    removed: (name: string) => `Đã bỏ ${name}.`,
    offered: (count: number) => `${count} đơn vị khớp.`,
  },
  en: {
    label: 'Add a province or city',
    hint: 'Type a name with or without marks, or a code; Enter adds the first.',
    full: 'There are five units already. Remove one to add another.',
    add: (name: string) => `Add ${name}`,
    remove: (name: string) => `Remove ${name}`,
    chosen: 'Compared',
    none: (wanted: string) => `No unit matches “${wanted}”.`,
    added: (name: string) => `${name} was added.`,
    removed: (name: string) => `${name} was removed.`,
    offered: (count: number) => `${count} units match.`,
  },
};

/** Chooses what is compared, by typing: nothing needs a pointer. */
export function UnitChooser(given: Pick<Compared, 'book' | 'chosen' | 'basis'>) {
  const { book, chosen } = given;
  const say = useWords(words);
  const language = useLanguage();
  const { change } = useQuery();
  const input = useRef<HTMLInputElement>(null);
  const [wanted, setWanted] = useState('');
  const [said, setSaid] = useState('');
  const nameOf = (unit: Unit) => unitNameIn(book, unit, language);
  const offered = offeredUnits(given, wanted);
  const choose = (units: readonly Unit[], message: string) => {
    change({ 'don-vi': units.map(({ id }) => id).join(',') });
    setSaid(message);
    setWanted('');
    // The button that was pressed is gone: the focus goes to where the next is typed.
    input.current?.focus();
  };
  const add = (unit: Unit) => choose([...chosen, unit], say.added(nameOf(unit)));
  const isFull = chosen.length >= mostUnits;
  return (
    <div class="compare-chooser">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const [first] = offered;
          if (first && !isFull) add(first);
        }}
      >
        <Field
          id="them"
          label={say.label}
          hint={isFull ? say.full : say.hint}
          control={(tied) => (
            <input
              {...tied}
              ref={input}
              type="search"
              autocomplete="off"
              value={wanted}
              readOnly={isFull}
              onInput={(event) => {
                setWanted(event.currentTarget.value);
                setSaid('');
              }}
            />
          )}
        />
      </form>
      {!isFull && offered.length > 0 && (
        <ul class="compare-units">
          {offered.map((unit) => (
            <li key={unit.id}>
              <button type="button" onClick={() => add(unit)}>
                {say.add(nameOf(unit))}
              </button>
            </li>
          ))}
        </ul>
      )}
      <p role="status">
        {said ||
          (wanted.trim() === '' || isFull
            ? ''
            : offered.length === 0
              ? say.none(wanted)
              : say.offered(offered.length))}
      </p>
      {chosen.length > 0 && (
        <>
          <h2>{say.chosen}</h2>
          <ul class="compare-units">
            {chosen.map((unit) => (
              <li key={unit.id}>
                <UnitLink book={book} unit={unit} />
                <button
                  type="button"
                  class="plain"
                  aria-label={say.remove(nameOf(unit))}
                  onClick={() =>
                    choose(
                      chosen.filter((each) => each !== unit),
                      say.removed(nameOf(unit)),
                    )
                  }
                >
                  {say.remove('').trim()}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
