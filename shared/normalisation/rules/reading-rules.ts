import { readingFaults } from '../reading-faults.ts';
import type { RuleFacts, RuleState } from './rule.ts';
import { always } from './since.ts';

/** A small file as its rows of cells, and what it is sent for. */
export type FileExample = {
  unit: string;
  form: string;
  period: string;
  rows: readonly (readonly string[])[];
};

/**
 * A rule that is decided while a file is read, since what it compares is not figures: the title and the ticket, a
 * row and the one before it, a total and its rows. The reader decides and names the code; the sentence is the
 * fault's; the state says whether what was found is shown, counted or left out, as with every other rule.
 */
export type ReadingRule = Pick<RuleFacts, 'code' | 'sentence' | 'state' | 'periods' | 'source'> & {
  /** Its state cannot be changed: what cannot be named is not loaded, and hiding that would lose figures unseen. */
  fixed?: true;
  passing: FileExample;
  failing: FileExample;
};

type Code = keyof typeof readingFaults;
type Facts = Pick<ReadingRule, 'source' | 'passing' | 'failing'> & { fixed?: true };

function rule(code: Code, facts: Facts): ReadingRule {
  const { severity, vi, en } = readingFaults[code];
  const state: RuleState = severity === 'error' ? 'blocking' : 'warning';
  return { code, sentence: { vi, en }, state, periods: always, ...facts };
}

const heading = ['STT', 'Mã chỉ tiêu', 'Tên chỉ tiêu', 'ĐVT', 'Tử số', 'Mẫu số', 'Kết quả'];
const figure = ['1', '766.TDGQ', '', '%', '1', '2', '50'];
const asked = { unit: 'province:82@2025', form: 'qd766', period: '2026-Q3' };

/** A form with one row, under a title that names a unit and a period. */
function form(unit: string, period: string, ...more: string[][]): FileExample {
  return { ...asked, rows: [...titleOf(unit, period), ...more, heading, figure] };
}

function titleOf(unit: string, period: string): string[][] {
  return [
    ...(unit === '' ? [] : [[`Đơn vị báo cáo: ${unit}`]]),
    ...(period === '' ? [] : [[`Kỳ báo cáo: ${period}`]]),
  ];
}

/** A table with a unit in each row. */
function cross(...rows: string[][]): FileExample {
  const head = ['STT', 'Xã, phường', '766.TDGQ (a)', '766.TDGQ (b)'];
  return { ...asked, rows: [...titleOf('Tỉnh Đồng Tháp', 'Quý III/2026'), head, ...rows] };
}

function long(...rows: string[][]): FileExample {
  const head = ['Đơn vị', 'Mã chỉ tiêu', 'Kỳ', 'Tử số', 'Mẫu số', 'Giá trị'];
  return { ...asked, rows: [head, ...rows] };
}

const right = form('Tỉnh Đồng Tháp', 'Quý III/2026');
const ticket =
  'NĐ 09/2019/NĐ-CP: a report names the unit that makes it and its period; they are those of the ticket';
const oneRow =
  'The figure of a unit and period is one: a row that stands twice hides another one. The first is the one that is used where this does not block';
const adding = 'What a table adds up is held against its rows, exactly, and is never loaded';
const [myTho, daoThanh, myPhong] = ['Phường Mỹ Tho', 'Phường Đạo Thạnh', 'Phường Mỹ Phong'] as const;

export const readingRules: readonly ReadingRule[] = [
  rule('unit-differs', { source: ticket, passing: right, failing: form('Tỉnh Gia Lai', 'Quý III/2026') }),
  rule('unit-unknown', {
    source: ticket,
    fixed: true,
    passing: right,
    failing: form('Tỉnh Không Đâu', 'Quý III/2026'),
  }),
  rule('unit-dissolved', {
    source:
      'NQ 15/2008/QH12: Hà Tây is part of Hà Nội since 01/08/2008; a report names a unit of its own period',
    fixed: true,
    passing: right,
    failing: form('Tỉnh Hà Tây', 'Quý III/2026'),
  }),
  rule('unit-unclear', {
    source:
      'NQ 202/2025/QH15: 63 provinces became 34; whether a former name means the new unit is asked, not guessed',
    fixed: true,
    passing: right,
    failing: form('Tỉnh Tiền Giang', 'Quý III/2026'),
  }),
  rule('title-without-unit', { source: ticket, passing: right, failing: form('', 'Quý III/2026') }),
  rule('period-differs', { source: ticket, passing: right, failing: form('Tỉnh Đồng Tháp', 'Quý II/2026') }),
  rule('period-cumulative', {
    source: 'NĐ 09/2019/NĐ-CP, Art. 12: half a year (15/12–14/06) and a quarter are different periods',
    passing: right,
    failing: form('Tỉnh Đồng Tháp', '9 tháng năm 2026'),
  }),
  rule('period-unclear', { source: ticket, passing: right, failing: form('Tỉnh Đồng Tháp', 'Quý này') }),
  rule('title-without-period', { source: ticket, passing: right, failing: form('Tỉnh Đồng Tháp', '') }),
  rule('form-differs', {
    source:
      'NĐ 09/2019/NĐ-CP: a reporting regime names its forms; a file is read as the one that the ticket names',
    passing: form('Tỉnh Đồng Tháp', 'Quý III/2026', ['Biểu mẫu: qd766']),
    failing: form('Tỉnh Đồng Tháp', 'Quý III/2026', ['Biểu mẫu: dti922']),
  }),
  rule('unit-twice', {
    source: oneRow,
    passing: cross(['1', myTho, '1', '2'], ['2', daoThanh, '1', '2']),
    failing: cross(['1', myTho, '1', '2'], ['2', myTho, '1', '2']),
  }),
  rule('units-missing', {
    source:
      'A table of the units inside a province has a row for each: one that is missing is often hidden by another that stands twice',
    passing: cross(['1', 'Tỉnh Đồng Tháp', '1', '2']),
    failing: cross(['1', myTho, '1', '2']),
  }),
  rule('observation-twice', {
    source: oneRow,
    passing: long(['Tỉnh Đồng Tháp', '766.TDGQ', 'Quý III/2026', '1', '2', '']),
    failing: long(
      ['Tỉnh Đồng Tháp', '766.TDGQ', 'Quý III/2026', '1', '2', ''],
      ['Tỉnh Đồng Tháp', '766.TDGQ', 'Quý III/2026', '1', '3', ''],
    ),
  }),
  rule('total-differs', {
    source: adding,
    passing: cross(['1', myTho, '1', '2'], ['2', myPhong, '3', '5'], ['', 'Tổng cộng', '4', '7']),
    failing: cross(['1', myTho, '1', '2'], ['2', myPhong, '3', '5'], ['', 'Tổng cộng', '4', '8']),
  }),
  rule('formula-differs', {
    source: 'The row of column numbers says which column is computed from which (`4=5+6`)',
    passing: { ...asked, rows: [...right.rows.slice(0, 2), ...formulaRows('3')] },
    failing: { ...asked, rows: [...right.rows.slice(0, 2), ...formulaRows('4')] },
  }),
];

function formulaRows(sum: string): string[][] {
  return [
    ['STT', 'Mã chỉ tiêu', 'Tử số', 'Mẫu số', 'Kết quả', 'Hồ sơ trực tuyến', 'Hồ sơ trực tiếp'],
    ['A', 'B', '1', '2=4+5', '3', '4', '5'],
    ['1', '766.TDGQ', '1', sum, '', '1', '2'],
  ];
}
