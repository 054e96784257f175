import { setImmediate } from 'node:timers/promises';
import { crc32, deflateRawSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { inflateRaw } from '../../../shared/aws/inflate.ts';
import { inflateWeb } from '../../../shared/normalisation/inflate-web.ts';

/** Both inflaters, at their edges: what one does the other does. */

const content = new TextEncoder().encode('Điểm Cầu '.repeat(200_000));
const packed = new Uint8Array(deflateRawSync(content));

/** The packed bytes in small pieces; `ended` once nobody reads them any more. */
function source(bytes = packed) {
  const seen = { ended: false };
  async function* pieces() {
    try {
      for (let at = 0; at < bytes.length; at += 64) yield bytes.subarray(at, at + 64);
    } finally {
      seen.ended = true;
    }
  }
  return { seen, pieces: pieces() };
}

describe.each([
  ['zlib', inflateRaw],
  ['DecompressionStream', inflateWeb],
])('%s', (_, inflate) => {
  test('gives the content', async () => {
    const pieces: Uint8Array[] = [];
    for await (const piece of inflate(source().pieces)) pieces.push(Uint8Array.from(piece));
    expect(Buffer.concat(pieces).equals(content)).toBe(true);
  });

  test('who stops early lets the source go, and nothing fails behind their back', async () => {
    const { seen, pieces } = source();
    for await (const piece of inflate(pieces)) {
      expect(piece.length).toBeGreaterThan(0);
      break;
    }
    // An error that nobody hears would come in one of these turns, and end the process.
    for (let turn = 0; turn < 20; turn += 1) await setImmediate();
    expect(seen.ended).toBe(true);
  });

  test.each([
    ['a stream that ends early', packed.subarray(0, -20)],
    ['a stream with a byte behind it', new Uint8Array([...packed, 0])],
    ['a stream with another one behind it', new Uint8Array([...packed, ...packed])],
    ['bytes that are no stream', new Uint8Array(300).fill(0xff)],
  ])('%s throws', async (_what, bytes) => {
    await expect(drained(inflate(source(bytes).pieces))).rejects.toThrow();
  });

  test('a stream that ends with a piece, or in it, or one byte before its end', async () => {
    for (const length of [1, 63, packed.length - 1, packed.length, packed.length + 1]) {
      const pieces = async function* () {
        for (let at = 0; at < packed.length; at += length) yield packed.subarray(at, at + length);
      };
      await drained(inflate(pieces()));
    }
  });

  test("the source's own error is thrown", async () => {
    async function* broken() {
      yield packed.subarray(0, 64);
      throw new Error('the store is away');
    }
    await expect(drained(inflate(broken()))).rejects.toThrow('the store is away');
  });
});

test("zlib's pieces are let go once the next is asked for, and its checksum is that of the zip", async () => {
  const pieces: Uint8Array[] = [];
  let crc = 0;
  for await (const piece of inflateRaw(source().pieces)) {
    expect(piece.length).toBeGreaterThan(0);
    crc = inflateRaw.crc32?.(piece, crc) ?? 0;
    pieces.push(piece);
  }
  expect(crc).toBe(crc32(content));
  // Of 2 MB in buffers of 256 KiB, the first ones were full; the last one is not.
  expect(pieces[0]?.length).toBe(0);
  expect(pieces.at(-1)?.length).toBeGreaterThan(0);
});

async function drained(pieces: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const _ of pieces);
}
