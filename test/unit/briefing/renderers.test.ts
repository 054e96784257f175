import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import Excel from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';
import type { Briefing, TableBlock } from '../../../shared/briefing/content.ts';
import { csvOf } from '../../../shared/briefing/render/csv.ts';
import { htmlOf } from '../../../shared/briefing/render/html.ts';
import { sheetName, xlsxOf } from '../../../shared/briefing/render/xlsx.ts';
import { publishedBriefing } from './published-snapshot.ts';

const hostile = '=HYPERLINK("http://evil.example","a")</style><script>alert(1)</script>&\'';
/** Every text of a briefing as somebody who means harm would write it. */
const evil: Briefing = {
  ...publishedBriefing('vi'),
  title: hostile,
  subject: hostile,
  preface: [hostile],
  foot: hostile,
  letterhead: { issuer: hostile, number: hostile, country: hostile, motto: hostile, placeAndDate: hostile },
  sections: [
    {
      id: 'coverage',
      heading: hostile,
      blocks: [
        { kind: 'paragraph', text: hostile },
        { kind: 'list', items: [hostile] },
        {
          kind: 'table',
          id: 'figures',
          caption: hostile,
          columns: [
            { head: hostile, align: 'start', width: 10 },
            { head: '+1', align: 'end', width: 10 },
          ],
          rows: [],
          full: [
            [{ text: hostile }, { text: '-1,5', value: '-1.5' }],
            [{ text: '@SUM(A1)' }, { text: '-1+1' }],
            [{ text: '\tx' }, { text: '1.234.567.890.123.456', value: '1234567890123456' }],
            [{ text: '-2' }, { text: '0,1234567890123456', value: '0.1234567890123456' }],
          ],
          note: hostile,
        },
        {
          kind: 'chart',
          id: 'hinh',
          caption: hostile,
          shape: 'bars',
          unit: hostile,
          categories: [hostile, 'b'],
          series: [{ name: hostile, values: ['1', null] }],
        },
      ],
    },
  ],
};

describe('the web page', () => {
  const page = new TextDecoder().decode(htmlOf(publishedBriefing('vi')));

  test('is escaped wherever somebody’s words stand', () => {
    const html = new TextDecoder().decode(htmlOf(evil));
    expect(html).not.toMatch(/<script|<\/style><|alert\(1\)<\/script>/i);
    // One element of style, which ends where ours does.
    expect(html.match(/<\/style>/g)).toHaveLength(1);
    expect(html.slice(html.indexOf('<style>'), html.indexOf('</style>'))).not.toContain('<script');
    expect(html).toContain('&lt;script&gt;');
  });

  test('has no script, loads nothing, and forbids both', () => {
    expect(page).not.toMatch(/<(script|img|link|iframe|object|embed)\b| on[a-z]+=|url\(|https?:\/\//i);
    expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'`);
  });

  test('can be read by ear: language, headings in order, captions, heads of columns and rows', () => {
    expect(page).toContain('<html lang="vi">');
    const levels = [...page.matchAll(/<h([1-6])\b/g)].map(([, level]) => Number(level));
    expect(levels[0]).toBe(1);
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(levels.every((level, at) => at === 0 || level <= (levels[at - 1] as number) + 1)).toBe(true);
    const tables = page.split('<table>').slice(1);
    for (const table of tables) {
      expect(table.startsWith('<caption>')).toBe(true);
      expect(table).toContain('<th scope="col"');
      expect(table).toContain('<th scope="row"');
    }
    expect(tables.length).toBeGreaterThan(6);
  });
});

describe('the workbook', () => {
  test('holds every text as a text, and numbers as numbers of at most 15 digits', async () => {
    const bytes = await xlsxOf(evil);
    const book = new Excel.Workbook();
    await book.xlsx.load(bytes.buffer as ArrayBuffer);
    const sheet = book.worksheets[1] as Excel.Worksheet;
    expect(sheet.getCell('A3').value).toBe(hostile);
    expect(sheet.getCell('B3').value).toBe(-1.5);
    expect(sheet.getCell('B4').value).toBe('-1+1');
    expect(sheet.getCell('A6').value).toBe('-2');
    // 16 digits do not fit a spreadsheet's number: they are a text, and it is said so below.
    expect(sheet.getCell('B5').value).toBe('1234567890123456');
    expect(sheet.getCell('B6').value).toBe('0.1234567890123456');
    const notes = sheet.getColumn(1).values.map(String);
    expect(notes.some((text) => text.includes('trên 15 chữ số'))).toBe(true);
    for (const [path, part] of Object.entries(unzipSync(bytes))) {
      if (path.startsWith('xl/worksheets/')) expect(strFromU8(part)).not.toMatch(/<f[ >]/);
    }
  });

  test('marks every text that begins as a formula would, so that it stays a text when somebody edits it', async () => {
    const parts = unzipSync(await xlsxOf(evil));
    const part = (path: string) => strFromU8(parts[path] as Uint8Array);
    const styles = part('xl/styles.xml');
    const formats = styles.slice(styles.indexOf('<cellXfs')).match(/<xf\b[^>]*>/g) ?? [];
    const marked: [string, boolean][] = Object.keys(parts)
      .filter((path) => path.startsWith('xl/worksheets/'))
      .flatMap((path) => [...part(path).matchAll(/<c r="\w+" s="(\d+)" t="inlineStr"><is><t[^>]*>([^<]*)/g)])
      .map(([, style, text]) => [String(text), /quotePrefix="1"/.test(formats[Number(style)] ?? '')]);
    const formulas = marked.filter(([text]) => /^[=+\-@\t\r]/.test(text));
    // Head, subject, preface, captions, heads, cells and notes: each at least once.
    expect(formulas.length).toBeGreaterThan(15);
    expect(formulas.filter(([, isMarked]) => !isMarked)).toEqual([]);
    expect(marked.filter(([text, isMarked]) => isMarked && !/^[=+\-@\t\r]/.test(text))).toEqual([]);
  });

  test('has sheets with names that Excel takes, in the language of the briefing', async () => {
    for (const language of ['vi', 'en'] as const) {
      const book = new Excel.Workbook();
      await book.xlsx.load((await xlsxOf(publishedBriefing(language))).buffer as ArrayBuffer);
      const names = book.worksheets.map(({ name }) => name);
      expect(names.filter((name) => name.length > 31 || /[:\\/?*[\]]|^'|'$/.test(name))).toEqual([]);
      expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
      expect(names.at(-1)).toMatch(language === 'vi' ? /^\d+\. Toàn bộ số liệu/ : /^\d+\. Every figure/);
    }
  });

  test.each([
    [1, 'Tổng hợp tình hình thực hiện nhiệm vụ', '1. Tổng hợp tình hình thực hiện'],
    [12, "'[a]:b/c?d*e\\f'", "12. ' a b c d e f"],
    [11, "The nation's figures: all", "11. The nation's figures – all"],
    [3, '', '3'],
    [4, 'Điểm, thứ hạng và thay đổi của, đơn vị', '4. Điểm, thứ hạng và thay đổi'],
  ])('a sheet of table %i, %s, is named %s', (number, caption, name) => {
    expect(sheetName(number, caption)).toBe(name);
  });

  test('says nothing of long numbers where there are none', async () => {
    const book = new Excel.Workbook();
    await book.xlsx.load((await xlsxOf(publishedBriefing('vi'))).buffer as ArrayBuffer);
    const sheet = book.worksheets.at(-1) as Excel.Worksheet;
    expect(
      sheet
        .getColumn(1)
        .values.map(String)
        .some((text) => text.includes('15 chữ số')),
    ).toBe(false);
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 2 });
  });
});

test('the CSV holds the table of every figure and no other, however many are too long for paper', () => {
  const one = (id: string): TableBlock => ({
    kind: 'table',
    id,
    caption: id,
    columns: [{ head: `cột của ${id}`, align: 'start', width: 1 }],
    rows: [],
    full: [[{ text: `dòng của ${id}` }]],
  });
  const sections = ['restated', 'figures'].map((id) => ({ id, heading: id, blocks: [one(id)] }));
  const rows = parse(Buffer.from(csvOf({ ...evil, sections })), { bom: true });
  expect(rows).toEqual([['cột của figures'], ['dòng của figures']]);
  expect(() => csvOf({ ...evil, sections: sections.slice(0, 1) })).toThrow('without the table');
});

test('the CSV begins no field as a formula, and negative numbers stay numbers', () => {
  const rows = parse(Buffer.from(csvOf(evil)), { bom: true }) as string[][];
  expect(rows[0]).toEqual([`'${hostile}`, "'+1"]);
  expect(rows.slice(1).map((row) => row[1])).toEqual([
    '-1.5',
    "'-1+1",
    '1234567890123456',
    '0.1234567890123456',
  ]);
  expect(
    rows
      .slice(1)
      .flat()
      .filter((field) => /^[=+@\t\r]/.test(field)),
  ).toEqual([]);
  expect(rows[4]?.[0]).toBe('-2');
});

test('the same snapshot gives the same bytes, in every kind and language, wherever the host’s clock stands', () => {
  const script = fileURLToPath(new URL('./digests-of-host.ts', import.meta.url));
  const digests = (zone: string) =>
    execFileSync(process.execPath, ['--disable-warning=ExperimentalWarning', script], {
      env: { ...process.env, TZ: zone, LANG: zone.startsWith('A') ? 'C' : 'vi_VN.UTF-8' },
      encoding: 'utf8',
    });
  const here = digests('Asia/Ho_Chi_Minh');
  expect(here.trim().split('\n')).toHaveLength(8);
  expect(digests('America/New_York')).toBe(here);
});
