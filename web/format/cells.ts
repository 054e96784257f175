import type { CellRef } from '../../shared/observations/observation.ts';
import type { Language } from '../app/language.tsx';

/** A cell as a reader looks for it: `ô D12`, `trang Biểu 766, ô D12`. */
export function cellText({ sheet, cell }: CellRef, language: Language): string {
  return cellsText([{ sheet, cell }], language);
}

/** Several cells, each sheet named once: `trang Biểu 766, ô E12, F12`. */
export function cellsText(cells: readonly CellRef[], language: Language): string {
  const sheets = Map.groupBy(cells, ({ sheet }) => sheet);
  return [...sheets].map(([sheet, of]) => ofSheet(sheet, of, language)).join('; ');
}

function ofSheet(sheet: string | null, cells: readonly CellRef[], language: Language): string {
  const named = cells.map(({ cell }) => cell).join(', ');
  if (language === 'vi') return sheet === null ? `ô ${named}` : `trang ${sheet}, ô ${named}`;
  const which = cells.length === 1 ? `cell ${named}` : `cells ${named}`;
  return sheet === null ? which : `sheet ${sheet}, ${which}`;
}
