import { csvField } from '../csv-field.ts';
import { newAmong } from './changes.ts';
import type { Finding, Report } from './report.ts';

const severities = { error: 'Lỗi / Error', warning: 'Cảnh báo / Warning' } as const;

const columns: readonly { heading: string; value(finding: Finding): string | null }[] = [
  { heading: 'Mức độ / Severity', value: ({ severity }) => severities[severity] },
  { heading: 'Mã / Code', value: ({ code }) => code },
  { heading: 'Trang tính / Sheet', value: ({ at }) => at?.sheet ?? null },
  { heading: 'Ô / Cell', value: ({ at }) => at?.cell ?? null },
  { heading: 'Đối tượng / About', value: ({ about }) => about },
  { heading: 'Trong tệp / Got', value: ({ got }) => got },
  { heading: 'Cần có / Expected', value: ({ expected }) => expected },
  { heading: 'Chênh lệch / Difference', value: ({ difference }) => difference },
  { heading: 'Nội dung', value: ({ message }) => message.vi },
  { heading: 'Message', value: ({ message }) => message.en },
  { heading: 'Gợi ý', value: ({ hint }) => hint?.vi ?? null },
  { heading: 'Hint', value: ({ hint }) => hint?.en ?? null },
  { heading: 'Do lỗi / Caused by', value: ({ cause }) => cause },
];

/**
 * The findings of a report as CSV (RFC 4180, UTF-8 with a BOM, so that Excel reads Vietnamese), in the order of the
 * report; the last column says which of them the attempt before did not have. Where details are capped, a row says of each code how many are not listed.
 */
export function findingsCsv({
  findings,
  groups,
  changes,
}: Pick<Report, 'findings' | 'groups' | 'changes'>): string {
  const fresh = newAmong({ findings, changes });
  const listed = new Map<string, number>();
  for (const { code } of findings) listed.set(code, (listed.get(code) ?? 0) + 1);
  const cut = groups.flatMap(({ code, severity, count }) => {
    const more = count - (listed.get(code) ?? 0);
    return more > 0 ? [moreOf(code, severity, more)] : [];
  });
  const rows = [
    [...columns.map(({ heading }) => heading), 'Mới / New'],
    ...[...findings, ...cut].map((finding) => [
      ...columns.map(({ value }) => value(finding) ?? ''),
      fresh.has(finding) ? 'mới / new' : '',
    ]),
  ];
  return `\uFEFF${rows.map((row) => `${row.map(csvField).join(',')}\r\n`).join('')}`;
}

function moreOf(code: string, severity: Finding['severity'], count: number): Finding {
  const message = {
    vi: `Còn ${count} lỗi cùng mã không liệt kê ở đây.`,
    en: `${count} more of this code are not listed here.`,
  };
  const unknown = { at: null, got: null, expected: null, difference: null, hint: null, about: null };
  return { code, severity, ...unknown, cause: null, message };
}
