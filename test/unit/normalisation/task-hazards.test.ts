import { describe, expect, test } from '@jest/globals';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { encodeText, writeDelimited } from '../../writers/texts.ts';
import { type WorkbookWriter, workbookWriters } from '../../writers/workbooks.ts';
import { csvText, findingsOf } from './form-files.ts';
import { bookOf } from './layout-files.ts';
import {
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
import { writeWorkbook } from './workbook-writer.ts';

/** What offices do to a table of tasks: none of it changes what is read, or it is told. */

const quiet = async (content: string | Uint8Array) => {
  const report = await taskReport(content);
  expect(findingsOf(report)).toEqual([]);
  expect(told(report)).toEqual(goodReports);
  return report;
};

describe('written by other programs', () => {
  test.each(Object.keys(workbookWriters) as WorkbookWriter[])('%s', async (writer) => {
    await quiet(await workbookWriters[writer]([{ name: 'Nhiệm vụ', rows: taskSheet() }]));
  });

  test.each(['utf-16le', 'utf-16be', 'windows-1258'] as const)('as text in %s', async (encoding) => {
    const format = { delimiter: ';', newline: '\r\n', quotes: true, encoding } as const;
    await quiet(writeDelimited(taskSheet(), format));
  });

  test('a day as a serial number of Excel', async () => {
    const rows = taskSheet().map((row) => [...row] as (string | { number: number; format: string })[]);
    // 46280 is 15 September 2026: 46023 is 1 January 2026 (Excel), and that day is the 258th of the year.
    (rows[3] as (typeof rows)[number])[4] = { number: 46_280, format: 'dd/mm/yyyy' };
    const report = await quiet(await workbookWriters.exceljs([{ name: 'Nhiệm vụ', rows }]));
    expect(report.repairs.map(({ code, from, to }) => [code, from, to])).toEqual([
      ['date-serial', '46280', '2026-09-15'],
    ]);
  });
});

describe('laid out otherwise', () => {
  test('a heading of two rows, merged', async () => {
    const upper = ['STT', 'Mã nhiệm vụ', 'Nội dung nhiệm vụ', 'Tình hình thực hiện', '', '', 'Nguyên nhân'];
    const lower = ['', '', '', 'Tình trạng', 'Ngày hoàn thành', 'Kết quả thực hiện', ''];
    const numbers = ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)', '(7)'];
    const rows = [...title, upper, lower, numbers, ...goodRows];
    const merges = ['D3:F3', 'A3:A4', 'B3:B4', 'C3:C4', 'G3:G4'];
    await quiet(bookOf({ name: 'Nhiệm vụ', rows, merges }));
    await quiet(bookOf({ name: 'Trang 1', rows, merges }));
  });

  test('titles above in many lines, groups between, signatures below', async () => {
    const rows = [
      ['BỘ MẪU', '', '', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
      ['BÁO CÁO TÌNH HÌNH THỰC HIỆN NHIỆM VỤ GIAO TẠI PHIÊN HỌP QUÝ I/2025'],
      ...title,
      [],
      taskHeading,
      ['I', '', 'Nhiệm vụ giao tại phiên họp lần thứ 11'],
      ...goodRows,
      ['', '', '', '', '', 'Đồng Tháp, ngày 18 tháng 9 năm 2026'],
      ['', '', 'NGƯỜI LẬP BIỂU', '', '', 'THỦ TRƯỞNG ĐƠN VỊ'],
      ['', '', 'Nguyễn Văn A', '', '', 'Trần Thị B'],
    ];
    await quiet(bookOf({ name: 'Nhiệm vụ', rows }));
  });

  test('spaces around every text, no-break ones too', async () => {
    const spaced = taskSheet().map((row) => row.map((text) => (text === '' ? ' ' : ` ${text}\u00A0 `)));
    await quiet(bookOf({ name: ' Nhiệm vụ ', rows: spaced }));
  });

  test('all without marks: headings, states, and names by which tasks are known', async () => {
    const plain = (text: string) =>
      text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');
    const rows = [
      ...title,
      taskHeading.map(plain),
      ...goodRows.map(([order = '', , text = '', state = '', ...rest]) => [
        order,
        '',
        plain(text),
        plain(state),
        ...rest,
      ]),
    ];
    expect(told(await taskReport(bookOf({ name: 'NHIEM VU', rows })))).toEqual(goodReports);
  });

  test('letters of TCVN3', async () => {
    const stored = (text: string) => Buffer.from(encodeText(text, 'tcvn3')).toString('latin1');
    const rows = taskSheet().map((row) => row.map(stored));
    const report = await taskReport(bookOf({ name: 'Nhiem vu', rows }));
    expect(told(report)).toEqual(goodReports);
    expect(report.repairs.some(({ code }) => code === 'tcvn3')).toBe(true);
  });

  test('more columns, of which some are read past and some are not known', async () => {
    const more = [
      'Cơ quan chủ trì',
      'Cơ quan phối hợp',
      'Sản phẩm',
      'Thời hạn hoàn thành',
      'Ghi chú',
      'Chuyên viên',
    ];
    const own = ['Tỉnh Đồng Tháp', 'Bộ Tài chính', 'Hệ thống', '31/12/2026', 'ngày 30 tháng 9 năm 2026', 'A'];
    await quiet(
      bookOf({
        name: 'Nhiệm vụ',
        rows: [...title, [...more, ...taskHeading], ...goodRows.map((row) => [...own, ...row])],
      }),
    );
  });

  test('a merge over two rows of tasks: the second has no task of its own, which is told', async () => {
    const rows = taskSheet([...goodRows.slice(0, 2), ['', '', '', 'Hoàn thành', '', 'Đã xong', '']]);
    const report = await taskReport(bookOf({ name: 'Nhiệm vụ', rows, merges: ['B5:B6', 'C5:C6'] }));
    expect(findingsOf(report)).toEqual(['task-missing@B3', 'task-unnamed@B6']);
  });

  test('hidden rows and columns are read as the others are', async () => {
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet('Nhiệm vụ');
    for (const row of taskSheet()) sheet.addRow(row);
    sheet.getRow(5).hidden = true;
    sheet.getColumn(3).hidden = true;
    await quiet(new Uint8Array(await workbook.xlsx.writeBuffer()));
  });

  test('results of formulas are read; one without a value and an error are told', async () => {
    const cell = (ref: string, text: string) => `<c r="${ref}" t="inlineStr"><is><t>${text}</t></is></c>`;
    const book = (state: string) =>
      writeWorkbook({
        sheets: [
          {
            name: 'Nhiệm vụ',
            xml: `<sheetData><row r="1">${['Mã nhiệm vụ', 'Tình trạng', 'Nguyên nhân'].map((text, at) => cell(`${'ABC'[at]}1`, text)).join('')}</row><row r="2">${cell('A2', 'ubqg-11/1')}${state}</row></sheetData>`,
          },
        ],
      });
    const states = async (state: string) =>
      findingsOf(await taskReport(book(state))).filter((code) => !/^(title|task-missing)/.test(code));
    expect(await states('<c r="B2" t="str"><f>Z1</f><v>Hoàn thành</v></c>')).toEqual([]);
    expect(await states('<c r="B2"><f>Z1</f></c>')).toEqual(['formula-without-value@B2']);
    expect(await states('<c r="B2" t="e"><f>Z1</f><v>#REF!</v></c>')).toEqual(['cell-error@B2']);
  });

  test('a result that ends with a date is no line of the signatures', async () => {
    const dated = 'Ban hành Quyết định số 12/QĐ-BNV ngày 15 tháng 9 năm 2026';
    const [first, ...rest] = goodRows as [string[], ...string[][]];
    const row = [...first.slice(0, 5), dated, ''];
    expect(told(await taskReport(csvText(taskSheet([row, ...rest]))))).toEqual([
      { ...goodReports[0], result: dated },
      ...goodReports.slice(1),
    ]);
  });
});

describe('signatures below the table', () => {
  const foot = [
    ['', '', '', '', '', 'Đồng Tháp, ngày 18 tháng 9 năm 2026', ''],
    ['', '', 'Người lập biểu', '', '', '', 'TM. ỦY BAN NHÂN DÂN'],
    ['', '', '(Ký, ghi rõ họ tên)', 'KT. CHỦ TỊCH', '', '', ''],
    ['', '', 'Nguyễn Văn A', '', '', '', 'Trần Thị B'],
  ];

  test.each([0, 1, 2])('end it, whichever line is the first (%i)', async (at) => {
    await quiet(csvText([...taskSheet(), ...foot.slice(at)]));
  });

  const signer = 'Chủ tịch UBND tỉnh ban hành kế hoạch chuyển đổi số';
  const [first, ...rest] = goodRows as [string[], ...string[][]];
  const found = async (...rows: string[][]) => {
    const report = await taskReport(csvText(taskSheet(rows)));
    return [findingsOf(report), told(report).map(({ task: id }) => id)] as const;
  };
  const others = ['ubqg-11/1', 'ubqg-11/2', 'ubqg-11/3'];

  test.each([
    [
      'a state that is not clear',
      ['2', '', signer, 'Đang thực hiện 60%', '', '', 'Chờ hướng dẫn'],
      'task-unknown@C5',
    ],
    ['a cause', ['', '', signer, '', '', '', 'Chờ hướng dẫn của Bộ'], 'task-unknown@C5'],
    ['a result', ['', '', signer, '', '', 'Đã trình Chính phủ', ''], 'task-unknown@C5'],
    [
      'a number and no more than its text and a date',
      ['2', '', signer, '', '', 'ngày 5 tháng 9 năm 2026', ''],
      'task-unknown@C5',
    ],
    [
      'a result with a date and no task',
      ['', '', '', '', '', 'Quyết định 12 ngày 5 tháng 9 năm 2026', ''],
      'task-unnamed@B5',
    ],
    ['a line above tasks', foot[1] as string[], 'task-unknown@C5'],
    ['a date above tasks', foot[0] as string[], 'task-unnamed@B5'],
  ])('are not what a row tells of a task: %s', async (_, row, code) => {
    expect(await found(first, row, ...rest)).toEqual([[code], others]);
  });

  test('nor at the end of the table, where it tells something', async () => {
    const row = ['4', '', signer, 'Đang thực hiện 60%', '', '', 'Chờ hướng dẫn'];
    expect(await found(first, ...rest, row)).toEqual([['task-unknown@C7'], others]);
    const bare = ['', '', signer, '', '', '', 'Chờ hướng dẫn'];
    expect(await found(first, ...rest, bare)).toEqual([['task-unknown@C7'], others]);
    // A task that is not known, below what looks like a signature.
    const unknown = ['5', 'ubqg-11/77', 'Việc khác', 'Hoàn thành', '', '', ''];
    expect((await found(first, ...rest, foot[1] as string[], unknown))[0]).toEqual([
      'task-unknown@C7',
      'task-unknown@B8',
    ]);
  });
});

test('neither the order of the rows nor that of the columns matters', async () => {
  const permuted = fc.record({
    rows: fc.shuffledSubarray([0, 1, 2], { minLength: 3 }),
    columns: fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6], { minLength: 7 }),
  });
  await fc.assert(
    fc.asyncProperty(permuted, async ({ rows, columns }) => {
      const ordered = (row: readonly string[]) => columns.map((at) => row[at] as string);
      const body = rows.map((at) => ordered(goodRows[at] as string[]));
      await quiet(bookOf({ name: 'Nhiệm vụ', rows: taskSheet(body, ordered(taskHeading)) }));
    }),
    { numRuns: 40 },
  );
});

test('every task of many is read once, whatever its number', async () => {
  const known = Array.from({ length: 200 }, (_, at) => task(at + 1, `Nhiệm vụ thử số ${at + 1}`));
  const rows = known.map(({ id, text }, at) => [
    String(at + 1),
    at % 2 ? id : '',
    text,
    'Hoàn thành',
    '',
    '',
    '',
  ]);
  const report = await taskReport(csvText(taskSheet(rows.toReversed())), known);
  expect(findingsOf(report)).toEqual([]);
  expect(report.tasks.map(({ task: id }) => id)).toEqual(known.map(({ id }) => id));
  expect(report.counts.tasks).toEqual({ rowsRead: 203, rowsUsed: 200, rowsSkipped: 3 });
  expect(tasks).toHaveLength(3);
});
