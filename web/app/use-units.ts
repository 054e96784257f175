import { useMemo } from 'preact/hooks';
import type { Unit, UnitKind } from '../../shared/catalog/schema.ts';
import { predecessorsOf } from '../../shared/catalog/succession.ts';
import { livesOn, nameOn, unitByCode, unitsOn } from '../../shared/catalog/unit.ts';
import type { Language } from './language.tsx';
import { type Answer, useAnswer } from './use-answer.ts';
import { useToday } from './use-today.ts';

/** The catalogue's units, of today and before, and what a page asks of them. */
export type UnitBook = {
  units: ReadonlyMap<string, Unit>;
  /** The local day that is today. */
  today: string;
};

/** The units with today's day; one request for all pages. */
export function useUnits(): { answer: Answer<UnitBook>; reload: () => void } {
  const { answer, reload } = useAnswer<{ items: Unit[] }>('/v1/public/catalog/units');
  const today = useToday();
  const read = useMemo((): Answer<UnitBook> => {
    if (answer.state !== 'ready') return answer;
    if (today === null) return { state: 'loading' };
    const units = new Map(answer.value.items.map((unit) => [unit.id, unit]));
    return { state: 'ready', value: { units, today } };
  }, [answer, today]);
  return { answer: read, reload };
}

/** The units of a kind that live today, in the order of their codes. */
export function livingUnits(book: UnitBook, kind: UnitKind): Unit[] {
  return unitsOn(book, kind, book.today);
}

/**
 * The unit that an address means: an id; or a code, which is today's unit's, and of a unit that is gone only where no
 * living one bears it.
 */
export function unitMeant(book: UnitBook, asked: string): Unit | undefined {
  const byId = book.units.get(asked);
  if (byId !== undefined) return byId;
  const living =
    unitByCode(book, 'province', asked, book.today) ?? unitByCode(book, 'ministry', asked, book.today);
  return living ?? [...book.units.values()].findLast(({ code }) => code === asked);
}

/**
 * A unit's name as a reader of the language reads it: in Vietnamese with its type (`Tỉnh Đồng Tháp`), in English as the
 * catalogue has it (`Dong Thap`). One that is gone and whose name another bears today says so: `Tỉnh Đồng Tháp (cũ)`.
 */
export function unitNameIn(book: UnitBook, unit: Unit, language: Language): string {
  const name = nameOn(unit, book.today);
  const told = language === 'vi' ? name.full : name.en;
  if (livesOn(unit, book.today)) return told;
  const isBorne = livingUnits(book, unit.kind).some((other) => nameOn(other, book.today).vi === name.vi);
  return isBorne ? `${told} (${former[language]})` : told;
}

const former: Readonly<Record<Language, string>> = { vi: 'cũ', en: 'former' };

/** The units that were merged into one, and the one that stands for it today. */
export function kinOf(book: UnitBook, unit: Unit): { predecessors: Unit[]; successors: Unit[] } {
  const successors = unit.successors.flatMap((id) => book.units.get(id) ?? []);
  return { predecessors: predecessorsOf(book, unit), successors };
}
