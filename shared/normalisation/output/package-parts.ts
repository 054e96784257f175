import { bytesInMemory } from '../bytes.ts';
import { limits } from '../limits.ts';
import type { InflateRaw } from '../report.ts';
import { readDirectory, type ZipEntry } from '../zip/directory.ts';
import { readEntry } from '../zip/read-entry.ts';
import { Unpatchable } from './unpatchable.ts';
import { type DeflateRaw, type PackedEntry, packed, stored, writeZip } from './write-zip.ts';
import { xmlDeclaration } from './xml-write.ts';

type Original = { bytes: Uint8Array; entries: ReadonlyMap<string, ZipEntry>; inflateRaw: InflateRaw };
const nothing: Original = {
  bytes: new Uint8Array(),
  entries: new Map(),
  async *inflateRaw() {},
};

/**
 * A package whose parts can be read, changed, added and dropped. What is not touched is copied as it stands
 * in the original, packed bytes and all. Names are compared without case, as Excel does.
 */
export class PackageParts {
  readonly #original: Original;
  /** By lower-case name, in the order in which they are written; null: as in the original. */
  readonly #parts = new Map<string, { name: string; content: Uint8Array | null }>();
  #editedBytes = 0;

  constructor(original: Original = nothing) {
    this.#original = original;
    for (const [key, { name }] of original.entries) this.#parts.set(key, { name, content: null });
  }

  /** @throws FileRefusal when the bytes are no zip that may be read */
  static async open(bytes: Uint8Array, inflateRaw: InflateRaw): Promise<PackageParts> {
    return new PackageParts({ bytes, entries: await readDirectory(bytesInMemory(bytes)), inflateRaw });
  }

  names(): string[] {
    return [...this.#parts.values()].map(({ name }) => name);
  }

  has(path: string): boolean {
    return this.#parts.has(path.toLowerCase());
  }

  /** @throws Unpatchable when the part is not there, or more is to be edited than memory should hold */
  async bytes(path: string): Promise<Uint8Array> {
    const part = this.#parts.get(path.toLowerCase());
    if (!part) throw new Unpatchable('unknown-form', path);
    if (part.content) return part.content;
    const { bytes, entries, inflateRaw } = this.#original;
    const entry = entries.get(path.toLowerCase()) as ZipEntry;
    this.#editedBytes += entry.bytes;
    if (this.#editedBytes > limits.editedPartsBytes) throw new Unpatchable('too-large', path);
    const content = new Uint8Array(entry.bytes);
    let at = 0;
    for await (const piece of readEntry(bytesInMemory(bytes), entry, inflateRaw)) {
      content.set(piece, at);
      at += piece.length;
    }
    return content;
  }

  /** The text of a part of XML, without its byte order mark. */
  async text(path: string): Promise<string> {
    const bytes = await this.bytes(path);
    const [first, second] = bytes;
    const encoding =
      first === 0xff && second === 0xfe
        ? 'utf-16le'
        : first === 0xfe && second === 0xff
          ? 'utf-16be'
          : 'utf-8';
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      throw new Unpatchable('unknown-form', path);
    }
  }

  /** Puts a part of XML, in UTF-8: a declaration of another encoding is replaced. */
  put(path: string, xml: string): void {
    const body = xml.replace(/^\s*<\?xml[^>]*\?>\s*/, '');
    this.putBytes(path, new TextEncoder().encode(xmlDeclaration + body));
  }

  putBytes(path: string, content: Uint8Array): void {
    const key = path.toLowerCase();
    this.#parts.set(key, { name: this.#parts.get(key)?.name ?? path, content });
  }

  drop(path: string): void {
    this.#parts.delete(path.toLowerCase());
  }

  /** The package as a zip. Without `deflateRaw`, changed parts are stored as they are. */
  async zip(deflateRaw?: DeflateRaw): Promise<Uint8Array> {
    const entries: PackedEntry[] = [];
    for (const [key, { name, content }] of this.#parts) {
      if (content === null) entries.push(this.#copied(key, name));
      else entries.push(deflateRaw ? await packed(name, content, deflateRaw) : stored(name, content));
    }
    return writeZip(entries);
  }

  /** The package as a zip of stored parts; only for one that copies nothing. */
  storedZip(): Uint8Array {
    return writeZip(
      [...this.#parts.values()].map(({ name, content }) => stored(name, content ?? new Uint8Array())),
    );
  }

  #copied(key: string, name: string): PackedEntry {
    const { bytes, entries } = this.#original;
    const { method, bytes: size, crc32, compressedBytes, offset } = entries.get(key) as ZipEntry;
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    if (offset + 30 > bytes.length) throw new Unpatchable('unknown-form', name);
    const from = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
    if (from + compressedBytes > bytes.length) throw new Unpatchable('unknown-form', name);
    return { name, method, bytes: size, crc32, packed: bytes.subarray(from, from + compressedBytes) };
  }
}
