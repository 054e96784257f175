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

/**
 * Tells which names a damaged text may have been: those that are the same but for the lost letters.
 * @param text with U+FFFD for each lost letter
 * @param foldName what folds it and takes off its prefixes, as was done to the names
 */
export function namesLike(text: string, foldName: (text: string) => string): (name: string) => boolean {
  const pattern = foldName(text)
    .split(/(\uFFFD[\uFFFD ]*)/)
    .map((part) =>
      part.startsWith('\uFFFD') ? `[a-z ]{0,${Math.min(part.length + 1, longestRun)}}` : escaped(part),
    )
    .join('');
  // Lost letters alone would fit every name.
  if ((pattern.match(/[a-z]/g) ?? []).length === 0 || foldName(text).replace(/[\uFFFD ]/g, '') === '') {
    return () => false;
  }
  const whole = new RegExp(`^ ?${pattern}$`);
  return (name) => whole.test(name);
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
