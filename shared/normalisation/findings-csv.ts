import { csvFile } from '../csv-field.ts';
import { newAmong, sinceBefore } from './changes.ts';
import { expectedText, findingWords } from './finding-words.ts';
import type { Finding, Report } from './report.ts';

const severities = { error: 'Lỗi / Error', warning: 'Cảnh báo / Warning' } as const;
const { vi, en } = findingWords;

const columns: readonly { heading: string; value(finding: Finding): string | null | undefined }[] = [
  { heading: 'Mức độ / Severity', value: ({ severity }) => severities[severity] },
  { heading: 'Mã kiểm tra / Check code', value: ({ code }) => code },
  { heading: 'Trang tính / Sheet', value: ({ at }) => at?.sheet },
  { heading: 'Ô / Cell', value: ({ at }) => at?.cell },
  {
    heading: 'Mã chỉ tiêu, đơn vị hoặc nhiệm vụ / Code of indicator, unit or task',
    value: ({ about }) => about,
  },
  { heading: `${vi.got} / ${en.got}`, value: ({ got }) => got },
  { heading: vi.expected, value: ({ expected }) => expected && expectedText(expected, 'vi') },
  { heading: en.expected, value: ({ expected }) => expected && expectedText(expected, 'en') },
  { heading: `${vi.difference} / ${en.difference}`, value: ({ difference }) => difference },
  { heading: 'Điều cần sửa', value: ({ message }) => message.vi },
  { heading: 'What to mend', value: ({ message }) => message.en },
  { heading: vi.hint, value: ({ hint }) => hint?.vi },
  { heading: en.hint, value: ({ hint }) => hint?.en },
  {
    heading: 'Sửa trước (mã kiểm tra, ô) / Mend first (check code, cell)',
    value: ({ cause }) => cause?.replace('@', ', '),
  },
];

/**
 * The findings of a report as CSV (RFC 4180, UTF-8 with a BOM, so that Excel reads Vietnamese), in the order of the
 * report; the last column says what the attempt before had of each. Where details are capped, a row says of each code
 * how many are not listed.
 */
export function findingsCsv(report: Pick<Report, 'findings' | 'groups' | 'changes'>): string {
  const { findings, groups, changes } = report;
  const fresh = newAmong(report);
  const listed = new Map<string, number>();
  for (const { code } of findings) listed.set(code, (listed.get(code) ?? 0) + 1);
  const cut = groups.flatMap(({ code, severity, count }) => {
    const more = count - (listed.get(code) ?? 0);
    return more > 0 ? [moreOf(code, severity, more)] : [];
  });
  const textsOf = (finding: Finding) => columns.map(({ value }) => value(finding) ?? '');
  const rows = [
    [...columns.map(({ heading }) => heading), sinceBefore.heading],
    ...findings.map((finding) => [...textsOf(finding), sinceBefore.textOf(finding, changes, fresh)]),
    ...cut.map((finding) => [...textsOf(finding), '']),
  ];
  return csvFile(rows);
}

function moreOf(code: string, severity: Finding['severity'], count: number): Finding {
  const message = {
    vi: `Còn ${count} mục cùng mã không liệt kê ở đây.`,
    en: `${count} more of this code are not listed here.`,
  };
  const unknown = { at: null, got: null, expected: null, difference: null, hint: null, about: null };
  return { code, severity, ...unknown, cause: null, message };
}
