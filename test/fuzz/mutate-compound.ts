import * as XLSX from '@e965/xlsx';
import { oddities } from './mutate-text.ts';
import type { Random } from './random.ts';

/** One record of a BIFF stream. */
type Record = { type: number; body: Buffer; length: number };

/** Changes an old workbook from within: its records, what they say of their length, or its directory. */
export function mutateCompound(bytes: Uint8Array, random: Random): Uint8Array {
  if (random.below(5) === 0) return withHeaderChanged(bytes, random);
  try {
    const file = XLSX.CFB.read(Buffer.from(bytes), { type: 'buffer' });
    const stream = XLSX.CFB.find(file, 'Workbook') ?? XLSX.CFB.find(file, 'Book');
    if (!stream) return bytes;
    const content = written(mutateRecords(recordsIn(Buffer.from(stream.content as Uint8Array)), random));
    stream.content = content;
    stream.size = content.length;
    return new Uint8Array(XLSX.CFB.write(file, { type: 'buffer' }) as Buffer);
  } catch {
    // An earlier change has broken it already.
    return bytes;
  }
}

/** The compound file's own numbers: sector size, first sectors, chains, the directory. */
function withHeaderChanged(bytes: Uint8Array, random: Random): Uint8Array {
  const changed = Buffer.from(bytes);
  if (changed.length < 512) return bytes;
  const at = random.below(3) === 0 ? random.below(changed.length - 4) : 8 + random.below(500);
  changed.writeUInt32LE(random.pick([0, 1, 2, 0xffffffff, 0xfffffffe, 0x7fffffff, random.below(4_096)]), at);
  return new Uint8Array(changed);
}

function recordsIn(stream: Buffer): Record[] {
  const records: Record[] = [];
  for (let at = 0; at + 4 <= stream.length; ) {
    const length = stream.readUInt16LE(at + 2);
    records.push({ type: stream.readUInt16LE(at), body: stream.subarray(at + 4, at + 4 + length), length });
    at += 4 + length;
  }
  return records;
}

function mutateRecords(records: Record[], random: Random): Record[] {
  const at = random.below(records.length);
  const record = { ...(records[at] as Record) };
  const others = records.toSpliced(at, 1);
  const kind = random.below(8);
  if (kind === 0) return others;
  if (kind === 1) return records.toSpliced(at, 0, ...Array<Record>(random.small(2_000)).fill(record));
  if (kind === 2) return others.toSpliced(random.below(records.length), 0, record);
  if (kind === 3)
    record.length = random.pick([0, 1, 0xffff, 0x2020, record.length + random.between(-4, 4)]) & 0xffff;
  else if (kind === 4) record.type = random.pick(types);
  else if (kind === 5)
    record.body = Buffer.concat([record.body, Buffer.from(random.pick(oddities), 'utf16le')]).subarray(
      0,
      8_000,
    );
  else record.body = withBytesChanged(record.body, random);
  if (kind > 3) record.length = record.body.length;
  return records.toSpliced(at, 1, record);
}

/** BOF, EOF, SST, CONTINUE, LABELSST, NUMBER, RK, MULRK, FORMULA, STRING, FORMAT, XF, FONT, BOUNDSHEET, DIMENSIONS, MERGECELLS, CODEPAGE, FILEPASS. */
const types = [
  0x809, 0x0a, 0xfc, 0x3c, 0xfd, 0x203, 0x27e, 0xbd, 0x06, 0x207, 0x41e, 0xe0, 0x31, 0x85, 0x200, 0xe5, 0x42,
  0x2f,
];

function withBytesChanged(body: Buffer, random: Random): Buffer {
  const changed = Buffer.from(body);
  for (let left = random.small(8); left > 0 && changed.length > 0; left -= 1) {
    changed[random.below(changed.length)] = random.pick([0, 1, 0x7f, 0x80, 0xff, random.below(256)]);
  }
  return changed;
}

function written(records: readonly Record[]): Buffer {
  return Buffer.concat(
    records.flatMap(({ type, body, length }) => {
      const head = Buffer.alloc(4);
      head.writeUInt16LE(type, 0);
      head.writeUInt16LE(length, 2);
      return [head, body];
    }),
  );
}
