import { deflateRawSync, gzipSync } from 'node:zlib';
import * as sheetjs from '@e965/xlsx';
import { describe, expect, test } from '@jest/globals';
import { messages } from '../../../shared/normalisation/messages.ts';
import { formRows, reportOf } from './form-files.ts';
import { writeZip } from './zip-writer.ts';

const bytesOf = (text: string) => new Uint8Array(Buffer.from(text));
const wide = (text: string) => new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le'));
const startingWith = (...start: number[]) => Uint8Array.from([...start, ...new Uint8Array(600).fill(0xa5)]);

const book = sheetjs.utils.book_new();
sheetjs.utils.book_append_sheet(book, sheetjs.utils.aoa_to_sheet(formRows()), 'Biểu');
const written = (bookType: sheetjs.BookType) =>
  new Uint8Array(sheetjs.write(book, { type: 'array', bookType }) as ArrayBuffer);

/** A compound file that holds streams of these names. */
function compound(streams: Record<string, Uint8Array>): Uint8Array {
  const file = sheetjs.CFB.utils.cfb_new();
  for (const [name, content] of Object.entries(streams))
    sheetjs.CFB.utils.cfb_add(file, name, Buffer.from(content));
  return new Uint8Array(sheetjs.CFB.write(file, { type: 'buffer' }) as Buffer);
}

/** The stream of a workbook that SheetJS wrote, to be changed. */
function workbookStream(): Uint8Array {
  const file = sheetjs.CFB.read(written('biff8'), { type: 'array' });
  return Uint8Array.from(sheetjs.CFB.find(file, '/Workbook')?.content as number[]);
}

/** A record put behind a stream's first one. */
function withRecord(stream: Uint8Array, type: number, body: number[]): Uint8Array {
  const first = 4 + (stream[2] as number) + 256 * (stream[3] as number);
  const record = [type & 255, type >> 8, body.length & 255, body.length >> 8, ...body];
  return Uint8Array.from([...stream.subarray(0, first), ...record, ...stream.subarray(first)]);
}

const html = '<html><head><meta charset="utf-8"></head><table><tr><td>1</td></tr></table></html>';
const content = new Uint8Array(5_000).fill(7);

describe('each kind that is not read has its own message', () => {
  test.each([
    [
      'a workbook under a password',
      () => compound({ EncryptionInfo: content, EncryptedPackage: content }),
      'container-password',
    ],
    [
      'an .xls under a password',
      () => compound({ Workbook: withRecord(workbookStream(), 0x2f, [1, 0, 1, 0]) }),
      'xls-password',
    ],
    [
      'an .xls under a password, unpacked',
      () => withRecord(workbookStream(), 0x2f, [0, 0, 1, 2, 3, 4]),
      'xls-password',
    ],
    ['.xlsb', () => written('xlsb'), 'container-xlsb'],
    ['.ods', () => written('ods'), 'container-ods'],
    ['.fods', () => written('fods'), 'container-ods'],
    ['.docx', () => writeZip([{ name: 'word/document.xml', content: '<a/>' }]), 'container-word'],
    ['.doc', () => compound({ WordDocument: content }), 'container-word'],
    ['.pptx', () => writeZip([{ name: 'ppt/presentation.xml', content: '<a/>' }]), 'container-presentation'],
    ['.ppt', () => compound({ 'PowerPoint Document': content }), 'container-presentation'],
    ['another compound file', () => compound({ Mail: content }), 'container-unknown'],
    ['PDF', () => bytesOf('%PDF-1.7\n%âãÏÓ\n1 0 obj'), 'container-pdf'],
    ['HTML', () => bytesOf(html), 'container-html'],
    ['HTML of SheetJS', () => written('html'), 'container-html'],
    ['HTML behind a byte order mark', () => bytesOf(`\uFEFF${html}`), 'container-html'],
    ['HTML in UTF-16', () => wide(html), 'container-html'],
    ['HTML behind comments', () => bytesOf(`<!-- a -->\n<!-- b > c -->\n${html}`), 'container-html'],
    [
      'HTML behind an XML declaration',
      () => bytesOf(`<?xml version="1.0"?>\n<!DOCTYPE html>${html}`),
      'container-html',
    ],
    ['a table alone', () => bytesOf('\r\n <TABLE border=1><tr><td>1</table>'), 'container-html'],
    [
      'MHTML',
      () => bytesOf(`MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n${html}`),
      'container-html',
    ],
    [
      'MHTML of a browser',
      () => bytesOf(`From: <Saved>\r\nSubject: a\r\nMIME-Version: 1.0\r\n\r\n${html}`),
      'container-html',
    ],
    ['XML Spreadsheet 2003', () => written('xlml'), 'container-xml-spreadsheet'],
    ['RTF', () => bytesOf('{\\rtf1\\ansi a}'), 'container-rtf'],
    ['PNG', () => startingWith(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10), 'container-image'],
    ['JPEG', () => startingWith(0xff, 0xd8, 0xff, 0xe0), 'container-image'],
    ['GIF', () => bytesOf('GIF89a\u0001\u0000'), 'container-image'],
    ['BMP', () => startingWith(0x42, 0x4d, 9, 9, 0, 0, 0, 0, 0, 0), 'container-image'],
    ['TIFF', () => startingWith(0x49, 0x49, 0x2a, 0), 'container-image'],
    ['a zip of files', () => writeZip([{ name: 'báo cáo.csv', content: 'a,b' }]), 'container-zip'],
    ['gzip', () => new Uint8Array(gzipSync('a,b')), 'container-archive'],
    ['RAR', () => startingWith(0x52, 0x61, 0x72, 0x21, 0x1a, 7, 1, 0), 'container-archive'],
    ['7z', () => startingWith(0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c), 'container-archive'],
    ['a workbook cut short', () => written('xlsx').subarray(0, 5_000), 'zip-damaged'],
    ['an .xls cut short', () => written('biff8').subarray(0, 3_000), 'xls-damaged'],
    ['an .xls without its stream', () => compound({ Workbook: new Uint8Array(5_000) }), 'xls-damaged'],
    ['an empty file', () => new Uint8Array(0), 'file-empty'],
    ['white space alone', () => bytesOf(' \t\r\n \n'), 'file-empty'],
    ['white space alone, in UTF-16', () => wide(' \r\n'), 'file-empty'],
    ['bytes of no known kind', () => new Uint8Array(deflateRawSync('abc'.repeat(999))), 'container-unknown'],
    ['zeros', () => new Uint8Array(2_000), 'container-unknown'],
  ] as [string, () => Uint8Array, string][])('%s', async (_, make, code) => {
    const { findings, verdict } = await reportOf(make());
    expect(findings.map((finding) => finding.code)).toEqual([code]);
    expect(verdict).toBe('returned');
  });

  test('their messages say different things', () => {
    const own = [...messages].filter(([code]) => /^(container|xls|encoding)-/.test(code));
    expect(own.length).toBeGreaterThan(15);
    expect(new Set(own.map(([, { vi }]) => vi)).size).toBe(own.length);
    expect(new Set(own.map(([, { en }]) => en)).size).toBe(own.length);
  });
});

describe('texts that begin like something else are texts', () => {
  test.each(['<5 tuổi,1\n', 'BM01,1\n', 'PK,1\n', 'GIF,1\n', 'Kỳ: quý III\n', '\tSTT\tChỉ tiêu\n'])(
    '%j',
    async (text) => {
      const { findings, file } = await reportOf(text);
      expect(findings.map(({ code }) => code)).toEqual(['header-not-found']);
      expect(file.container).toBe('csv');
    },
  );
});
