import type { ObservationStatus } from '../../observations/observation.ts';
import { type FormRow, numberOf, type Part } from './rule.ts';

/**
 * Whether a row reports nothing; one whose cells cannot be read is not blank. A ratio with a result alone says something.
 * Over two blank parts a formula comes to 0, or to an error: that is nothing.
 */
export function isBlankRow({ indicator, numerator, denominator, result, value }: FormRow): boolean {
  if ((value ?? null) !== null) return false;
  if (indicator.kind !== 'ratio') return isBlank(result);
  return isBlank(numerator) && isBlank(denominator) && (numberOf(result) ?? '0') === '0';
}

/** Whether a blank row says why, in its cell or beside it. */
export function saysWhy({ missing = 'missing', note }: FormRow): boolean {
  return missing !== 'missing' || isReason(note ?? '');
}

/**
 * Whether a note may say why there is no figure. It does not where it has fewer than two letters (`-`, `x`), or where it
 * names a source and nothing in it says that something is missing: `Nguồn: Cổng Dịch vụ công quốc gia`. In doubt it does,
 * as in `Nguồn: chưa có`: a reason that is not heard returns a whole file.
 */
function isReason(note: string): boolean {
  const text = note.normalize('NFC');
  if ((text.match(/\p{L}/gu) ?? []).length < 2) return false;
  return !source.test(text) || lack.test(text);
}

const about = '(?:số liệu|dữ liệu|thông tin|trích xuất|cung cấp|khai thác|từ|so lieu|du lieu|trich xuat)';
const source = new RegExp(
  `^\\P{L}*(?:(?:ghi chú|ghi chu|notes?)\\P{L}+)?(?:theo |data )?(?:nguồn|nguon|sources?)(?: ${about}){0,3}\\s*(?:[:：–-]|\\P{L}*$)`,
  'iu',
);

/** Words of what is not there, in the writing without marks too. */
const lack = new RegExp(
  `(?<!\\p{L})(?:${[
    'chưa|không|chẳng|thiếu|hết|mất|trống|đang|chờ|đợi|mới|hoãn|tạm|dừng|ngừng|ngưng|lỗi|hỏng|bảo trì|sự cố|gián đoạn',
    'chậm|trễ|vướng|quá tải|sáp nhập|giải thể|chua|khong|thieu|dang|moi|tam dung|ngung|loi|bao tri|su co',
    'not?|none|nothing|never|without|pending|missing|unavailable|error|failed|cannot|down|maintenance|outage|waiting|delayed',
    'suspended|stopped|paused|yet',
  ].join('|')})(?!\\p{L})`,
  'iu',
);

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
