import type { CellRef } from './observation.ts';

/** A cell as people name it: `Biểu 1!D7`; `D7` in a text file, which has no sheets. */
export function cellText({ sheet, cell }: CellRef): string {
  return sheet === null ? cell : `${sheet}!${cell}`;
}
