import type { ObservationStatus } from '../../observations/observation.ts';
import type { FormRow, Part } from './rule.ts';

/** Whether a row reports nothing; one whose cells cannot be read is not blank. */
export function isBlankRow({ indicator, numerator, denominator, result, value }: FormRow): boolean {
  if ((value ?? null) !== null) return false;
  return indicator.kind === 'ratio' ? isBlank(numerator) && isBlank(denominator) : isBlank(result);
}

/** Whether a blank row says why, in its cell or beside it. */
export function saysWhy({ missing = 'missing', note }: FormRow): boolean {
  return (
    missing !== 'missing' || ((note ?? '') !== '' && !sourceLine.test((note as string).normalize('NFC')))
  );
}

/** `Nguồn: Cổng Dịch vụ công quốc gia`: where figures come from, not why there are none. */
const sourceLine = /^[\s(*]*(nguồn|source)( (số|dữ) liệu)?\s*:/iu;

function isBlank(part: Part | null): boolean {
  return part === null || (part.readable && part.number === null);
}

/** An example's row with a note. */
export function noted(row: FormRow, note: string | null): FormRow {
  return { ...row, note };
}

/** An example's row that says in its cell why it is blank. */
export function said(row: FormRow, missing: ObservationStatus): FormRow {
  return { ...row, missing };
}
