import type { Both, Language } from '../../app/language.tsx';
import type { CheckSummary } from '../../engine/check-messages.ts';
import { figureText } from '../../format/figures.ts';

type Judged = Pick<CheckSummary['report'], 'verdict' | 'counts'>;

/**
 * The verdict in words.
 * @returns `Tệp đạt, có 3 cảnh báo` · `Tệp chưa đạt: có 1 lỗi phải sửa, 2 cảnh báo`
 */
export function verdictText({ verdict, counts }: Judged, language: Language): string {
  const [errors, warnings] = [counts.errors, counts.warnings].map((n) => figureText(String(n), language));
  if (language === 'vi') {
    if (verdict === 'passed') return 'Tệp đạt';
    if (verdict === 'passed-with-warnings') return `Tệp đạt, có ${warnings} cảnh báo`;
    return `Tệp chưa đạt: có ${errors} lỗi phải sửa${counts.warnings > 0 ? `, ${warnings} cảnh báo` : ''}`;
  }
  const many = (count: number, told: string | undefined, noun: string) =>
    `${told} ${noun}${count === 1 ? '' : 's'}`;
  if (verdict === 'passed') return 'The file passes';
  if (verdict === 'passed-with-warnings') {
    return `The file passes, with ${many(counts.warnings, warnings, 'warning')}`;
  }
  const also = counts.warnings > 0 ? ` and ${many(counts.warnings, warnings, 'warning')}` : '';
  return `The file does not pass: ${many(counts.errors, errors, 'error')} to mend${also}`;
}

/** What whoever reports does next. */
export const nextWords: Readonly<Record<Judged['verdict'], Both>> = {
  passed: {
    vi: 'Xem lại bảng số liệu bên dưới; nếu đúng, hãy gửi tệp. Sau khi hệ thống nhận, người phê duyệt ký xác nhận.',
    en: 'Look through the figures below; if they are right, send the file. Once the service has it, the approver signs.',
  },
  'passed-with-warnings': {
    vi: 'Xem từng cảnh báo: nếu số liệu sai, hãy sửa tệp rồi chọn lại; nếu đúng, hãy gửi tệp, người phê duyệt sẽ giải trình khi ký.',
    en: 'Look at each warning: if the figure is wrong, mend the file and choose it again; if it is right, send the file, and the approver explains it when signing.',
  },
  returned: {
    vi: 'Sửa các lỗi dưới đây trong tệp gốc, lưu lại, rồi chọn lại tệp. Lỗi đứng trước thường là nguyên nhân của lỗi đứng sau.',
    en: 'Mend the errors below in your original file, save it, and choose it again. An error that stands first often causes those behind it.',
  },
};
