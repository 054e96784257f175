import { describe, expect, test } from '@jest/globals';
import { csvText, findingsOf, formRows, heading, indicatorRows, reportOf } from './form-files.ts';
import { bookOf } from './layout-files.ts';

const rows = indicatorRows();
const at = rows.findIndex(([, id]) => id === '766.TDGQ');
const own = rows[at] as string[];
const name = 'Tỷ lệ hồ sơ TTHC giải quyết đúng hạn';
const check = (all: string[][]) => reportOf(csvText(formRows({ rows: all }), ';'));
const replaced = (...by: string[][]) => [...rows.slice(0, at), ...by, ...rows.slice(at + 1)];
const named = (code: string, text: string) => check(replaced(['5', code, text, ...own.slice(3)]));
const below = (...more: string[][]) => check([...rows, ...more]);

describe('what stands around the name of an indicator', () => {
  test.each([
    `${name} (1)`,
    `${name}¹`,
    `${name} [1]`,
    `(13) ${name}`,
    `Chỉ tiêu 14: ${name}`,
    `1.2.3.4.5 ${name}`,
    `${name} (a/b)`,
    `${name} = a/b x 100%`,
    `${name} trong quý III/2026`,
    `${name} (Quý III năm 2026)`,
    `${name}\n(a: số hồ sơ đúng hạn; b: tổng số hồ sơ)`,
    `766.TDGQ - ${name}`,
    `766.TDGQ: ${name} (1)`,
  ])('%s', async (text) => {
    const report = await named('', text);
    expect(findingsOf(report)).toEqual([]);
    expect(report.repairs.map(({ code, to }) => [code, to])).toEqual([['indicator-name', name]]);
  });

  test.each([`${name} (*)`, `${name} (%)`])('signs alone are no letters: %s', async (text) => {
    expect(findingsOf(await named('', text))).toEqual([]);
  });

  test.each([`${name} trong quý II/2026`, `${name} (cấp xã)`, `766.DOSSIER_SYNC - ${name}`])(
    'that says something else is asked: %s',
    async (text) => {
      expect(findingsOf(await named('', text))).toEqual(['indicator-unknown@C9', 'indicator-missing']);
    },
  );

  test('a name with a wrong letter is asked, with the names that are near it', async () => {
    const report = await named('', name.replace('đúng', 'đúngg'));
    expect(findingsOf(report)).toEqual(['indicator-unknown@C9', 'indicator-missing']);
    expect(report.findings[0]?.hint?.vi).toContain(`766.TDGQ (${name})`);
  });

  test('a name over two rows, with the figures in either', async () => {
    const [order, , , measure, ...numbers] = own as [string, string, string, string, ...string[]];
    const blank = numbers.map(() => '');
    const upper = [order, '', 'Tỷ lệ hồ sơ TTHC', measure, ...numbers];
    const lower = ['', '', 'giải quyết đúng hạn', '', ...blank];
    expect(findingsOf(await check(replaced(upper, lower)))).toEqual([]);
    const upperBlank = [order, '', 'Tỷ lệ hồ sơ TTHC', measure, ...blank];
    const lowerFull = ['', '', 'giải quyết đúng hạn', '', ...numbers];
    const report = await check(replaced(upperBlank, lowerFull));
    expect(findingsOf(report)).toEqual([]);
    expect(report.counts).toMatchObject({ rowsRead: 26, rowsUsed: 21, rowsSkipped: 5 });
  });

  test('a name that is merged over two rows has the figures of the second; without the merge it is asked', async () => {
    const upper = [...own.slice(0, 4), '', '', '', ''];
    const lower = ['', '', '', '', ...own.slice(4)];
    const all = formRows({ rows: replaced(upper, lower) });
    const row = all.indexOf(upper) + 1;
    const merges = [`C${row}:C${row + 1}`];
    expect(findingsOf(await reportOf(bookOf({ name: 'a', rows: all, merges })))).toEqual([]);
    const report = await reportOf(bookOf({ name: 'a', rows: all }));
    expect(findingsOf(report)).toContain(`indicator-unknown@E${row + 1}`);
  });
});

describe('a code beside a name that is not the form’s', () => {
  test.each(['Tỷ lệ hồ sơ quá hạn', 'Tỷ lệ hồ sơ TTHC chưa giải quyết', 'Số doanh nghiệp nộp thuế điện tử'])(
    'that says otherwise is asked: %s',
    async (text) => {
      const report = await named('766.TDGQ', text);
      expect(findingsOf(report)).toEqual(['indicator-unclear@C9', 'indicator-missing']);
      expect(report.findings[0]?.expected).toBe(name);
    },
  );

  test.each([
    'Hồ sơ đúng hạn',
    'Tỷ lệ hồ sơ giải quyết trước hạn và đúng hạn trong kỳ báo cáo',
    'Tỷ lệ giải quyết đúng hạn hồ sơ (không bao gồm hồ sơ rút)',
    'Dossiers settled on time in the quarter',
    'TDGQ',
    '-',
    'Tiến độ giải quyết',
  ])('that shortens or explains it is read: %s', async (text) => {
    expect(findingsOf(await named('766.TDGQ', text))).toEqual([]);
  });

  test('of another level than the code', async () => {
    const cds = (code: string, text: string) =>
      reportOf(
        csvText(
          [
            ['STT', 'Mã chỉ tiêu', 'Chỉ tiêu', 'Tử số', 'Mẫu số', 'Kết quả'],
            ['1', code, text, '1', '2', ''],
          ],
          ';',
        ),
        { form: 'cds' },
      );
    const text = 'Tỷ lệ hồ sơ công việc xử lý trên mạng, cấp xã';
    expect(findingsOf(await cds('749-02', text))).toContain('indicator-unclear@C2');
    expect(findingsOf(await cds('749–04', text)).filter((each) => each.includes('@'))).toEqual([]);
  });
});

describe('rows of figures that are no indicator', () => {
  const blank = ['', '', '', ''];
  test.each([
    ['the numbers of the columns, again', ['1', '2', '3', '4', '5', '6', '7', '8']],
    ['a total and what it sums', ['', '', 'Tổng điểm (I+II+III+IV+V+VI)', '', '', '', '88,5', '']],
    ['a total of one’s own points', ['', '', 'Tổng điểm tự đánh giá', '', '', '', '88,5', '']],
    ['a total with a count', ['', '', 'Tổng cộng (17 chỉ tiêu)', '', '', '', '5160', '']],
    ['a group', ['III', '', 'Nhóm Số hóa hồ sơ', '', '', '', '5', '']],
    ['a page number', ['', '', '', '', '', '', '2', '']],
  ])('are passed over: %s', async (_, row) => {
    expect(findingsOf(await below(row))).toEqual([]);
  });

  test('a page number above a repeated heading, and the numbers of its columns', async () => {
    const report = await check([
      ...rows.slice(0, 10),
      ['', '', '', '', '', '', '2', ''],
      heading,
      ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)', '(7)', '(8)'],
      ...rows.slice(10),
    ]);
    expect(findingsOf(report)).toEqual([]);
    expect(report.counts).toMatchObject({ rowsRead: 28, rowsUsed: 21, rowsSkipped: 7 });
  });

  test('the parts of a sum', async () => {
    const parts = [
      ['', '', 'Trong đó:', '', ...blank],
      ['', '', '- Cấp tỉnh', '%', '100', '110', '', ''],
      ['', '', '- Cấp xã', '%', '91', '90', '', ''],
    ];
    expect(findingsOf(await check([...rows.slice(0, 5), ...parts, ...rows.slice(5)]))).toEqual([]);
    const report = await check([...rows.slice(0, 5), ...parts.slice(1), ...rows.slice(5)]);
    expect(findingsOf(report)).toEqual(['indicator-unknown@C10', 'indicator-unknown@C11']);
  });

  test('below the signatures', async () => {
    const telephone = ['', '', 'ĐT: 0277.3851431', '', '277', '3851431', '', ''];
    expect(findingsOf(await below(['', '', 'NGƯỜI LẬP BIỂU', '', ...blank], telephone))).toEqual([]);
    expect(findingsOf(await below(telephone))).toEqual(['indicator-unknown@C26']);
  });

  test('a figure without any name is shown itself', async () => {
    const report = await check([...rows.slice(0, 10), ['', '', '', '', '7', '9', '', ''], ...rows.slice(10)]);
    expect(findingsOf(report)).toEqual(['indicator-unknown@E15']);
    expect(report.findings[0]?.got).toBe('7');
  });
});

describe('records of a text file that are shorter or longer than the heading', () => {
  const blankNote = (row: string[]) => row.slice(0, 7);
  test('a blank note left out', async () => {
    expect(findingsOf(await check(rows.map(blankNote)))).toEqual([]);
    expect(findingsOf(await check(replaced(blankNote(own))))).toEqual([]);
  });

  test('one blank field more in every row', async () => {
    expect(findingsOf(await check(rows.map((row) => [...row, ''])))).toEqual([]);
  });

  test.each([
    ['a blank field more in one row alone', replaced([...own, ''])],
    ['a figure cut in two', replaced([...own.slice(0, 4), '1', '290', ...own.slice(5)])],
    ['a field lost in front of the figures', replaced([...own.slice(0, 3), ...own.slice(4)])],
    ['a figure lost, with a note', replaced([...own.slice(0, 4), ...own.slice(5, 7), 'ghi chú'])],
  ])('are asked: %s', async (_, all) => {
    expect(findingsOf(await check(all)).filter((code) => code.startsWith('csv-ragged'))).toHaveLength(1);
  });
});
