import { fold } from '../fold.ts';
import type { Cell } from '../table.ts';

const ticks = new Set(['x', 'X', '✓', '✔', '☑', 'v', 'V', '√']);
const yes = new Set(['co', 'dat', 'dung', 'roi', 'da co', 'ies', 'true']);
const no = new Set(['khong', 'khong dat', 'chua dat', 'sai', 'no', 'false']);

/**
 * Reads a yes or a no: tick marks, words, and Excel's own truth values.
 * @returns undefined when it can be read in two ways (`0`, `không có`) or in none
 */
export function readMark(cell: Cell): 'true' | 'false' | undefined {
  const text = cell.text.trim();
  if (cell.kind === 'boolean') return text === '1' || text.toLowerCase() === 'true' ? 'true' : 'false';
  if (cell.kind !== 'text') return undefined;
  const folded = fold(text);
  if (ticks.has(text) || yes.has(folded)) return 'true';
  return no.has(folded) ? 'false' : undefined;
}
