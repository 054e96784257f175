import { TextRun } from 'docx';

/**
 * Text that a document may hold: without halves of characters, without what XML 1.0 forbids, and without the marks
 * that turn the direction of writing, by which a text can be shown in another order than it has. A tab is a space;
 * a line's end stays. Everything else stays text: what looks like a field code or a formula is never one.
 */
export function cleanText(text: string): string {
  return text.toWellFormed().replace(/\r\n?/g, '\n').replace(/\t/g, ' ').replace(unfit, '');
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that XML 1.0 forbids
const unfit = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/g;

/** Runs of a text, one for each of its lines. */
export function runsOf(text: string): TextRun[] {
  return cleanText(text)
    .split('\n')
    .map((line, at) => new TextRun({ text: line, ...(at > 0 && { break: 1 }) }));
}

/**
 * How wide a text is when it is set in Times New Roman, in millimetres: by kinds of letters, so within a few per
 * cent. For rules that follow a line's length and columns that must hold a word.
 * @param size in points
 */
export function textWidth(text: string, size: number, bold = false): number {
  let ems = 0;
  for (const letter of text) {
    let width = known.get(letter);
    if (width === undefined) {
      // Marks of Vietnamese letters take no width of their own.
      width = Array.from(letter.normalize('NFD'), emsOf).reduce((sum, each) => sum + each, 0);
      known.set(letter, width);
    }
    ems += width;
  }
  return ((ems * size * 25.4) / 72) * (bold ? 1.05 : 1);
}

/** Widths of letters met before; at most as many as Unicode has letters. */
const known = new Map<string, number>();

function emsOf(letter: string): number {
  if (/\p{M}/u.test(letter)) return 0;
  if (/[ijlIJ.,:;'|!()/[\]-]/.test(letter)) return 0.3;
  if (letter === ' ') return 0.25;
  if (/[mMW%]/.test(letter)) return 0.84;
  if (/\p{Lu}/u.test(letter)) return 0.69;
  if (/[frst]/.test(letter)) return 0.36;
  return letter.charCodeAt(0) > 0x2e7f ? 1 : 0.5;
}
