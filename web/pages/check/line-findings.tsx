import { capitalised } from '../../../shared/written.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import type { CheckSummary, Line } from '../../engine/check-messages.ts';
import { cellText } from '../../format/cells.ts';
import { detailText, plain } from '../../format/finding-detail.ts';
import { Tag } from '../../parts/tag.tsx';

const words = {
  vi: { error: 'Lỗi', warning: 'Cảnh báo', repair: 'Chuẩn hóa', readAs: 'được đọc là' },
  en: { error: 'Error', warning: 'Warning', repair: 'Repair', readAs: 'was read as' },
};

/** Below a row, what was found in it and what was repaired outside its figures. */
export function LineFindings({
  line,
  found,
  summary,
  columns,
}: {
  line: Line;
  found: readonly number[];
  summary: CheckSummary;
  columns: number;
}) {
  const say = useWords(words);
  const language = useLanguage();
  return (
    <tr class="check-detail">
      <td />
      <td colSpan={columns}>
        <ul>
          {found.map((number) => {
            const finding = summary.findings[number];
            if (finding === undefined) return null;
            const detail = detailText(finding, language);
            return (
              <li key={number}>
                <Tag kind={finding.severity === 'error' ? 'bad' : 'attention'}>{say[finding.severity]}</Tag>{' '}
                {finding.at && `${capitalised(cellText({ ...finding.at, sheet: null }, language))}: `}
                {finding.message[language]}
                {detail !== '' && ` (${detail})`}
                {finding.hint && <span class="check-hint">{finding.hint[language]}</span>}
              </li>
            );
          })}
          {line.repairs.map(({ code, at, from, to }) => (
            <li key={`${code} ${at.cell}`} class="soft">
              {say.repair} · {capitalised(cellText({ ...at, sheet: null }, language))}: “{plain(from)}”{' '}
              {say.readAs} “{plain(to)}”
            </li>
          ))}
        </ul>
      </td>
    </tr>
  );
}
