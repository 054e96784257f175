import type { Period } from '../../catalog/period.ts';
import type { Indicator } from '../../catalog/schema.ts';
import type { ObservationStatus } from '../../observations/observation.ts';
import type { Bilingual } from '../report.ts';
import type { Place } from '../table.ts';

/** A figure of a row as the rules see it. */
export type Part = {
  /** A canonical decimal; null when nothing was reported, or something that is no number (a date, a text). */
  number: string | null;
  /** False when a finding already says that the cell cannot be read: then no rule speaks of it. */
  readable: boolean;
  /** The number as the file writes it (`85,84`), where that is a text; it is what a finding quotes. */
  raw?: string;
  place: Place;
};

/** One indicator's row, of the whole unit or of one area in it. A part is null when the table has no such column. */
export type FormRow = {
  indicator: Indicator;
  /** The area that the row is about, by id (`commune:26734`); absent: the whole unit. */
  area?: string;
  /** The cell that names the indicator. */
  place: Place;
  numerator: Part | null;
  denominator: Part | null;
  result: Part | null;
  /** What is reported where the indicator is no ratio, as an observation has it: also a date or a text. */
  value?: string | null;
  note?: string | null;
  /** Why there is no figure, where the cell says why. */
  missing?: ObservationStatus;
};

/** What a rule may look at beside the rows. */
export type RuleInput = {
  /** Every indicator of the form, in its order. */
  required: readonly Indicator[];
  /** The most points of each indicator that is reported as a score. */
  maxima: ReadonlyMap<string, string>;
  period: Period;
  /** What stood last for the same unit and form; null when it is not known or nothing did. */
  last: LastFigures | null;
};

/** The figures that stand for an earlier period, by `figureKey`. */
export type LastFigures = { period: string; figures: ReadonlyMap<string, LastFigure> };
export type LastFigure = { value: string | null; numerator: string | null; denominator: string | null };

export type Violation = {
  place: Place | null;
  got: string | null;
  expected: string | null;
  difference?: string | null;
  hint?: Bilingual | null;
  /** The indicator, by id. */
  about?: string | null;
  /** The key (`keyOf`) of the finding that causes this one. */
  cause?: string | null;
};

/**
 * A rule's life: `draft`: written, does not run · `shadow`: runs and is counted, is not shown, so that it can be
 * seen what it would do to real files · `warning`: shown, to be explained by the signature · `blocking`: shown,
 * and the file is returned · `retired`: no longer runs.
 */
export const ruleStates = ['draft', 'shadow', 'warning', 'blocking', 'retired'] as const;
export type RuleState = (typeof ruleStates)[number];

/** Rows, and what they are held against, on which a rule finds something or nothing. */
export type Example = { rows: readonly FormRow[]; input: RuleInput };

export type RuleFacts = {
  code: string;
  /** The message that the province reads. */
  sentence: Bilingual;
  state: RuleState;
  /** The first and last period in which it holds, by code. */
  periods: { from: string; to: string | null };
  /** Where the rule comes from: the decision or decree, or the reason for it. */
  source: string;
  /** The rule compares with what stood last, and does not run where that is not given. */
  needs?: 'last-standing';
  /** False for a form in which the rule can find nothing; absent: it can in any. */
  concerns?(form: Pick<RuleInput, 'required' | 'maxima'>): boolean;
  /** Codes of findings from which this one may follow: it is listed behind them and can be folded. */
  causedBy?: readonly string[];
  /** Codes of findings by which the file is another one's: all that this rule finds follows from the first. */
  causedWhollyBy?: readonly string[];
  /** Codes of findings with which rows are not read: what this rule misses may have stood there. */
  lostWith?: readonly string[];
  /** What the rule measures by: decimal strings and days. */
  parameters?: Readonly<Record<string, string>>;
  passing: Example;
  failing: Example;
};

/** A check on one row alone. */
export type RowRule = RuleFacts & { checkRow(row: FormRow, input: RuleInput): readonly Violation[] };

/** A check on rows taken together: it sees them one after the other and keeps no more than it needs. */
export type TableRule = RuleFacts & { begin(input: RuleInput): TableCheck };
export type TableCheck = {
  /** What is found as soon as the row is seen. */
  row(row: FormRow): readonly Violation[];
  /** What is found when there are no more rows. */
  end(): readonly Violation[];
};

/** One check on submitted figures: data, and the one function that decides. */
export type Rule = RowRule | TableRule;

/** A rule that looks at figures of some kinds only. */
export function ofKinds(...kinds: readonly Indicator['kind'][]): NonNullable<RuleFacts['concerns']> {
  return ({ required }) => required.some(({ kind }) => kinds.includes(kind));
}

/** Nothing found: one list for all the rows of a large file. */
export const none: readonly Violation[] = [];

/** A number that can be compared, or null: not reported, unreadable, or no such column. */
export function numberOf(part: Part | null): string | null {
  return part?.readable ? part.number : null;
}

/** The number of a part as its cell has it, for a finding to quote. */
export function writtenIn(part: Part | null): string | null {
  return numberOf(part) === null ? null : (part?.raw ?? numberOf(part));
}

/** What a row that is no ratio reports; null when nothing, or nothing that could be read. */
export function valueIn({ value, result }: FormRow): string | null {
  return value ?? numberOf(result);
}

/** What a figure is known by inside one report. */
export function figureKey(indicator: string, area?: string): string {
  return area === undefined ? indicator : `${indicator} ${area}`;
}
