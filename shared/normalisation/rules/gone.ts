import { capitalised, writtenPeriod } from '../../written.ts';
import { isBlankRow, noted, said, saysWhy } from './blank-row.ts';
import { example, lastStanding, ratioRow } from './example.ts';
import { figureIn } from './hints.ts';
import { figureKey, none, type RowRule } from './rule.ts';
import { always } from './since.ts';

/**
 * A figure stood in the last period and is blank now, and neither the cell nor the note says why. It is asked when
 * signing, once for all such figures of a file, however many they are: an explanation is given for a code.
 */
export const figureGone: RowRule = {
  code: 'figure-gone',
  state: 'warning',
  periods: always,
  needs: 'last-standing',
  source: 'A gap is not told from a figure that was forgotten: a national figure without it is another one',
  causedBy: ['report-blank'],
  sentence: {
    vi: 'Kỳ trước có số liệu, nay để trống mà không nêu nguyên nhân. Hãy nhập số liệu, hoặc ghi "chưa có" hay nguyên nhân ở cột ghi chú; nếu đúng là để trống, hãy giải trình khi ký.',
    en: 'There was a figure in the last period; now the cell is blank and no reason is given. Fill it in, or write "chưa có" or the reason in the column of notes; if blank is right, explain it when signing.',
  },
  passing: example(
    [
      noted(ratioRow('A', null, null), 'Tạm dừng thống kê từ 01/7/2026'),
      said(ratioRow('B', null, null), 'not-collected'),
      ratioRow('C', null, null),
      ratioRow('D', '0', '0'),
      ratioRow('E', null, null, '91.5'),
    ],
    lastStanding({ A: ['1', '2'], B: ['3', '4'], D: ['5', '6'], E: ['43', '47'] }),
  ),
  failing: example(
    [noted(ratioRow('A', null, null), 'Nguồn: Cổng Dịch vụ công quốc gia')],
    lastStanding({ A: ['43', '47'] }),
  ),
  checkRow: (row, { last }) => {
    const figure = last?.figures.get(figureKey(row.indicator.id, row.area));
    if (!last || !figure || !isBlankRow(row) || saysWhy(row)) return none;
    const { value, numerator, denominator } = figure;
    const before = value ?? (numerator === null || denominator === null ? null : [numerator, denominator]);
    if (before === null) return none;
    const { place } = (row.indicator.kind === 'ratio' ? row.numerator : row.result) ?? row;
    const hint = {
      vi: `${capitalised(writtenPeriod(last.period, 'vi'))} là ${figureIn(before, 'vi')}.`,
      en: `In ${writtenPeriod(last.period, 'en')} it was ${figureIn(before, 'en')}.`,
    };
    return [{ place, got: null, expected: null, about: row.indicator.id, hint }];
  },
};
