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

async function findDirectory(source: ByteSource): Promise<{ count: number; from: number; to: number }> {
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
      throw new FileRefusal('zip-unsupported', 'zip64');
    }
    if (view.getUint16(at + 4, true) !== 0 || view.getUint16(at + 8, true) !== count) {
      throw new FileRefusal('zip-unsupported', 'several volumes');
    }
    if (from + size > tailFrom + at) throw new FileRefusal('zip-damaged');
    return { count, from, to: from + size };
  }
  throw new FileRefusal('zip-damaged');
}

function entryAt(bytes: Uint8Array, view: DataView, at: number): ZipEntry {
  const nameLength = view.getUint16(at + 28, true);
  const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)).replaceAll('\\', '/');
  const method = view.getUint16(at + 10, true);
  if ((view.getUint16(at + 8, true) & 1) !== 0) throw new FileRefusal('zip-encrypted', name);
  if (method !== 0 && method !== 8) throw new FileRefusal('zip-unsupported', `method ${method}`);
  const compressedBytes = view.getUint32(at + 20, true);
  const size = view.getUint32(at + 24, true);
  const offset = view.getUint32(at + 42, true);
  if (compressedBytes === 0xffffffff || size === 0xffffffff || offset === 0xffffffff) {
    throw new FileRefusal('zip-unsupported', 'zip64');
  }
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
