import { crc32, deflateRawSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { bytesInMemory } from '../../../shared/normalisation/bytes.ts';
import { openTable } from '../../../shared/normalisation/container.ts';
import { inflateWeb } from '../../../shared/normalisation/inflate-web.ts';
import { findingsOf, reportOf, rowsOf } from './form-files.ts';
import { workbookFiles, writeWorkbook } from './workbook-writer.ts';
import { writeZip } from './zip-writer.ts';

const xml = '<sheetData><row r="1"><c r="A1"><v>7</v></c></row></sheetData>';
const files = workbookFiles({ sheets: [{ name: 'a', xml }] });
const open = (bytes: Uint8Array) => openTable(bytesInMemory(bytes), inflateWeb);
const firstOf = async (bytes: Uint8Array) => (await rowsOf(await open(bytes)))[0]?.cells[0]?.text;

const number = (value: number, bytes: number) => {
  const buffer = Buffer.alloc(bytes);
  buffer.writeUIntLE(value, 0, Math.min(6, bytes));
  return buffer;
};

/** A zip as a program writes it that streams: sizes behind the data, and all of them as zip64. */
function streamed(change: (directory: Buffer) => void = () => {}): Uint8Array {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, content } of files) {
    const bytes = Buffer.from(content as string);
    const packed = deflateRawSync(bytes);
    const checksum = number(crc32(bytes), 4);
    const title = Buffer.from(name);
    const head = (sizes: Buffer, crc: Buffer, extra: number) =>
      Buffer.concat([
        number(45, 2),
        number(8, 2),
        number(8, 2),
        number(0, 4),
        crc,
        sizes,
        number(title.length, 2),
        number(extra, 2),
      ]);
    const local = Buffer.concat([
      Buffer.from('PK\x03\x04'),
      head(number(0, 8), number(0, 4), 0),
      title,
      packed,
      Buffer.from('PK\x07\x08'),
      checksum,
      number(packed.length, 8),
      number(bytes.length, 8),
    ]);
    const field = Buffer.concat([
      number(1, 2),
      number(24, 2),
      number(bytes.length, 8),
      number(packed.length, 8),
      number(offset, 8),
    ]);
    central.push(
      Buffer.concat([
        Buffer.from('PK\x01\x02'),
        number(45, 2),
        head(Buffer.alloc(8, 0xff), checksum, field.length),
        number(0, 10),
        Buffer.alloc(4, 0xff),
        title,
        field,
      ]),
    );
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  change(directory);
  const end = Buffer.concat([
    Buffer.from('PK\x06\x06'),
    number(44, 8),
    number(45, 2),
    number(45, 2),
    number(0, 8),
    number(files.length, 8),
    number(files.length, 8),
    number(directory.length, 8),
    number(offset, 8),
    Buffer.from('PK\x06\x07'),
    number(0, 4),
    number(offset + directory.length, 8),
    number(1, 4),
    Buffer.from('PK\x05\x06'),
    number(0, 4),
    Buffer.alloc(12, 0xff),
    number(0, 2),
  ]);
  return new Uint8Array(Buffer.concat([...locals, directory, end]));
}

describe('packages that are odd and legal', () => {
  test('zip64 with data descriptors, as a program writes that streams', async () => {
    expect(await firstOf(streamed())).toBe('7');
  });

  test('names from the root, names parted as Windows parts them', async () => {
    expect(await firstOf(writeZip(files.map((file) => ({ ...file, name: `/${file.name}` }))))).toBe('7');
    expect(
      await firstOf(writeZip(files.map((file) => ({ ...file, name: file.name.replaceAll('/', '\\') })))),
    ).toBe('7');
  });

  test('stored and deflated', async () => {
    for (const deflate of [true, false]) {
      expect(await firstOf(writeZip(files.map((file) => ({ ...file, deflate }))))).toBe('7');
    }
  });

  test('strict and prefixed OOXML', async () => {
    const strict = files.map((file) => ({
      ...file,
      content: String(file.content)
        .replaceAll(
          'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
          'http://purl.oclc.org/ooxml/spreadsheetml/main',
        )
        .replaceAll(
          'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
          'http://purl.oclc.org/ooxml/officeDocument/relationships',
        ),
    }));
    expect(await firstOf(writeZip(strict))).toBe('7');
    const prefixed = files.map((file) => ({
      ...file,
      content: file.name.endsWith('sheet0.xml')
        ? String(file.content)
            .replace(/<(\/?)([a-z])/g, '<$1x:$2')
            .replace('xmlns=', 'xmlns:x=')
        : file.content,
    }));
    expect(await firstOf(writeZip(prefixed))).toBe('7');
  });

  test('.xlsm: the macros are not read', async () => {
    const bytes = writeWorkbook({
      sheets: [{ name: 'a', xml }],
      more: [{ name: 'xl/vbaProject.bin', content: new Uint8Array(2_000).fill(0xd0) }],
    });
    expect(await firstOf(bytes)).toBe('7');
  });

  test.each([
    ['', false],
    ['<workbookPr/>', false],
    ['<workbookPr date1904="1"/>', true],
    ['<workbookPr date1904="true"/>', true],
    ['<workbookPr date1904="0"/>', false],
  ])('the first day of the workbook: %s', async (property, expected) => {
    const dated = files.map((file) =>
      file.name === 'xl/workbook.xml'
        ? { ...file, content: String(file.content).replace('<sheets>', `${property}<sheets>`) }
        : file,
    );
    expect((await open(writeZip(dated))).date1904).toBe(expected);
  });
});

describe('zip64 that lies', () => {
  const codeOf = async (bytes: Uint8Array) => findingsOf(await reportOf(bytes));
  const field = (directory: Buffer) => directory.indexOf(Buffer.from([1, 0, 24, 0]));

  test.each([
    [
      'an entry of a size beyond the limit',
      (directory: Buffer) => directory.writeUInt32LE(3, field(directory) + 8),
      'zip-too-large',
    ],
    [
      'a size beyond any file',
      (directory: Buffer) => directory.fill(0xff, field(directory) + 4, field(directory) + 12),
      'zip-damaged',
    ],
    [
      'a field that is not there',
      (directory: Buffer) => directory.writeUInt16LE(9, field(directory)),
      'zip-damaged',
    ],
  ])('%s', async (_, change, code) => {
    expect(await codeOf(streamed(change as (directory: Buffer) => void))).toEqual([code]);
  });

  test('an end that points nowhere', async () => {
    // The place of the zip64 end, and in it that of the directory.
    for (const at of [34, 50]) {
      const bytes = streamed();
      new DataView(bytes.buffer).setUint32(bytes.length - at, 0xffffff, true);
      expect(await codeOf(bytes)).toEqual(['zip-damaged']);
    }
  });
});
