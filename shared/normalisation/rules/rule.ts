import type { Indicator } from '../../catalog/schema.ts';
import type { Place } from '../table.ts';

/** A figure of a form's row as the rules see it. */
export type Part = {
  /**
   * A canonical decimal; of a date, a yes or no, a target or a text what an observation's value would be; null when
   * nothing was reported.
   */
  number: string | null;
  /** False when a finding already says that the cell cannot be read: then no rule speaks of it. */
  readable: boolean;
  place: Place;
};

/** One indicator's row. A part is null when the form's heading has no such column. */
export type FormRow = {
  indicator: Indicator;
  /** The cell that names the indicator. */
  place: Place;
  numerator: Part | null;
  denominator: Part | null;
  result: Part | null;
};

export type RuleInput = {
  /** Every indicator of the form, in its order. */
  required: readonly Indicator[];
  /** The most points of each indicator that is reported as a score. */
  maxima: ReadonlyMap<string, string>;
  rows: readonly FormRow[];
};

export type Violation = { place: Place | null; got: string | null; expected: string | null };

/** One check on submitted figures: its sentence is the message that the province reads. */
export type Rule = {
  code: string;
  severity: 'error' | 'warning';
  sentence: { vi: string; en: string };
  passing: RuleInput;
  failing: RuleInput;
  check(input: RuleInput): Violation[];
};

/** A number that can be compared, or null: not reported, unreadable, or no such column. */
export function numberOf(part: Part | null): string | null {
  return part?.readable ? part.number : null;
}
