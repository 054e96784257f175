import { deadline, dueOf } from '../catalog/deadline.ts';
import type { Period } from '../catalog/period.ts';
import { mapDay } from '../catalog/reporters.ts';
import type { Form } from '../catalog/schema.ts';
import { type Basis, isCounted, isMerged, isNil, type Place, type Placed } from './basis.ts';
import { type LatenessRule, latenessRule } from './lateness-rule.ts';
import { coverageOf } from './roll-up.ts';
import { type Named, named, type Reported } from './round.ts';

/**
 * `missing`: nothing stands, and the unit's own deadline has passed, or nobody owes the form by a day · `not-due`:
 * nothing stands, and it has not.
 */
type State = Reported['state'] | 'missing' | 'not-due';
export type CoveredUnit = Named & {
  state: State;
  version: number | null;
  /** The last local day that the secretariat granted this unit, or null where the round's own counts. */
  extendedTo: string | null;
  /**
   * The last local day on which this unit's report is on time: an extension to a day off ends with the next working
   * day. Null where nobody owes the form by a day, and of a merged unit, each of whose predecessors has its own.
   */
  due: string | null;
  /** A nil return stands: its unit certified that there is nothing to report; of a merged one, all its predecessors did. */
  nil?: true;
  /** A later version than the first stands (`version`: how many there were); of a merged unit, for one of its predecessors. */
  revised?: true;
};

/**
 * Who has reported, who was late, who is missing: what must be read before any figure. It holds no clock
 * times: it is hashed when a meeting is frozen, and anybody may read it.
 */
export type CoverageDocument = {
  schema: 'coverage/5';
  form: string;
  period: string;
  basis: Basis;
  /**
   * The last local day on which a report is on time without an extension, and the instant at its end; null where
   * nobody owes the form by a day.
   */
  due: string | null;
  deadline: string | null;
  /** The day that the rule names, where that is no working day, and why another counts. */
  dueMoved: { from: string; why: { vi: string; en: string } } | null;
  /** False while the holidays around the day are not all known: it may still move. */
  dueIsSure: boolean;
  /** By which rule a report is late; null where nobody owes the form by a day. */
  rule: LatenessRule | null;
  expected: number;
  counted: number;
  /**
   * By state; of those that reported, `nil`: how many certified that there is nothing to report, `revised`: of how many
   * a later version than the first stands.
   */
  counts: {
    onTime: number;
    late: number;
    reported: number;
    missing: number;
    notDue: number;
    nil: number;
    revised: number;
  };
  /** Of a merged unit, each of its predecessors; it counts when all of them have reported. */
  units: (CoveredUnit & { predecessors?: CoveredUnit[] })[];
};

/**
 * Whether a report is on time: the last byte of its first version that came to stand was received before the
 * deadline, or before the end of the day to which the unit's was extended; a later revision of a report that
 * was on time does not make it late.
 * @param received an instant, ISO 8601, UTC
 */
export function punctualityOf(
  { form, period }: { form: Form; period: Period },
  received: string,
  extendedTo: string | null,
): Reported['state'] {
  if (form.owed === false) return 'reported';
  return received < deadline(form, period, extendedTo) ? 'on-time' : 'late';
}

/**
 * The coverage of a round on a basis.
 * @param at the instant at which it is asked, or the cut-off of a freeze (ISO 8601, UTC): what is missing then was not
 *   due before. A round holds no clock times, so this is decided here and kept nowhere but in what is frozen.
 */
export function coverageDocument(given: Placed, at: string): CoverageDocument {
  const { form, period } = given.round;
  const day = mapDay(form, period);
  const units = given.places.map((place) => {
    const parts = place.parts.map(
      (entry): CoveredUnit => ({
        ...named(entry.unit, day),
        state: entry.standing?.state ?? absence({ form, period }, entry.extendedTo ?? null, at),
        version: entry.standing?.version ?? null,
        extendedTo: entry.extendedTo ?? null,
        due: form.owed === false ? null : dueOf(form, period, entry.extendedTo).day,
        ...(entry.standing?.nil ? { nil: true } : {}),
        ...((entry.standing?.version ?? 0) > 1 ? { revised: true } : {}),
      }),
    );
    if (!isMerged(place)) return { ...(parts[0] as CoveredUnit), ...place.named };
    return {
      ...place.named,
      state: stateOf(place, parts),
      version: null,
      extendedTo: null,
      due: null,
      ...(isNil(place) ? { nil: true as const } : {}),
      ...(parts.some(({ revised }) => revised) ? { revised: true as const } : {}),
      predecessors: parts,
    };
  });
  const count = (state: State) => units.filter((unit) => unit.state === state).length;
  const { expected, counted } = coverageOf(given);
  const due = form.owed === false ? null : dueOf(form, period);
  return {
    schema: 'coverage/5',
    form: form.code,
    period: period.code,
    basis: given.basis,
    due: due?.day ?? null,
    deadline: due && deadline(form, period),
    dueMoved: due?.moved ?? null,
    dueIsSure: due?.isSure ?? true,
    rule: latenessRule(form),
    expected,
    counted,
    counts: {
      onTime: count('on-time'),
      late: count('late'),
      reported: count('reported'),
      missing: count('missing'),
      notDue: count('not-due'),
      nil: units.filter((unit) => 'nil' in unit).length,
      revised: units.filter((unit) => 'revised' in unit).length,
    },
    units,
  };
}

/** What it means that nothing stands. */
export function absence(
  { form, period }: { form: Form; period: Period },
  extendedTo: string | null,
  at: string,
): State {
  return form.owed !== false && at < deadline(form, period, extendedTo) ? 'not-due' : 'missing';
}

/** A merged unit is as late as the latest of its predecessors, and missing as soon as one of them is. */
function stateOf(place: Place, parts: readonly CoveredUnit[]): State {
  const states = parts.map(({ state }) => state);
  if (!isCounted(place)) return states.includes('missing') ? 'missing' : 'not-due';
  return states.find((state) => state === 'late') ?? states[0] ?? 'missing';
}
