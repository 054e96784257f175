import { FileRefusal } from '../refusal.ts';

/** The streams of a compound file's root ([MS-CFB]), by name, as they are found in its directory. */
export type Compound = { names: ReadonlySet<string>; read(name: string): Uint8Array };

type Entry = { start: number; size: number };

const endOfChain = 0xfffffffe;
const free = 0xffffffff;
const headerLength = 512;
const miniStreamCutoff = 4_096;
/** More bytes than any directory of a workbook has. */
const directoryEntries = 65_536;

/**
 * Reads the directory of a compound file. Every chain is followed for at most as many steps as there are
 * sectors, so that one that runs in a circle ends.
 * @throws FileRefusal `xls-damaged`
 */
export function readCompound(bytes: Uint8Array): Compound {
  if (bytes.length < headerLength) throw damaged('header');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const sectorShift = view.getUint16(0x1e, true);
  const miniShift = view.getUint16(0x20, true);
  if ((sectorShift !== 9 && sectorShift !== 12) || miniShift !== 6) throw damaged('header');
  const sectors = new Sectors(bytes, sectorShift);
  const fat = tableOf(sectors.concat(fatSectors(view, sectors)));
  const directory = sectors.concat(chainOf(fat, view.getUint32(0x30, true), sectors.count));
  const entries = entriesOf(directory);
  const root = entries.get('');
  return {
    names: new Set(entries.keys()),
    read(name) {
      const entry = entries.get(name);
      if (!entry) throw damaged(name);
      if (entry.size >= miniStreamCutoff) {
        return cut(sectors.concat(chainOf(fat, entry.start, sectors.count)), entry.size);
      }
      if (!root) throw damaged('root');
      const minis = new Sectors(
        cut(sectors.concat(chainOf(fat, root.start, sectors.count)), root.size),
        miniShift,
        0,
      );
      const miniFat = tableOf(sectors.concat(chainOf(fat, view.getUint32(0x3c, true), sectors.count)));
      return cut(minis.concat(chainOf(miniFat, entry.start, minis.count)), entry.size);
    },
  };
}

/** Equal parts of a file or stream, by number. */
class Sectors {
  readonly count: number;
  readonly #bytes: Uint8Array;
  readonly #shift: number;
  readonly #from: number;

  constructor(bytes: Uint8Array, shift: number, from = 2 ** shift) {
    this.#bytes = bytes;
    this.#shift = shift;
    this.#from = from;
    this.count = Math.max(0, Math.ceil((bytes.length - from) / 2 ** shift));
  }

  /** The sectors one behind the other; the last of the file may be short. */
  concat(numbers: readonly number[]): Uint8Array {
    const size = 2 ** this.#shift;
    const all = new Uint8Array(numbers.length * size);
    for (const [index, number] of numbers.entries()) {
      if (number >= this.count) throw damaged(`sector ${number}`);
      const start = this.#from + number * size;
      all.set(this.#bytes.subarray(start, start + size), index * size);
    }
    return all;
  }
}

/** The sectors that hold the FAT: the first 109 stand in the header, the others in a chain of their own. */
function fatSectors(view: DataView, sectors: Sectors): number[] {
  const numbers: number[] = [];
  for (let at = 0x4c; at < headerLength; at += 4) numbers.push(view.getUint32(at, true));
  let next = view.getUint32(0x44, true);
  for (let steps = 0; next < sectors.count; steps += 1) {
    if (steps > sectors.count) throw damaged('circle');
    const part = tableOf(sectors.concat([next]));
    numbers.push(...part.subarray(0, -1));
    if (numbers.length > sectors.count + part.length + 109) throw damaged('circle');
    next = part[part.length - 1] as number;
  }
  return numbers.filter((number) => number < free - 5);
}

function tableOf(bytes: Uint8Array): Uint32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  return Uint32Array.from({ length: bytes.length >> 2 }, (_, at) => view.getUint32(at * 4, true));
}

function chainOf(fat: Uint32Array, start: number, limit: number): number[] {
  const chain: number[] = [];
  for (let sector = start; sector !== endOfChain; ) {
    if (sector >= fat.length || chain.length > limit) throw damaged(`chain from ${start}`);
    chain.push(sector);
    sector = fat[sector] as number;
  }
  return chain;
}

function entriesOf(directory: Uint8Array): ReadonlyMap<string, Entry> {
  const view = new DataView(directory.buffer, directory.byteOffset, directory.length);
  const decoder = new TextDecoder('utf-16le');
  const entries = new Map<string, Entry>();
  for (let at = 0; at + 128 <= directory.length && at < directoryEntries * 128; at += 128) {
    const type = directory[at + 0x42];
    const nameLength = view.getUint16(at + 0x40, true);
    if ((type !== 1 && type !== 2 && type !== 5) || nameLength < 2 || nameLength > 64) continue;
    const name = type === 5 ? '' : decoder.decode(directory.subarray(at, at + nameLength - 2));
    const entry = { start: view.getUint32(at + 0x74, true), size: view.getUint32(at + 0x78, true) };
    if (!entries.has(name)) entries.set(name, entry);
  }
  return entries;
}

function cut(bytes: Uint8Array, size: number): Uint8Array {
  if (bytes.length < size) throw damaged('stream');
  return bytes.subarray(0, size);
}

function damaged(what: string): FileRefusal {
  return new FileRefusal('xls-damaged', what);
}
