import { fold } from '../fold.ts';
import type { FormHeader } from '../form/settle-header.ts';
import { isFigureLike } from '../number/figure.ts';
import { type Cell, isWithoutValue, type Row } from '../table.ts';

/** The cell of a row in a column, or undefined when it is blank. */
export function cellIn(row: Row, column: number | undefined): Cell | undefined {
  return column === undefined ? undefined : row.cells.find((cell) => cell.column === column);
}

/**
 * True when one of the figure columns holds a number, a mark for a missing one, or an error. A formula that was
 * filled down below the table and never computed is none.
 */
export function hasFigures(row: Row, { columns }: Pick<FormHeader, 'columns'>): boolean {
  const isNamed = cellIn(row, columns.code) !== undefined || cellIn(row, columns.name) !== undefined;
  return [columns.numerator, columns.denominator, columns.result].some((column) => {
    const cell = cellIn(row, column);
    return cell !== undefined && isFigureLike(cell) && (isNamed || !isWithoutValue(cell));
  });
}

/** The row under a heading that numbers its columns: `A B 1 2 3`, `(1) (2) (3)`, `(4)=(5)/(6)`. */
export function isColumnNumbers(row: Row): boolean {
  const texts = row.cells.map((cell) => cell.text.trim()).filter((text) => text !== '');
  return texts.length >= 2 && texts.every((text) => columnNumber.test(text));
}

const columnNumber = /^[([]?([A-Za-z]|\d{1,2})[)\]]?(\s*=[\s\d()[\]+\-*×/:x.,%]*)?$/;

/** `1.2 `, `IV. `, `a) `, `- `: what numbers a row in front of its name. */
const numbering =
  /^\s*(?:\d{1,2}(?:\.\d{1,2}){0,3}(?:[.):/–-]\s*|\s+)|[IVX]{1,5}(?:[.):/–-]\s*|\s+)|[ivx]{1,5}[.)]\s*|[A-Za-z][.)]\s*|[-–+•*]\s*)/u;

/** A row's name without the numbering in front of it. */
export function withoutNumbering(name: string): string {
  return name.replace(numbering, '');
}

const totals = new Set([
  ...['tong diem tu danh gia', 'tong diem tu cham', 'tong diem dat duoc', 'tong diem tham dinh', 'diem tong'],
  ...['tong diem chung', 'tong diem cac nhom', 'tong diem cac tieu chi', 'ca tinh', 'ca thanh pho'],
  ...[
    'tong',
    'tong cong',
    'tong diem',
    'tong so',
    'tong so diem',
    'cong',
    'total',
    'total score',
    'grand total',
  ],
  ...[
    'ca nuoc',
    'toan quoc',
    'ca nuoc viet nam',
    'tong ca nuoc',
    'tong cong ca nuoc',
    'whole countri',
    'nationwide',
  ],
  ...[
    'toan tinh',
    'toan thanh pho',
    'tong toan tinh',
    'tong cong toan tinh',
    'tong so toan tinh',
    'tong chung',
  ],
]);

/** Sums ("Tổng điểm", "CẢ NƯỚC", "Toàn tỉnh"): computed from the rows, never loaded. */
export function isTotal(name: string): boolean {
  // `Tổng điểm (I+II+III)`, `Tổng cộng (17 chỉ tiêu)`.
  return totals.has(fold(withoutNumbering(name.length > 400 ? '' : name.replace(/\s?\([^()]*\)\s?$/, ''))));
}

/** True when the cells number the columns in turn (`1 2 3 4`, `(4) (5) (6)`), which a row of figures never does. */
export function countsColumns(row: Row): boolean {
  const numbers = row.cells.flatMap(({ text }) => /^[([]?(\d{1,2})/.exec(text.trim())?.[1] ?? []).map(Number);
  return (
    isColumnNumbers(row) &&
    numbers.length >= 3 &&
    numbers.every((number, at) => at === 0 || number === (numbers[at - 1] as number) + 1)
  );
}

const signers =
  /^(nguoi (lap|tong hop|bao cao|ki|kiem tra)|can bo (lap|tong hop)|lap bieu|thu truong|tm |kt |tl |tuq |giam doc|pho giam doc|chu tich|pho chu tich|ki ten|ki ghi ro|noi nhan|xac nhan|(nguoi )?phu trach|chanh van phong|ke toan)/;

/** True for a row that starts the signatures below a table: who signs, or where and when. */
export function isSignature(row: Row): boolean {
  return row.cells.some(({ text }) => signs(text));
}

/** True for a text that says who signs, or where and when. */
export function signs(text: string): boolean {
  if (text.length > 200) return false;
  const folded = fold(text);
  return signers.test(folded) || /\bngai( \d{1,2})? thang( \d{1,2})? nam( 20\d\d)?$/.test(folded);
}

/** A line that only announces which parts of a sum follow ("Trong đó:"). */
export function isBreakdown(name: string): boolean {
  return /^(trong do|chia ra|gom|bao gom|of which)\b/.test(fold(withoutNumbering(name)));
}

/** Regions, and other groups of units, folded. Never a unit, even where a map says so ("Đông Bắc"). */
const regions =
  /^(vung|khu vuc|mien|khoi|nhom|cum|cac (xa|phuong|tinh|thanh pho|don vi|dia phuong|so|bo))\b|^(dong bac|tai bac|dong bac bo|tai bac bo|bac trung bo|nam trung bo|duien hai|tai nguien|dong nam bo|tai nam bo|dong bang (song|bac|nam)|trung du|thanh pho$|thanh pho truc thuoc|tinh$|phuong$|xa$|dac khu$)/;
/** A type in front of a name: such a row names a unit, known or not, and is never a group. */
const typed = /^(tinh|thanh pho|tp|phuong|xa|thi tran|dac khu|quan|huien|thi xa) \S/;

/**
 * The level of the group that a row heads, by its numbering ("A" before "I") or by its name; undefined: it heads none.
 * @param order what stands in the column that numbers the rows
 * @param numbered false where units themselves are numbered so: then only the name tells
 */
export function sectionLevel(order: string, name: string, numbered = true): number | undefined {
  const folded = fold(withoutNumbering(name));
  if (regions.test(folded)) return 2;
  if (!numbered || folded === '' || typed.test(folded)) return undefined;
  const mark = (order.trim() || (/^\s*([IVXL]{1,6}|[A-H])[.):/\s]/.exec(name)?.[1] ?? '')).replace(
    /[.)]$/,
    '',
  );
  if (/^[IVXL]{1,6}$/.test(mark)) return 2;
  return /^[A-H]$/.test(mark) ? 1 : undefined;
}
