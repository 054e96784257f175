import { type Period, periodOf } from '../../catalog/period.ts';
import type { Indicator } from '../../catalog/schema.ts';
import type { Example, FormRow, LastFigure, Part, RuleInput } from './rule.ts';

/** Small inputs for the passing and failing examples that every rule carries. */

export function exampleIndicator(id: string, kind: Indicator['kind'] = 'ratio'): Indicator {
  const names = { vi: `Chỉ tiêu ${id}`, en: `Indicator ${id}` };
  return { id, kind, unit: units[kind] ?? 'điểm', direction: 'up', names, source: 'example' };
}

const units: Partial<Record<Indicator['kind'], string>> = { ratio: '%', rate: '%' };

/** A row of a ratio: numerator, denominator, and what stands in the result column. */
export function ratioRow(
  id: string,
  numerator: string | null,
  denominator: string | null,
  result: string | null = null,
): FormRow {
  return {
    indicator: exampleIndicator(id),
    place: { sheet: null, row: 2, column: 1 },
    numerator: part(numerator, 3),
    denominator: part(denominator, 4),
    result: part(result, 5),
  };
}

/** A row of one figure, which stands in the result column. */
export function valueRow(id: string, kind: Indicator['kind'], result: string | null): FormRow {
  return {
    indicator: exampleIndicator(id, kind),
    place: { sheet: null, row: 2, column: 1 },
    numerator: null,
    denominator: null,
    result: part(result, 5),
  };
}

/** Rows of a form that asks for just them, in the third quarter of 2026, with nothing to compare with. */
export function example(rows: FormRow[], more: Partial<RuleInput> = {}): Example {
  const required = rows.map((row) => row.indicator);
  const period = periodOf('2026-Q3') as Period;
  return { rows, input: { required, maxima: new Map(), period, last: null, ...more } };
}

/** What stood in the quarter before, by indicator: a ratio's two parts, or one value. */
export function lastStanding(
  figures: Record<string, readonly [string, string] | string>,
  period = '2026-Q2',
): Pick<RuleInput, 'last'> {
  const entries = Object.entries(figures).map(([id, figure]): [string, LastFigure] =>
    typeof figure === 'string'
      ? [id, { value: figure, numerator: null, denominator: null }]
      : [id, { value: null, numerator: figure[0], denominator: figure[1] }],
  );
  return { last: { period, figures: new Map(entries) } };
}

function part(number: string | null, column: number): Part {
  return { number, readable: true, place: { sheet: null, row: 2, column } };
}
