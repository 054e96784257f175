import type { Catalog } from '../catalog/catalog.ts';
import type { Unit } from '../catalog/schema.ts';
import { everyPredecessor, successorOn } from '../catalog/succession.ts';
import { isCalled, livesOn, nameOn } from '../catalog/unit.ts';
import type { Task } from './task.ts';

/** Who answers for a task on a day. */
export type Lead = {
  /** The unit that the meeting named, or the one into which it was merged; of a divided one itself. */
  unit: Unit;
  /** The unit that the meeting named, where another leads now. */
  passedFrom: Unit | null;
  /** It was divided: its tasks belong to no single unit until the secretariat names one. */
  isDivided: boolean;
};

/**
 * Who leads a task on a local day: whom the meeting named while it lives, then its only successor, however often
 * that changed in turn. Where a unit was divided none is guessed.
 * @throws Error when the unit is not in the catalogue: units never leave it
 */
export function leadOn(catalog: Catalog, lead: string, day: string): Lead {
  const named = catalog.units.get(lead);
  if (!named) throw new Error(`catalogue ${catalog.version}: no unit ${lead}, which leads a task`);
  // Of a period from before it began it leads its tasks all the same.
  if (named.from !== null && day < named.from) return { unit: named, passedFrom: null, isDivided: false };
  const unit = successorOn(catalog, named, day);
  if (!unit) return { unit: named, passedFrom: null, isDivided: true };
  return { unit, passedFrom: unit === named ? null : named, isDivided: false };
}

/** Whom a task concerns, with names on the map of a day: what is told of them wherever a task is told. */
export type TaskPeople = {
  /** Who leads it on that day. */
  lead: string;
  leadName: string;
  withNames: string[];
  /** Whom the meeting named, where that unit was dissolved since and its only successor leads now; else null. */
  passedFrom: string | null;
  /** True where the lead was divided among several: until the secretariat names one, nobody can report on it. */
  leadDivided: boolean;
};

/** Who leads a task on a local day and who works with them, by name. */
export function peopleOf(catalog: Catalog, task: Pick<Task, 'lead' | 'with'>, day: string): TaskPeople {
  const { unit, passedFrom, isDivided } = leadOn(catalog, task.lead, day);
  return {
    lead: unit.id,
    leadName: nameOn(unit, day).full,
    withNames: task.with.map((id) => nameOn(leadOn(catalog, id, day).unit, day).full),
    passedFrom: passedFrom?.id ?? null,
    leadDivided: isDivided,
  };
}

/** The units that a task concerns on a day, by id: who leads it and who works with them, and whose place they took. */
export function concernedBy(catalog: Catalog, task: Pick<Task, 'lead' | 'with'>, day: string): string[] {
  return [task.lead, ...task.with].flatMap((id) => speakersOf(catalog, id, day));
}

/** The units whose reports speak of a task: who leads it now, then those that led it before, by id. */
export function speakersOf(catalog: Catalog, lead: string, day: string): string[] {
  const { unit, passedFrom } = leadOn(catalog, lead, day);
  if (!passedFrom) return [unit.id];
  // Only those on the way from who was named: another predecessor of the same successor never led it.
  const way = everyPredecessor(catalog, unit.id).filter(
    (id) => id === passedFrom.id || everyPredecessor(catalog, id).includes(passedFrom.id),
  );
  return [unit.id, ...way];
}

/** What became of a unit that somebody names on a day. */
export type Called =
  | { word: 'found'; unit: Unit; passedFrom: Unit | null }
  | { word: 'unknown' }
  | { word: 'divided'; unit: Unit };

/**
 * The unit that is meant on a local day: by its identity through time, or by a code, which means the unit that bears it
 * on that day: seven changed meaning on 2025-07-01. Of a dissolved unit its only successor, if it has one.
 */
export function unitCalled(catalog: Catalog, name: string, day: string): Called {
  const byId = catalog.units.get(name);
  if (!byId) {
    const found = [...catalog.units.values()].filter((unit) => livesOn(unit, day) && isCalled(unit, name));
    const [unit] = found;
    return unit && found.length === 1 ? { word: 'found', unit, passedFrom: null } : { word: 'unknown' };
  }
  if (byId.from !== null && byId.from > day) return { word: 'unknown' };
  const { unit, passedFrom, isDivided } = leadOn(catalog, name, day);
  return isDivided ? { word: 'divided', unit } : { word: 'found', unit, passedFrom };
}
