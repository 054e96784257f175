import type { Cell } from '../table.ts';
import { isAscii, weigh } from './evidence.ts';
import { tcvn3ToUnicode } from './tcvn3.ts';

/** What is known of a text from outside it. */
export type TextSetting = {
  /** The font that the workbook names for it is a TCVN3 font (`.VnTime`). */
  legacyFont?: boolean;
  /** The letters of the whole sheet say that it is in TCVN3: words that could be either are TCVN3 too. */
  sheetIsTcvn3?: boolean;
  /** There is TCVN3 in the sheet: one word that can be nothing else is enough. */
  sheetHasTcvn3?: boolean;
};

export type DecodedText = Pick<Cell, 'text' | 'was'>;

/**
 * A text in its true letters, composed (NFC), with what is stored when that differs. TCVN3 is decoded where
 * the font or the sheet says so, or where at least two words of the text are Vietnamese in no other
 * reading; a text that is Vietnamese as it stands is left alone whatever its font is called.
 */
export function decodeText(text: string, setting: TextSetting = {}): DecodedText {
  if (isAscii(text)) return { text };
  if (isTcvn3(text, setting)) {
    const decoded = tcvn3ToUnicode(text);
    if (decoded !== text) return { text: decoded, was: { code: 'tcvn3', text } };
  }
  const composed = text.normalize('NFC');
  return composed === text ? { text } : { text: composed, was: { code: 'composed', text } };
}

/** True for letters that TCVN3 cannot have when it was read as Latin-1: `ộ`, `ư`, `đ`, a mark on its own. */
export function isBeyondLatin(text: string): boolean {
  return /[\u0102-\u01B0\u1EA0-\u1EF9]|[\u0300-\u0323]/.test(text);
}

function isTcvn3(text: string, { legacyFont, sheetIsTcvn3, sheetHasTcvn3 }: TextSetting): boolean {
  if (!/[\u00A1-\u00FF]/.test(text)) return false;
  if (isBeyondLatin(text)) return false;
  const { unicode, tcvn3 } = weigh(text);
  if (legacyFont) return tcvn3 > 0 || unicode === 0;
  if (sheetIsTcvn3) return tcvn3 >= unicode;
  return tcvn3 >= (sheetHasTcvn3 ? 1 : 2) && unicode === 0;
}
