import { isPublished } from '../../shared/aggregation/round.ts';
import { instantOf } from '../../shared/catalog/period.ts';
import type { Form } from '../../shared/catalog/schema.ts';
import type { MeetingView } from '../../shared/query/read-meeting.ts';
import { formAsking } from './form-asking.ts';

/** What of a meeting has to be known to tell which figures are frozen for it. */
export type FreezingMeeting = Pick<MeetingView, 'id' | 'number' | 'state' | 'asks' | 'freezeAt'>;

/**
 * Whether the figures of a period still change. `published`: a ministry published them · `provisional`: no snapshot holds
 * the period; the meeting is the one that it is to be frozen for, null where none asks for it · `frozen`: the snapshot of
 * that meeting holds it, the newest where several do. What is shown may have been revised since; what is frozen is not.
 */
export type FiguresState =
  | { state: 'published' }
  | { state: 'provisional'; meeting: FreezingMeeting | null }
  | { state: 'frozen'; meeting: FreezingMeeting };

type AskingForm = Pick<Form, 'code' | 'periodKind' | 'from' | 'to' | 'owed' | 'unitKind'>;

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
    .filter(({ freezeAt }) => freezeAt !== null && Date.parse(instantOf(freezeAt)) <= now)
    .reverse();
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
  for (const meeting of freezesPassed(meetings, { forms, period }, now)) {
    const isFrozen = hasSnapshot.get(meeting.id);
    if (isFrozen === undefined) return null;
    if (isFrozen) return { state: 'frozen', meeting };
  }
  const [next = null] = meetingsAsking(meetings, form.code, period);
  return { state: 'provisional', meeting: next };
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
