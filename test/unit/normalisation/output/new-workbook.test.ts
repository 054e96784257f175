import * as XLSX from '@e965/xlsx';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { catalog } from '../../../../shared/catalog/catalog.ts';
import { unitByCode } from '../../../../shared/catalog/unit.ts';
import { bytesInMemory } from '../../../../shared/normalisation/bytes.ts';
import { inflateWeb } from '../../../../shared/normalisation/inflate-web.ts';
import { deflateWeb } from '../../../../shared/normalisation/output/deflate-web.ts';
import { markWorkbook } from '../../../../shared/normalisation/output/mark-workbook.ts';
import { hasMarkedWorkbook } from '../../../../shared/normalisation/output/marked-file.ts';
import { check, csvText, figures, formRows, indicatorRows } from '../form-files.ts';
import { writeWorkbook } from '../workbook-writer.ts';
import { writeZip } from '../zip-writer.ts';
import { finding, mark, markReport, partsOf, real, sample, samples, textOf } from './marking.ts';

const listName = 'Kết quả kiểm tra';
const textName = 'Nội dung tệp';

/** A whole report in BIFF8, as Excel 97–2003 wrote it. */
function biff(rows: (string | number)[][]): Uint8Array {
  const workbook = XLSX.utils.book_new();
  const sheet = XLSX.utils.aoa_to_sheet(rows);
  sheet['!merges'] = [XLSX.utils.decode_range('A1:H1')];
  XLSX.utils.book_append_sheet(workbook, sheet, 'Biểu 766');
  return new Uint8Array(XLSX.write(workbook, { type: 'buffer', bookType: 'biff8' }));
}

describe('text files', () => {
  const csv = samples.filter(({ file }) => !file.endsWith('.xlsx'));
  test.each(csv.map(({ file, unitCode }) => [file, unitCode]))(
    '%s: a new workbook says so, and sent again is read as the same figures',
    async (file, unitCode) => {
      const unit = unitByCode(catalog, 'province', unitCode, '2026-09-14')?.id ?? '';
      const bytes = sample(file);
      const first = await check(bytes, { request: { unit } });
      const out = await mark(bytes, [finding(null, 'B2'), finding(null, 'C40', 'warning')]);
      const read = XLSX.read(out);
      expect(read.SheetNames).toEqual([listName, textName]);
      const list = JSON.stringify(read.Sheets[listName]);
      for (const said of ['ĐÂY LÀ TỆP MỚI', 'THIS IS A NEW WORKBOOK', 'a1'.repeat(32)])
        expect(list).toContain(said);
      expect(read.Sheets[textName]?.B2?.c?.[0]?.t).toContain('Cell B2 is not right.');
      const again = await check(out, { request: { unit } });
      const values = (report: typeof first.report) =>
        report.observations.map(({ at: { cell }, ...figure }) => ({ ...figure, at: cell }));
      expect(again.report.findings).toEqual([]);
      expect(values(again.report)).toEqual(values(first.report));
      expect(values(again.report)).toHaveLength(21);
    },
  );

  test('cells are texts as they are written: nothing becomes a number or a formula', async () => {
    const written = ['=1+1', '007', '1.234,50', '2026-09-24', '@x', '-5', 'TRUE'];
    const bytes = new TextEncoder().encode(csvText([written, ...formRows()]));
    const read = XLSX.read(await mark(bytes, [finding(null, 'A1')]), { cellFormula: true });
    const row = written.map((_, at) => read.Sheets[textName]?.[XLSX.utils.encode_cell({ r: 0, c: at })]);
    expect(row.map((cell) => [cell.t, cell.v, cell.f])).toEqual(
      written.map((text) => ['s', text, undefined]),
    );
  });

  test('of a long file the first 200,000 cells are shown, and it is said that there are more', async () => {
    const bytes = new TextEncoder().encode('a,b\n1,2\n'.repeat(60_000));
    const out = await mark(bytes, [finding(null, 'A1'), finding(null, 'A119999')]);
    expect(textOf(out, 'xl/worksheets/sheet2.xml')).toContain('Not all of the original is shown here.');
    const shown = textOf(out, 'xl/worksheets/sheet1.xml');
    expect(shown.match(/<c [^>]*[^/]>/g)).toHaveLength(200_000);
    expect(shown).toMatch(/<row r="119999"><c r="A119999" s="\d+"\/><\/row><\/sheetData>/);
  });
});

describe('.xls', () => {
  const rows = formRows({ rows: indicatorRows(figures('766.TDGQ', '3', '2')) }).map((row) =>
    row.map((text) => (/^\d+$/.test(text) ? Number(text) : text)),
  );

  test('a new workbook: numbers as numbers, merges, and the mark at its cell', async () => {
    const bytes = biff(rows);
    const { report } = await check(bytes, { request: { fileName: 'Biểu 766.xls' } });
    expect(report.file.container).toBe('xls');
    expect(report.findings.map(({ code }) => code)).toContain('numerator-over-denominator');
    const out = await markReport(bytes, report);
    const read = XLSX.read(out);
    expect(read.SheetNames).toEqual([listName, 'Biểu 766']);
    const sheet = read.Sheets['Biểu 766'] ?? {};
    expect(sheet['!merges']).toEqual([XLSX.utils.decode_range('A1:H1')]);
    for (const { at, message } of report.findings) {
      if (at) expect(sheet[at.cell]?.c?.[0]?.t).toContain(message.vi);
    }
    const again = await check(out);
    const short = (one: typeof report) => one.findings.map(({ code, at, got }) => [code, at?.cell, got]);
    expect(short(again.report)).toEqual(short(report));
    expect(again.report.observations.map(({ numerator }) => numerator)).toEqual(
      report.observations.map(({ numerator }) => numerator),
    );
  });

  test('a real one of the Ministry of Finance', async () => {
    const bytes = real('Plan_2003.xls');
    const { report } = await check(bytes);
    const read = XLSX.read(await markReport(bytes, report));
    const before = XLSX.read(bytes);
    expect(read.SheetNames).toEqual([listName, ...before.SheetNames]);
    for (const name of before.SheetNames) {
      const shown = (workbook: XLSX.WorkBook) =>
        Object.entries(workbook.Sheets[name] ?? {})
          .filter(([key, cell]) => !key.startsWith('!') && cell.t === 'n')
          .map(([key, cell]) => [key, cell.v]);
      expect(shown(read)).toEqual(shown(before));
    }
  });
});

describe('files that cannot be read', () => {
  test.each([
    ['a PDF', '%PDF-1.7 …'],
    ['nothing', ''],
    ['half a zip', 'PK\u0003\u0004 …'],
    ['a page', '<html><table></table></html>'],
  ])('%s: the list alone', async (_what, content) => {
    const bytes = new TextEncoder().encode(content);
    const { report } = await check(bytes);
    expect(hasMarkedWorkbook(report)).toBe(true);
    const read = XLSX.read(await markReport(bytes, report));
    expect(read.SheetNames).toEqual([listName]);
    expect(JSON.stringify(read.Sheets[listName])).toContain(report.findings[0]?.code);
  });

  test('there is none of a file without findings, or larger than 25 MB', async () => {
    const { report } = await check(csvText(formRows()));
    expect(hasMarkedWorkbook(report)).toBe(false);
    const findings = [finding(null, 'A1')];
    const file = { ...report.file, bytes: 25 * 2 ** 20 };
    expect(hasMarkedWorkbook({ findings, file })).toBe(true);
    expect(hasMarkedWorkbook({ findings, file: { ...file, bytes: file.bytes + 1 } })).toBe(false);
    const source = { ...bytesInMemory(new Uint8Array()), size: file.bytes + 1 };
    const parts = { inflateRaw: inflateWeb, deflateRaw: deflateWeb };
    await expect(markWorkbook(source, report, parts)).rejects.toThrow('too large');
  });
});

test('whatever the bytes, a workbook comes back that can be read', async () => {
  const whole = sample('04-cao-bang.xlsx');
  const damage = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(damage, async (changes) => {
      const bytes = whole.slice();
      for (const [at, value] of changes) bytes[at] = value;
      const { report } = await check(bytes);
      const findings = [...report.findings, finding('Biểu 766', 'E12')];
      const read = XLSX.read(await markReport(bytes, { ...report, findings }));
      expect(read.SheetNames).toContain(listName);
    }),
    { numRuns: 50, seed: 766 },
  );
}, 120_000);

test('whatever stands in the parts, a workbook comes back that can be read', async () => {
  const parts = [...partsOf(sample('11-dien-bien.xlsx'))].map(([name, { content }]) => ({ name, content }));
  const texts = [
    '',
    '<',
    '>',
    '"',
    '/>',
    '</',
    '<c r="A1"/>',
    '<row r="3"/>',
    '<!--',
    ' s="-1"',
    ' r="XFD9"',
    '&#0;',
    '\ud800',
  ];
  const change = fc.tuple(fc.nat(parts.length - 1), fc.nat(10_000), fc.nat(9), fc.nat(texts.length - 1));
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async (changes) => {
      const files = parts.map(({ name, content }, at) => {
        let text = content.toString();
        for (const [part, place, length, which] of changes) {
          if (part !== at) continue;
          const from = place % (text.length + 1);
          text = text.slice(0, from) + texts[which] + text.slice(from + length);
        }
        return { name, content: text, deflate: true };
      });
      const bytes = writeZip(files);
      const { report } = await check(bytes);
      const findings = [...report.findings, finding('Biểu 766', 'E12'), finding('Biểu 766', 'A99')];
      const out = await markReport(bytes, { ...report, findings });
      // Another reader may refuse what was damaged before; the package itself is always whole.
      expect([...partsOf(out).keys()]).toContain('xl/workbook.xml');
    }),
    { numRuns: 50, seed: 766 },
  );
}, 120_000);

test('a browser packs what Node reads', async () => {
  const bytes = sample('01-ha-noi.xlsx');
  const { report } = await check(bytes);
  const parts = { inflateRaw: inflateWeb, deflateRaw: deflateWeb };
  const out = await markWorkbook(bytesInMemory(bytes), report, parts);
  expect(XLSX.read(out).SheetNames).toContain(listName);
});

test('one long text in every cell is shown as far as 16 million characters go', async () => {
  const cells = '<c t="s"><v>0</v></c>'.repeat(1_000);
  const sheets = [{ name: 'Biểu', xml: `<sheetData>${`<row>${cells}</row>`.repeat(3)}</sheetData>` }];
  const sharedStrings = `<si><t>${'đ'.repeat(30_000)}</t></si>`;
  // Without content types, the package cannot be marked.
  const out = await mark(writeWorkbook({ sheets, sharedStrings, deflate: true }), [finding('Biểu', 'A1')]);
  expect(textOf(out, 'xl/worksheets/sheet2.xml')).toContain('Not all of the original is shown here.');
  expect(partsOf(out).get('xl/worksheets/sheet1.xml')?.content.length).toBeLessThan(2 * 17 * 2 ** 20);
});
