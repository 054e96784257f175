import { byteLetters } from './byte-letters.ts';
import { isInOneCase, isSyllable } from './syllable.ts';
import { isBeyondTcvn3, tcvn3ToUnicode } from './tcvn3.ts';
import { vniToUnicode } from './vni.ts';

/** A reading in which a word may be Vietnamese: as it stands, or as one of the encodings before Unicode. */
export type Reading = 'unicode' | 'tcvn3' | 'vni' | 'viscii';

/**
 * How many words of a text can only be Vietnamese in each reading. Words that read well as they stand and
 * as TCVN3 ("Bé" is also Bộ) count for nothing.
 */
export type Evidence = Record<Reading, number>;

const words = /(?:[A-Za-z\u00A1-\u024F\u1E00-\u1EFF]|[\u0300-\u036F])+/g;

/** The words of a text that hold more than ASCII letters, composed. */
export function markedWords(text: string): string[] {
  return (text.normalize('NFC').match(words) ?? []).filter((word) => word.length > 1 && !isAscii(word));
}

export function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 0x7f) return false;
  return true;
}

/** Weighs the words of one text. */
export function weigh(text: string): Evidence {
  const evidence: Evidence = { unicode: 0, tcvn3: 0, vni: 0, viscii: 0 };
  for (const word of markedWords(text)) {
    const meaning = readingOf(word);
    if (meaning !== null) evidence[meaning] += meaning === 'tcvn3' && hasSigns(word) ? 2 : 1;
  }
  return evidence;
}

/** Two signs inside a word, as in `­¬ng` (ương), are no chance: such a word counts twice. */
function hasSigns(word: string): boolean {
  return /[\u00A1-\u00BF\u00D7\u00F7].*[\u00A1-\u00BF\u00D7\u00F7]/.test(word);
}

/** In which reading alone a word is Vietnamese; null when in none, or when it cannot be told. */
export function readingOf(word: string): Reading | null {
  const asIs = isSyllable(word);
  // What Latin-1 does not hold was not written in an encoding of one byte a letter.
  if (/[^A-Za-z\u00A1-\u00FF]/.test(word)) return asIs ? 'unicode' : null;
  const decoded = tcvn3ToUnicode(word);
  const asTcvn3 = !isBeyondTcvn3(word) && isSyllable(decoded);
  if (asIs && asTcvn3) {
    // The fonts' letters with tones are small ones: "BÌNH" would be "BèNH".
    if (isInOneCase(word) === isInOneCase(decoded)) return null;
    return isInOneCase(word) ? 'unicode' : 'tcvn3';
  }
  if (asIs || asTcvn3) return asIs ? 'unicode' : 'tcvn3';
  if (isSyllable(vniToUnicode(word))) return 'vni';
  return isSyllable(visciiToUnicode(word)) ? 'viscii' : null;
}

function visciiToUnicode(word: string): string {
  return word.replace(/[\u00A1-\u00FF]/g, (letter) => byteLetters.viscii[letter.charCodeAt(0)] as string);
}
