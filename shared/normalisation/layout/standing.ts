import type { Asked } from '../asked.ts';
import { fold } from '../fold.ts';
import { periodsIn } from '../match/read-period.ts';

/**
 * Whose figures a column holds, as far as its heading says: those of the `asked` period by name; those of `this`
 * period; of an `other` one by name; something that is set `aside` (a plan, the period before, a sum since the start
 * of the year, a comparison); or it says nothing (`plain`).
 */
export type Standing = 'asked' | 'this' | 'plain' | 'other' | 'aside';

/** Words of a heading, folded (i for y). */
const aside =
  /\b(ke hoach|muc tieu|chi tieu giao|duoc giao|du toan|cung ki|(ki|qui|nam|thang) (lien )?truoc|lui ke|cong don|tu dau nam|ca nam|so sanh|so voi|tang giam|chenh lech|ti le hoan thanh|uoc|plan|planned|target|previous|cumulative|iear to date|same period)\b/;
const current = /\b(ki bao cao|trong ki|trong qui|(ki|qui) nai|this (period|quarter)|reporting period)\b/;
const roman: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4 };

/** What a column's heading says of the time of its figures. */
export function standingOf(texts: readonly string[], asked: Asked): Standing {
  const folded = fold(texts.join(' '));
  const codes = new Set(texts.flatMap((text) => periodsOfHeading(text, asked)));
  if (aside.test(folded)) return 'aside';
  if (codes.has(asked.period.code)) return codes.size === 1 ? 'asked' : 'other';
  if (codes.size > 0) return 'other';
  return current.test(folded) ? 'this' : 'plain';
}

/** The periods that a heading names; a quarter or months without a year are those of the year that is asked. */
function periodsOfHeading(text: string, { period }: Asked): string[] {
  const codes = periodsIn(text);
  if (codes.length > 0) return codes;
  const folded = fold(text);
  const year = /\b(20\d\d)\b/.exec(folded)?.[1] ?? String(period.year);
  const quarter = /\b(?:qui|quarter|q) ?(i{1,3}|iv|0?[1-4])\b/.exec(folded)?.[1];
  if (quarter) return [`${year}-Q${roman[quarter] ?? Number(quarter)}`];
  if (/\b(\d{1,2} thang|thang \d{1,2})\b/.test(folded)) return [`${year}-M`];
  return /(^|\b(nam|iear) )20\d\d\b/.test(folded) ? [year] : [];
}
