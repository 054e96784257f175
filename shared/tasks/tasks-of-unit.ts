import type { Catalog } from '../catalog/catalog.ts';
import type { Unit } from '../catalog/schema.ts';
import { successorOn } from '../catalog/succession.ts';
import { speakersOf } from './lead.ts';
import type { Task } from './task.ts';

/** A task as one of its units sees it: `lead` answers for it, `with` works with who does. */
export type UnitTask = { task: Task; role: 'lead' | 'with' };

/**
 * The tasks that a unit leads or works with on a local day, a successor in its predecessor's place: the open ones
 * first, then as the meetings assigned them.
 */
export function tasksOfUnit(all: readonly Task[], unit: Unit, day: string, catalog: Catalog): UnitTask[] {
  const worksWith = (id: string) => {
    const named = catalog.units.get(id);
    return named !== undefined && successorOn(catalog, named, day)?.id === unit.id;
  };
  const own = all.flatMap((task): UnitTask[] => {
    if (speakersOf(catalog, task.lead, day).includes(unit.id)) return [{ task, role: 'lead' }];
    return task.with.some(worksWith) ? [{ task, role: 'with' }] : [];
  });
  return own.sort(({ task: a }, { task: b }) => {
    if ((a.closed === null) !== (b.closed === null)) return a.closed === null ? -1 : 1;
    if (a.meeting !== b.meeting) return a.meeting < b.meeting ? -1 : 1;
    return a.number - b.number;
  });
}
