import type { Catalog } from '../catalog/catalog.ts';
import type { Period } from '../catalog/period.ts';
import type { Form, Indicator, Scorecard, Unit } from '../catalog/schema.ts';
import { nameOn, unitsOn } from '../catalog/unit.ts';
import { decimal } from '../observations/decimal.ts';
import type { ObservationStatus } from '../observations/observation.ts';
import type { Figure } from '../observations/page.ts';
import type { Standing } from '../submissions/slot.ts';
import { combine, type Reason, ratioOf } from './combine.ts';
import type { ScoreReason } from './metric-points.ts';
import { ranks } from './ranks.ts';
import { scoreRound, type UnitScore } from './score.ts';

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
  reason: Reason | null;
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
  const ofUnits = counted(round).map(({ unit, figures }) => ({
    unit,
    figure: figures.find((figure) => figure.indicator === indicator.id),
  }));
  const { counted: _, expected: __, ...national } = combine(indicator, ofUnits);
  const units = ofUnits.map(({ unit, figure }) => ({ ...named(unit, day), ...unitFigure(figure) }));
  return {
    schema: 'rollup/1',
    indicator: indicator.id,
    form: form.code,
    period: period.code,
    basis: 'as-reported',
    catalog: catalog.version,
    coverage: coverageOf(round),
    national,
    units,
  };
}

/** Scores and ranks the units that reported; those that did not are named, never ranked. */
export function rollUpScorecard(round: Round, scorecard: Scorecard): ScorecardRollup {
  const { form, period, catalog } = round;
  const day = period[form.window].to;
  const entries = counted(round);
  const scores = scoreRound(
    scorecard,
    entries.map(({ figures }) => figures),
  );
  const scored = entries.map(({ unit, figures }, at) => ({ unit, figures, score: scores[at] as UnitScore }));
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

const percent = { kind: 'ratio', unit: '%' } as const;

/** A unit's figure with its ratio in percent; a reported score is its own value. */
export function unitFigure(figure: Figure | undefined): UnitFigure {
  if (!figure) {
    return { numerator: null, denominator: null, value: null, reason: 'missing', status: 'missing' };
  }
  const { numerator, denominator, value, status } = figure;
  if (numerator === null || denominator === null) {
    return { numerator, denominator, value, reason: value === null ? 'missing' : null, status };
  }
  return { ...ratioOf(percent, decimal(numerator), decimal(denominator)), status };
}
