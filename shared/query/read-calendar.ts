import { type Catalog, formIn } from '../catalog/catalog.ts';
import { deadline, dueOf, isOpen, regimeOf, workingDaysLeft } from '../catalog/deadline.ts';
import {
  instantOf,
  type Period,
  partsOf,
  periodOf,
  periodsBetween,
  regimes,
  type Window,
} from '../catalog/period.ts';
import type { Form } from '../catalog/schema.ts';
import { Refusal } from '../refusal.ts';

type Names = { vi: string; en: string };

/** The most periods that are told at once: five years of months. */
const mostPeriods = 60;

/** One period: what it covers, when a form opens for it and is due, and why on that day. */
export type CalendarItem = {
  period: string;
  kind: Period['kind'];
  names: Names;
  isCumulative: boolean;
  /** The quarters of which it consists, by code. */
  parts: string[];
  administrative: Window;
  statistical: Window;
  /** Which of the two the form's figures cover. */
  window: Form['window'];
  /** The instants from which a file is taken and up to which it is on time. */
  opens: string;
  due: string | null;
  deadline: string | null;
  moved: { from: string; why: Names } | null;
  /** False while the holidays around the due day are not all known. */
  isSure: boolean;
  /** `past-due`: a report is still taken, and is late. */
  state: 'not-open' | 'open' | 'past-due';
  /** Behind today, up to and with the due day. */
  workingDaysLeft: number | null;
};

export type CalendarView = {
  form: string | null;
  /** By whose rule it is due. */
  regime: { code: string; names: Names; source: string } | null;
  at: string;
  items: CalendarItem[];
  next: null;
};

/**
 * The calendar of reporting: the periods from one to another of a kind, by the same function that locks and flags late.
 * @param ask `form`: only the periods in which it is asked for; null: what the Government's regime says of any form
 * @throws Refusal `form-unknown`; `parameter-malformed` when the two are no periods of one kind in order, or more than 60
 */
export function readCalendar(
  ask: { from: string; to: string; form: string | null; at: string },
  catalog: Catalog,
): CalendarView {
  if (ask.form !== null && !catalog.forms.has(ask.form)) throw new Refusal('form-unknown');
  const codes = periodsBetween(ask.from, ask.to, mostPeriods);
  if (!codes) {
    throw new Refusal('parameter-malformed', [
      { field: 'from', fault: 'malformed' },
      { field: 'to', fault: 'malformed' },
    ]);
  }
  const any = { code: '', window: 'administrative', due: undefined, owed: undefined } as const;
  const asked = codes.flatMap((code) => {
    const form = ask.form === null ? any : formIn(catalog, ask.form, code);
    return form ? [{ form, period: periodOf(code) as Period }] : [];
  });
  const regime = asked[0] ? regimes.get(regimeOf(asked[0].form)) : undefined;
  return {
    form: ask.form,
    regime: regime ?? null,
    at: ask.at,
    items: asked.map(({ form, period }) => itemOf(form, period, ask.at)),
    next: null,
  };
}

type Asked = Pick<Form, 'code' | 'window' | 'due' | 'owed'>;

function itemOf(form: Asked, period: Period, at: string): CalendarItem {
  const due = form.owed === false ? null : dueOf(form, period);
  const end = due && deadline(form, period);
  const { code, kind, names, isCumulative, administrative, statistical } = period;
  return {
    period: code,
    kind,
    names,
    isCumulative,
    parts: partsOf(period),
    administrative,
    statistical,
    window: form.window,
    opens: instantOf(`${period[form.window].from}T00:00:00`),
    due: due?.day ?? null,
    deadline: end,
    moved: due?.moved ?? null,
    isSure: due?.isSure ?? true,
    state: !isOpen(form, period, at) ? 'not-open' : end !== null && at >= end ? 'past-due' : 'open',
    workingDaysLeft: due && workingDaysLeft(due, at),
  };
}
