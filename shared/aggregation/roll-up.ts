import type { Catalog } from '../catalog/catalog.ts';
import type { Period } from '../catalog/period.ts';
import type { Form, Indicator, Scorecard, Unit } from '../catalog/schema.ts';
import { nameOn, unitsOn } from '../catalog/unit.ts';
import { compare, type Decimal, decimal, divide, multiply, sum, text } from '../observations/decimal.ts';
import type { ObservationStatus } from '../observations/observation.ts';
import type { Figure } from '../observations/page.ts';
import type { Standing } from '../submissions/slot.ts';
import { ranks, type ScoreReason, scoreUnit } from './score.ts';

/** One expected unit, what stands for it, if anything does, and the last day that it was granted, if any. */
export type Entry = {
  unit: Unit;
  standing: Standing | null;
  figures: readonly Figure[];
  extendedTo?: string | null;
};

/** What a roll-up is made from: every unit that owes the form in the period, in the order of codes. */
export type Round = { form: Form; period: Period; entries: readonly Entry[]; catalog: Catalog };

type Named = { unit: string; code: string; name: string };
export type Coverage = { expected: number; counted: number; missing: Named[] };

/** A ratio of sums; never a mean of ratios. `value` is in percent. */
export type Ratio = {
  numerator: string | null;
  denominator: string | null;
  value: string | null;
  reason: 'no-denominator' | 'missing' | 'not-additive' | null;
};

export type UnitFigure = Ratio & { status: ObservationStatus };

/** The roll-up of one indicator: each unit's figure and the nation's, with how many units it counts. */
export type IndicatorRollup = {
  schema: 'rollup/1';
  indicator: string;
  form: string;
  period: string;
  basis: 'as-reported';
  catalog: string;
  coverage: Coverage;
  national: Ratio;
  units: (Named & UnitFigure)[];
};

export type ScorecardRollup = {
  schema: 'scorecard/1';
  scorecard: string;
  version: number;
  period: string;
  basis: 'as-reported' | 'current';
  catalog: string;
  coverage: Coverage;
  groups: { code: string; names: { vi: string; en: string }; max: string }[];
  units: (Named & {
    rank: number | null;
    total: string | null;
    groups: Record<string, string | null>;
    indicators: Record<string, UnitFigure & { points: string | null; pointsReason: ScoreReason | null }>;
  })[];
};

/** The units that owe a form in a period: those that live on the last day of the period's window. */
export function expectedUnits(catalog: Catalog, form: Form, period: Period): Unit[] {
  return unitsOn(catalog, form.unitKind, period[form.window].to);
}

/** How many of the expected units count, and which do not. */
export function coverageOf({ form, period, entries }: Round): Coverage {
  const day = period[form.window].to;
  const missing = entries.filter((entry) => !entry.standing).map((entry) => named(entry.unit, day));
  return { expected: entries.length, counted: entries.length - missing.length, missing };
}

/** Rolls one indicator up: the national ratio is the sum of numerators over the sum of denominators. */
export function rollUpIndicator(round: Round, indicator: Indicator): IndicatorRollup {
  const { form, period, catalog } = round;
  const day = period[form.window].to;
  const units = counted(round).map(({ unit, figures }) => ({
    ...named(unit, day),
    ...unitFigure(figures.find((figure) => figure.indicator === indicator.id)),
  }));
  return {
    schema: 'rollup/1',
    indicator: indicator.id,
    form: form.code,
    period: period.code,
    basis: 'as-reported',
    catalog: catalog.version,
    coverage: coverageOf(round),
    national: indicator.kind === 'ratio' ? ratioOfSums(units) : notAdditive,
    units,
  };
}

const notAdditive: Ratio = { numerator: null, denominator: null, value: null, reason: 'not-additive' };

/** Scores and ranks the units that reported; those that did not are named, never ranked. */
export function rollUpScorecard(round: Round, scorecard: Scorecard): ScorecardRollup {
  const { form, period, catalog } = round;
  const day = period[form.window].to;
  const scored = counted(round).map(({ unit, figures }) => ({
    unit,
    figures,
    score: scoreUnit(scorecard, figures),
  }));
  const rank = ranks(scored.map(({ score }) => score.total));
  const units = scored.map(({ unit, figures, score }, index) => ({
    ...named(unit, day),
    rank: rank[index] ?? null,
    total: score.total,
    groups: score.groups,
    indicators: Object.fromEntries(
      figures.map((figure) => {
        const metric = score.metrics[figure.indicator];
        const points = { points: metric?.points ?? null, pointsReason: metric?.reason ?? null };
        return [figure.indicator, { ...unitFigure(figure), ...points }];
      }),
    ),
  }));
  return {
    schema: 'scorecard/1',
    scorecard: scorecard.code,
    version: scorecard.version,
    period: period.code,
    basis: 'as-reported',
    catalog: catalog.version,
    coverage: coverageOf(round),
    groups: scorecard.groups.map(({ code, names, max }) => ({ code, names, max })),
    units: units.sort(byRank),
  };
}

function byRank(a: { rank: number | null; code: string }, b: { rank: number | null; code: string }): number {
  const rank = (a.rank ?? Number.MAX_SAFE_INTEGER) - (b.rank ?? Number.MAX_SAFE_INTEGER);
  return rank !== 0 ? rank : a.code < b.code ? -1 : 1;
}

function counted({ entries }: Round): readonly Entry[] {
  return entries.filter((entry) => entry.standing !== null);
}

function named(unit: Unit, day: string): Named {
  return { unit: unit.id, code: unit.code, name: nameOn(unit, day).full };
}

const percent = { places: 2, mode: 'half-even' } as const;

/** A unit's figure with its ratio in percent; a reported score is its own value. */
export function unitFigure(figure: Figure | undefined): UnitFigure {
  if (!figure) {
    return { numerator: null, denominator: null, value: null, reason: 'missing', status: 'missing' };
  }
  const { numerator, denominator, value, status } = figure;
  if (numerator === null || denominator === null) {
    return { numerator, denominator, value, reason: value === null ? 'missing' : null, status };
  }
  return { ...ratio(decimal(numerator), decimal(denominator)), status };
}

function ratioOfSums(units: readonly UnitFigure[]): Ratio {
  const pairs = units.flatMap(({ numerator, denominator }) =>
    numerator === null || denominator === null ? [] : [{ a: decimal(numerator), b: decimal(denominator) }],
  );
  if (pairs.length === 0) return { numerator: null, denominator: null, value: null, reason: 'missing' };
  return ratio(sum(pairs.map(({ a }) => a)), sum(pairs.map(({ b }) => b)));
}

function ratio(a: Decimal, b: Decimal): Ratio {
  const parts = { numerator: text(a), denominator: text(b) };
  if (compare(b, decimal('0')) === 0) return { ...parts, value: null, reason: 'no-denominator' };
  return { ...parts, value: text(divide(multiply(a, decimal('100')), b, percent)), reason: null };
}
