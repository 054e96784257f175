import { FileRefusal } from '../refusal.ts';

export type Encoding = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be';

/** A text's encoding, and how many bytes of byte order mark stand before it. */
export type DetectedEncoding = { encoding: Encoding; markLength: number };

/**
 * Finds the encoding of a text from its first bytes: by its byte order mark, by the zero bytes that UTF-16
 * puts into plain letters and digits, else UTF-8 when it is valid.
 * @param whole true when the sample is the whole file
 * @throws FileRefusal `container-unknown` for what is no text, `encoding-unknown` for a text in neither
 */
export function detectEncoding(sample: Uint8Array, whole: boolean): DetectedEncoding {
  const [first, second, third] = sample;
  if (first === 0xef && second === 0xbb && third === 0xbf) return { encoding: 'utf-8-bom', markLength: 3 };
  if (first === 0xff && second === 0xfe) return { encoding: 'utf-16le', markLength: 2 };
  if (first === 0xfe && second === 0xff) return { encoding: 'utf-16be', markLength: 2 };
  const zeros = zeroShares(sample);
  if (zeros.odd > 0.3 && zeros.even < 0.02) return { encoding: 'utf-16le', markLength: 0 };
  if (zeros.even > 0.3 && zeros.odd < 0.02) return { encoding: 'utf-16be', markLength: 0 };
  if (hasControls(sample)) throw new FileRefusal('container-unknown');
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(sample, { stream: !whole });
  } catch {
    throw new FileRefusal('encoding-unknown');
  }
  return { encoding: 'utf-8', markLength: 0 };
}

/** The share of zero bytes among those at even and at odd places. */
function zeroShares(sample: Uint8Array): { even: number; odd: number } {
  const zeros: [number, number] = [0, 0];
  for (let at = 0; at < sample.length; at += 1) if (sample[at] === 0) zeros[(at % 2) as 0 | 1] += 1;
  const half = Math.max(1, sample.length / 2);
  return { even: zeros[0] / half, odd: zeros[1] / half };
}

/** Control characters other than tab, line feed, form feed and carriage return stand in no table. */
function hasControls(sample: Uint8Array): boolean {
  return sample.some((byte) => byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13);
}

/**
 * Turns a text's bytes, after its byte order mark, into UTF-8. UTF-8 itself passes through unchecked:
 * whoever reads its fields decodes them strictly.
 * @throws FileRefusal `encoding-unknown` for broken UTF-16
 */
export async function* toUtf8(
  bytes: AsyncIterable<Uint8Array>,
  encoding: Encoding,
): AsyncGenerator<Uint8Array> {
  if (encoding === 'utf-8' || encoding === 'utf-8-bom') {
    yield* bytes;
    return;
  }
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  const encoder = new TextEncoder();
  for await (const piece of bytes) yield encoder.encode(decodeStrictly(decoder, piece));
  yield encoder.encode(decodeStrictly(decoder));
}

function decodeStrictly(decoder: TextDecoder, piece?: Uint8Array): string {
  try {
    return piece === undefined ? decoder.decode() : decoder.decode(piece, { stream: true });
  } catch {
    throw new FileRefusal('encoding-unknown');
  }
}
