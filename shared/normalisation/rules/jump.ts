import {
  compare,
  type Decimal,
  decimal,
  divide,
  magnitude,
  multiply,
  subtract,
  text,
} from '../../observations/decimal.ts';
import { capitalised, writtenPeriod } from '../../written.ts';
import type { Bilingual } from '../report.ts';
import { example, lastStanding, ratioRow, valueRow } from './example.ts';
import { figureIn } from './hints.ts';
import {
  type FormRow,
  figureKey,
  type LastFigure,
  none,
  numberOf,
  type Part,
  type RowRule,
  type Violation,
  writtenIn,
} from './rule.ts';
import { always } from './since.ts';

/** Percentage points of a share or a rate, percent of a score's maximum. */
const points = '30';
/** How many times more, or less, of a count or an amount. */
const factor = '5';
/** Below this, a share of few things swings by itself. */
const smallest = '30';

export const jump: RowRule = {
  code: 'jump',
  state: 'warning',
  periods: always,
  needs: 'last-standing',
  source:
    'A digit that was lost or written twice, or another unit of measure, shows as a jump from one period to the next',
  parameters: { points, factor, smallest },
  sentence: {
    vi: 'Số liệu thay đổi rất nhiều so với kỳ trước. Hãy kiểm tra lại; nếu đúng, hãy giải trình khi ký.',
    en: 'The figure has changed very much since the last period. Check it; if it is right, explain it when signing.',
  },
  passing: example(
    [ratioRow('A', '90', '100'), ratioRow('B', '2', '2'), valueRow('C', 'count', '499')],
    lastStanding({ A: ['70', '100'], B: ['0', '2'], C: '100' }),
  ),
  failing: example([ratioRow('A', '90', '100')], lastStanding({ A: ['60', '100'] })),
  checkRow: (row, { last, maxima }) => {
    const figure = last?.figures.get(figureKey(row.indicator.id, row.area));
    if (!last || !figure) return none;
    const max = maxima.get(row.indicator.id);
    const found = row.indicator.kind === 'ratio' ? ratioJump(row, figure) : valueJump(row, figure, max);
    if (!found) return none;
    const { before, now, ...violation } = found;
    const hint = since(last.period, before, now);
    // What stood before is no value that is asked for: it is told, not expected.
    return [{ ...violation, expected: null, about: row.indicator.id, hint }];
  },
};

/** `before` and `now` as they were read: how a figure is written says nothing of its decimal mark. */
type Found = Pick<Violation, 'place' | 'got' | 'difference'> & {
  before: string | readonly string[];
  now: string | readonly string[];
};

function since(period: string, before: Found['before'], now: Found['now']): Bilingual {
  const vi = { before: figureIn(before, 'vi'), now: figureIn(now, 'vi') };
  const en = { before: figureIn(before, 'en'), now: figureIn(now, 'en') };
  return {
    vi: `${capitalised(writtenPeriod(period, 'vi'))} là ${vi.before}, nay là ${vi.now}.`,
    en: `In ${writtenPeriod(period, 'en')} it was ${en.before}, now it is ${en.now}.`,
  };
}

function ratioJump(row: FormRow, last: LastFigure): Found | undefined {
  const [a, b] = [numberOf(row.numerator), numberOf(row.denominator)];
  if (a === null || b === null || last.numerator === null || last.denominator === null) return undefined;
  const [now, before] = [decimal(b), decimal(last.denominator)];
  const { place } = row.denominator as Part;
  if (isManyTimes(now, before)) {
    return {
      place,
      got: writtenIn(row.denominator),
      before: last.denominator,
      now: b,
      difference: text(subtract(now, before)),
    };
  }
  if (compare(now, decimal(smallest)) < 0 || compare(before, decimal(smallest)) < 0) return undefined;
  const difference = subtract(percent(a, now), percent(last.numerator, before));
  if (compare(magnitude(difference), decimal(points)) < 0) return undefined;
  return {
    place: (row.numerator as Part).place,
    got: `${writtenIn(row.numerator)} / ${writtenIn(row.denominator)}`,
    before: [last.numerator, last.denominator],
    now: [a, b],
    difference: text(difference),
  };
}

function percent(part: string, whole: Decimal): Decimal {
  return divide(multiply(decimal(part), decimal('100')), whole, { places: 2, mode: 'half-even' });
}

function valueJump(row: FormRow, last: LastFigure, max: string | undefined): Found | undefined {
  const { kind } = row.indicator;
  const got = numberOf(row.result);
  // What stood may have been a text, when the indicator was of another kind.
  if (got === null || last.value === null || !measured.has(kind) || !number.test(last.value))
    return undefined;
  const [now, before] = [decimal(got), decimal(last.value)];
  const difference = subtract(now, before);
  const found = {
    place: (row.result as Part).place,
    got: writtenIn(row.result),
    before: last.value,
    now: got,
    difference: text(difference),
  };
  if (kind === 'count' || kind === 'amount') return isManyTimes(now, before) ? found : undefined;
  const whole = kind === 'rate' ? '100' : max;
  if (whole === undefined) return undefined;
  const share = multiply(magnitude(difference), decimal('100'));
  return compare(share, multiply(decimal(points), decimal(whole))) >= 0 ? found : undefined;
}

const number = /^-?\d{1,40}(\.\d{1,40})?$/;
const measured: ReadonlySet<string> = new Set(['count', 'amount', 'rate', 'score']);

function isManyTimes(a: Decimal, b: Decimal): boolean {
  const [x, y] = [magnitude(a), magnitude(b)];
  const [more, less] = compare(x, y) >= 0 ? [x, y] : [y, x];
  if (compare(more, decimal(smallest)) < 0) return false;
  return compare(more, multiply(less, decimal(factor))) >= 0;
}
