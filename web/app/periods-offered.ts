import { periodsBefore } from '../../shared/catalog/period.ts';
import type { Form } from '../../shared/catalog/schema.ts';
import type { MeetingView } from '../../shared/query/read-meeting.ts';
import { periodsNow } from '../format/periods-now.ts';

type Offered = {
  /** Every version of the form: the kind of its periods, and the first and last in which it is asked for. */
  versions: readonly Pick<Form, 'code' | 'periodKind' | 'from' | 'to'>[];
  meetings: readonly Pick<MeetingView, 'state' | 'asks'>[];
  /** A local day, `2026-10-14`. */
  today: string;
};

/** How many periods of a kind there are in two years. */
const inTwoYears: Readonly<Record<Form['periodKind'], number>> = {
  month: 24,
  quarter: 8,
  half: 4,
  'nine-months': 2,
  year: 2,
};

/**
 * The periods of a form that a list of reports may be of, the newest first: from two years back to the one that runs
 * (of a form that is asked for no more, to its last), those that a planned meeting asks for, and the one that an
 * address names.
 */
export function periodsOffered({ versions, meetings, today }: Offered, chosen: string): string[] {
  const running = runningPeriod({ versions, today });
  const [form] = versions;
  if (form === undefined || running === null) return [chosen];
  const near = [running, ...periodsBefore(running, inTwoYears[form.periodKind])].filter((period) =>
    versions.some(({ from, to }) => from <= period && (to === null || period <= to)),
  );
  const asked = meetings
    .filter(({ state }) => state === 'planned')
    .flatMap(({ asks }) => asks.filter((ask) => ask.form === form.code).map(({ period }) => period));
  // Codes of one kind sort as the periods do: the numbers in them are of one length.
  return [...new Set([...near, ...asked, chosen])].sort().reverse();
}

/** The period that is shown first: the one that the coming meeting asks for, else the one that runs. */
export function periodShown(
  of: Pick<Offered, 'versions' | 'today'>,
  asks: readonly { form: string; period: string }[],
): string {
  const code = of.versions[0]?.code;
  return asks.find(({ form }) => form === code)?.period ?? runningPeriod(of) ?? '';
}

/** The period in which today lies; the form's last where that is earlier; null: there is no such form. */
function runningPeriod({ versions, today }: Pick<Offered, 'versions' | 'today'>): string | null {
  const [form] = versions;
  if (form === undefined) return null;
  const [, now] = periodsNow(form.periodKind, today);
  const isOver = versions.every(({ to }) => to !== null && to < now);
  return isOver
    ? (versions
        .flatMap(({ to }) => to ?? [])
        .sort()
        .at(-1) ?? now)
    : now;
}
