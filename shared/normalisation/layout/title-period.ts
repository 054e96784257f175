import { periodOf } from '../../catalog/period.ts';
import { fold } from '../fold.ts';
import { monthsCode, periodsIn, sumUpTo } from '../match/read-period.ts';
import { withLetters } from './heading-period.ts';

/** What one text of a title says of periods. */
export type NamedPeriods = {
  /** By code; a quarter without a year is `Q3`. */
  codes: string[];
  /** Where the figures are sums since the start of the year: the cumulative periods that they then are of. */
  sums: string[];
  /** It may name them for another reason. */
  passing: boolean;
  /** It is the heading of a plan. */
  plan: boolean;
  /** It says that the figures are sums since the start of the year. */
  cumulative: boolean;
  /** It names a quarter that cannot be read. */
  unread: boolean;
};

const none: NamedPeriods = {
  codes: [],
  sums: [],
  passing: false,
  plan: false,
  cumulative: false,
  unread: false,
};

/** A day, which is when somebody signed or decided; "ngày … tháng 9 năm 2026" is still to be filled in. */
const days =
  /ngày(?:\s+\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}|[\s.…_]*(?:\d{1,2})?[\s.…_]*tháng[\s.…_]*(?:\d{1,2})?[\s.…_]*năm[\s.…_]*\d{4})/giu;
/** Lines that name the decision under which a form was issued, folded. */
const decisions =
  /\b(kem theo|ban hanh|can cu)\b|\b(theo|thuc hien|cua) (noi dung )?(cong van|quiet dinh|thong tu|nghi dinh|nghi quiet|chi thi|luat|van ban)\b|\b(qd|nd|tt|nq|ct) (ttg|cp|b[a-z]{1,4})\b/;
const inPassing = /\b(ke hoach|du toan|muc tieu|giai doan|so voi|so sanh|cung ki|ki truoc|nam truoc|uoc)\b/;
const plans = /^(?:du thao )?(?:bieu )?(?:ke hoach|chi tieu ke hoach|phuong huong|nhiem vu)\b/;
/** What is to come, behind what was: "KẾT QUẢ QUÝ II, PHƯƠNG HƯỚNG NHIỆM VỤ QUÝ III". */
const forward =
  /(?<!(?:thực hiện|triển khai|kết quả|tình hình|hoàn thành|tiến độ|theo)\s+(?:các\s+|một số\s+)?)(?:phương hướng|nhiệm vụ|kế hoạch|giải pháp|chương trình công tác|mục tiêu)(?!\p{L}).*$/isu;
const sum = /l[ũu][yỹ] kế|luỹ kế|cộng dồn|(?:tính\s+)?từ đầu năm/iu;
const addition = /(?:\svà|[,;&+–-])\s*(?:số liệu\s+)?$/iu;
const notes = /^(?:ghi chu|luu i|chu thich|cot|note)\b/;
const quarter = /\b(?:qui|quarter|q) ?(i{1,3}|iv|0?[1-4])\b(?! (?:cua )?(?:nam )?20\d\d)/g;
const months = /\b(\d{1,2}|sau|chin) thang\b(?! (?:dau |cuoi )?(?:cua )?(?:nam )?20\d\d)( cuoi)?/g;
const quarterWord = /\bq ?u ?i\b(?! (?:vi|bo|co quan|don vi|so|khach)\b)|\bquarter\b/;
const numbers: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4, sau: 6, chin: 9 };

/**
 * The periods that a line of a title names as its own. "(Kèm theo Quyết định số 757/2003/QĐ-BTC ngày 08/04/2003)" and
 * "Đồng Tháp, ngày 20 tháng 9 năm 2026" name none. A year with nothing finer beside it is that year; a quarter without
 * a year has the one that follows, in its line or at the start of what follows it.
 * @param behind what stands behind the line or below it
 */
export function periodsOfLine(text: string, behind = ''): NamedPeriods {
  if (text.length > 1_000) return { ...none, passing: true };
  const line = shortYears(withLetters(text.normalize('NFC')).replace(days, ' '));
  if (decisions.test(fold(line))) return { ...none, passing: true };
  const following = /^(?:nam )?(20\d\d)\b/.exec(fold(behind.slice(0, 100)))?.[1];
  const plan = plans.test(fold(line));
  const before = line.replace(forward, '');
  const own = plan || codesIn(before, line, following).length === 0 ? line : before;
  const named = { passing: inPassing.test(fold(own)), plan, unread: false, sums: [] };
  const since = sum.exec(own);
  if (since && !notes.test(fold(own))) {
    const front = own.slice(0, since.index);
    const beside = codesIn(front, line, following);
    if (beside.length === 0 || !addition.test(front)) {
      const sums = codesIn(own, line, following).map(sumUpTo);
      return { ...named, codes: [], sums, cumulative: true };
    }
  }
  const codes = codesIn(own, line, following);
  if (codes.length > 0) return { ...named, codes, cumulative: false };
  const years = [...fold(own).matchAll(/\b(?:nam|iear) (20\d\d)\b/g)].map(([, year]) => year as string);
  const unread = years.length > 0 && quarterWord.test(fold(own));
  return { ...named, codes: unread ? [] : [...new Set(years)], cumulative: false, unread };
}

/** @param line where a year may stand that counts for a quarter named before it */
function codesIn(text: string, line: string, following: string | undefined): string[] {
  const codes = new Set(periodsIn(text).filter((code) => !code.endsWith('-cumulative')));
  const [folded, whole] = [fold(text), fold(line)];
  const yearFrom = (at: number) => /\b20\d\d\b/.exec(whole.slice(at))?.[0] ?? following;
  for (const match of folded.matchAll(quarter)) {
    const year = yearFrom(match.index);
    const number = numbers[match[1] as string] ?? Number(match[1]);
    codes.add(year === undefined ? `Q${number}` : `${year}-Q${number}`);
  }
  for (const match of folded.matchAll(months)) {
    const year = yearFrom(match.index);
    const count = numbers[match[1] as string] ?? Number(match[1]);
    if (year !== undefined) codes.add(`${year}${monthsCode(count, match[2] !== undefined)}`);
  }
  return [...codes];
}

/** "Quý III/26" is of 2026. */
export function shortYears(text: string): string {
  return text
    .normalize('NFC')
    .replace(
      /(qu[ýí]\s*(?:I{1,3}|IV|0?[1-4])\s*[/.-]\s*)(\d\d)(?!\d)/giu,
      (_, front, year) => `${front}20${year}`,
    );
}

/** The year of a period's code. */
export function yearOf(code: string): string {
  return code.slice(0, 4);
}

/** True for a period that sums up from the start of its year: half a year, some months, a year. */
export function isCumulative(code: string): boolean {
  return periodOf(code)?.isCumulative ?? /^\d{4}-(?:\d{1,2}M|cumulative)$/.test(code);
}
