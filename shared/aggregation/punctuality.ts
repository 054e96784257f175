import { deadline, dueOf } from '../catalog/deadline.ts';
import { nameOn } from '../catalog/unit.ts';
import { coverageOf, type Round } from './roll-up.ts';

/**
 * Who has reported, who was late, who is missing: what must be read before any figure. It holds no clock
 * times: it is hashed when a meeting is frozen, and anybody may read it.
 */
export type CoverageDocument = {
  schema: 'coverage/3';
  form: string;
  period: string;
  /** The last local day on which a report is on time without an extension, and the instant at its end. */
  due: string;
  deadline: string;
  /** The day that the rule names, where that is no working day, and why another counts. */
  dueMoved: { from: string; why: { vi: string; en: string } } | null;
  /** False while the holidays around the day are not all known: it may still move. */
  dueIsSure: boolean;
  expected: number;
  counted: number;
  /** By state; `nil`: how many of those that reported certified that there is nothing to report. */
  counts: { onTime: number; late: number; missing: number; notDue: number; nil: number };
  units: {
    unit: string;
    code: string;
    name: string;
    /**
     * `not-due`: nothing stands, and its own deadline has not passed. That depends on when it is asked: stored
     * documents say `missing`, and `judgedAt` decides when one is read or frozen.
     */
    state: 'on-time' | 'late' | 'missing' | 'not-due';
    /** What stands is a nil return: its unit certified that there is nothing to report. */
    nil?: true;
    version: number | null;
    /** The last local day that the secretariat granted this unit, or null where the round's own counts. */
    extendedTo: string | null;
  }[];
};

/**
 * A report is on time when the last byte of its first version that came to stand was received before the
 * deadline, or before the end of the day to which the unit's was extended; a later revision of a report that
 * was on time does not make it late.
 */
export function punctualityOf(
  round: Round,
  firstReceived: (unit: string) => string | null,
): CoverageDocument {
  const { form, period, entries } = round;
  const day = period[form.window].to;
  const due = dueOf(form, period);
  const units = entries.map(({ unit, standing, extendedTo = null }) => {
    const received = standing ? (firstReceived(unit.id) ?? standing.receivedAt) : null;
    const state: 'on-time' | 'late' | 'missing' =
      received === null ? 'missing' : received < deadline(form, period, extendedTo) ? 'on-time' : 'late';
    return {
      unit: unit.id,
      code: unit.code,
      name: nameOn(unit, day).full,
      state,
      ...(standing?.nil ? { nil: true as const } : {}),
      version: standing?.version ?? null,
      extendedTo,
    };
  });
  const { expected, counted } = coverageOf(round);
  return {
    schema: 'coverage/3',
    form: form.code,
    period: period.code,
    due: due.day,
    deadline: deadline(form, period),
    dueMoved: due.moved,
    dueIsSure: due.isSure,
    expected,
    counted,
    counts: countsOf(units),
    units,
  };
}

/** How many units are in each state, and how many returned nil. */
export function countsOf(units: readonly { state: string; nil?: true }[]): CoverageDocument['counts'] {
  const count = (state: string) => units.filter((unit) => unit.state === state).length;
  return {
    onTime: count('on-time'),
    late: count('late'),
    missing: count('missing'),
    notDue: count('not-due'),
    nil: units.filter(({ nil }) => nil).length,
  };
}
