import { example, ratioRow, valueRow } from './example.ts';
import { type FormRow, none, numberOf, type Part, type RowRule, type TableRule } from './rule.ts';
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

export const reportBlank: TableRule = {
  code: 'report-blank',
  state: 'blocking',
  periods: always,
  source: 'A template that was not filled in says nothing, not even that there is nothing to report',
  sentence: {
    vi: 'Tệp chưa có số liệu nào. Hãy nhập số liệu; chỉ tiêu chưa có số liệu thì ghi "chưa có" hoặc nêu nguyên nhân ở cột ghi chú.',
    en: 'The file holds no figure at all. Fill it in; where there is no figure yet write "chưa có" or give the reason in the column of notes.',
  },
  passing: example([ratioRow('A', null, null), noted(ratioRow('B', null, null), 'Chưa triển khai')]),
  failing: example([ratioRow('A', null, null), valueRow('B', 'score', null)]),
  begin() {
    let rows = 0;
    let says = false;
    return {
      row(row) {
        rows += 1;
        const { numerator, denominator, result, note, missing = 'missing' } = row;
        const parts = row.indicator.kind === 'ratio' ? [numerator, denominator] : [result];
        if (missing !== 'missing' || note || (row.value ?? null) !== null || !parts.every(isBlank))
          says = true;
        return none;
      },
      end: () => (rows > 0 && !says ? [{ place: null, got: null, expected: null }] : none),
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
    const { indicator, place, numerator, denominator, result, note } = row;
    if ((note !== null && note !== '') || (row.value ?? null) !== null) return none;
    const isRatio = indicator.kind === 'ratio';
    const blank = isBlank(isRatio ? numerator : result) && (!isRatio || isBlank(denominator));
    return blank ? [{ place, got: null, expected: null, about: indicator.id }] : none;
  },
};

function isBlank(part: Part | null): boolean {
  return part === null || (part.readable && part.number === null);
}

function noted(row: FormRow, note: string | null): FormRow {
  return { ...row, note };
}
