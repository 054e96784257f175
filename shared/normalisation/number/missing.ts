import type { ObservationStatus } from '../../observations/observation.ts';
import { fold } from '../fold.ts';

/** Why a cell holds no figure. */
export type MissingStatus = Exclude<ObservationStatus, 'reported' | 'no-denominator'>;

/**
 * Marks for a figure that is not there, folded, by what they say. GSO's yearbooks write `…` for what exists
 * and has no data; `-` and `..` say no more than that nothing was written.
 */
const marks: ReadonlyMap<string, MissingStatus> = new Map([
  ['null', 'missing'],
  ['khong co so lieu', 'missing'],
  ['no data', 'missing'],
  ['chua co', 'not-yet'],
  ['chua co so lieu', 'not-yet'],
  ['chua co bao cao', 'not-yet'],
  ['chua tong hop', 'not-yet'],
  ['not iet', 'not-yet'],
  ['chua thong ke', 'not-collected'],
  ['khong thong ke', 'not-collected'],
  ['chua theo doi', 'not-collected'],
  ['khong ap dung', 'not-applicable'],
  ['not applicable', 'not-applicable'],
]);

/** What may mean zero, nothing or not applicable: three different things. */
const unclearMarks = new Set(['khong co', 'khong', 'khong phat sinh', 'n a', 'na', 'none']);

/** No mark does, and most cells do. */
const startsWithDigit = /^\d/;

/** What a mark for a missing figure says; undefined when the text is no such mark. */
export function missingStatus(text: string): MissingStatus | undefined {
  const trimmed = text.trim();
  if (startsWithDigit.test(trimmed)) return undefined;
  if (/^(?:…+|\.{3,})$/u.test(trimmed)) return 'not-collected';
  if (/^[-–—−.…\s]*$/u.test(trimmed) && trimmed !== '.') return 'missing';
  return marks.get(fold(trimmed));
}

/** True for a mark that may mean zero as well as nothing: it is asked. */
export function isUnclearMark(text: string): boolean {
  return !startsWithDigit.test(text) && unclearMarks.has(fold(text));
}
