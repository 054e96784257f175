import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { catalog } from '../../../shared/catalog/catalog.ts';
import { bytesInMemory } from '../../../shared/normalisation/bytes.ts';
import { checkFile } from '../../../shared/normalisation/check-file.ts';
import { inflateWeb } from '../../../shared/normalisation/inflate-web.ts';
import { messages } from '../../../shared/normalisation/messages.ts';
import type { ByteSource } from '../../../shared/normalisation/report.ts';
import { check, csvText, dongThap, findingsOf, formRows, indicatorRows, reportOf } from './form-files.ts';
import { workbookFiles, writeWorkbook } from './workbook-writer.ts';
import { writeZip } from './zip-writer.ts';

const cell = '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>';
const book = (xml: string, more = {}) => writeWorkbook({ sheets: [{ name: 'a', xml }], ...more });
const codesOf = async (bytes: Uint8Array | string) => findingsOf(await reportOf(bytes));

describe('workbooks that are refused', () => {
  const files = workbookFiles({ sheets: [{ name: 'a', xml: cell }] });
  const sheet = files.find(({ name }) => name.endsWith('sheet0.xml')) as (typeof files)[number];
  const others = files.filter((file) => file !== sheet);
  const sheetThatLies = (lies: object, more = {}) => writeZip([...others, { ...sheet, lies, ...more }]);

  test.each([
    [
      'a bomb by its ratio',
      () => writeZip([...others, { ...sheet, content: ' '.repeat(2 ** 24), deflate: true }]),
      'zip-too-large',
    ],
    [
      'an entry that says it is huge',
      () => sheetThatLies({ bytes: 2 ** 30 }, { deflate: true }),
      'zip-too-large',
    ],
    [
      'a bomb that says it is small',
      () => sheetThatLies({ bytes: 100 }, { content: ' '.repeat(2 ** 24), deflate: true }),
      'zip-damaged',
    ],
    [
      'an entry shorter than it says',
      () => sheetThatLies({ bytes: 5_000 }, { deflate: true }),
      'zip-damaged',
    ],
    ['a wrong checksum', () => sheetThatLies({ crc32: 1 }), 'zip-damaged'],
    ['a password', () => sheetThatLies({ flags: 1 }), 'zip-encrypted'],
    ['an unknown method', () => sheetThatLies({ method: 14 }), 'zip-unsupported'],
    ['zip64 without its field', () => sheetThatLies({ bytes: 0xffffffff }), 'zip-damaged'],
    ['a name that stands twice', () => writeZip([...files, sheet]), 'zip-damaged'],
    [
      '1,001 entries',
      () => writeZip([...files, ...Array.from({ length: 997 }, (_, at) => ({ name: `${at}`, content: '' }))]),
      'zip-too-large',
    ],
    [
      'many large entries',
      () =>
        writeZip([
          ...files,
          ...Array.from({ length: 3 }, (_, at) => ({
            name: `${at}`,
            content: 'x'.repeat(2_000_000),
            lies: { bytes: 400 * 2 ** 20, method: 8 },
          })),
        ]),
      'zip-too-large',
    ],
    [
      'a DOCTYPE',
      () => book('<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><worksheet>&a;</worksheet>'),
      'xml-doctype',
    ],
    [
      'an unknown entity',
      () => book('<sheetData><row r="1"><c t="str"><v>&a;</v></c></row></sheetData>'),
      'xml-damaged',
    ],
    ['tags that do not match', () => book('<sheetData><row r="1"></sheetData></row>'), 'xml-damaged'],
    ['an open end', () => book('<?xml version="1.0"?><worksheet><sheetData>'), 'xml-damaged'],
    ['text after the end', () => book('<?xml version="1.0"?><worksheet></worksheet><a/>'), 'xml-damaged'],
    ['deep nesting', () => book(`<?xml version="1.0"?>${'<a>'.repeat(300)}`), 'xml-too-large'],
    [
      'an endless tag',
      () => book(`<?xml version="1.0"?><worksheet a="${'x'.repeat(1_100_000)}`),
      'xml-too-large',
    ],
    [
      'invalid UTF-8',
      () => writeZip([...others, { ...sheet, content: Uint8Array.from([0x3c, 0x61, 0x3e, 0xff]) }]),
      'xml-damaged',
    ],
    [
      'a cell beyond the last column',
      () => book('<sheetData><row r="1"><c r="XFE1"><v>1</v></c></row></sheetData>'),
      'too-many-columns',
    ],
    ['a row beyond the last', () => book('<sheetData><row r="1048577"/></sheetData>'), 'too-many-rows'],
    ['rows out of order', () => book('<sheetData><row r="2"/><row r="1"/></sheetData>'), 'sheet-damaged'],
    [
      'a cell in another row',
      () => book('<sheetData><row r="1"><c r="A2"/></row></sheetData>'),
      'sheet-damaged',
    ],
    [
      'a cell that stands twice',
      () => book('<sheetData><row r="1"><c r="A1"/><c r="A1"/></row></sheetData>'),
      'sheet-damaged',
    ],
    [
      'a shared text that is not there',
      () => book('<sheetData><row r="1"><c t="s"><v>7</v></c></row></sheetData>'),
      'sheet-damaged',
    ],
    ['a zip without a workbook', () => writeZip([{ name: 'a.txt', content: 'a' }]), 'container-zip'],
    ['a Word document', () => writeZip([{ name: 'word/document.xml', content: '<a/>' }]), 'container-word'],
    ['a workbook without its sheet', () => writeZip(others), 'workbook-damaged'],
    ['a sheet whose part another sheet has', () => writeZip(withOnePartTwice()), 'workbook-damaged'],
    [
      'more sheets than can be looked through',
      () => writeWorkbook({ sheets: longSheets(17) }),
      'sheets-too-long',
    ],
  ] as [string, () => Uint8Array, string][])('%s', async (_, write, code) => {
    const report = await reportOf(write());
    expect(findingsOf(report)).toEqual([code]);
    expect(report).toMatchObject({ verdict: 'returned', observations: [] });
  });

  test('the same entry, honest, is read', async () => {
    expect(await codesOf(writeZip(files))).toEqual(['header-not-found']);
  });

  test('a bomb is refused before it is inflated', async () => {
    let asked = 0;
    const bomb = writeZip([{ ...sheet, content: ' '.repeat(2 ** 24), deflate: true }, ...others]);
    const { report } = await checkFile(
      bytesInMemory(bomb),
      { fileName: 'a', sha256: '', unit: dongThap, form: 'qd766', period: '2026-Q3' },
      {
        catalog,
        async *inflateRaw(compressed) {
          asked += 1;
          yield* inflateWeb(compressed);
        },
      },
    );
    expect(findingsOf(report)).toEqual(['zip-too-large']);
    expect(asked).toBe(0);
  });
});

function withOnePartTwice() {
  const rows = '<sheetData/>';
  const files = workbookFiles({ sheets: ['one', 'two'].map((name) => ({ name, xml: rows })) });
  return files.map((file) => ({
    ...file,
    content:
      typeof file.content === 'string' ? file.content.replace('sheet1.xml', 'sheet0.xml') : file.content,
  }));
}

/** Sheets of 65,000 cells each: with the weight of a cell, as much as is held of one. */
function longSheets(count: number) {
  const row = `<row>${'<c><v>1</v></c>'.repeat(650)}</row>`;
  const xml = `<sheetData>${row.repeat(100)}</sheetData>`;
  return Array.from({ length: count }, (_, at) => ({ name: `s${at}`, xml }));
}

describe('files that are no table', () => {
  test.each([
    ['nothing', '', 'file-empty'],
    ['spaces', ' \r\n\t\n', 'file-empty'],
    ['a byte order mark alone', '\uFEFF', 'file-empty'],
    ['pdf', '%PDF-1.7\n', 'container-pdf'],
    ['html', '<html><table>', 'container-html'],
    ['old Excel', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]), 'xls-damaged'],
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]), 'container-image'],
    ['a letter', 'Kính gửi Ủy ban', 'header-not-found'],
  ])('%s', async (_, content, code) => {
    expect(await codesOf(content)).toEqual([code]);
  });

  test('a field without end, a row without end', async () => {
    expect(await codesOf(`a,"${'x'.repeat(1_100_000)}`)).toEqual(['field-too-long@B1']);
    expect(await codesOf(','.repeat(20_000))).toEqual(['too-many-columns']);
    const rows = Array.from({ length: 100 }, () => Array.from({ length: 8_000 }, () => 'x'));
    expect(await codesOf(csvText(formRows({ rows })))).toEqual(['form-too-long']);
  });

  test('__proto__ is text like any other', async () => {
    const rows = [
      ...indicatorRows(),
      ['__proto__', '__proto__', 'constructor', '', '__proto__', '1', 'toString', ''],
    ];
    const report = await reportOf(csvText(formRows({ rows })));
    expect(findingsOf(report)).toEqual(['indicator-unknown@B26']);
    expect(({} as Record<string, unknown>).numerator).toBeUndefined();
  });
});

describe('any bytes give a verdict', () => {
  const whole = [
    writeWorkbook({ sheets: [{ name: 'a', xml: cell }], deflate: true }),
    new TextEncoder().encode(csvText(formRows({ rows: indicatorRows().slice(0, 3) }))),
  ];
  const expectVerdict = async (bytes: Uint8Array) => {
    const { report } = await check(bytes);
    expect(report.verdict).toBe('returned');
    expect(report.findings.length).toBeGreaterThan(0);
    expect(report.findings.every(({ code }) => messages.has(code))).toBe(true);
    expect(report.counts.rowsRead).toBe(report.counts.rowsUsed + report.counts.rowsSkipped);
  };

  test.each([
    ['workbook', 0],
    ['text', 1],
  ])('a %s cut at every length', async (_, at) => {
    const bytes = whole[at] as Uint8Array;
    for (let length = 0; length < bytes.length; length += 1) await expectVerdict(bytes.subarray(0, length));
  });

  test('random bytes', async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), expectVerdict), { numRuns: 1_000 });
  });

  test('mutated files', async () => {
    const mutation = fc.tuple(fc.nat(), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...whole),
        fc.array(mutation, { minLength: 1, maxLength: 4 }),
        async (file, changes) => {
          const bytes = Uint8Array.from(file);
          for (const [at, byte] of changes) bytes[at % bytes.length] = byte;
          await expectVerdict(bytes);
        },
      ),
      { numRuns: 1_000 },
    );
  });

  test('a fault of the source is thrown, whatever inflates it', async () => {
    const source = bytesInMemory(whole[0] as Uint8Array);
    let reads = 0;
    const checkFailingAt = (faultAt: number) => {
      reads = 0;
      const failing: ByteSource = {
        size: source.size,
        async *read(from, to) {
          reads += 1;
          if (reads === faultAt) throw new Error('the store is away');
          yield* source.read(from, to);
        },
      };
      const request = { fileName: 'a', sha256: '', unit: dongThap, form: 'qd766', period: '2026-Q3' };
      return checkFile(failing, request, { inflateRaw: inflateWeb, catalog });
    };
    await checkFailingAt(0);
    const all = reads;
    expect(all).toBeGreaterThan(8);
    for (let faultAt = 1; faultAt <= all; faultAt += 1) {
      await expect(checkFailingAt(faultAt)).rejects.toThrow('the store is away');
    }
  });

  test('the same bytes give the same report, byte for byte', async () => {
    const bytes = new TextEncoder().encode(csvText(formRows({ footer: [['x"y']] })));
    expect(JSON.stringify(await check(bytes))).toBe(JSON.stringify(await check(bytes, { pieceLength: 11 })));
  });

  test("a request for what does not exist is the caller's mistake", async () => {
    await expect(check('a', { request: { form: 'qd767' } })).rejects.toThrow('qd767');
    await expect(check('a', { request: { period: '2026-Q5' } })).rejects.toThrow('2026-Q5');
    await expect(check('a', { request: { unit: 'province:82' } })).rejects.toThrow('province:82');
  });
});
