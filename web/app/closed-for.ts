import { instantOf } from '../../shared/catalog/period.ts';
import type { MeetingView } from '../../shared/query/read-meeting.ts';

type Closing = Pick<MeetingView, 'number' | 'state' | 'asks' | 'cutOff' | 'freezeAt'>;

/**
 * The meeting for which a report came too late: of those that ask for it, the last whose cut-off lay before a moment.
 * What is signed in the very second of the cut-off still counts.
 * @param at milliseconds since 1970
 * @returns with its freeze, where that had come too; null: it is in time for each of them
 */
export function closedFor(
  meetings: readonly Closing[],
  { form, period }: { form: string; period: string },
  at: number,
): { number: number; cutOff: string; frozenAt: string | null } | null {
  const passed = meetings
    .flatMap(({ number, state, asks, cutOff, freezeAt }) =>
      state === 'planned' && cutOff !== null && freezeAt !== null && asks.some(isSlot(form, period))
        ? [{ number, cutOff, freezeAt }]
        : [],
    )
    .filter(({ cutOff }) => Date.parse(instantOf(cutOff)) < at)
    .sort((a, b) => (a.cutOff < b.cutOff ? -1 : 1));
  const last = passed.at(-1);
  if (last === undefined) return null;
  const isFrozen = Date.parse(instantOf(last.freezeAt)) <= at;
  return { number: last.number, cutOff: last.cutOff, frozenAt: isFrozen ? last.freezeAt : null };
}

function isSlot(form: string, period: string) {
  return (ask: { form: string; period: string }) => ask.form === form && ask.period === period;
}
