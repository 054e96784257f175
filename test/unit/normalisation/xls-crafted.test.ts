import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { sharedTextsOverrun } from '../../../shared/normalisation/xls/shared-texts.ts';
import { check } from './form-files.ts';

/** A real workbook with a few of its bytes changed, so that SheetJS alone would read for ever, or fill the memory. */

const real = readFileSync(new URL('../../data/real/Plan_2003.xls', import.meta.url));

async function codesWith(change: (bytes: Buffer) => void): Promise<string[]> {
  const bytes = Buffer.from(real);
  change(bytes);
  const { report } = await check(new Uint8Array(bytes));
  return report.groups.map(({ code }) => code);
}

/** Where the body of the shared texts begins: 218 uses of 191 texts, in a record of 3,467 bytes. */
const sharedTexts = real.indexOf(Buffer.from('fc008b0dda000000bf000000', 'hex')) + 4;

describe('shared texts', () => {
  test('whose extension is of a negative length', async () => {
    const codes = await codesWith((bytes) => {
      bytes.writeUInt8(4, sharedTexts + 10);
      bytes.writeInt32LE(-20, sharedTexts + 11);
    });
    expect(codes).toEqual(['xls-damaged']);
  });

  test('that stand a second time, among the cells', async () => {
    const number = real.indexOf(Buffer.from('7e020a00', 'hex'), sharedTexts);
    expect(number).toBeGreaterThan(sharedTexts);
    expect(await codesWith((bytes) => bytes.writeUInt16LE(0xfc, number))).toEqual(['xls-damaged']);
  });

  test('that go on in the next record say there anew how wide their letters are', () => {
    // Two texts of three letters; the second begins in the next record, in letters of two bytes.
    const first = [2, 0, 0, 0, 2, 0, 0, 0, 3, 0, 0, 97, 98, 99, 3, 0, 0];
    const second = [1, 97, 0, 98, 0, 99, 0];
    const stream = Uint8Array.from([...first, ...second]);
    const split = [
      { from: 0, length: first.length },
      { from: first.length, length: second.length },
    ];
    expect(sharedTextsOverrun(stream, split)).toBe(false);
    expect(sharedTextsOverrun(stream.with(first.length, 0), split)).toBe(false);
    expect(sharedTextsOverrun(stream.with(first.length, 7), split)).toBe(true);
    expect(sharedTextsOverrun(stream, [{ from: 0, length: first.length + 2 }])).toBe(true);
  });
});

test('a formula outside a sheet is not read', async () => {
  const style = real.indexOf(Buffer.from('e0001400', 'hex'));
  expect(await codesWith((bytes) => bytes.writeUInt16LE(0x06, style))).not.toContain('xls-damaged');
});
