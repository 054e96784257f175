import type { Unit } from '../../../shared/catalog/schema.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { kinOf, type UnitBook } from '../../app/use-units.ts';
import { dayText } from '../../format/days.ts';
import { Facts } from '../../parts/facts.tsx';
import { Notice } from '../../parts/notice.tsx';
import { UnitLinks } from '../../parts/unit-link.tsx';

const words = {
  vi: {
    merged: (day: string) => `Hợp nhất ngày ${day} từ`,
    since: 'Từ ngày',
    until: 'Đến hết ngày',
    code: 'Mã',
    before: (until: string) => `mã này đến hết ${until} là của`,
    after: (from: string) => `mã này từ ${from} là của`,
    names: 'Tên qua các thời kỳ',
    from: (day: string, name: string) => `từ ${day}: ${name}`,
    first: (name: string) => `trước đó: ${name}`,
    became: 'Đơn vị này không còn',
    now: (day: string) => `Từ ngày ${day}, đơn vị này thuộc`,
    divided: 'Đơn vị này đã chia cho nhiều đơn vị.',
  },
  en: {
    merged: (day: string) => `Merged on ${day} from`,
    since: 'Since',
    until: 'Until the end of',
    code: 'Code',
    before: (until: string) => `until the end of ${until} this was the code of`,
    after: (from: string) => `since ${from} this is the code of`,
    names: 'Names through time',
    from: (day: string, name: string) => `from ${day}: ${name}`,
    first: (name: string) => `before that: ${name}`,
    became: 'This unit is no more',
    now: (day: string) => `Since ${day} it is part of`,
    divided: 'This unit was divided among several.',
  },
};

/** Its code and name through time, what it was made of, and what became of it. */
export function UnitKin({ book, unit }: { book: UnitBook; unit: Unit }) {
  const say = useWords(words);
  const language = useLanguage();
  const { predecessors, successors } = kinOf(book, unit);
  const others = [...book.units.values()].filter(
    ({ id, code, kind }) => id !== unit.id && code === unit.code && kind === unit.kind,
  );
  const namesOf = unit.names.map(({ from, full, en }, at) => {
    const name = language === 'vi' ? full : en;
    return at === 0 ? say.first(name) : say.from(dayText(from ?? '', language), name);
  });
  return (
    <>
      {unit.to !== null && (
        <Notice kind="warning" title={say.became}>
          <p>
            {say.now(dayText(dayAfter(unit.to), language))} <UnitLinks book={book} units={successors} />.
          </p>
          {successors.length > 1 && <p>{say.divided}</p>}
        </Notice>
      )}
      <Facts
        facts={[
          [
            say.code,
            <>
              {unit.code}
              {others.map((other) => (
                <span class="soft" key={other.id}>
                  {' '}
                  (
                  {other.to === null
                    ? say.after(dayText(other.from ?? '', language))
                    : say.before(dayText(other.to, language))}{' '}
                  <UnitLinks book={book} units={[other]} />)
                </span>
              ))}
            </>,
          ],
          ...(unit.from !== null ? ([[say.since, dayText(unit.from, language)]] as const) : []),
          ...(unit.to !== null ? ([[say.until, dayText(unit.to, language)]] as const) : []),
          ...(predecessors.length > 0
            ? ([
                [
                  say.merged(dayText(unit.from ?? dayAfter(predecessors[0]?.to ?? book.today), language)),
                  <UnitLinks key="kin" book={book} units={predecessors} />,
                ],
              ] as const)
            : []),
          ...(namesOf.length > 1 ? ([[say.names, namesOf.toReversed().join('; ')]] as const) : []),
        ]}
      />
    </>
  );
}

function dayAfter(day: string): string {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
}
