import type { Indicator } from '../../catalog/schema.ts';
import type { FormRow, Part, RuleInput } from './rule.ts';

/** Small inputs for the passing and failing examples that every rule carries. */

export function exampleIndicator(id: string, kind: Indicator['kind'] = 'ratio'): Indicator {
  const names = { vi: `Chỉ tiêu ${id}`, en: `Indicator ${id}` };
  return { id, kind, unit: kind === 'ratio' ? '%' : 'điểm', direction: 'up', names, source: 'example' };
}

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

/** A row of a score, which stands in the result column. */
export function scoreRow(id: string, result: string | null): FormRow {
  return {
    indicator: exampleIndicator(id, 'score'),
    place: { sheet: null, row: 2, column: 1 },
    numerator: null,
    denominator: null,
    result: part(result, 5),
  };
}

export function exampleInput(rows: FormRow[], more: Partial<RuleInput> = {}): RuleInput {
  return { required: rows.map((row) => row.indicator), maxima: new Map(), rows, ...more };
}

function part(number: string | null, column: number): Part {
  return { number, readable: true, place: { sheet: null, row: 2, column } };
}
