import { fold } from '../fold.ts';
import { type Body, type ColumnStyle, readBody } from './column-style.ts';
import { compareDecimals } from './decimal.ts';
import { readUnitOfMeasure } from './unit-of-measure.ts';

/** An aim: `>=80`, `>0.7`, `20..50`, `100`; what follows in words is kept as a note. */
export type TargetReading = { value: string; percent: boolean; note: string | null };

const operators: ReadonlyMap<string, string> = new Map([
  ['≥', '>='],
  ['>=', '>='],
  ['=>', '>='],
  ['⩾', '>='],
  ['≤', '<='],
  ['<=', '<='],
  ['=<', '<='],
  ['⩽', '<='],
  ['>', '>'],
  ['＞', '>'],
  ['<', '<'],
  ['＜', '<'],
  ['=', ''],
]);
/** Words in front of an aim, folded, by what they mean in legal Vietnamese. */
const words: ReadonlyMap<string, string> = new Map([
  ['toi thieu', '>='],
  ['it nhat', '>='],
  ['tren', '>'],
  ['hon', '>'],
  ['toi da', '<='],
  ['khong qua', '<='],
  ['duoi', '<'],
  ['dat', ''],
]);

const number = '(\\d(?:[\\d., ]*\\d)?)( ?%)?';
const range = new RegExp(`^(?:từ )?${number} ?(?:-|–|—|đến|÷|\\.\\.) ?${number}$`, 'i');
const single = new RegExp(`^([^\\d]{0,20}?) ?${number}(?:(?: |(?=\\())(\\D*))?$`);

/** The typed numbers of an aim, from which its column's style is decided. */
export function targetBodies(text: string): Body[] {
  const parts = partsOf(text);
  return parts ? parts.bodies.map((body) => ({ body, measure: 'amount' })) : [];
}

/**
 * Reads an aim with its operator or its range.
 * @returns undefined when it is none, or can be read in two ways
 */
export function readTarget(text: string, style: ColumnStyle): TargetReading | undefined {
  const parts = partsOf(text);
  const numbers = parts?.bodies.map((body) => readBody(body, style, 'amount')?.number);
  const [low, high] = numbers ?? [];
  if (!parts || low === undefined || (parts.bodies.length === 2 && high === undefined)) return undefined;
  const { operator, percent, note } = parts;
  if (high === undefined) return { value: `${operator}${low}`, percent, note };
  return compareDecimals(low, high) <= 0 ? { value: `${low}..${high}`, percent, note } : undefined;
}

function isMultiplied(note: string): boolean {
  const words = note.split(' ');
  return [1, 2, 3].some((count) => (readUnitOfMeasure(words.slice(0, count).join(' '))?.power ?? 0) !== 0);
}

type Parts = { operator: string; bodies: string[]; percent: boolean; note: string | null };

function partsOf(text: string): Parts | undefined {
  const tidied = text.normalize('NFC').replace(/\s+/g, ' ').trim();
  if (tidied.length > 500) return undefined;
  const both = range.exec(tidied);
  if (both) {
    const percent = both[2] !== undefined || both[4] !== undefined;
    return { operator: '', bodies: [both[1] as string, both[3] as string], percent, note: null };
  }
  const one = single.exec(tidied);
  if (!one) return undefined;
  const mark = (one[1] as string).trim();
  const note = (one[4] ?? '').trim();
  if (/[≥≤<>=%]/.test(note)) return undefined;
  const written = { bodies: [one[2] as string], percent: one[3] !== undefined };
  // `từ 80 trở lên` is at least 80; `từ 80` alone has no end.
  if (fold(note) === 'tro len' && ['', 'tu'].includes(fold(mark))) {
    return { ...written, operator: '>=', note: null };
  }
  // `2 triệu` is no 2: what is counted is not the indicator's unit.
  if (note !== '' && isMultiplied(note)) return undefined;
  const operator = mark === '' ? '' : (operators.get(mark) ?? words.get(fold(mark)));
  return operator === undefined ? undefined : { ...written, operator, note: note || null };
}
