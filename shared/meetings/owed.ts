import { dueOf, isOpen } from '../catalog/deadline.ts';
import { localDayOf, type Period } from '../catalog/period.ts';
import type { Form, Unit } from '../catalog/schema.ts';
import { nameOn } from '../catalog/unit.ts';
import type { Slot } from '../submissions/slot.ts';
import { extendedTo } from '../submissions/slot-at.ts';
import type { Submission } from '../submissions/submission.ts';
import type { ReportedTask } from '../tasks/task.ts';

type Names = { vi: string; en: string };

/** One of a meeting's asks, with what is there for each unit that reports it. */
export type Asked = { form: Form; period: Period; slots: readonly SeenSlot[] };

/** `submission`: the one that stands or, where none does, the newest that still may. */
export type SeenSlot = { unit: Unit; slot: Slot | undefined; submission: Submission | undefined };

/** A task with which the meeting begins, as it stands, and the unit that answers for it today. */
export type SeenTask = { task: TaskState; lead: Unit };
type TaskState = Pick<ReportedTask, 'id' | 'meeting' | 'number' | 'text' | 'deadline' | 'reported'>;

/** The day until which something is awaited: `daysLeft` is 0 on the day itself and negative behind it. */
export type Term = { due: string; daysLeft: number; late: boolean };

/**
 * `missing`: nothing was sent · `reading`: a file came and is being read · `returned`: it had faults · `unsigned`: it
 * waits for its signature · `questioned`: an analyst's question waits for its answer.
 */
export type OwedState = 'missing' | 'reading' | 'returned' | 'unsigned' | 'questioned';
export type OwedReport = Term & {
  form: string;
  formNames: Names;
  period: string;
  periodNames: Names;
  state: OwedState;
};
export type OwedTask = Term & Pick<ReportedTask, 'id' | 'meeting' | 'number' | 'text'>;

/** What one unit still owes a meeting: never nothing. */
export type Owing = { unit: Unit; name: string; reports: OwedReport[]; tasks: OwedTask[] };

/**
 * Who owes what, as it stands: for every ask the reports that do not stand or have a question open, and of tasks those
 * of which no standing report speaks. A nil return owes nothing, and neither does what nobody owes by a day or a period that has not begun. The due
 * day is that of the form's regime, NĐ 09/2019/NĐ-CP, Art. 13(1), or the later one that the secretariat granted.
 * @param at the instant at which days are counted (ISO 8601, UTC)
 * @returns units in the order of kind and code; whoever owes nothing is not among them
 */
export function owedFor(seen: { asked: readonly Asked[]; tasks: readonly SeenTask[] }, at: string): Owing[] {
  const today = localDayOf(at);
  const owing = new Map<string, Owing>();
  const of = (unit: Unit): Owing => {
    const known = owing.get(unit.id);
    if (known) return known;
    const fresh: Owing = { unit, name: nameOn(unit, today).full, reports: [], tasks: [] };
    owing.set(unit.id, fresh);
    return fresh;
  };
  for (const { form, period, slots } of seen.asked) {
    if (form.owed === false || !isOpen(form, period, at)) continue;
    for (const each of slots) {
      const state = owedState(each);
      if (state === null) continue;
      const { day } = dueOf(form, period, extendedTo(each.slot));
      of(each.unit).reports.push({
        form: form.code,
        formNames: form.names,
        period: period.code,
        periodNames: period.names,
        state,
        ...termOf(day, today),
      });
    }
  }
  for (const { task, lead } of seen.tasks) {
    const { id, meeting, number, text, deadline, reported } = task;
    if (reported) continue;
    of(lead).tasks.push({ id, meeting, number, text, ...termOf(deadline, today) });
  }
  const order = ({ unit }: Owing) => `${unit.kind} ${unit.code}`;
  return [...owing.values()].sort((a, b) => (order(a) < order(b) ? -1 : 1));
}

/** What a slot still lacks; null: nothing. */
export function owedState({ slot, submission }: SeenSlot): OwedState | null {
  if (slot?.standing) return submission?.state === 'signed-questioned' ? 'questioned' : null;
  switch (submission?.state) {
    case 'received':
      return 'reading';
    case 'returned':
      return 'returned';
    case 'checked':
      return 'unsigned';
    case 'questioned':
      return 'questioned';
    default:
      return 'missing';
  }
}

/** How a last local day lies to today. */
export function termOf(due: string, today: string): Term {
  const daysLeft = Math.round((Date.parse(due) - Date.parse(today)) / 86_400_000);
  return { due, daysLeft, late: daysLeft < 0 };
}
