import { readText } from '../../../shared/normalisation/finding-words.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import type { CheckSummary } from '../../engine/check-messages.ts';
import { cellText } from '../../format/cells.ts';
import { figureText } from '../../format/figures.ts';
import { plain } from '../../format/finding-detail.ts';

const words = {
  vi: {
    title: 'Những chỗ được chuẩn hóa',
    lead: 'Các chỗ này được đọc khác cách viết trong tệp. Không cần sửa gì nếu đã đọc đúng ý; cách viết và cách đọc của từng ô có trong bảng.',
    example: (cell: string, from: string, to: string) => `Ví dụ: ${cell}: “${from}” được đọc là “${to}”.`,
    listed: (count: string) => `Chỉ liệt kê ${count} chỗ đầu tiên.`,
  },
  en: {
    title: 'Repairs',
    lead: 'These were read differently from how they are written. Nothing needs doing if they were read as meant; the table shows each cell as written and as read.',
    example: (cell: string, from: string, to: string) =>
      `For example, ${cell}: “${from}” was read as “${to}”.`,
    listed: (count: string) => `Only the first ${count} are listed.`,
  },
};

/** What was read differently from how it is written, by kind. */
export function RepairList({ summary: { repairs, report } }: { summary: CheckSummary }) {
  const say = useWords(words);
  const language = useLanguage();
  if (repairs.length === 0) return null;
  const listed = repairs.reduce((sum, { count }) => sum + count, 0);
  return (
    <section aria-labelledby="check-repairs">
      <h2 id="check-repairs">{say.title}</h2>
      <p>{say.lead}</p>
      {listed < report.counts.repairs && <p>{say.listed(figureText(String(listed), language))}</p>}
      <ul>
        {repairs.map(({ code, count, message, first }) => (
          <li key={code}>
            {message[language]} × {figureText(String(count), language)}
            <span class="check-hint">
              {say.example(
                cellText(first.at, language),
                plain(first.from),
                readText(plain(first.to), language),
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
