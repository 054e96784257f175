import type { CellRef } from '../../../shared/observations/observation.ts';
import { writtenNumber } from '../../../shared/written.ts';
import type { Language } from '../../app/language.tsx';
import type { ShownFinding } from '../../engine/check-messages.ts';
import { expectedText } from '../../format/expected.ts';

/** A cell as a reader looks for it: `ô D12`, `trang Biểu 766, ô D12`. */
export function cellText({ sheet, cell }: CellRef, language: Language): string {
  if (language === 'vi') return sheet === null ? `ô ${cell}` : `trang ${sheet}, ô ${cell}`;
  return sheet === null ? `cell ${cell}` : `sheet ${sheet}, cell ${cell}`;
}

const words = {
  vi: { got: 'trong tệp', expected: 'cần là', difference: 'chênh lệch' },
  en: { got: 'in the file', expected: 'expected', difference: 'difference' },
};

/** What stands in the file and what is expected, as far as the finding says it: `trong tệp “950”; cần là “≤ 900”`. */
export function detailText(
  { got, expected, difference }: Pick<ShownFinding, 'got' | 'expected' | 'difference'>,
  language: Language,
): string {
  const say = words[language];
  const told = [
    got !== null && `${say.got} “${plain(got)}”`,
    expected !== null && `${say.expected} “${expectedText(plain(expected), language)}”`,
    difference !== null && `${say.difference} ${writtenNumber(difference, language)}`,
  ];
  return told.filter(Boolean).join('; ');
}

/** A text of a file on one line, without what moves the direction of writing. */
export function plain(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ').trim();
}

/** The next place in a list of so many from one of them, round and round; from none, the first or the last. */
export function stepFrom(at: number | null, step: 1 | -1, count: number): number | null {
  if (count === 0) return null;
  if (at === null) return step === 1 ? 0 : count - 1;
  return (at + step + count) % count;
}
