import { readRange } from '../bytes.ts';
import { limits } from '../limits.ts';
import { FileRefusal } from '../refusal.ts';
import type { ByteSource } from '../report.ts';

/** One file inside a zip, as the central directory names it. */
export type ZipEntry = {
  name: string;
  method: 'stored' | 'deflated';
  compressedBytes: number;
  bytes: number;
  crc32: number;
  /** Where its local header starts. */
  offset: number;
};

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const endLength = 22;
const longestComment = 65_535;

/**
 * Reads a zip's central directory, by its lower-case entry names, and refuses what is too large before
 * anything is inflated.
 * @throws FileRefusal `zip-damaged`, `zip-encrypted`, `zip-unsupported`, `zip-too-large`
 */
export async function readDirectory(source: ByteSource): Promise<ReadonlyMap<string, ZipEntry>> {
  const { count, from, to } = await findDirectory(source);
  if (count > limits.zipEntries) throw new FileRefusal('zip-too-large', `${count} entries`);
  const bytes = await readRange(source, from, to);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const entries = new Map<string, ZipEntry>();
  let total = 0;
  for (let at = 0, index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== entrySignature) {
      throw new FileRefusal('zip-damaged');
    }
    const next =
      at + 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (next > bytes.length) throw new FileRefusal('zip-damaged');
    const entry = entryAt(bytes, view, at);
    // Two entries of one name are read differently by different programs.
    if (entries.has(entry.name.toLowerCase())) throw new FileRefusal('zip-damaged', entry.name);
    total += entry.bytes;
    entries.set(entry.name.toLowerCase(), entry);
    at = next;
  }
  if (total > limits.zipTotalBytes) throw new FileRefusal('zip-too-large', `${total} bytes`);
  return entries;
}

type Directory = { count: number; from: number; to: number };

async function findDirectory(source: ByteSource): Promise<Directory> {
  const tailFrom = Math.max(0, source.size - endLength - longestComment);
  const tail = await readRange(source, tailFrom, source.size);
  const view = new DataView(tail.buffer, tail.byteOffset, tail.length);
  for (let at = tail.length - endLength; at >= 0; at -= 1) {
    if (view.getUint32(at, true) !== endSignature) continue;
    if (at + endLength + view.getUint16(at + 20, true) !== tail.length) continue;
    const count = view.getUint16(at + 10, true);
    const size = view.getUint32(at + 12, true);
    const from = view.getUint32(at + 16, true);
    if (count === 0xffff || size === 0xffffffff || from === 0xffffffff) {
      return findWideDirectory(source, tailFrom + at);
    }
    if (view.getUint16(at + 4, true) !== 0 || view.getUint16(at + 8, true) !== count) {
      throw new FileRefusal('zip-unsupported', 'several volumes');
    }
    if (from + size > tailFrom + at) throw new FileRefusal('zip-damaged');
    return { count, from, to: from + size };
  }
  throw new FileRefusal('zip-damaged');
}

/** The zip64 end of the directory (APPNOTE 4.3.14): writers that stream use it for small files too. */
async function findWideDirectory(source: ByteSource, end: number): Promise<Directory> {
  if (end < 20 + 56) throw new FileRefusal('zip-damaged', 'zip64');
  const locator = viewOf(await readRange(source, end - 20, end));
  if (locator.getUint32(0, true) !== 0x07064b50) throw new FileRefusal('zip-damaged', 'zip64');
  const at = wideNumber(locator, 8);
  if (at + 56 > end - 20) throw new FileRefusal('zip-damaged', 'zip64');
  const record = viewOf(await readRange(source, at, at + 56));
  if (record.getUint32(0, true) !== 0x06064b50) throw new FileRefusal('zip-damaged', 'zip64');
  const [count, size, from] = [wideNumber(record, 32), wideNumber(record, 40), wideNumber(record, 48)];
  if (from + size > at) throw new FileRefusal('zip-damaged', 'zip64');
  return { count, from, to: from + size };
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
}

/** A number of eight bytes. What is beyond 2^53 is beyond any file. */
function wideNumber(view: DataView, at: number): number {
  const number = view.getBigUint64(at, true);
  if (number > BigInt(Number.MAX_SAFE_INTEGER)) throw new FileRefusal('zip-damaged', 'zip64');
  return Number(number);
}

/** The sizes and the place of an entry; what does not fit into four bytes stands in its zip64 field. */
function extentOf(view: DataView, at: number): { compressedBytes: number; bytes: number; offset: number } {
  const fields = { bytes: view.getUint32(at + 24, true), compressedBytes: view.getUint32(at + 20, true) };
  const extent = { ...fields, offset: view.getUint32(at + 42, true) };
  const wide = (['bytes', 'compressedBytes', 'offset'] as const).filter(
    (name) => extent[name] === 0xffffffff,
  );
  if (wide.length === 0) return extent;
  const from = at + 46 + view.getUint16(at + 28, true);
  const to = from + view.getUint16(at + 30, true);
  for (let field = from; field + 4 <= to; ) {
    const length = view.getUint16(field + 2, true);
    if (view.getUint16(field, true) === 1 && length >= wide.length * 8 && field + 4 + length <= to) {
      for (const [index, name] of wide.entries()) extent[name] = wideNumber(view, field + 4 + index * 8);
      return extent;
    }
    field += 4 + length;
  }
  throw new FileRefusal('zip-damaged', 'zip64');
}

function entryAt(bytes: Uint8Array, view: DataView, at: number): ZipEntry {
  const nameLength = view.getUint16(at + 28, true);
  const written = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
  // Some writers start names at the root, some part them as Windows does.
  const name = written.replaceAll('\\', '/').replace(/^\/+/, '');
  const method = view.getUint16(at + 10, true);
  if ((view.getUint16(at + 8, true) & 1) !== 0) throw new FileRefusal('zip-encrypted', name);
  if (method !== 0 && method !== 8) throw new FileRefusal('zip-unsupported', `method ${method}`);
  const { compressedBytes, bytes: size, offset } = extentOf(view, at);
  if (size > limits.zipEntryBytes) throw new FileRefusal('zip-too-large', `${name}: ${size} bytes`);
  if (size > limits.zipRatioFreeBytes && size > compressedBytes * limits.zipRatio) {
    throw new FileRefusal('zip-too-large', `${name}: ${size} bytes from ${compressedBytes}`);
  }
  if (method === 0 && size !== compressedBytes) throw new FileRefusal('zip-damaged', name);
  return {
    name,
    method: method === 0 ? 'stored' : 'deflated',
    compressedBytes,
    bytes: size,
    crc32: view.getUint32(at + 16, true),
    offset,
  };
}
