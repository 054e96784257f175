import { describe, expect, test } from '@jest/globals';
import { canonicalDecimal, isShare, shiftDecimal } from '../../../shared/normalisation/number/decimal.ts';
import { readLiteral } from '../../../shared/normalisation/number/literal.ts';
import { csvText, figures, findingsOf, formRows, indicatorRows, reportOf } from './form-files.ts';

/** Writes these cells into one column of a form and tells how each was read. */
async function column(role: 'a' | 'b' | 'result', cells: string[]): Promise<string[]> {
  const ids = [
    '766.PUBLISH_ON_TIME',
    '766.PUBLIC_UPDATE_ON_TIME',
    '766.PUBLIC_CONTENT_FULL',
    '766.DOSSIER_SYNC',
  ];
  const scores = ['766.ONLINE', '766.TTTT'];
  const changed = cells.map((cell, at) =>
    role === 'result'
      ? figures(scores[at] as string, '', '', cell)
      : figures(ids[at] as string, role === 'a' ? cell : '0', role === 'b' ? cell : '99999999999', ''),
  );
  const rows = indicatorRows(Object.assign({}, ...changed));
  const report = await reportOf(csvText(formRows({ rows })));
  return cells.map((_, at) => {
    const id = (role === 'result' ? scores : ids)[at];
    const row = report.observations.find((observation) => observation.indicator === id);
    const place =
      { a: 'E', b: 'F', result: 'G' }[role] + (rows.findIndex((cellsOf) => cellsOf[1] === id) + 5);
    const finding = report.findings.find((entry) => entry.at?.cell === place);
    const figure = { a: row?.numerator, b: row?.denominator, result: row?.value }[role];
    return finding?.code ?? `${figure}${row?.approximate ? '~' : ''}`;
  });
}

describe('numbers as they are typed, decided per column', () => {
  test.each([
    ['dot thousands', 'a', ['405.424', '1.234.567', '12'], ['405424', '1234567', '12']],
    ['counts have no decimals', 'a', ['2.154', '977'], ['2154', '977']],
    ['comma thousands', 'a', ['2,154', '1,234,567'], ['2154', '1234567']],
    ['space thousands', 'a', ['1 234 567', '1\u00a0234', '1\u202f234'], ['1234567', '1234', '1234']],
    ['two ways in one column ask', 'a', ['2.154', '2,154'], ['number-ambiguous', 'number-ambiguous']],
    ['a lost zero asks', 'a', ['1.29', '2.154'], ['count-not-whole', 'number-ambiguous']],
    ['contradiction asks', 'a', ['1.234.567', '1,234,567'], ['number-ambiguous', 'number-ambiguous']],
    ['leading zeros', 'b', ['09', '007'], ['9', '7']],
    ['digits typed as text are exact', 'b', ['12345678901234567890'], ['12345678901234567890']],
    ['too many digits', 'b', ['1'.repeat(31)], ['number-too-large']],
    ['decimal comma', 'result', ['8,84', '0,359'], ['8.84', '0.359']],
    ['decimal point', 'result', ['8.84', '0.359'], ['8.84', '0.359']],
    ['a rate has no thousands', 'result', ['8.842', '6.421'], ['8.842', '6.421']],
    ['full width', 'a', ['１２３'], ['123']],
    ['signs', 'result', ['−1', '+5'], ['score-out-of-bounds', '5']],
    ['approximations', 'a', ['gần 1.000', 'hơn 30.000', '~ 5', 'Khoảng 7'], ['1000~', '30000~', '5~', '7~']],
    ['no exponents', 'a', ['1e3'], ['number-unreadable']],
    ['two values beside a denominator', 'a', ['390/1.086'], ['two-values']],
    ['words', 'a', ['hơn 01 triệu', '2,3 nghìn'], ['1000000~', '2300']],
    ['a broken group', 'a', ['1.23.456'], ['number-ambiguous']],
    ['a percentage is no count', 'a', ['95%'], ['number-unreadable']],
    ['formulas are text', 'a', ['=HYPERLINK("http://x")'], ['number-unreadable']],
  ] as const)('%s', async (_, role, cells, expected) => {
    expect(await column(role, [...cells])).toEqual([...expected]);
  });

  test.each([
    ['', 'missing'],
    ['-', 'missing'],
    ['–', 'missing'],
    ['..', 'missing'],
    ['null', 'missing'],
    ['NULL', 'missing'],
    ['Không có số liệu', 'missing'],
    ['chưa có', 'not-yet'],
    ['…', 'not-collected'],
    ['chưa thống kê', 'not-collected'],
    ['Không áp dụng', 'not-applicable'],
  ])('not there: "%s" is %s', async (mark, status) => {
    const rows = indicatorRows(figures('766.TDGQ', mark, mark, ''));
    const report = await reportOf(csvText(formRows({ rows })));
    expect(findingsOf(report)).toEqual([]);
    const found = report.observations.find(({ indicator }) => indicator === '766.TDGQ');
    expect(found).toMatchObject({ status, numerator: null, denominator: null, value: null });
  });

  test.each(['không có', 'Không phát sinh', 'N/A'])('asks: "%s"', async (mark) => {
    const rows = indicatorRows(figures('766.TDGQ', mark, '5', ''));
    expect(findingsOf(await reportOf(csvText(formRows({ rows }))))).toEqual(['missing-unclear@E9']);
  });

  test('every repair is listed with what was written and what was read', async () => {
    const rows = indicatorRows({
      ...figures('766.TDGQ', '358.660', '405.424', '88,47'),
      ...figures('766.ONLINE', '', '', '8,8'),
      ...figures('766.DOSSIER_SYNC', 'gần 1', '２', '50 %'),
    });
    const report = await reportOf(csvText(formRows({ rows })));
    expect(report.verdict).toBe('passed');
    expect(report.repairs.map(({ code, at, from, to }) => `${at.cell} ${code} ${from} ${to}`)).toEqual([
      'E8 approximation gần 1 1',
      'F8 full-width-digits ２ 2',
      'G8 percent-sign 50 % 50',
      'E9 digit-grouping 358.660 358660',
      'F9 digit-grouping 405.424 405424',
      'G9 decimal-comma 88,47 88.47',
      'G10 decimal-comma 8,8 8.8',
    ]);
  });
});

describe('numbers as workbooks store them', () => {
  // domain.md, "Notes on reading and arithmetic": the shortest decimal of the same double.
  test.each([
    ['9.4684550000000005', false, { number: '9.468455', residue: true }],
    ['405424', false, { number: '405424', residue: false }],
    ['1E3', false, { number: '1000', residue: false }],
    ['1.5E-7', false, { number: '0.00000015', residue: false }],
    ['-0', false, { number: '0', residue: false }],
    ['0.30000000000000004', false, { number: '0.30000000000000004', residue: false }],
    ['0.30000000000000004', true, { number: '0.3', residue: true }],
    ['88.465408658589525', true, { number: '88.4654086585895', residue: true }],
    ['9007199254740992', false, { number: '9007199254740992', residue: false }],
    ['9007199254740993', false, { fault: 'number-too-large' }],
    ['1E300', false, { fault: 'number-too-large' }],
    ['1E999', false, { fault: 'number-too-large' }],
    ['0x10', false, { fault: 'number-unreadable' }],
    ['', false, { fault: 'number-unreadable' }],
    ['1E-45', false, { fault: 'number-unreadable' }],
  ] as const)('%s (formula: %s)', (literal, formula, expected) => {
    expect(readLiteral(literal, formula)).toEqual(expected);
  });

  test('one writing of a decimal', () => {
    const written = ['007', '1.50', '+3', '-0.0', '.5', '5.', '12e-1', '1e2', 'x', '.', ''];
    expect(written.map(canonicalDecimal)).toEqual([
      '7',
      '1.5',
      '3',
      '0',
      '0.5',
      '5',
      '1.2',
      '100',
      undefined,
      undefined,
      undefined,
    ]);
    expect(['0.955', '0.0005', '-12.3456', '0'].map((text) => shiftDecimal(text, 2))).toEqual([
      '95.5',
      '0.05',
      '-1234.56',
      '0',
    ]);
  });

  // 358660/405424 = 0.884654…; 1/3 = 0.333…
  test.each([
    ['88.47', '358660', '405424', true],
    ['88.46', '358660', '405424', true],
    ['88.48', '358660', '405424', false],
    ['88', '358660', '405424', true],
    ['0.8847', '358660', '405424', false],
    ['33.333', '1', '3', true],
    ['33.335', '1', '3', false],
  ])('%s %% is %s of %s: %s', (percent, a, b, expected) => {
    expect(isShare(percent, a, b)).toBe(expected);
  });
});
