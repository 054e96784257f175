import { type Catalog, formIn } from '../catalog/catalog.ts';
import { instantOf, localTimeOf, periodOf } from '../catalog/period.ts';
import { type FieldFault, Refusal } from '../refusal.ts';
import { otherFollower, previousFaults } from './check-previous.ts';
import { type Meeting, settleSeconds } from './meeting.ts';
import { mostReminders } from './plan-schedules.ts';
import { isQuiet } from './quiet-hours.ts';

/** The most forms and periods that one meeting asks for. */
const mostAsks = 20;

type Fault = { field: string; fault: FieldFault };
type Context = { catalog: Catalog; others: readonly Meeting[]; at: string };

/**
 * @param more what is wrong with it beside that
 * @throws Refusal `meeting-not-valid` with everything that is wrong with a wanted meeting, by field
 */
export function requireValid(meeting: Meeting, context: Context, more: readonly Fault[] = []): void {
  const faults = [...more, ...meetingFaults(meeting, context)];
  if (faults.length === 0) return;
  const isFollowed = faults.some(({ fault }) => fault === 'followed-already');
  const follower = isFollowed ? otherFollower(meeting, context.others) : undefined;
  throw new Refusal('meeting-not-valid', faults, follower ? { followedBy: follower.id } : null);
}

function meetingFaults(meeting: Meeting, context: Context): Fault[] {
  return [
    ...(context.catalog.bodies.has(meeting.body) ? [] : [fault('body', 'body-unknown')]),
    ...askFaults(meeting, context.catalog),
    ...orderFaults(meeting, context.at),
    ...quietFaults(meeting),
    ...previousFaults(meeting, context),
  ];
}

function askFaults({ asks }: Meeting, catalog: Catalog): Fault[] {
  const seen = new Set<string>();
  const faults = asks.flatMap(({ form, period }, index): Fault[] => {
    const key = `${form} ${period}`;
    if (seen.has(key)) return [fault(`asks.${index}`, 'asked-twice')];
    seen.add(key);
    if (!catalog.forms.has(form)) return [fault(`asks.${index}.form`, 'form-unknown')];
    const isKnown = periodOf(period) && formIn(catalog, form, period);
    return isKnown ? [] : [fault(`asks.${index}.period`, 'period-unknown')];
  });
  return asks.length > mostAsks ? [...faults, fault('asks', 'too-many-asks')] : faults;
}

/** opening < reminders < cut-off < provisional ≤ freeze, the cut-off in time for the session, and settled by the freeze. */
function orderFaults({ moments, date }: Meeting, at: string): Fault[] {
  const { opening, reminders, cutOff, provisional, freeze } = moments;
  const faults: Fault[] = [];
  const order = [
    ['moments.opening', opening],
    ...reminders.map((moment, index): [string, string] => [`moments.reminders.${index}`, moment]),
    ['moments.cutOff', cutOff],
    ['moments.provisional', provisional],
  ] as [string, string][];
  for (const [index, [field, moment]] of order.entries()) {
    const before = order[index - 1];
    if (before && before[1] >= moment) faults.push(fault(field, 'out-of-order'));
  }
  if (freeze < provisional) faults.push(fault('moments.freeze', 'out-of-order'));
  const settled = Date.parse(instantOf(cutOff)) + settleSeconds * 1000;
  if (Date.parse(instantOf(freeze)) < settled) faults.push(fault('moments.freeze', 'not-settled'));
  if (cutOff.slice(0, 10) > date) faults.push(fault('moments.cutOff', 'after-the-session'));
  if (cutOff <= localTimeOf(at)) faults.push(fault('moments.cutOff', 'in-the-past'));
  if (reminders.length > mostReminders) faults.push(fault('moments.reminders', 'too-many-reminders'));
  return faults;
}

function quietFaults({ moments: { opening, reminders } }: Meeting): Fault[] {
  const mail: [string, string][] = [
    ['moments.opening', opening],
    ...reminders.map((moment, index): [string, string] => [`moments.reminders.${index}`, moment]),
  ];
  return mail.flatMap(([field, moment]) => (isQuiet(moment) ? [fault(field, 'in-quiet-hours')] : []));
}

function fault(field: string, which: FieldFault): Fault {
  return { field, fault: which };
}
