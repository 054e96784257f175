import type { Asked } from '../asked.ts';
import { fold } from '../fold.ts';
import { sumUpTo } from '../match/read-period.ts';
import { readUnitOfMeasure } from '../number/unit-of-measure.ts';
import { periodsOfHeading, withLetters } from './heading-period.ts';

/**
 * Whose figures a column holds, as far as its heading says: those of the `asked` period by name; those of `this`
 * period; of an `other` one by name; something that is set `aside` (a plan, the period before, a sum since the start
 * of the year, a comparison); or it says nothing (`plain`). `unclear`: it has a number in it that is not understood.
 */
export type Standing = 'asked' | 'this' | 'plain' | 'other' | 'aside' | 'unclear';

/** Words of a heading, folded (i for y): what is meant to be, not what is. */
const planned =
  /\b(?:ke hoach|kh(?! cn)|muc tieu|chi tieu (?:duoc )?giao|duoc giao|(?:ket qua|gia tri) giao(?! dich)|du toan|phan dau|cam ket|(?:ket qua|gia tri) dang ki|du kien|du bao|plan|planned|target|forecast|expected|baseline)\b/;
const aside = new RegExp(
  `\\b(?:${[
    // Before this period, or before part of it; but "trước hạn", and what was carried over "từ kỳ trước".
    '(?<!(?:tu|ton) (?:ki|qui|nam|thang) )truoc(?! (?:han|thoi (?:han|diem)|ngai|khi|chuien))',
    '(?:nam|ki|qui) (?:ngoai|qua(?! mang)|cu)|cung ki|ck|ki goc|(?<!(?:thang|tu) )dau (?:ki|nam|qui)',
    'previous|prior|last (?:iear|quarter|period|month)|same period',
    // How it compares.
    'so sanh|so voi|so (?:kh|ke hoach)|tang giam|tang truong|(?:ti le|toc do|muc|so) tang|tang them',
    'chenh lech|(?:ti le|muc do|phan tram) hoan thanh',
  ].join('|')})\\b`,
);
/** A sum since the start of the year. */
const sums = /\b(?:lui ke|luy ke|lk|cong don|tich lui|tu dau nam|ca nam|cumulative|iear to date|itd)\b/g;
/** What a part counts, in so many words: "Tử số (số xã có kế hoạch chuyển đổi số)" is no plan. */
const explained = /[(:]\s*(?:[^\s():]+\s+){4,}[^\s():]+\s*\)?/gu;
const current =
  /\b(?:ki bao cao|trong ki|trong qui|(?:ki|qui) nai|this (?:period|quarter)|reporting period)\b/;
/** Words that say no more than that a column holds the results. */
const neutral =
  /\b(?:ket qua|kq|thuc hien|thuc te|th|gia tri|so lieu|so luong|bao cao|dat duoc|dat|uoc tinh|uoc|trong|ki|qui|nam|nai|den|het|tinh|ngai|thoi diem|tu|tong so|tong|so|chinh thuc|result|value|actual|number|reported)\b/g;

/** What a column's heading says of the time of its figures. */
export function standingOf(texts: readonly string[], asked: Asked): Standing {
  const folded = fold(withLetters(texts.join(' ')));
  const told = fold(withLetters(texts.map((text) => text.replace(explained, ' ')).join(' ')));
  if (aside.test(folded) || planned.test(told)) return 'aside';
  const isSum = folded.search(sums) >= 0;
  const isAnother = asked.period.kind !== 'year' && /\bca nam\b/.test(folded);
  if (isSum && (isAnother || !asked.period.isCumulative)) return 'aside';
  const { codes: named, rest } = periodsOfHeading(texts, asked);
  const codes = new Set(isSum ? [...named].map(sumUpTo) : named);
  if (codes.size > 0) return codes.size === 1 && codes.has(asked.period.code) ? 'asked' : 'other';
  if (/\d/.test(rest)) return 'unclear';
  if (isSum) return 'asked';
  return current.test(folded) ? 'this' : 'plain';
}

/** True when a heading's texts say nothing but a time, and that these are results. */
export function saysOnlyTime(texts: readonly string[], asked: Asked): boolean {
  const { rest } = periodsOfHeading(texts, asked);
  const own = asked.period.isCumulative ? rest.replace(sums, ' ') : rest;
  return own.replace(neutral, ' ').trim() === '';
}

/** True when a heading says that its figures are estimates ("Ước thực hiện quý III"). */
export function isEstimate(texts: readonly string[]): boolean {
  return /\buoc\b/.test(fold(texts.join(' ')));
}

/** True when a text is a unit of measure and nothing else. */
export function isMeasure(text: string): boolean {
  return readUnitOfMeasure(text.replace(/^[([]\s*|\s*[)\]]$/g, '')) !== undefined;
}
