import { crc32 } from '../zip/crc32.ts';

/** Packs bytes as a raw DEFLATE stream (zlib in Node, CompressionStream in a browser). */
export type DeflateRaw = (bytes: Uint8Array) => Promise<Uint8Array>;

/** An entry as it stands in the zip: packed already, or copied from another zip as it was. */
export type PackedEntry = {
  name: string;
  method: 'stored' | 'deflated';
  /** Of the content, before packing. */
  bytes: number;
  crc32: number;
  packed: Uint8Array;
};

/** 1980-01-01 00:00, the first day that a zip knows: the same content gives the same bytes on every day. */
const firstDay = 0x00210000;
/** The name is UTF-8; sizes and digest stand in the local header. */
const utf8Names = 0x0800;

/** An entry that is stored as it is. */
export function stored(name: string, content: Uint8Array): PackedEntry {
  return { name, method: 'stored', bytes: content.length, crc32: crc32(0, content), packed: content };
}

/** An entry that is deflated where that makes it smaller. */
export async function packed(
  name: string,
  content: Uint8Array,
  deflateRaw: DeflateRaw,
): Promise<PackedEntry> {
  const whole = stored(name, content);
  const smaller = await deflateRaw(content);
  return smaller.length < content.length ? { ...whole, method: 'deflated', packed: smaller } : whole;
}

/** A zip of these entries, in this order. */
export function writeZip(entries: readonly PackedEntry[]): Uint8Array {
  const names = entries.map(({ name }) => new TextEncoder().encode(name));
  const sizeOf = (at: number) =>
    30 + (names[at] as Uint8Array).length + (entries[at] as PackedEntry).packed.length;
  const body = entries.reduce((sum, _, at) => sum + sizeOf(at), 0);
  const directory = names.reduce((sum, name) => sum + 46 + name.length, 0);
  const out = new Uint8Array(body + directory + 22);
  const view = new DataView(out.buffer);
  let local = 0;
  let central = body;
  for (const [at, entry] of entries.entries()) {
    const name = names[at] as Uint8Array;
    view.setUint32(local, 0x04034b50, true);
    writeFields(view, local + 4, entry, name.length);
    out.set(name, local + 30);
    out.set(entry.packed, local + 30 + name.length);
    view.setUint32(central, 0x02014b50, true);
    view.setUint16(central + 4, 20, true);
    writeFields(view, central + 6, entry, name.length);
    view.setUint32(central + 42, local, true);
    out.set(name, central + 46);
    local += sizeOf(at);
    central += 46 + name.length;
  }
  view.setUint32(central, 0x06054b50, true);
  view.setUint16(central + 8, entries.length, true);
  view.setUint16(central + 10, entries.length, true);
  view.setUint32(central + 12, directory, true);
  view.setUint32(central + 16, body, true);
  return out;
}

/** The fields that a local header and the directory have alike. */
function writeFields(view: DataView, at: number, entry: PackedEntry, nameLength: number): void {
  view.setUint16(at, 20, true);
  view.setUint16(at + 2, utf8Names, true);
  view.setUint16(at + 4, entry.method === 'stored' ? 0 : 8, true);
  view.setUint32(at + 6, firstDay, true);
  view.setUint32(at + 10, entry.crc32, true);
  view.setUint32(at + 14, entry.packed.length, true);
  view.setUint32(at + 18, entry.bytes, true);
  view.setUint16(at + 22, nameLength, true);
}
