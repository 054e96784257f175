import { fold } from '../fold.ts';
import { readUnitOfMeasure, type UnitOfMeasure } from './unit-of-measure.ts';

/** A number as somebody typed it, taken apart; its separators are not yet decided. */
export type NumberText = {
  negative: boolean;
  /** Digits with their separators. */
  body: string;
  percent: boolean;
  /** The words behind it (`triệu tỷ đồng`); null without any, and for a percent sign. */
  unit: UnitOfMeasure | null;
  approximate: boolean;
  /** True when marks stand around it that are none of its own: `'1290`, `="1290"`, `1.290.` */
  strayMarks: boolean;
  /** True when it was typed in full-width digits. */
  fullWidth: boolean;
};

/** What a body's separators tell: `either`: one of three digits' distance (`1.234`), which alone tells nothing. */
export type Evidence = 'none' | 'comma' | 'point' | 'either-comma' | 'either-point' | 'broken';

/** Longer words in front of a number or behind it are a sentence. */
const longestWords = 40;

const approximations =
  /^(?:(?:gan|hon|khoang|tren duoi|tren|duoi|uoc tinh|uoc dat|uoc khoang|uoc|xap xi|about|over|nearli)\s+|[~≈]\s*)/;

/** Takes a typed number apart; undefined when it is no number, or when a word behind it is not known. */
export function readNumberText(text: string): NumberText | undefined {
  const narrow = text.replace(/[０-９．，％]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) - 0xfee0));
  const whole = narrow.normalize('NFC').replace(/\s+/g, ' ').trim();
  let rest = withoutStrayMarks(whole);
  const strayMarks = rest !== whole;
  const approximation = /^\d/.test(rest) ? null : approximations.exec(unmarked(rest.slice(0, longestWords)));
  if (approximation) rest = rest.slice(approximation[0].length);
  const match = /^([-−–+]?) ?(\d(?:[\d., ]*\d)?) ?(.*)$/.exec(rest);
  if (!match) return undefined;
  const tail = match[3] as string;
  const unit = tail === '' ? null : tail.length > longestWords ? undefined : readUnitOfMeasure(tail);
  if (unit === undefined) return undefined;
  const percent = tail === '%';
  return {
    negative: match[1] !== '' && match[1] !== '+',
    body: match[2] as string,
    percent,
    unit: percent ? null : unit,
    approximate: approximation !== null,
    strayMarks,
    fullWidth: narrow !== text,
  };
}

/** What keeps a number a text in Excel (`'1290`, `="1290"`), and a mark that ends it as a sentence. */
function withoutStrayMarks(text: string): string {
  const bare = /^="(.*)"$/.exec(text)?.[1] ?? text.replace(/^['’‘`´](?=[-−–+]?\d)/, '');
  return bare.replace(/(\d) ?[.,;]$/, '$1').trim();
}

/** Lower case without marks, letter for letter, so that a place in it is the same place in the text. */
function unmarked(text: string): string {
  return [...text]
    .map((letter) => (/\p{L}/u.test(letter) ? fold(letter).slice(0, 1) || letter : letter))
    .join('');
}

/** What one body says of its column's decimal mark. */
export function evidenceOf(body: string): Evidence {
  if (/^\d+$/.test(body)) return 'none';
  // Spaces group, so the one mark that is left is the decimal one.
  if (body.includes(' ')) {
    const match = /^\d{1,3}(?: \d{3})+(?:([.,])\d+)?$/.exec(body);
    if (!match) return 'broken';
    return match[1] === undefined ? 'none' : match[1] === ',' ? 'comma' : 'point';
  }
  if (/^\d{1,3}(\.\d{3})+,\d+$/.test(body)) return 'comma';
  if (/^\d{1,3}(,\d{3})+\.\d+$/.test(body)) return 'point';
  if (/^[1-9]\d{0,2}\.\d{3}$/.test(body)) return 'either-point';
  if (/^[1-9]\d{0,2},\d{3}$/.test(body)) return 'either-comma';
  if (/^\d{1,3}(\.\d{3}){2,}$/.test(body)) return 'comma';
  if (/^\d{1,3}(,\d{3}){2,}$/.test(body)) return 'point';
  if (/^\d+\.\d+$/.test(body)) return 'point';
  if (/^\d+,\d+$/.test(body)) return 'comma';
  return 'broken';
}
