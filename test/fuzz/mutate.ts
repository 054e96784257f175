import type { Seedling } from './corpus.ts';
import { type AskedForm, askedForms } from './judge.ts';
import { mutateCompound } from './mutate-compound.ts';
import { mutateText } from './mutate-text.ts';
import { mutateZip } from './mutate-zip.ts';
import { Random } from './random.ts';

/** A file of the fuzz, and how it came to be. */
export type Mutant = { bytes: Uint8Array; form: AskedForm; from: string; how: string };

const most = 4 * 2 ** 20;

/** The file that a seed and a number name: always the same one, of the same corpus. */
export function mutantOf(corpus: readonly Seedling[], seed: number, index: number): Mutant {
  const random = new Random(seed, index);
  const parent = random.pick(corpus);
  let { bytes } = parent;
  const how: string[] = [];
  // Most faults come alone; some hide behind another.
  const steps = random.below(4) === 0 ? random.between(2, 3) : 1;
  for (let step = 0; step < steps; step += 1) {
    const [name, change] = random.pick(changesFor(parent.kind));
    bytes = change(bytes, random, corpus).subarray(0, most);
    how.push(name);
  }
  const form = askedForms.find((each) => parent.name.startsWith(`${each}-`)) ?? 'qd766';
  return { bytes, form, from: parent.name, how: how.join(' + ') };
}

type Change = (bytes: Uint8Array, random: Random, corpus: readonly Seedling[]) => Uint8Array;

function changesFor(kind: Seedling['kind']): readonly (readonly [string, Change])[] {
  // Bytes of a packed file that are changed blindly are refused at the first checksum, so what knows the
  // container comes more often.
  if (kind === 'xlsx') return [...plain, ...Array<readonly [string, Change]>(10).fill(['zip', mutateZip])];
  if (kind === 'xls')
    return [...plain, ...Array<readonly [string, Change]>(10).fill(['compound', mutateCompound])];
  return [...plain, ...Array<readonly [string, Change]>(8).fill(['text', mutateText])];
}

const plain: readonly (readonly [string, Change])[] = [
  ['bits', flipBits],
  ['bytes', editBytes],
  ['cut', cut],
  ['cut front', (bytes, random) => bytes.subarray(random.below(bytes.length + 1))],
  ['remove', remove],
  ['repeat', repeat],
  ['splice', splice],
];

/** Values at which readers break: ends of ranges, and the marks of formats. */
const telling = [0, 1, 0x7f, 0x80, 0xff, 0x22, 0x2c, 0x3b, 0x09, 0x0a, 0x0d, 0x3c, 0x3e, 0x26, 0x2e, 0x20];

export function flipBits(bytes: Uint8Array, random: Random): Uint8Array {
  const changed = bytes.slice();
  for (let left = random.small(16); left > 0 && changed.length > 0; left -= 1) {
    const at = random.below(changed.length);
    changed[at] = (changed[at] as number) ^ (1 << random.below(8));
  }
  return changed;
}

export function editBytes(bytes: Uint8Array, random: Random): Uint8Array {
  const changed = bytes.slice();
  for (let left = random.small(32); left > 0 && changed.length > 0; left -= 1) {
    changed[random.below(changed.length)] = random.below(2) === 0 ? random.below(256) : random.pick(telling);
  }
  return changed;
}

function cut(bytes: Uint8Array, random: Random): Uint8Array {
  return bytes.subarray(0, random.below(bytes.length + 1));
}

function remove(bytes: Uint8Array, random: Random): Uint8Array {
  const from = random.below(bytes.length + 1);
  return joined(bytes.subarray(0, from), bytes.subarray(from + random.small(4_096)));
}

function repeat(bytes: Uint8Array, random: Random): Uint8Array {
  const from = random.below(bytes.length + 1);
  const part = bytes.subarray(from, from + random.small(2_048));
  // Seldom so often that the file is a large one.
  const times = random.below(200) === 0 ? 1_000 : random.small(32);
  return joined(bytes.subarray(0, from), ...Array<Uint8Array>(times).fill(part), bytes.subarray(from));
}

function splice(bytes: Uint8Array, random: Random, corpus: readonly Seedling[]): Uint8Array {
  const other = random.pick(corpus).bytes;
  const head = bytes.subarray(0, random.below(bytes.length + 1));
  return joined(head, other.subarray(random.below(other.length + 1)));
}

export function joined(...parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}
