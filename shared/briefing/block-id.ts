import { sha256 } from './snapshot.ts';

/** A sheet of a workbook has a name of at most so many characters. */
const longest = 31;

/**
 * The id of a block from what it is of: ASCII, at most 31 characters, and another for whatever else it is made from.
 * What is too long, or holds a mark that no sheet may be named with, ends in the start of its hash.
 */
export function blockId(...parts: readonly (string | number)[]): string {
  const whole = parts.join('-');
  const plain = whole.replace(/[^\w.-]/g, '-');
  if (plain === whole && whole.length <= longest) return whole;
  const mark = sha256(whole).slice(0, 8);
  return `${plain.slice(0, longest - 1 - mark.length)}-${mark}`;
}
