import {
  compare,
  type Decimal,
  decimal,
  magnitude,
  multiply,
  subtract,
  sum,
  text,
} from '../../observations/decimal.ts';
import { cellName } from '../table.ts';
import { example, exampleIndicator, valueRow } from './example.ts';
import { figureIn } from './hints.ts';
import {
  type FormRow,
  figureKey,
  none,
  numberOf,
  type Part,
  type TableRule,
  type Violation,
  writtenIn,
} from './rule.ts';
import { always } from './since.ts';

const total: FormRow = {
  ...valueRow('T', 'count', '3924'),
  indicator: { ...exampleIndicator('T', 'count'), sumOf: ['A', 'B'] },
};

/** Only rows of totals and of their parts are kept: in most forms none. */
export const sumDiffers: TableRule = {
  code: 'sum-differs',
  concerns: ({ required }) => required.some(({ sumOf }) => sumOf !== undefined),
  state: 'blocking',
  periods: always,
  source: 'The catalogue says which indicators add up to which',
  sentence: {
    vi: 'Chỉ tiêu tổng phải bằng tổng các chỉ tiêu thành phần. Hãy kiểm tra lại từng số.',
    en: 'An indicator that is a total must be the sum of its parts. Check each of the figures.',
  },
  // 2,418 + 1,506 hamlets; the same source also says 2,416 of 3,924.
  passing: example([valueRow('A', 'count', '2418'), valueRow('B', 'count', '1506'), total]),
  failing: example([valueRow('A', 'count', '2416'), valueRow('B', 'count', '1506'), total]),
  begin({ required }) {
    const concerned = new Set(required.flatMap(({ id, sumOf }) => (sumOf ? [id, ...sumOf] : [])));
    const seen = new Map<string, FormRow>();
    return {
      row(row) {
        if (!concerned.has(row.indicator.id)) return none;
        const key = figureKey(row.indicator.id, row.area);
        if (!seen.has(key)) seen.set(key, row);
        return none;
      },
      end: () => [...seen.values()].flatMap((row) => checkSum(row, seen)),
    };
  },
};

function checkSum(row: FormRow, seen: ReadonlyMap<string, FormRow>): Violation[] {
  const { sumOf } = row.indicator;
  const parts = (sumOf ?? []).map((id) => seen.get(figureKey(id, row.area)));
  if (!sumOf || parts.includes(undefined)) return [];
  return (['numerator', 'denominator', 'result'] as const).flatMap((role) => {
    if (role === 'result' && row.indicator.kind === 'ratio') return [];
    const got = numberOf(row[role]);
    const cells = parts.map((part) => part?.[role] ?? null);
    const numbers = cells.map(numberOf).filter((number) => number !== null);
    if (got === null || numbers.length < cells.length) return [];
    const addends = numbers.map(decimal);
    const expected = sum(addends);
    const difference = subtract(decimal(got), expected);
    if (isRounding(difference, [...addends, decimal(got)])) return [];
    const { place } = row[role] as Part;
    const off = text(difference);
    const list = cells.map((part) => (part ? cellName(part.place.column, part.place.row) : '')).join(', ');
    const hint = {
      vi: `Hiệu là ${figureIn(off, 'vi')}: kiểm tra ô này và các ô ${list}.`,
      en: `The difference is ${figureIn(off, 'en')}: check this cell and cells ${list}.`,
    };
    const about = row.indicator.id;
    return [{ place, got: writtenIn(row[role]), expected: text(expected), difference: off, hint, about }];
  });
}

/** Whole numbers add up exactly; of others, each may be rounded by half of the last place. */
function isRounding(difference: Decimal, numbers: readonly Decimal[]): boolean {
  const scale = Math.max(...numbers.map((number) => number.scale));
  if (scale === 0) return difference.units === 0n;
  const halves = multiply({ units: BigInt(numbers.length), scale }, { units: 5n, scale: 1 });
  return compare(magnitude(difference), halves) <= 0;
}
