import { readText } from '../../../shared/normalisation/finding-words.ts';
import { capitalised } from '../../../shared/written.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import type { CheckSummary, Line } from '../../engine/check-messages.ts';
import { cellText } from '../../format/cells.ts';
import { detailText, plain } from '../../format/finding-detail.ts';
import { Tag } from '../../parts/tag.tsx';

const words = {
  vi: { error: 'Lỗi', warning: 'Cảnh báo', repair: 'Chuẩn hóa', readAs: 'được đọc là', here: 'Chỗ đang xem' },
  en: { error: 'Error', warning: 'Warning', repair: 'Repair', readAs: 'was read as', here: 'You are here' },
};

/**
 * Below a row, what was found in it and what was repaired outside its figures.
 * @param walkAt the finding at which the reader is: several may stand below one row
 */
export function LineFindings({
  line,
  found,
  summary,
  columns,
  walkAt,
}: {
  line: Line;
  found: readonly number[];
  summary: CheckSummary;
  columns: number;
  walkAt: number | null;
}) {
  const say = useWords(words);
  const language = useLanguage();
  return (
    <tr class="check-detail">
      <td colSpan={columns + 1}>
        <ul>
          {found.map((number) => {
            const finding = summary.findings[number];
            if (finding === undefined) return null;
            const detail = detailText(finding, language);
            return (
              <li key={number} aria-current={number === walkAt}>
                <Tag kind={finding.severity === 'error' ? 'bad' : 'attention'}>{say[finding.severity]}</Tag>{' '}
                {number === walkAt && <b>{say.here} · </b>}
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
              {say.readAs} “{readText(plain(to), language)}”
            </li>
          ))}
        </ul>
      </td>
    </tr>
  );
}
