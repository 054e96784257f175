import { formIn } from '../catalog/catalog.ts';
import { periodOf } from '../catalog/period.ts';
import type { Form, Unit } from '../catalog/schema.ts';
import { type ContextParts, lastStanding, tasksAsked } from '../normalisation/make-context.ts';
import { templateOf } from '../normalisation/output/template.ts';
import { Refusal } from '../refusal.ts';
import { type Identity, maySee } from '../submissions/rights.ts';
import { slotAsked } from './read-submission.ts';
import { templateName } from './template-name.ts';

/**
 * The form as a workbook to be filled in for a slot, with the figures that stood last beside the cells that are
 * asked for, and the open tasks that the unit leads: only who may see those figures gets it.
 * @throws Refusal `form-unknown`, `period-unknown`, `unit-unknown`, `no-template`, or `not-found` when not theirs to see
 */
export async function readTemplate(
  ask: { unit: string; form: string; period: string; who: Identity },
  parts: Omit<ContextParts, 'report'>,
): Promise<{ fileName: string; bytes: Uint8Array }> {
  const { catalog } = parts;
  const key = slotAsked(ask, ask.who, catalog);
  const form = formIn(catalog, key.form, key.period) as Form;
  if (form.about) throw new Refusal('no-template');
  const unit = catalog.units.get(key.unit) as Unit;
  const period = periodOf(key.period);
  if (!period) throw new Error(`period ${key.period} is none`);
  const [last, known] = await Promise.all([
    lastStanding(key, (slot) => maySee(ask.who, slot), parts),
    tasksAsked(key, parts),
  ]);
  const tasks = known.flatMap(({ task, role }) => (role === 'lead' && task.closed === null ? [task] : []));
  return {
    fileName: templateName({ form, period, unit }),
    bytes: templateOf({ form, unit, period, last, tasks, catalog }),
  };
}
