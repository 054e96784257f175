import { carriageOf } from '../catalog/carriage.ts';
import type { Indicator } from '../catalog/schema.ts';
import type { Figure } from '../observations/page.ts';
import { quotientText } from '../observations/quotient.ts';
import { Sums } from './sums.ts';

/**
 * Why there is no value. `no-denominator`: 0 of 0 · `missing`: nobody gave a figure · `not-applicable`: none of the
 * parts has the thing · `not-additive`: figures of this kind cannot become one, or they are ratios of which only the
 * result was written · `parts-missing`: some parts gave
 * no figure, and the whole was not to be told without them · `nil`: its unit certified that there is nothing to report.
 */
export type Reason =
  | 'no-denominator'
  | 'missing'
  | 'not-applicable'
  | 'not-additive'
  | 'parts-missing'
  | 'nil';

/** One of the figures that become one: a commune's, a predecessor's, a province's, a quarter's. */
export type Part = {
  figure: Figure | undefined;
  /** The figure by which it is weighed, of the indicator that `over.weight` names (the population). */
  weight?: Figure | undefined;
};

/**
 * One figure made from many, and how many of those that were expected to have one it counts. A part to which the
 * indicator does not apply is not expected.
 */
export type Combined = {
  numerator: string | null;
  denominator: string | null;
  value: string | null;
  reason: Reason | null;
  counted: number;
  expected: number;
  /** One of the figures was written as an approximation. */
  approximate?: true;
};

/**
 * One figure from many, as `carriageOf(indicator).units` says: communes → province, predecessors → merged unit,
 * provinces → region → nation. Exact, and rounded once: the order of the parts changes no digit.
 * A figure that is itself made from many (it has a numerator and a denominator) counts with both, so that merging
 * and then adding up is the same as adding up and then merging.
 * @param missing `counted`: the figure of those that gave one · `refused`: none (`parts-missing`) unless all did
 */
export function combine(
  indicator: Indicator,
  parts: readonly Part[],
  missing: 'counted' | 'refused' = 'counted',
): Combined {
  const sums = new Sums(carriageOf(indicator).units);
  let expected = 0;
  for (const { figure, weight } of parts) {
    if (figure?.status === 'not-applicable') continue;
    expected += 1;
    if (figure) sums.addFigure(figure, weight);
  }
  return combinedFrom(indicator, sums, expected, missing);
}

/** One figure over time, as `.time` says: of a year, that of its quarters, oldest first. */
export function combineOverTime(indicator: Indicator, parts: readonly Part[]): Combined {
  const { time, ...carriage } = carriageOf(indicator);
  if (time === 'last') return ownFigure(indicator, parts.at(-1)?.figure);
  return combine({ ...indicator, over: { ...carriage, units: time, time } }, parts);
}

/**
 * Whether a figure was given. 0 of 0 was: nothing occurred. It counts among the units with a figure and adds nothing to a
 * sum; it has no ratio, and so no rank, and scores 0.
 */
export function isGiven({ value, reason }: { value: string | null; reason: string | null }): boolean {
  return value !== null || reason === 'no-denominator';
}

/** What one figure says by itself, its ratio worked out: of 0 of 0 no value, and why. */
export function ownFigure(indicator: Indicator, figure: Figure | undefined): Combined {
  if (figure?.status === 'not-applicable') {
    return { ...nothing, reason: 'not-applicable', counted: 0, expected: 0 };
  }
  const { numerator = null, denominator = null, value = null } = figure ?? {};
  const one = { counted: 1, expected: 1, ...approximately(figure) };
  if (numerator !== null && denominator !== null) {
    const { value: quotient, reason } = quotientOf(indicator, numerator, denominator);
    return { numerator, denominator, value: quotient, reason, ...one };
  }
  if (value === null) return { numerator, denominator, value, reason: 'missing', counted: 0, expected: 1 };
  return { numerator, denominator, value, reason: null, ...one };
}

/** A combined figure as a part of the next: a ratio keeps its parts and is worked out anew. */
export function figureFrom(indicator: string, combined: Omit<Combined, 'counted' | 'expected'>): Figure {
  const { numerator, denominator, value, reason } = combined;
  const status = reason === 'no-denominator' || reason === 'not-applicable' ? reason : 'missing';
  const isRatio = numerator !== null && denominator !== null;
  return {
    indicator,
    numerator,
    denominator,
    value: isRatio ? null : value,
    status: reason === null ? 'reported' : status,
    approximate: combined.approximate === true,
    note: null,
  };
}

/**
 * a of b: in percent where the indicator is (two places), else as it is (four; a value weighed by another indicator
 * two), half-even. 0 of 0 is no number but a reason.
 */
function quotientOf(indicator: Indicator, a: string, b: string): Pick<Combined, 'value' | 'reason'> {
  if (isZero(b)) return { value: null, reason: 'no-denominator' };
  const factor = factorOf(indicator);
  const rounding = factor === 100 || isWeighted(indicator) ? twoPlaces : fourPlaces;
  return { value: quotientText(a, b, factor, rounding), reason: null };
}

/** By what a of b is raised: 100 where it is told in percent. */
export function factorOf(indicator: Pick<Indicator, 'kind' | 'unit' | 'over'>): 1 | 100 {
  const isPercent = indicator.unit === '%' || indicator.kind === 'yes-no';
  return isPercent && !isWeighted(indicator) ? 100 : 1;
}

function isWeighted({ over }: Pick<Indicator, 'over'>): boolean {
  return over?.units === 'weighted';
}

const twoPlaces = { places: 2, mode: 'half-even' } as const;
const fourPlaces = { places: 4, mode: 'half-even' } as const;

function isZero(number: string): boolean {
  return /^-?[0.]+$/.test(number);
}

/** What was added up, as a figure; without a value where there is nothing, or where not all was there that had to be. */
export function combinedFrom(
  indicator: Indicator,
  sums: Sums,
  expected: number,
  missing: 'counted' | 'refused' = 'counted',
): Combined {
  const parts = partsFrom(sums);
  const reason = refusalOf(sums, expected, missing);
  if (reason !== null) return { ...nothing, reason, counted: sums.counted, expected };
  const told = { counted: sums.counted, expected, ...approximately(sums) };
  if (parts.denominator === null) return { ...parts, reason, ...told };
  const { numerator, denominator } = parts;
  return { numerator, denominator, ...quotientOf(indicator, numerator ?? '0', denominator), ...told };
}

/** What was added up, as one of the figures of the next sum: a ratio by its parts, which say what it comes to. */
export function figureFromSums(
  indicator: string,
  sums: Sums,
  expected: number,
): { figure: Figure; reason: Reason | null } {
  const refusal = refusalOf(sums, expected, 'counted');
  const parts = refusal === null ? { ...partsFrom(sums), ...approximately(sums) } : nothing;
  const reason = refusal ?? (parts.denominator === '0' ? 'no-denominator' : null);
  return { figure: figureFrom(indicator, { ...parts, reason }), reason };
}

function refusalOf(
  { way, counted, withoutParts }: Sums,
  expected: number,
  missing: 'counted' | 'refused',
): Exclude<Reason, 'no-denominator'> | null {
  if (way === 'none') return 'not-additive';
  if (withoutParts > 0 && (counted === 0 || missing === 'refused')) return 'not-additive';
  if (counted === 0) return expected === 0 ? 'not-applicable' : 'missing';
  return missing === 'refused' && counted < expected ? 'parts-missing' : null;
}

function partsFrom({ way, a, b }: Sums): Pick<Combined, 'numerator' | 'denominator' | 'value'> {
  if (way === 'sum') return { ...nothing, value: a.text() };
  return { numerator: a.text(), denominator: b.text(), value: null };
}

function approximately(of: { approximate: boolean } | undefined): { approximate?: true } {
  return of?.approximate ? { approximate: true } : {};
}

const nothing = { numerator: null, denominator: null, value: null };
