import { dayAfter, instantOf, localDayOf, type Period, periodOf, regimes, ruledDueDay } from './period.ts';
import type { Form } from './schema.ts';
import { workingDays as everyWorkingDay, shown, type WorkingDays } from './working-days.ts';

type Names = { vi: string; en: string };
type Asked = Pick<Form, 'code' | 'due' | 'window'>;

/** When a form's reports of a period are due, and why then. */
export type Due = {
  /** The last local day on which a report is on time. */
  day: string;
  /** The day that the rule or the extension names, and why another counts; null where it counts itself. */
  moved: { from: string; why: Names } | null;
  /** False when the holidays around it are not all known: the day may still move. */
  isSure: boolean;
};

/** The regime by which a form is due. */
export function regimeOf({ due }: Pick<Form, 'due'>): string {
  return due ?? 'government';
}

/**
 * The last local day on which a form's report is on time, under an extension if there is one.
 * NĐ 09/2019/NĐ-CP, Art. 13(1): by the 25th of the last month; another regime's day where the form names it. When that
 * is no working day, Civil Code 91/2015/QH13, Art. 148(5): "Khi ngày cuối cùng của thời hạn là ngày nghỉ cuối tuần hoặc
 * ngày nghỉ lễ thì thời hạn kết thúc tại thời điểm kết thúc ngày làm việc tiếp theo ngày nghỉ đó"; and Art. 148(6):
 * "Thời điểm kết thúc ngày cuối cùng của thời hạn vào lúc hai mươi tư giờ của ngày đó."
 * @param extendedTo the last local day that the secretariat granted one slot, or null: it moves the day forward only
 * @throws Error when the form's regime names no day for such a period: a fault of the catalogue
 */
export function dueOf(
  form: Asked,
  period: Period,
  extendedTo: string | null = null,
  days: WorkingDays = everyWorkingDay,
): Due {
  const ruled = ruledDueDay(period, regimeOf(form));
  if (ruled === undefined)
    throw new Error(`form ${form.code}: ${regimeOf(form)} names no day for ${period.code}`);
  const own = movedToWork(ruled, days);
  if (extendedTo === null) return own;
  const extended = movedToWork(extendedTo, days);
  return extended.day > own.day ? extended : own;
}

/**
 * The instant at which a form's reports of a period stop being on time: the end of the due day in Viet Nam.
 * Locks, late flags, reminders and the calendar all ask here.
 * @returns an instant in ISO 8601, UTC; a report received before it is on time
 */
export function deadline(form: Asked, period: Period, extendedTo: string | null = null): string {
  return instantOf(`${dayAfter(dueOf(form, period, extendedTo).day, 1)}T00:00:00`);
}

/** Whether a form may be reported on for a period: from the first local day of its window. */
export function isOpen(form: Asked, period: Period, at: string): boolean {
  return localDayOf(at) >= period[form.window].from;
}

/** The working days that are left behind today, up to and with the due day. */
export function workingDaysLeft(due: Due, at: string, days: WorkingDays = everyWorkingDay): number {
  return days.workingDaysAfter(localDayOf(at), due.day);
}

/**
 * Requires that a form's first and last period are of its kind, and that its regime names a day for them.
 * @throws Error that names the form: a fault of the catalogue
 */
export function requirePeriods(form: Asked & Pick<Form, 'periodKind' | 'from' | 'to'>): void {
  for (const code of [form.from, form.to ?? form.from]) {
    const period = periodOf(code);
    if (period?.kind !== form.periodKind)
      throw new Error(`catalogue: form ${form.code}: ${code} is no ${form.periodKind}`);
    if (!regimes.has(regimeOf(form)) || ruledDueDay(period, regimeOf(form)) === undefined)
      throw new Error(`catalogue: form ${form.code}: ${regimeOf(form)} names no due day for ${code}`);
  }
}

function movedToWork(from: string, days: WorkingDays): Due {
  const day = days.workingDayOnOrAfter(from);
  let isSure = true;
  const rests: Rest[] = [];
  for (let each = from; each <= day; each = dayAfter(each, 1)) {
    const { off, isSure: isKnown } = days.kindOf(each);
    isSure &&= isKnown;
    const last = rests.at(-1);
    if (off && last?.off.vi === off.vi) last.to = each;
    else if (off) rests.push({ from: each, to: each, off });
  }
  return { day, moved: rests.length === 0 ? null : { from, why: whyMoved(rests, day) }, isSure };
}

/** Days off in a row that have one reason. */
type Rest = { from: string; to: string; off: Names };

/** Every day off between the day that was named and the one that counts: of 25/4/2026 a Saturday alone explains nothing. */
function whyMoved(rests: readonly Rest[], day: string): Names {
  const [first, last] = [rests[0] as Rest, rests.at(-1) as Rest];
  const span = ({ from, to }: Rest, show: (day: string) => string) =>
    from === to ? show(from) : `${show(from)} – ${show(to)}`;
  const isOne = first.from === last.to;
  const vi = isOne
    ? `Ngày ${shown(first.from)} là ngày nghỉ (${first.off.vi})`
    : `Các ngày từ ${shown(first.from)} đến ${shown(last.to)} là ngày nghỉ (${rests.map((rest) => `${span(rest, shown)}: ${rest.off.vi}`).join('; ')})`;
  const en = isOne
    ? `${first.from} is no working day (${first.off.en})`
    : `The days from ${first.from} to ${last.to} are no working days (${rests.map((rest) => `${span(rest, String)}: ${rest.off.en}`).join('; ')})`;
  return {
    vi: `${vi} nên thời hạn kết thúc khi hết ngày làm việc tiếp theo, ${shown(day)} (khoản 5 Điều 148 Bộ luật Dân sự 2015).`,
    en: `${en}, so the term ends with the next working day, ${day} (Civil Code 2015, Art. 148(5)).`,
  };
}
