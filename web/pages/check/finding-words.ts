import type { CellRef } from '../../../shared/observations/observation.ts';
import type { Language } from '../../app/language.tsx';

/** A cell as a reader looks for it: `ô D12`, `trang Biểu 766, ô D12`. */
export function cellText({ sheet, cell }: CellRef, language: Language): string {
  if (language === 'vi') return sheet === null ? `ô ${cell}` : `trang ${sheet}, ô ${cell}`;
  return sheet === null ? `cell ${cell}` : `sheet ${sheet}, cell ${cell}`;
}

/** The next place in a list of so many from one of them, round and round; from none, the first or the last. */
export function stepFrom(at: number | null, step: 1 | -1, count: number): number | null {
  if (count === 0) return null;
  if (at === null) return step === 1 ? 0 : count - 1;
  return (at + step + count) % count;
}
