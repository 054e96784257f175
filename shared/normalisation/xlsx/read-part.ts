import { inPieces } from '../bytes.ts';
import { FileRefusal } from '../refusal.ts';
import type { ByteSource, InflateRaw } from '../report.ts';
import type { ZipEntry } from '../zip/directory.ts';
import { readEntry } from '../zip/read-entry.ts';
import type { XmlBytes } from './xml-bytes.ts';
import { type XmlHandler, XmlScanner } from './xml-scanner.ts';

/** A workbook's zip: where its parts are read from. */
export type Package = {
  source: ByteSource;
  entries: ReadonlyMap<string, ZipEntry>;
  inflateRaw: InflateRaw;
};

/** The entry of a part, or undefined; names are compared without case, as Excel does. */
export function partOf(pack: Package, path: string): ZipEntry | undefined {
  return pack.entries.get(path.toLowerCase());
}

/** Reads a whole part of XML into a handler. */
export async function readPart(pack: Package, entry: ZipEntry, handler: XmlHandler): Promise<void> {
  for await (const _ of scanPart(pack, entry, handler));
}

/** Reads a part of XML into a handler, stopping after each piece so that its results can be taken away. */
export function scanPart(pack: Package, entry: ZipEntry, handler: XmlHandler): AsyncGenerator<void> {
  return damageFirst(pack, entry, scanText(pack, entry, handler));
}

/** Reads a part of XML into a scanner of bytes. A part in UTF-16 is turned into UTF-8 on the way. */
export function scanPartBytes(
  pack: Package,
  entry: ZipEntry,
  scanner: XmlBytes,
  pieceLength?: number,
): AsyncGenerator<void> {
  return damageFirst(pack, entry, scanBytes(pack, entry, scanner, pieceLength));
}

/**
 * A damaged part is damaged, whatever its XML looks like until there: how much of it comes before the damage is
 * noticed differs between inflaters, and the same file must be refused for the same reason by all of them.
 */
async function* damageFirst(
  pack: Package,
  entry: ZipEntry,
  scan: AsyncGenerator<void>,
): AsyncGenerator<void> {
  try {
    yield* scan;
  } catch (error) {
    if (error instanceof FileRefusal && error.code !== 'zip-damaged') {
      for await (const _ of readEntry(pack.source, entry, pack.inflateRaw));
    }
    throw error;
  }
}

async function* scanText(pack: Package, entry: ZipEntry, handler: XmlHandler): AsyncGenerator<void> {
  const scanner = new XmlScanner(handler);
  let decoder: TextDecoder | undefined;
  for await (const piece of wholePairs(readEntry(pack.source, entry, pack.inflateRaw))) {
    decoder ??= decoderFor(piece);
    scanner.push(decoded(decoder, piece));
    yield;
  }
  scanner.push(decoded(decoder ?? new TextDecoder()));
  scanner.end();
}

async function* scanBytes(
  pack: Package,
  entry: ZipEntry,
  scanner: XmlBytes,
  pieceLength?: number,
): AsyncGenerator<void> {
  let decoder: TextDecoder | undefined;
  let isUtf8 = false;
  const encoder = new TextEncoder();
  const inflated = readEntry(pack.source, entry, pack.inflateRaw);
  const pieces = pieceLength === undefined ? inflated : inPieces(inflated, pieceLength);
  for await (const piece of wholePairs(pieces)) {
    if (decoder === undefined) {
      decoder = decoderFor(piece);
      isUtf8 = decoder.encoding === 'utf-8';
    }
    scanner.push(isUtf8 ? piece : encoder.encode(decoded(decoder, piece)));
    yield;
  }
  if (decoder !== undefined && !isUtf8) scanner.push(encoder.encode(decoded(decoder)));
  scanner.end();
}

/** The first piece has at least two bytes, so that its byte order mark is whole. */
async function* wholePairs(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let first: number[] | undefined = [];
  for await (const piece of pieces) {
    if (first === undefined) {
      yield piece;
      continue;
    }
    if (first.length + piece.length < 2) {
      first.push(...piece);
      continue;
    }
    const start = new Uint8Array(first.length + piece.length);
    start.set(first);
    start.set(piece, first.length);
    first = undefined;
    yield start;
  }
  if (first !== undefined && first.length > 0) yield Uint8Array.from(first);
}

function decoderFor(start: Uint8Array): TextDecoder {
  if (start[0] === 0xff && start[1] === 0xfe) return new TextDecoder('utf-16le', { fatal: true });
  if (start[0] === 0xfe && start[1] === 0xff) return new TextDecoder('utf-16be', { fatal: true });
  return new TextDecoder('utf-8', { fatal: true });
}

function decoded(decoder: TextDecoder, piece?: Uint8Array): string {
  try {
    return piece === undefined ? decoder.decode() : decoder.decode(piece, { stream: true });
  } catch {
    throw new FileRefusal('xml-damaged');
  }
}
