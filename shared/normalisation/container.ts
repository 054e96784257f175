import { readRange } from './bytes.ts';
import type { IsHeading } from './csv/delimiter.ts';
import { openCsv } from './csv/open-csv.ts';
import { FileRefusal } from './refusal.ts';
import type { ByteSource, InflateRaw } from './report.ts';
import type { Table } from './table.ts';
import { openXlsx } from './xlsx/open-xlsx.ts';

/**
 * Opens a file as a table, by what it is and not by what it is called.
 * @param isHeading tells a text file's delimiter from what is read under it
 * @throws FileRefusal for what is neither a workbook nor a text
 */
export async function openTable(
  source: ByteSource,
  inflateRaw: InflateRaw,
  isHeading: IsHeading = () => false,
): Promise<Table> {
  if (source.size === 0) throw new FileRefusal('file-empty');
  const start = await readRange(source, 0, Math.min(source.size, 512));
  if (startsWith(start, [0x50, 0x4b, 3, 4]) || startsWith(start, [0x50, 0x4b, 5, 6])) {
    return openXlsx(source, inflateRaw);
  }
  if (startsWith(start, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) {
    throw new FileRefusal('container-unsupported', await kindOfCompound(source, start));
  }
  if (startsWith(start, [0x25, 0x50, 0x44, 0x46])) throw new FileRefusal('container-unsupported', 'pdf');
  if (/^\uFEFF?\s*<(!doctype|html|table|meta|\?xml)/i.test(new TextDecoder().decode(start))) {
    throw new FileRefusal('container-unsupported', 'html');
  }
  return openCsv(source, isHeading);
}

/** An old Excel file, or a workbook under a password: both are compound files; their directory tells. */
async function kindOfCompound(source: ByteSource, start: Uint8Array): Promise<string> {
  if (start.length < 512) return 'xls';
  const view = new DataView(start.buffer, start.byteOffset, start.length);
  const shift = view.getUint16(0x1e, true);
  if (shift !== 9 && shift !== 12) return 'xls';
  const from = (view.getUint32(0x30, true) + 1) * 2 ** shift;
  if (from >= source.size) return 'xls';
  const directory = await readRange(source, from, Math.min(source.size, from + 2 ** shift));
  const names = new TextDecoder('utf-16le').decode(directory);
  return names.includes('EncryptedPackage') ? 'xlsx under a password' : 'xls';
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, at) => bytes[at] === byte);
}
