import { damageIn } from '../text/broken.ts';

/** What an R console writes for a letter that its code page lacks: `<U+1EAE>`. */
const escapes = /<U\+([0-9A-F]{4,6})>/gi;

/** Ð (Eth, U+00D0), ð, Ɖ (U+0189), ɖ: drawn like Đ (U+0110), and another letter. */
const lookAlikes = /[\u00D0\u00F0\u0189\u0256]/;

/** True when letters of a name were lost, or replaced by what looks like them: it must not be resolved. */
export function isDamaged(text: string): boolean {
  return lookAlikes.test(text) || text.includes('?') || damageIn(text) !== undefined;
}

/** A text with its look-alikes and escapes put right, where that is certain, and U+FFFD for each lost letter. */
export function withLostLetters(text: string): string {
  return text
    .replace(escapes, (_, code: string) => {
      const point = Number.parseInt(code, 16);
      return point <= 0x10ffff ? String.fromCodePoint(point) : '\uFFFD';
    })
    .replace(/[\u00D0\u0189]/g, 'Đ')
    .replace(/[\u00F0\u0256]/g, 'đ')
    .replaceAll('?', '\uFFFD');
}

/** A run of lost letters stands for at most so many: each mark for a letter, a space or nothing. */
const longestRun = 12;
/** A text with more gaps or letters than that resembles no name well enough to be worth a suggestion. */
const mostGaps = 60;
const longestText = 400;

/**
 * Tells which names a damaged text may have been: those that are the same but for the lost letters.
 * @param text with U+FFFD for each lost letter
 * @param foldName what folds it and takes off its prefixes, as was done to the names
 */
export function namesLike(text: string, foldName: (text: string) => string): (name: string) => boolean {
  if (text.length > longestText) return () => false;
  const folded = foldName(text);
  const parts = folded.split(/(\uFFFD[\uFFFD ]*)/);
  // Lost letters alone would fit every name.
  if (parts.length > 2 * mostGaps || !/[a-z]/.test(folded.replace(/[\uFFFD ]/g, ''))) return () => false;
  return (name) => fits(name, parts);
}

/**
 * True when a name is made of the parts in turn, each gap standing for letters and spaces up to its length. All ends
 * that the parts so far may have are followed together, so that no text makes it go back and forth.
 */
function fits(name: string, parts: readonly string[]): boolean {
  let ends = new Set(name.startsWith(' ') ? [0, 1] : [0]);
  for (const part of parts) {
    if (part === '') continue;
    const next = new Set<number>();
    for (const end of ends) {
      if (!part.startsWith('\uFFFD')) {
        if (name.startsWith(part, end)) next.add(end + part.length);
        continue;
      }
      const most = Math.min(part.length + 1, longestRun);
      for (let length = 0; length <= most; length += 1) {
        next.add(end + length);
        if (!/[a-z ]/.test(name.charAt(end + length))) break;
      }
    }
    if (next.size === 0) return false;
    ends = next;
  }
  return ends.has(name.length);
}
