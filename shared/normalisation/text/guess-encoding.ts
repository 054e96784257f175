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
/**
 * How many times as many words every other reading must spoil. By chance VISCII makes syllables of half of
 * all words in TCVN3, so it is the spoilt ones that tell.
 */
const clearly = 2;

/**
 * Tells which encoding of one byte a letter a text is in: the one in which its words are Vietnamese.
 * @param sample bytes that are not valid UTF-8
 * @throws FileRefusal `encoding-vni`, `encoding-viscii`, or `encoding-unknown` when none or several fit
 */
export function guessByteEncoding(sample: Uint8Array): ByteEncoding {
  const scores = candidates
    .map((candidate) => ({ ...candidate, ...scoreOf(candidate.decode(sample)) }))
    .sort((a, b) => a.spoilt - b.spoilt);
  const [best, next] = scores as [(typeof scores)[number], (typeof scores)[number]];
  const isVietnamese = best.words > 0 && best.spoilt <= best.words * (1 - enough);
  if (!isVietnamese || next.spoilt < 1 + best.spoilt * clearly) throw new FileRefusal('encoding-unknown');
  if (best.refused) throw new FileRefusal(best.refused);
  return best.name as ByteEncoding;
}

/** How many words bear marks, and how many of those are not Vietnamese. A letter in the wrong case is half a fault. */
function scoreOf(text: string): { words: number; spoilt: number } {
  let spoilt = 0;
  const words = markedWords(text);
  for (const word of words) {
    if (!isSyllable(word)) spoilt += 1;
    else if (!isInOneCase(word)) spoilt += 0.5;
  }
  return { words: words.length, spoilt };
}
