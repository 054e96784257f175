import { readRange } from '../bytes.ts';
import { FileRefusal } from '../refusal.ts';
import type { ByteSource, InflateRaw } from '../report.ts';
import { crc32 } from './crc32.ts';
import type { ZipEntry } from './directory.ts';

const localSignature = 0x04034b50;

/**
 * The bytes of one entry, inflated as they are asked for. They end with a check of length and CRC-32, so
 * that a damaged part cannot pass for a whole one.
 * @throws FileRefusal `zip-damaged`; a fault of the byte source passes through as it is
 */
export async function* readEntry(
  source: ByteSource,
  entry: ZipEntry,
  inflateRaw: InflateRaw,
): AsyncGenerator<Uint8Array> {
  const from = await dataStart(source, entry);
  const sourceFault: { error?: unknown } = {};
  const compressed = watched(source.read(from, from + entry.compressedBytes), sourceFault);
  const pieces = entry.method === 'stored' ? compressed : inflateRaw(compressed);
  let length = 0;
  let crc = 0;
  try {
    for await (const piece of pieces) {
      length += piece.length;
      // The directory's size was checked against the limits; more than it is a lie.
      if (length > entry.bytes) throw new FileRefusal('zip-damaged', entry.name);
      crc = inflateRaw.crc32 ? inflateRaw.crc32(piece, crc) : crc32(crc, piece);
      yield piece;
    }
  } catch (error) {
    if ('error' in sourceFault) throw sourceFault.error;
    if (error instanceof FileRefusal) throw error;
    throw new FileRefusal('zip-damaged', entry.name);
  }
  if (length !== entry.bytes || crc !== entry.crc32) {
    throw new FileRefusal('zip-damaged', entry.name);
  }
}

async function dataStart(source: ByteSource, entry: ZipEntry): Promise<number> {
  if (entry.offset + 30 > source.size) throw new FileRefusal('zip-damaged', entry.name);
  const header = await readRange(source, entry.offset, entry.offset + 30);
  const view = new DataView(header.buffer, header.byteOffset, header.length);
  const start = entry.offset + 30 + view.getUint16(26, true) + view.getUint16(28, true);
  if (view.getUint32(0, true) !== localSignature || start + entry.compressedBytes > source.size) {
    throw new FileRefusal('zip-damaged', entry.name);
  }
  return start;
}

/** Remembers a fault of the source, which must not pass for a fault of the file. */
async function* watched(
  bytes: AsyncIterable<Uint8Array>,
  fault: { error?: unknown },
): AsyncGenerator<Uint8Array> {
  try {
    yield* bytes;
  } catch (error) {
    fault.error = error;
    throw error;
  }
}
