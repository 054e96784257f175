import { fold } from '../fold.ts';
import { periodsIn } from '../match/read-period.ts';

/** What one text of a title says of periods, by code; `passing`: it may name them for another reason. */
export type NamedPeriods = { codes: string[]; passing: boolean };

/** A day, which is when somebody signed or decided. */
const days = /ngày\s+\d{1,2}(?:\s+tháng\s+\d{1,2}\s+năm\s+\d{4}|\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4})/giu;
/** Lines that name the decision under which a form was issued, folded. */
const decisions =
  /\b(kem theo|ban hanh|can cu)\b|\b(theo|thuc hien|cua) (noi dung )?(cong van|quiet dinh|thong tu|nghi dinh|nghi quiet|chi thi|luat|van ban)\b|\b(qd|nd|tt|nq|ct) (ttg|cp|b[a-z]{1,4})\b/;
const inPassing = /\b(ke hoach|du toan|muc tieu|giai doan|so voi|so sanh|cung ki|ki truoc|nam truoc|uoc)\b/;

/**
 * The periods that a line of a title names as its own. "(Kèm theo Quyết định số 757/2003/QĐ-BTC ngày 08/04/2003)" and
 * "Đồng Tháp, ngày 20 tháng 9 năm 2026" name none. A year with nothing finer beside it is that year.
 */
export function periodsOfLine(text: string): NamedPeriods {
  if (text.length > 1_000) return { codes: [], passing: true };
  const line = text.normalize('NFC').replace(days, ' ');
  const folded = fold(line);
  if (decisions.test(folded)) return { codes: [], passing: true };
  const codes = periodsIn(line);
  const years = [...folded.matchAll(/\b(?:nam|iear) (20\d\d)\b/g)].map(([, year]) => year as string);
  return { codes: codes.length > 0 ? codes : [...new Set(years)], passing: inPassing.test(folded) };
}

/** The year of a period's code. */
export function yearOf(code: string): string {
  return code.slice(0, 4);
}

/** True for a period that sums up from the start of its year: half a year, some months, a year. */
export function isCumulative(code: string): boolean {
  return /^\d{4}(-H1|-M\d\d|-cumulative)?$/.test(code);
}
