import type { HazardCell, HazardContainer, HazardRow } from './hazard-files.ts';

/**
 * How each row of `cell_value_cases.csv` is to come out, where it stands, in the writing of an observation:
 * the figure, ` ~` where it is approximate, a note in brackets, a status where nothing is reported, `ask` and
 * the finding's code where a person has to answer. `reading` says how an ambiguous row of the source was
 * understood.
 */
export type CellReading = {
  /** The line of the source file. */
  line: number;
  place:
    | 'result'
    | 'numerator'
    | 'name'
    | 'code'
    | 'measure'
    | 'unit'
    | 'period'
    | 'heading'
    | 'row under the heading';
  indicator?: string;
  expected: string;
  /** Another writing of the same case. */
  raw?: string;
  /** As a workbook stores it. */
  stored?: HazardCell;
  row?: HazardRow;
  /** A row above the title. */
  above?: HazardRow;
  period?: string;
  only?: readonly HazardContainer[];
  reading?: string;
};

const workbooks = ['xlsx', 'xls'] as const;
const number = (literal: string, format = 'General'): HazardCell => ({ number: literal, format });
const inResult = (
  line: number,
  indicator: string,
  expected: string,
  more: Partial<CellReading> = {},
): CellReading => ({
  line,
  place: 'result',
  indicator: `HZ.${indicator}`,
  expected,
  ...more,
});

export const cellReadings: readonly CellReading[] = [
  inResult(2, 'AMOUNT', '1234.56'),
  inResult(3, 'AMOUNT', '3359.8', { reading: 'the canonical decimal of 3359.80' }),
  inResult(4, 'COUNT', '2154'),
  inResult(4, 'AMOUNT', 'ask number-ambiguous', { reading: 'nothing else in the column decides' }),
  inResult(4, 'SCORE', '2.154', { reading: 'points have no thousands' }),
  inResult(5, 'COUNT', 'ask count-not-whole', { reading: 'flagged, not guessed' }),
  inResult(5, 'COUNT', 'ask count-not-whole', { stored: number('1.29'), only: workbooks }),
  inResult(6, 'COUNT', '977'),
  inResult(6, 'COUNT', '977', { stored: number('977'), only: workbooks }),
  inResult(7, 'SCORE', '0.8002'),
  inResult(8, 'SCORE', '0.359'),
  inResult(8, 'SCORE', '0.359', { stored: number('0.35899999999999999'), only: workbooks }),
  inResult(9, 'SCORE', '1'),
  inResult(10, 'AMOUNT', '1234.56'),
  inResult(11, 'COUNT', '1234567'),
  inResult(11, 'COUNT', '1234567', { raw: '1\u00a0234\u00a0567', reading: 'U+00A0' }),
  inResult(11, 'COUNT', '1234567', { raw: '1\u202f234\u202f567', reading: 'U+202F' }),
  inResult(12, 'COUNT', '77732636'),
  ...[13, 14, 15].map(
    (line): CellReading => ({
      line,
      place: 'numerator',
      indicator: 'HZ.RATIO',
      expected: { 13: '390 of 1086', 14: '2416 of 3924', 15: '22 of 22' }[line] as string,
    }),
  ),
  inResult(13, 'RATIO', '390 of 1086', { reading: 'in the result column, with both parts blank' }),
  inResult(13, 'COUNT', 'ask two-values', { reading: 'a count is one number' }),
  inResult(15, 'COUNT', 'ask number-is-date', {
    raw: '9/10',
    stored: number('46304', 'd-mmm'),
    only: workbooks,
    reading: 'what Excel made of 9/10',
  }),
  inResult(16, 'RATE', '95.5'),
  inResult(17, 'RATE', '95.5', { stored: number('0.95499999999999996', '0.0%'), only: workbooks }),
  inResult(17, 'RATE', '0.955', { only: ['csv', 'csv-utf-16'], reading: 'a text file has no format' }),
  inResult(18, 'RATE', '100'),
  inResult(19, 'RATE', 'ask rate-out-of-bounds', { reading: 'a share' }),
  inResult(19, 'PLAN', '120', { reading: 'completion of a plan' }),
  inResult(20, 'TARGET', '20..50'),
  inResult(21, 'TARGET', '40..50'),
  inResult(22, 'TARGET', '>=80'),
  inResult(23, 'TARGET', '>=30'),
  inResult(24, 'TARGET', '>0.7'),
  inResult(25, 'TARGET', '>=3 (và tăng dần theo yêu cầu phát triển)'),
  inResult(26, 'COUNT', '9'),
  inResult(27, 'COUNT', '1'),
  { line: 27, place: 'unit', expected: 'resolved', reading: 'the code of Hà Nội' },
  inResult(28, 'COUNT', '1000 ~'),
  inResult(29, 'COUNT', '30000 ~'),
  inResult(30, 'COUNT', '1000000 ~'),
  inResult(31, 'USD', '53000000000'),
  inResult(31, 'AMOUNT', 'ask measure-differs', { reading: 'dollars where đồng are asked for' }),
  inResult(32, 'AMOUNT', '2300000000000000'),
  { line: 33, place: 'measure', indicator: 'HZ.AMOUNT', expected: '5000000', reading: '5 in triệu đồng' },
  {
    line: 33,
    place: 'measure',
    indicator: 'HZ.COUNT',
    expected: 'ask measure-differs',
    reading: 'đồng beside dossiers',
  },
  inResult(34, 'COUNT', 'ask missing-unclear'),
  inResult(34, 'RATE', 'ask missing-unclear'),
  inResult(35, 'COUNT', 'not-yet'),
  inResult(36, 'COUNT', 'not-collected'),
  ...['x', 'X', '✓', 'v'].map((raw) => inResult(37, 'MARK', 'true', { raw })),
  inResult(38, 'COUNT', 'not-collected', {
    reading: 'GSO: the thing exists, nobody has its figure; value null',
  }),
  inResult(39, 'COUNT', 'missing'),
  inResult(40, 'COUNT', 'ask cell-error', { stored: { error: '#REF!' } }),
  inResult(41, 'AMOUNT', 'ask cell-error', { stored: { error: '#VALUE!' } }),
  inResult(42, 'COUNT', '0'),
  inResult(42, 'COUNT', '0', { stored: number('0'), only: workbooks }),
  {
    line: 43,
    place: 'row under the heading',
    row: ['1', '2', '3', '', '5', '6', '4=5/6', ''],
    expected: 'resolved',
    reading: 'numbers of the columns, with the formula of one',
  },
  {
    line: 43,
    place: 'row under the heading',
    row: ['A', 'B', '1', '', '2', '3', '4=5+6', ''],
    expected: 'resolved',
  },
  {
    line: 44,
    place: 'row under the heading',
    row: ['A', 'B', 'C', '', '1', '2', '3', ''],
    expected: 'resolved',
  },
  {
    line: 45,
    place: 'row under the heading',
    row: ['I', '', 'Nhóm thử', '', '', '', '', ''],
    expected: 'resolved',
    reading: 'the number of a section of the form',
  },
  { line: 46, place: 'code', indicator: 'HZ.11.10', expected: '7', reading: 'a code is text' },
  inResult(46, 'TEXT', '11.10', { reading: 'a text stays as it is written' }),
  ...[
    [47, '2022-Q1'],
    [48, '2022-Q1'],
    [49, '2022-Q1'],
    [50, '2022-Q1'],
    [51, '2023-Q4'],
  ].map(
    ([line, period]): CellReading => ({
      line: line as number,
      place: 'period',
      period: period as string,
      expected: 'resolved',
    }),
  ),
  {
    line: 52,
    place: 'period',
    period: '2025-Q3',
    expected: 'ask period-cumulative',
    reading: 'nine months are no quarter',
  },
  { line: 53, place: 'period', period: '2022-Q1', expected: 'ask period-unclear' },
  inResult(54, 'DATE', '2022-04-27', { period: '2022-Q2' }),
  inResult(54, 'DATE', '2022-04-27', {
    period: '2022-Q2',
    stored: number('27.399999999999999'),
    only: workbooks,
  }),
  inResult(55, 'DATE', '2022-04-24', { period: '2022-Q2' }),
  inResult(55, 'DATE', '2021-12-24', {
    raw: '24/12',
    reading: 'the first quarter of 2022 begins on 2021-12-15',
  }),
  inResult(56, 'DATE', '2021-09-24'),
  inResult(57, 'DATE', '2022-08-08'),
  inResult(57, 'DATE', 'ask date-unclear', { raw: '8/13/2022', reading: 'never the American order' }),
  inResult(58, 'DATE', '2022-04-25'),
  inResult(58, 'DATE', '2022-04-25', { stored: number('44676', 'dd/mm/yyyy'), only: workbooks }),
  inResult(59, 'DATE', '2022-04-27T18:54+07:00'),
  inResult(60, 'DATE', '2021-11-30T19:30+07:00'),
  { line: 61, place: 'name', indicator: 'HZ.HOA', expected: '7' },
  { line: 62, place: 'name', indicator: 'HZ.THUY', expected: '7' },
  { line: 63, place: 'name', indicator: 'HZ.TYLE', expected: '7' },
  inResult(64, 'TEXT', 'Bộ Tài chính'),
  inResult(65, 'TEXT', 'trung ương', {
    above: ['B\u00e9 T\u00b5i ch\u00ddnh'],
    reading: 'beside another text of its source: one word alone tells no encoding',
  }),
  inResult(66, 'TEXT', 'ask text-broken'),
  {
    line: 67,
    place: 'name',
    indicator: 'HZ.CNTT',
    expected: '7',
    reading: 'with its marks folded away the name is whole, and no other indicator has it',
  },
  { line: 68, place: 'unit', raw: 'Ðà Nẵng', expected: 'ask unit-unclear', reading: 'U+00D0 in a name' },
  inResult(68, 'TEXT', 'ask text-broken'),
  {
    line: 69,
    place: 'heading',
    raw: '\ufeffSTT',
    expected: 'resolved',
    reading: 'U+FEFF inside the first heading',
  },
  inResult(70, 'TEXT', '=HYPERLINK("http://x")'),
  inResult(70, 'COUNT', 'ask number-unreadable'),
  inResult(71, 'COUNT', '12345678901234567890', { reading: 'kept, exact as it was typed' }),
  inResult(71, 'COUNT', 'ask number-too-large', { stored: number('12345678901234567890'), only: workbooks }),
  inResult(72, 'COUNT', 'ask number-unreadable'),
  inResult(73, 'COUNT', '123'),
];
