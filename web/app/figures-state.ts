import { isPublished } from '../../shared/aggregation/round.ts';
import { instantOf } from '../../shared/catalog/period.ts';
import type { Form } from '../../shared/catalog/schema.ts';
import type { MeetingView } from '../../shared/query/read-meeting.ts';
import { formAsking } from './form-asking.ts';

/** What of a meeting has to be known to tell which figures are frozen for it. */
export type FreezingMeeting = Pick<MeetingView, 'id' | 'number' | 'state' | 'asks' | 'freezeAt'>;

/**
 * Whether the figures of a period still change. `published`: a ministry published them · `provisional`: no snapshot holds
 * the period; the meeting is the next one that is to freeze it, null where none is ahead · `freezing`: the freeze of that
 * meeting came within the hour, and its snapshot is not there yet · `frozen`: the snapshot of that meeting holds it, the
 * newest where several do. What is shown may have been revised since; what is frozen is not.
 */
export type FiguresState =
  | { state: 'published' }
  | { state: 'provisional'; meeting: FreezingMeeting | null }
  | { state: 'freezing'; meeting: FreezingMeeting }
  | { state: 'frozen'; meeting: FreezingMeeting };

type AskingForm = Pick<Form, 'code' | 'periodKind' | 'from' | 'to' | 'owed' | 'unitKind'>;

/** For so long a snapshot is waited for: one that is not there then was not made. */
const freezingMilliseconds = 60 * 60_000;

/** Which figures are meant: of the form, among these or versions of one, that asks for the period. */
export type AskedFigures = { forms: readonly AskingForm[]; period: string };

/**
 * The meetings whose snapshot may hold the figures: they ask for them, and their freeze has come; the last freeze first.
 * Whether a snapshot was made only the meeting itself can tell.
 * @param now milliseconds since 1970
 */
export function freezesPassed<M extends FreezingMeeting>(
  meetings: readonly M[],
  asked: AskedFigures,
  now: number,
): M[] {
  const form = formAsking(asked.forms, asked.period);
  if (form === undefined || isPublished(form)) return [];
  return meetingsAsking(meetings, form.code, asked.period)
    .filter((meeting) => freezeOf(meeting) <= now)
    .reverse();
}

/**
 * Whether the freeze of a meeting came within the hour, and no snapshot is known of it yet: it is worth asking again.
 * @param now milliseconds since 1970
 */
export function isBeingFrozen(
  meeting: FreezingMeeting,
  hasSnapshot: ReadonlyMap<string, boolean>,
  now: number,
): boolean {
  const since = now - freezeOf(meeting);
  return since >= 0 && since < freezingMilliseconds && hasSnapshot.get(meeting.id) !== true;
}

/**
 * @param hasSnapshot of each meeting that `freezesPassed` names, whether it has a snapshot
 * @returns null where nothing can be said: no form asks for the period, or of a meeting that counts it is not known
 */
export function figuresState(
  { forms, period }: AskedFigures,
  {
    meetings,
    hasSnapshot,
    now,
  }: { meetings: readonly FreezingMeeting[]; hasSnapshot: ReadonlyMap<string, boolean>; now: number },
): FiguresState | null {
  const form = formAsking(forms, period);
  if (form === undefined) return null;
  if (isPublished(form)) return { state: 'published' };
  const passed = freezesPassed(meetings, { forms, period }, now);
  for (const meeting of passed) {
    const isFrozen = hasSnapshot.get(meeting.id);
    if (isFrozen === undefined) return null;
    if (isFrozen) return { state: 'frozen', meeting };
  }
  const freezing = passed.find((meeting) => isBeingFrozen(meeting, hasSnapshot, now));
  if (freezing !== undefined) return { state: 'freezing', meeting: freezing };
  const next = meetingsAsking(meetings, form.code, period).find((meeting) => freezeOf(meeting) > now);
  return { state: 'provisional', meeting: next ?? null };
}

/** When a meeting's figures are frozen, in milliseconds since 1970; NaN, which is neither before nor after, for never. */
function freezeOf({ freezeAt }: FreezingMeeting): number {
  return freezeAt === null ? Number.NaN : Date.parse(instantOf(freezeAt));
}

/** The planned meetings that ask for a form's period, in the order of their freezes. */
function meetingsAsking<M extends FreezingMeeting>(
  meetings: readonly M[],
  form: string,
  period: string,
): M[] {
  return meetings
    .filter(
      ({ state, asks }) =>
        state === 'planned' && asks.some((ask) => ask.form === form && ask.period === period),
    )
    .sort((a, b) => ((a.freezeAt ?? '') < (b.freezeAt ?? '') ? -1 : 1));
}
