import { expect, test } from '@jest/globals';
import { textOverruns } from '../../../shared/normalisation/xls/declared-text.ts';

/** Records whose text is longer than they are, told before SheetJS reads on through the rest of the file. */

/** A record's body: row, column, style (in BIFF2 three bytes of attributes), count, letters; what follows it. */
function overruns(type: number, version: number, count: number, letters: number, next = 0x0a): boolean {
  const isLabel = type !== 0x207 && type !== 0x07;
  const head = (isLabel ? (version > 2 ? 6 : 7) : 0) + (version > 2 ? 2 : 1);
  const bytes = Buffer.alloc(head + letters + 4);
  if (version > 2) bytes.writeUInt16LE(count, head - 2);
  else bytes.writeUInt8(count, head - 1);
  bytes.writeUInt16LE(next, head + letters);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  return textOverruns(view, { type, from: 0, length: head + letters, version });
}

test.each([
  ['LABEL of BIFF5', 0x204, 5],
  ['LABEL of BIFF2', 0x04, 2],
  ['RSTRING', 0xd6, 5],
  ['STRING', 0x207, 8],
  ['STRING of BIFF2', 0x07, 2],
])('%s', (_, type, version) => {
  expect(overruns(type, version, 5, 5)).toBe(false);
  expect(overruns(type, version, 6, 5)).toBe(true);
  expect(overruns(type, version, 0, 0)).toBe(false);
});

test('a text that goes on in the next record is bounded elsewhere; a cell’s own cannot go on', () => {
  expect(overruns(0x207, 8, 6, 5, 0x3c)).toBe(false);
  expect(overruns(0x204, 8, 6, 5, 0x3c)).toBe(true);
});

test('a record that is too short for its count, and other records', () => {
  const view = new DataView(new ArrayBuffer(8));
  expect(textOverruns(view, { type: 0x204, from: 0, length: 4, version: 8 })).toBe(true);
  expect(textOverruns(view, { type: 0x203, from: 0, length: 4, version: 8 })).toBe(false);
});
