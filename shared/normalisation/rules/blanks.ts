import { isBlankRow, noted, said, saysWhy } from './blank-row.ts';
import { example, ratioRow, valueRow } from './example.ts';
import { none, numberOf, type RowRule, type TableRule } from './rule.ts';
import { always } from './since.ts';

const leastFigures = '3';

export const allZero: TableRule = {
  code: 'all-zero',
  state: 'warning',
  periods: always,
  source: 'A form that is full of zeros is most often one that was not filled in',
  parameters: { leastFigures },
  sentence: {
    vi: 'Mọi số liệu trong tệp đều bằng 0. Nếu chưa có số liệu, hãy để trống ô; nếu đúng là 0, hãy giải trình khi ký.',
    en: 'Every figure in the file is zero. Leave a cell blank when there is no figure yet; if zero is right, explain it when signing.',
  },
  passing: example([ratioRow('A', '0', '0'), ratioRow('B', '0', '0'), ratioRow('C', '0', '7')]),
  failing: example([ratioRow('A', '0', '0'), ratioRow('B', '0', '0'), valueRow('C', 'score', '0')]),
  begin() {
    let figures = 0;
    let isZero = true;
    return {
      row({ indicator, numerator, denominator, result }) {
        if (!isZero) return none;
        const isRatio = indicator.kind === 'ratio';
        const first = numberOf(isRatio ? numerator : result);
        const second = isRatio ? numberOf(denominator) : null;
        if (first !== null || second !== null) figures += 1;
        if ((first ?? '0') !== '0' || (second ?? '0') !== '0') isZero = false;
        return none;
      },
      end: () =>
        isZero && figures >= Number(leastFigures)
          ? [{ place: null, got: String(figures), expected: null }]
          : none,
    };
  },
};

/** Where nothing was read because rows could not be, the file may hold figures all the same. */
const unread = [
  'csv-ragged',
  'csv-stray-quote',
  'csv-text-after-quote',
  'csv-unterminated-quote',
  'indicator-damaged',
];

/**
 * A file without a single figure passes only where each of its indicators says why. One reason does not speak for the
 * others, and a source line (`Nguồn: …`), which a template carries from one period to the next, is none.
 */
export const reportBlank: TableRule = {
  code: 'report-blank',
  state: 'blocking',
  periods: always,
  source: 'A template that was not filled in says nothing, not even that there is nothing to report',
  sentence: {
    vi: 'Tệp chưa có số liệu nào. Hãy nhập số liệu; nếu chưa có, từng chỉ tiêu phải ghi "chưa có" hoặc nêu nguyên nhân ở cột ghi chú (nguồn số liệu không phải là nguyên nhân).',
    en: 'The file holds no figure at all. Fill it in; where there is none yet, each indicator must say "chưa có" or give the reason in the column of notes (a source is no reason).',
  },
  lostWith: unread,
  passing: example([
    noted(ratioRow('A', null, null), 'Chưa triển khai'),
    said(ratioRow('B', null, null), 'not-yet'),
  ]),
  failing: example([
    noted(ratioRow('A', null, null), 'Chưa triển khai'),
    noted(valueRow('B', 'score', null), 'Nguồn: Cổng Dịch vụ công quốc gia'),
  ]),
  begin() {
    let isSilent = false;
    let hasFigure = false;
    return {
      row(row) {
        if (!isBlankRow(row)) hasFigure = true;
        else if (!saysWhy(row)) isSilent = true;
        return none;
      },
      end: () => (isSilent && !hasFigure ? [{ place: null, got: null, expected: null }] : none),
    };
  },
};

export const missingWithoutNote: RowRule = {
  code: 'missing-without-note',
  state: 'shadow',
  periods: always,
  source:
    'A gap may mean not yet, not collected or not applicable; it is being tried what asking for the reason would cost',
  sentence: {
    vi: 'Chỉ tiêu chưa có số liệu cần có nguyên nhân ở cột ghi chú. Hãy ghi ngắn gọn nguyên nhân.',
    en: 'An indicator without a figure needs the reason in the column of notes. Write it in a few words.',
  },
  passing: example([
    noted(ratioRow('A', null, null), 'Chưa triển khai'),
    noted(ratioRow('B', '1', '2'), null),
  ]),
  failing: example([noted(ratioRow('A', null, null), null)]),
  checkRow: (row) => {
    const { indicator, place, note } = row;
    if ((note ?? '') !== '' || !isBlankRow(row)) return none;
    return [{ place, got: null, expected: null, about: indicator.id }];
  },
};
