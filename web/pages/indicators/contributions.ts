import { factorOf } from '../../../shared/aggregation/combine.ts';
import { carriageOf } from '../../../shared/catalog/carriage.ts';
import type { Indicator, Rounding } from '../../../shared/catalog/schema.ts';
import {
  add,
  compare,
  type Decimal,
  decimal,
  divide,
  magnitude,
  multiply,
  subtract,
  sum,
  text,
  zero,
} from '../../../shared/observations/decimal.ts';
import type { SeriesFigure, SeriesItem } from '../../../shared/query/series-view.ts';

/** What a unit's change did to the nation's figure. */
export type Contribution = {
  unit: string;
  name: string;
  now: Part | null;
  before: Part | null;
  /** Of numerator and denominator, or of the value; decimal text with its sign. */
  changed: Part;
  /**
   * By how much it moved the nation's figure, in its unit of measure; of a ratio four decimals, half-even, of a sum every
   * digit. What was computed is exact: only what is told is rounded.
   */
  told: string;
};
type Part = { numerator: string; denominator: string | null };
export type Contributions = {
  /** The nation's figure exactly, this period minus the earlier, as it is told. */
  change: string;
  items: Contribution[];
  /**
   * What those moved that no unit of the map stands for (a merged unit of which a part is missing): null where the units
   * together are the nation.
   */
  rest: string | null;
};
/** Why the change cannot be shared out. */
type NotShared = 'no-national' | 'not-additive' | 'weighted';

const shown: Rounding = { places: 4, mode: 'half-even' };

/**
 * Why the nation's figure moved: what each unit contributes, the largest first.
 * - Of a sum it is the change of the unit's figure.
 * - Of a ratio R = N/D it is (ΔNᵢ − R₀·ΔDᵢ) / D₁, of which the sum over all units is N₁/D₁ − N₀/D₀ exactly: what a unit adds
 *   beyond what its denominator would at the nation's earlier ratio. It is kept over the one denominator D₀·D₁ until it is told.
 * A unit that has a figure in one of the periods only counts with nothing in the other.
 * @throws RangeError when the units' contributions do not add up to the nation's change although every unit is told
 */
export function contributionsOf(
  indicator: Pick<Indicator, 'kind' | 'unit' | 'over'>,
  now: SeriesItem,
  before: SeriesItem,
): Contributions | NotShared {
  const way = carriageOf(indicator).units;
  if (way === 'none') return 'not-additive';
  // Of what is weighted a unit tells its own value, and not what it is weighed by.
  if (way === 'weighted' || way === 'share-yes') return 'weighted';
  const nation = { now: partOf(now.national), before: partOf(before.national) };
  if (nation.now === null || nation.before === null) return 'no-national';
  const scale = scaleOf(nation.now, nation.before, factorOf(indicator));
  if (scale === null) return 'no-national';
  const whole = scale.weigh(nation.now, nation.before);
  const each = changedUnits(now, before).map((unit) => ({
    ...unit,
    exact: scale.weigh(unit.now, unit.before),
  }));
  const rest = subtract(whole, sum(each.map(({ exact }) => exact)));
  const isWhole = compare(rest, zero) === 0;
  if (!isWhole && !hasUntold(now) && !hasUntold(before)) {
    throw new RangeError(`${now.period}: contributions differ from the nation's change by ${text(rest)}`);
  }
  return {
    change: scale.tell(whole),
    items: each
      .toSorted((a, b) => compare(magnitude(b.exact), magnitude(a.exact)))
      .map(({ exact, ...unit }) => ({ ...unit, told: scale.tell(exact) })),
    rest: isWhole ? null : scale.tell(rest),
  };
}

type Scale = { weigh: (now: Part | null, before: Part | null) => Decimal; tell: (exact: Decimal) => string };

/** How changes are weighed and told; null where a denominator of the nation is zero. */
function scaleOf(now: Part, before: Part, factor: 1 | 100): Scale | null {
  const changeIn = (a: Part | null, b: Part | null, of: keyof Part) => subtract(part(a, of), part(b, of));
  if (now.denominator === null || before.denominator === null) {
    return { weigh: (a, b) => changeIn(a, b, 'numerator'), tell: text };
  }
  const [n0, d0, d1] = [before.numerator, before.denominator, now.denominator].map(decimal) as [
    Decimal,
    Decimal,
    Decimal,
  ];
  const over = multiply(d0, d1);
  if (compare(over, zero) === 0) return null;
  return {
    weigh: (a, b) =>
      subtract(multiply(changeIn(a, b, 'numerator'), d0), multiply(n0, changeIn(a, b, 'denominator'))),
    tell: (exact) => text(divide(multiply(exact, decimal(String(factor))), over, shown)),
  };
}

function part(of: Part | null, which: keyof Part): Decimal {
  const written = of?.[which] ?? null;
  return written === null ? zero : decimal(written);
}

/** A ratio by its parts, a sum by its value; null where there is neither. */
function partOf(
  figure: Pick<SeriesFigure, 'numerator' | 'denominator' | 'value'> | null | undefined,
): Part | null {
  if (figure == null) return null;
  const { numerator, denominator, value } = figure;
  if (numerator !== null && denominator !== null) return { numerator, denominator };
  return value === null ? null : { numerator: value, denominator: null };
}

function changedUnits(now: SeriesItem, before: SeriesItem): Omit<Contribution, 'told'>[] {
  const earlier = new Map(before.units.map((unit) => [unit.unit, unit]));
  const later = new Map(now.units.map((unit) => [unit.unit, unit]));
  return [...new Map([...earlier, ...later]).values()].flatMap(({ unit, name }) => {
    const [a, b] = [partOf(later.get(unit)), partOf(earlier.get(unit))];
    if (a === null && b === null) return [];
    const hasParts = (a ?? b)?.denominator !== null;
    const changed: Part = {
      numerator: text(subtract(part(a, 'numerator'), part(b, 'numerator'))),
      denominator: hasParts ? text(subtract(part(a, 'denominator'), part(b, 'denominator'))) : null,
    };
    return [{ unit, name, now: a, before: b, changed }];
  });
}

/** True where a unit of the map is not told although some of it counts in the nation. */
function hasUntold({ units }: SeriesItem): boolean {
  return units.some(({ reason }) => reason === 'parts-missing' || reason === 'not-additive');
}

/** The sum of decimals as text: what contributions come to as they are told. */
export function totalOf(decimals: readonly string[]): string {
  return text(decimals.map(decimal).reduce(add, zero));
}
