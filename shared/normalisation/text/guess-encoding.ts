import type { ReadingFault } from '../reading-faults.ts';
import { FileRefusal } from '../refusal.ts';
import { type ByteEncoding, byteLetters, decodeBytes } from './byte-letters.ts';
import { markedWords } from './evidence.ts';
import { isInOneCase, isSyllable } from './syllable.ts';
import { vniToUnicode } from './vni.ts';

type Candidate = {
  name: ByteEncoding | 'vni' | 'viscii';
  refused: ReadingFault | null;
  decode(bytes: Uint8Array): string;
};

const candidates: readonly Candidate[] = [
  { name: 'windows-1258', refused: null, decode: (bytes) => decodeBytes(bytes, byteLetters['windows-1258']) },
  { name: 'tcvn3', refused: null, decode: (bytes) => decodeBytes(bytes, byteLetters.tcvn3) },
  { name: 'viscii', refused: 'encoding-viscii', decode: (bytes) => decodeBytes(bytes, byteLetters.viscii) },
  {
    name: 'vni',
    refused: 'encoding-vni',
    decode: (bytes) => vniToUnicode(new TextDecoder('windows-1252').decode(bytes)),
  },
];

/** Of the words with marks, how many must be Vietnamese: names and abbreviations are not. */
const enough = 0.7;
/** How much better than the next best a reading must be: else it is asked. */
const clearly = 1.5;

/**
 * Tells which encoding of one byte a letter a text is in: the one in which its words are Vietnamese.
 * @param sample bytes that are not valid UTF-8
 * @throws FileRefusal `encoding-vni`, `encoding-viscii`, or `encoding-unknown` when none or several fit
 */
export function guessByteEncoding(sample: Uint8Array): ByteEncoding {
  const scores = candidates
    .map((candidate) => ({ ...candidate, ...scoreOf(candidate.decode(sample)) }))
    .sort((a, b) => b.good - a.good);
  const [best, next] = scores as [(typeof scores)[number], (typeof scores)[number]];
  const isClear = best.good >= Math.max(1, best.words * enough) && best.good >= next.good * clearly;
  if (!isClear) throw new FileRefusal('encoding-unknown');
  if (best.refused) throw new FileRefusal(best.refused);
  return best.name as ByteEncoding;
}

/** How many words bear marks, and how many of those are Vietnamese. A letter in the wrong case counts half. */
function scoreOf(text: string): { words: number; good: number } {
  let good = 0;
  const words = markedWords(text);
  for (const word of words) if (isSyllable(word)) good += isInOneCase(word) ? 1 : 0.5;
  return { words: words.length, good };
}
