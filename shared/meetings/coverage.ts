import { punctualityOf } from '../aggregation/punctuality.ts';
import { extendedTo, firstReceivedAt } from '../submissions/slot-at.ts';
import type { Asked } from './owed.ts';

/** How far one ask of a meeting is covered, in counts that add up: `expected = counted + missing`. */
export type AskCoverage = {
  form: string;
  period: string;
  expected: number;
  counted: number;
  onTime: number;
  late: number;
  /** How many of those that are counted certified that there is nothing to report. */
  nil: number;
  missing: number;
};

/** Coverage of an ask, by the rule by which every report is on time or late (`punctualityOf`). */
export function coverageOfAsk({ form, period, slots }: Asked): AskCoverage {
  const standing = slots.flatMap(({ slot }) => (slot?.standing ? [{ slot, standing: slot.standing }] : []));
  const states = standing.map(({ slot, standing: { receivedAt } }) =>
    punctualityOf({ form, period }, firstReceivedAt(slot) ?? receivedAt, extendedTo(slot)),
  );
  const late = states.filter((state) => state === 'late').length;
  return {
    form: form.code,
    period: period.code,
    expected: slots.length,
    counted: standing.length,
    onTime: standing.length - late,
    late,
    nil: standing.filter(({ standing }) => standing.nil).length,
    missing: slots.length - standing.length,
  };
}
