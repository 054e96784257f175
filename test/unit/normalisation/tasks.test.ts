import { describe, expect, test } from '@jest/globals';
import { bytesInMemory } from '../../../shared/normalisation/bytes.ts';
import { inflateWeb } from '../../../shared/normalisation/inflate-web.ts';
import { check, csvText, dongThap, findingsOf, formRows, reportOf } from './form-files.ts';
import { bookOf } from './layout-files.ts';
import {
  contextWith,
  goodReports,
  goodRows,
  task,
  taskHeading,
  taskReport,
  taskSheet,
  tasks,
  title,
  told,
} from './task-files.ts';

/** One row that is changed, the two others as they are. */
const changed = (row: string[]) => csvText(taskSheet([row, ...goodRows.slice(1)]));
const [first] = goodRows as [string[]];

describe('a sheet of tasks', () => {
  test('is told whole: states, days, results, causes, and the cells that say so', async () => {
    const report = await taskReport(bookOf({ name: 'Nhiệm vụ', rows: taskSheet() }));
    expect(findingsOf(report)).toEqual([]);
    expect(report).toMatchObject({ verdict: 'passed', form: 'nhiem-vu', layout: null, observations: [] });
    expect(told(report)).toEqual(goodReports);
    expect(report.tasks.map(({ at }) => at)).toEqual(
      [4, 5, 6].map((row) => ({ sheet: 'Nhiệm vụ', cell: `B${row}` })),
    );
    expect(report.counts).toMatchObject({
      rowsRead: 0,
      tasks: { rowsRead: 6, rowsUsed: 3, rowsSkipped: 3 },
    });
    expect(report.repairs.map(({ code, from, to }) => [code, from, to])).toEqual([
      ['date-text', '15/9/2026', '2026-09-15'],
    ]);
  });

  test.each([',', ';', '\t'])('is read from a text file with %j between its fields', async (delimiter) => {
    expect(told(await taskReport(csvText(taskSheet(), delimiter)))).toEqual(goodReports);
  });

  test.each([
    'NHIỆM VỤ',
    'Nhiem vu',
    'Nhiệm vụ'.normalize('NFD'),
    'Tình hình thực hiện nhiệm vụ',
    '2. Nhiệm vụ',
    'Sheet1',
  ])('is found in a sheet called %s, beside the figures, which stay what they are', async (name) => {
    const figures = { name: 'Số liệu', rows: formRows() };
    const alone = await reportOf(bookOf(figures));
    for (const sheets of [
      [figures, { name, rows: taskSheet() }],
      [{ name, rows: taskSheet() }, figures],
    ]) {
      const context = contextWith(tasks, { form: 'qd766' });
      const { report } = await check(bookOf(...sheets), { context });
      expect(findingsOf(report)).toEqual(findingsOf(alone));
      expect(report.observations).toEqual(alone.observations);
      expect(told(report)).toEqual(goodReports);
      expect(report.counts).toMatchObject({ rowsRead: alone.counts.rowsRead, rowsUsed: 21 });
    }
  });

  test('alone is no form of figures', async () => {
    const context = contextWith(tasks, { form: 'qd766' });
    const { report } = await check(bookOf({ name: 'Nhiệm vụ', rows: taskSheet() }), { context });
    expect(findingsOf(report)).toEqual(['header-not-found']);
    expect(report.findings[0]?.hint?.en).toContain('nhiem-vu');
    expect(report.verdict).toBe('returned');
  });

  test('tells its form where none is named', async () => {
    const bytes = bookOf({ name: 'Nhiệm vụ', rows: taskSheet() });
    const unnamed = (content: Uint8Array) => {
      return checkUnnamed(content);
    };
    expect((await unnamed(bytes)).form).toBe('nhiem-vu');
    expect((await unnamed(bookOf({ name: 'Số liệu', rows: formRows() }))).form).toBe('qd766');
  });

  test('says what was not compared where the tasks are not known', async () => {
    const report = await taskReport(csvText(taskSheet()), null);
    expect(told(report)).toEqual(goodReports);
    expect(report.notRun).toEqual([
      'task-ambiguous',
      'task-closed',
      'task-code-differs',
      'task-missing',
      'task-of-another',
      'task-unknown',
    ]);
    const byText = goodRows.map(([order = '', , ...rest]) => [order, '', ...rest]);
    expect(told(await taskReport(csvText(taskSheet(byText)), null))).toEqual([]);
  });

  test('is not asked of a nil file, and not read where it is hidden', async () => {
    const hidden = { name: 'Nhiệm vụ', rows: taskSheet(), state: 'hidden' } as const;
    const report = await taskReport(bookOf({ name: 'Bìa', rows: title }, hidden));
    expect(findingsOf(report)).toEqual(['tasks-sheet-missing', 'sheet-hidden']);
    expect(report.tasks).toEqual([]);
    expect(findingsOf(await taskReport('a;b\n1;2\n'))).toEqual(['tasks-sheet-missing']);
  });

  test('twice is asked about', async () => {
    const report = await taskReport(
      bookOf({ name: 'Nhiệm vụ', rows: taskSheet() }, { name: 'Nhiệm vụ (2)', rows: taskSheet() }),
    );
    expect(findingsOf(report)).toEqual(['tasks-sheet-unclear']);
    expect(report.findings[0]?.got).toBe('Nhiệm vụ; Nhiệm vụ (2)');
  });

  test('without a heading is told, unless the unit has no tasks', async () => {
    const book = bookOf({ name: 'Số liệu', rows: formRows() }, { name: 'Nhiệm vụ', rows: [['Kính gửi']] });
    const about = async (known: typeof tasks | []) =>
      findingsOf((await check(book, { context: contextWith(known, { form: 'qd766' }) })).report);
    expect(await about(tasks)).toEqual(['task-heading-not-found']);
    expect(await about([])).toEqual([]);
  });

  test('of a unit without tasks is passed over with a word', async () => {
    const report = await taskReport(csvText(taskSheet()), []);
    expect([report.verdict, ...findingsOf(report)]).toEqual(['passed-with-warnings', 'tasks-none']);
    expect(report.tasks).toEqual([]);
  });
});

describe('a task is known', () => {
  test.each([
    ['its code', 'ubqg-11/1', []],
    ['its code in other letters', ' UBQG–11 / 01', ['task-code']],
    ['its text where it has no code', '', ['task-text']],
    ['its text where its number is no code', '1', ['task-text']],
  ])('by %s', async (_, code, repairs) => {
    const report = await taskReport(changed(['1', code, ...first.slice(2)]));
    expect(findingsOf(report)).toEqual([]);
    expect(told(report)).toEqual(goodReports);
    expect(report.repairs.map((repair) => repair.code).filter((each) => each.startsWith('task-'))).toEqual(
      repairs,
    );
  });

  test.each([
    ['NFD', tasks[0].text.normalize('NFD')],
    ['without its marks', 'Ket noi co so du lieu dat dai voi Cong dich vu cong quoc gia'],
    ['in capitals, with spaces and a number', `1.  ${tasks[0].text.toUpperCase()} `],
  ])('by its text %s', async (_, text) => {
    expect(told(await taskReport(changed(['1', '', text, ...first.slice(3)])))).toEqual(goodReports);
  });

  test('never by a text that is near: another letter is another task', async () => {
    const report = await taskReport(changed(['1', '', `${tasks[0].text}s`, ...first.slice(3)]));
    expect(findingsOf(report)).toEqual(['task-missing@B3', 'task-unknown@C4']);
    expect(report.findings[1]?.hint?.vi).toBe('Có thể là: ubqg-11/1, ubqg-11/2, ubqg-11/3.');
  });

  test('of a text whose letters were lost, the ones that fit are suggested', async () => {
    const report = await taskReport(changed(['1', '', 'C?ng b? danh m?c d? li?u m?', ...first.slice(3)]));
    const unknown = report.findings.find(({ code }) => code === 'task-unknown');
    expect(unknown?.hint?.en).toBe('It may be: ubqg-11/2.');
  });
});

describe('what is asked about', () => {
  const row = (...cells: string[]) => changed(cells);
  test.each([
    [
      'a task that is not known',
      row('1', 'ubqg-11/9', '', 'Hoàn thành'),
      ['task-missing@B3', 'task-unknown@B4'],
    ],
    [
      'a code and the text of another',
      row('1', 'ubqg-11/1', tasks[1].text, 'Hoàn thành'),
      ['task-missing@B3', 'task-code-differs@B4'],
    ],
    [
      'an unknown code and a known text',
      row('1', 'ubqg-10/1', tasks[0].text, 'Hoàn thành'),
      ['task-missing@B3', 'task-code-differs@B4'],
    ],
    [
      'a row without a task',
      row('1', '', '', 'Hoàn thành', '', 'Đã kết nối'),
      ['task-missing@B3', 'task-unnamed@B4'],
    ],
    ['a task twice', row('1', 'ubqg-11/2', '', 'Hoàn thành'), ['task-missing@B3', 'task-twice@B5']],
    ['a state in part', row('1', 'ubqg-11/1', '', 'Hoàn thành một phần'), ['task-state-unclear@D4']],
    ['no state, yet a result', row('1', 'ubqg-11/1', '', '', '', 'Đã kết nối'), ['task-state-unclear@D4']],
    [
      'a task that continues without a cause',
      row('1', 'ubqg-11/1', '', 'Tiếp tục', '', 'Đã trình'),
      ['task-cause-missing@G4'],
    ],
    ['a dash for a cause', row('1', 'ubqg-11/1', '', 'Tiếp tục', '', '', '-'), ['task-cause-missing@G4']],
    ['"none" for a cause', row('1', 'ubqg-11/1', '', 'Tiếp tục', '', '', 'Không'), ['task-cause-missing@G4']],
    [
      'a day on which a task that continues was done',
      row('1', 'ubqg-11/1', '', 'Tiếp tục', '1/9/2026', '', 'Chờ kinh phí'),
      ['task-done-date-differs@E4'],
    ],
    ['a day that is none', row('1', 'ubqg-11/1', '', 'Hoàn thành', '31/9/2026'), ['date-unclear@E4']],
    [
      'a day the American way round',
      row('1', 'ubqg-11/1', '', 'Hoàn thành', '9/15/2026'),
      ['date-unclear@E4'],
    ],
    [
      'a day after the file came',
      row('1', 'ubqg-11/1', '', 'Hoàn thành', '21/9/2026'),
      ['task-date-implausible@E4'],
    ],
    [
      'a day before it was assigned',
      row('1', 'ubqg-11/1', '', 'Hoàn thành', '19/6/2026'),
      ['task-date-implausible@E4'],
    ],
    [
      'damaged letters of a cause',
      row('1', 'ubqg-11/1', '', 'Tiếp tục', '', '', 'Ch? kinh phí, ch?a giao'),
      ['text-broken@G4'],
    ],
    [
      'a cause without end',
      row('1', 'ubqg-11/1', '', 'Tiếp tục', '', '', `${'Chờ vốn '.repeat(125)}x`),
      ['task-text-too-long@G4'],
    ],
  ])('%s', async (_, content, found) => {
    const report = await taskReport(content);
    expect(findingsOf(report)).toEqual(found);
    expect(report.verdict).toBe('returned');
  });

  test.each([
    ['Hoàn thành', '21/9/2026', ''],
    ['Tiếp tục', '1/9/2026', 'Chờ kinh phí'],
  ])(
    '%s, with a day that cannot be: the finding tells the day as it stands in the file',
    async (state, day, cause) => {
      const report = await taskReport(row('1', 'ubqg-11/1', '', state, day, '', cause));
      expect(report.findings.map(({ got }) => got)).toEqual([day]);
    },
  );

  test.each([
    '.',
    'x',
    '?',
    '0',
    '12',
    '...',
    '…',
    '/',
    'X',
    'Đang cập nhật',
    'đang cập nhật.',
    'Chưa rõ',
    'như trên',
    '(như trên)',
    'Không có',
    'Không rõ',
    'Chưa xác định',
    'Chưa có thông tin',
    'đang tổng hợp',
    'Đang thực hiện',
    'Chưa hoàn thành',
    'nt',
    'n/a',
    'Sẽ bổ sung sau',
    'x x',
    'a b',
    '1 2 3',
    'Nguyên nhân',
    'Lý do khác',
    'Không có nguyên nhân',
    'to be updated',
    'see above',
    'Đang triển khai thực hiện',
  ])('a cause that says nothing: %s', async (cause) => {
    expect(findingsOf(await taskReport(row('1', 'ubqg-11/1', '', 'Tiếp tục', '', '', cause)))).toEqual([
      'task-cause-missing@G4',
    ]);
  });

  test.each([
    'Thiếu vốn',
    'Chờ hướng dẫn',
    'Chưa được giao dự toán',
    'Đang thực hiện đấu thầu lần 2',
    'Chưa có kinh phí',
    'Chờ Bộ',
    'CHO HUONG DAN CUA BO',
    'Waiting for funds',
  ])('a cause that says something: %s', async (cause) => {
    expect(findingsOf(await taskReport(row('1', 'ubqg-11/1', '', 'Tiếp tục', '', '', cause)))).toEqual([]);
  });

  test('the last days that can be: that of the file, and that of the meeting', async () => {
    for (const day of ['20/9/2026', '20/6/2026'])
      expect(findingsOf(await taskReport(row('1', 'ubqg-11/1', '', 'Hoàn thành', day)))).toEqual([]);
  });

  test('a text that two tasks have', async () => {
    const known = [...tasks, task(4, tasks[0].text)];
    const report = await taskReport(changed(['1', '', ...first.slice(2)]), known);
    expect(report.findings.find(({ code }) => code === 'task-ambiguous')).toMatchObject({
      expected: 'ubqg-11/1, ubqg-11/4',
      at: { cell: 'C4' },
    });
    const ended = [...tasks, task(4, tasks[0].text, { open: false })];
    expect(told(await taskReport(changed(['1', '', ...first.slice(2)]), ended))).toEqual(goodReports);
  });

  test('a task that another unit leads, and one that a meeting has ended', async () => {
    const known = [tasks[0], { ...tasks[1], role: 'with' as const }, { ...tasks[2], open: false }];
    const report = await taskReport(csvText(taskSheet()), known);
    expect(findingsOf(report)).toEqual(['task-of-another@B5', 'task-closed@B6']);
    expect(report.findings.map(({ severity }) => severity)).toEqual(['error', 'warning']);
    expect(told(report)).toEqual(goodReports.slice(0, 1));
  });

  test('an open task that is not in the sheet, or whose row nobody filled in: a warning, since it then continues', async () => {
    const blank = ['2', 'ubqg-11/2', tasks[1].text, '', '', '', ''];
    const report = await taskReport(csvText(taskSheet([first, blank])));
    expect(report.findings.map(({ code, at, about, severity }) => [code, at?.cell, about, severity])).toEqual(
      [
        ['task-missing', 'B3', 'ubqg-11/3', 'warning'],
        ['task-missing', 'D5', 'ubqg-11/2', 'warning'],
      ],
    );
    expect(report.verdict).toBe('passed-with-warnings');
    expect(told(report)).toEqual(goodReports.slice(0, 1));
  });

  test('columns: none for the state, two that mean the same', async () => {
    // What else may be the state is taken for it: of "Kết quả thực hiện" the words then are none.
    const other = taskHeading.map((text) => (text === 'Tình trạng' ? 'Sản phẩm' : text));
    expect(findingsOf(await taskReport(csvText(taskSheet(goodRows, other))))).toContain(
      'task-state-unclear@F4',
    );
    const without = other.map((text) => (text === 'Kết quả thực hiện' ? 'Kết quả cụ thể' : text));
    expect(findingsOf(await taskReport(csvText(taskSheet(goodRows, without))))).toContain(
      'task-column-missing@A3',
    );
    const twice = taskHeading.map((text) => (text === 'Kết quả thực hiện' ? 'Trạng thái' : text));
    expect(findingsOf(await taskReport(csvText(taskSheet(goodRows, twice))))).toContain('column-twice@F3');
  });

  test('a title of another unit or quarter', async () => {
    const rows = taskSheet().slice(2);
    const report = await taskReport(
      csvText([['Đơn vị báo cáo: Tỉnh Gia Lai'], ['Kỳ báo cáo: Quý II/2026'], ...rows]),
    );
    expect(findingsOf(report)).toEqual(['unit-differs@A1', 'period-differs@A2']);
  });

  test('more text than one record holds', async () => {
    const known = Array.from({ length: 60 }, (_, at) => task(at + 1, `Nhiệm vụ số ${at + 1}`));
    const rows = known.map(({ id }) => [
      '',
      id,
      '',
      'Tiếp tục',
      '',
      'ế'.repeat(1_000),
      `Chờ ${'ế'.repeat(990)}`,
    ]);
    expect(findingsOf(await taskReport(csvText(taskSheet(rows)), known))).toEqual(['tasks-too-long@A3']);
  });
});

async function checkUnnamed(content: Uint8Array) {
  const { checkFile } = await import('../../../shared/normalisation/check-file.ts');
  const { catalog } = await import('../../../shared/catalog/catalog.ts');
  const request = { fileName: 'a', sha256: '00', unit: dongThap, period: '2026-Q3' };
  return (await checkFile(bytesInMemory(content, 65_536), request, { inflateRaw: inflateWeb, catalog }))
    .report;
}
