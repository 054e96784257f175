/** Why a package cannot be given back with marks in it; a new workbook is made then, and says so. */
export const unpatchableReasons = {
  'too-large': {
    vi: 'tệp gốc quá lớn để ghi chú trực tiếp',
    en: 'the original is too large to be marked',
  },
  'unknown-form': {
    vi: 'tệp gốc được lưu theo dạng mà hệ thống không ghi chú trực tiếp được',
    en: 'the original is stored in a form that cannot be marked',
  },
  'strict-form': {
    vi: 'tệp gốc được lưu theo chuẩn Strict Open XML nên không ghi chú trực tiếp được',
    en: 'the original is a Strict Open XML workbook, which cannot be marked',
  },
  'macro-sheets': {
    vi: 'tệp gốc có trang macro Excel 4.0 nên không được gửi lại',
    en: 'the original holds sheets of Excel 4.0 macros and is not handed on',
  },
} as const;

export type UnpatchableReason = keyof typeof unpatchableReasons;

/** Thrown inside the output only; the caller makes a new workbook instead. */
export class Unpatchable extends Error {
  readonly reason: UnpatchableReason;

  constructor(reason: UnpatchableReason, what = '') {
    super(`${reason}${what && `: ${what}`}`);
    this.reason = reason;
  }
}
