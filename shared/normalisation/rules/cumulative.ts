import { periodsBefore } from '../../catalog/period.ts';
import { add, compare, decimal, multiply, zero } from '../../observations/decimal.ts';
import { example, lastStanding, ratioRow } from './example.ts';
import { figureKey, none, numberOf, type TableRule } from './rule.ts';
import { always } from './since.ts';

const leastFigures = '3';
const slack = '0.5';

/**
 * The figures of half a year are those of two quarters: none is below the last quarter's, and together they are
 * about twice as many (about three times in the third quarter, four in the fourth).
 */
export const cumulativeSuspected: TableRule = {
  code: 'cumulative-suspected',
  state: 'shadow',
  periods: always,
  needs: 'last-standing',
  source: 'NĐ 09/2019/NĐ-CP, Art. 12: half a year (15/12–14/06) and a quarter are different periods',
  parameters: { leastFigures, slack },
  sentence: {
    vi: 'Số liệu có vẻ là lũy kế từ đầu năm, không phải của riêng quý. Hãy kiểm tra lại kỳ số liệu.',
    en: 'The figures look like sums since the beginning of the year, not those of the quarter. Check the period.',
  },
  passing: example(
    [ratioRow('A', '90', '110'), ratioRow('B', '10', '290'), ratioRow('C', '5', '6')],
    lastStanding({ A: ['80', '100'], B: ['20', '300'], C: ['5', '6'] }),
  ),
  failing: example(
    [ratioRow('A', '260', '310'), ratioRow('B', '50', '880'), ratioRow('C', '15', '18')],
    lastStanding({ A: ['80', '100'], B: ['20', '300'], C: ['5', '6'] }),
  ),
  begin({ period, last }) {
    const quarter = Number(period.code.at(-1));
    const isQuarter = period.kind === 'quarter' && quarter > 1;
    const isNext = last !== null && isQuarter && last.period === periodsBefore(period.code, 1)[0];
    let figures = 0;
    let isNowhereLess = true;
    let [now, before] = [zero, zero];
    return {
      row(row) {
        const figure = isNext ? last.figures.get(figureKey(row.indicator.id, row.area)) : undefined;
        const [a, b] = [numberOf(row.numerator), numberOf(row.denominator)];
        if (!figure?.numerator || !figure.denominator || a === null || b === null) return none;
        const [from, of] = [decimal(figure.numerator), decimal(figure.denominator)];
        if (compare(decimal(a), from) < 0 || compare(decimal(b), of) < 0) isNowhereLess = false;
        now = add(now, decimal(b));
        before = add(before, of);
        figures += 1;
        return none;
      },
      end() {
        if (!isNowhereLess || figures < Number(leastFigures) || before.units === 0n) return none;
        const times = (by: number) => multiply(before, decimal(String(by)));
        const isAbout =
          compare(now, times(quarter - Number(slack))) >= 0 &&
          compare(now, times(quarter + Number(slack))) <= 0;
        return isAbout ? [{ place: null, got: String(figures), expected: period.code }] : none;
      },
    };
  },
};
