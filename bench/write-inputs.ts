import { once } from 'node:events';
import { createWriteStream, existsSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import { writeXlsx } from 'hucre';
import iconv from 'iconv-lite';
import { heading, longRows } from './long-rows.ts';

export type TextEncoding = 'utf-8' | 'utf-16' | 'windows-1258' | 'tcvn3';

/** A file that a variant reads, made once in the folder. */
export async function csvFile(folder: string, rows: number, encoding: TextEncoding): Promise<string> {
  const path = join(folder, `long-${rows}-${encoding}.csv`);
  if (existsSync(path)) return path;
  const part = `${path}.part`;
  const file = createWriteStream(part, { highWaterMark: 2 ** 20 });
  if (encoding === 'utf-16') file.write(Uint8Array.from([0xff, 0xfe]));
  let lines = [`${heading.join(',')}\r\n`];
  const flush = async () => {
    if (!file.write(encoded(lines.join(''), encoding))) await once(file, 'drain');
    lines = [];
  };
  for (const row of longRows(rows)) {
    lines.push(`${row.map(field).join(',')}\r\n`);
    if (lines.length === 5_000) await flush();
  }
  await flush();
  file.end();
  await once(file, 'finish');
  renameSync(part, path);
  return path;
}

function field(value: string | number): string {
  const text = String(value);
  return text.includes(',') ? `"${text}"` : text;
}

function encoded(text: string, encoding: TextEncoding): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  if (encoding === 'utf-16') return Buffer.from(text, 'utf16le');
  if (encoding === 'tcvn3') return iconv.encode(text, 'tcvn');
  return iconv.encode(text.replace(/[^\p{ASCII}]/gu, toneBehind), 'windows1258');
}

/** A letter as windows-1258 writes it: the tone is a mark of its own behind it. */
function toneBehind(letter: string): string {
  const marks = letter.normalize('NFD');
  const tone = /[\u0300\u0301\u0303\u0309\u0323]/.exec(marks)?.[0] ?? '';
  return marks.replace(tone, '').normalize('NFC') + tone;
}

/** The same rows in a workbook, numbers as numbers and texts shared, as Excel keeps them. */
export async function xlsxFile(folder: string, rows: number): Promise<string> {
  const path = join(folder, `long-${rows}.xlsx`);
  if (existsSync(path)) return path;
  const table = [heading, ...longRows(rows)].map((row) => row.map((value) => (value === '' ? null : value)));
  writeFileSync(path, await writeXlsx({ sheets: [{ name: 'Số liệu', rows: table }], stringMode: 'shared' }));
  return path;
}

/** A workbook whose sheet is 400 MB of blanks in 400 KB, and says that it is 1 KB. */
export function bombFile(folder: string, lies: boolean): string {
  const path = join(folder, lies ? 'bomb-that-lies.xlsx' : 'bomb.xlsx');
  if (existsSync(path)) return path;
  const blanks = Buffer.alloc(400 * 2 ** 20, ' ');
  const parts = [
    part('_rels/.rels', relations('officeDocument', 'xl/workbook.xml')),
    part(
      'xl/workbook.xml',
      '<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="a" r:id="r1"/></sheets></workbook>',
    ),
    part('xl/_rels/workbook.xml.rels', relations('worksheet', 'worksheets/sheet1.xml')),
    {
      name: 'xl/worksheets/sheet1.xml',
      data: deflateRawSync(blanks),
      bytes: lies ? 1_024 : blanks.length,
      crc: crc32(blanks),
    },
  ];
  writeFileSync(path, zipOf(parts));
  return path;
}

type Part = { name: string; data: Uint8Array; bytes: number; crc: number };

function part(name: string, text: string): Part {
  return { name, data: deflateRawSync(text), bytes: Buffer.byteLength(text), crc: crc32(text) };
}

function relations(type: string, target: string): string {
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  return `<Relationships><Relationship Id="r1" Type="${office}/${type}" Target="${target}"/></Relationships>`;
}

/** The least of a zip. */
function zipOf(parts: readonly Part[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, data, bytes, crc } of parts) {
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(crc, 14);
    local.writeUInt32LE(data.length, 18);
    local.writeUInt32LE(bytes, 22);
    local.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(crc, 16);
    entry.writeUInt32LE(data.length, 20);
    entry.writeUInt32LE(bytes, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(offset, 42);
    bodies.push(local, Buffer.from(name), Buffer.from(data));
    directory.push(entry, Buffer.from(name));
    offset += 30 + name.length + data.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, list, end]);
}
