import type { Asked } from '../asked.ts';
import { fold } from '../fold.ts';
import { joinHeadings } from '../layout/heading.ts';
import { standingOf } from '../layout/standing.ts';
import type { Ledger } from '../ledger.ts';
import { isFigureLike } from '../number/figure.ts';
import type { Cell, Merge, Place, Row } from '../table.ts';
import type { FormHeader } from './settle-header.ts';
import type { ReadRow } from './take-figure.ts';

/**
 * Asks about a row that reports nothing in its own columns and holds a number in one that its kind does not use: a
 * count typed below "Tử số", figures in a column that no heading gives a role. Else they would be lost without a word.
 * @param others the cells of those columns
 */
export function findMisplaced(
  read: ReadRow,
  others: readonly { cell: Cell | undefined; place: Place }[],
  ledger: Ledger,
): void {
  const parts = [read.numerator, read.denominator, read.result].filter((part) => part !== null);
  const isBlank = parts.length > 0 && parts.every(({ number, readable }) => readable && number === null);
  if (!isBlank || read.missing !== 'missing') return;
  const found = others.find(({ cell }) => cell && /\d/.test(cell.text) && isFigureLike(cell));
  if (!found) return;
  ledger.find('figure-misplaced', found.place, found.cell?.text ?? null, null, { about: read.indicator.id });
  for (const part of parts) part.readable = false;
}

/** Headings of figures that say nothing more, folded (i for y). */
const figureWords = /^(so lieu|gia tri|ket qua|thuc hien|bao cao|value|figure|result|actual)\b/;

/**
 * The columns of a form that no role claims and that could yet hold what is asked: they have no heading, one of
 * the period that is asked, or one that only says "Số liệu". Plans, comparisons and other periods are not among them.
 */
export function unclaimedColumns(
  header: FormHeader,
  { headerRows, rows }: { headerRows: readonly Row[]; rows: readonly Row[] },
  merges: readonly Merge[],
  asked: Asked,
): number[] {
  const { columns, notes, twice, passed } = header;
  const claimed = new Set([
    ...Object.values(columns),
    ...notes,
    ...[...twice, ...passed].map(({ column }) => column),
  ]);
  const headings = new Map(joinHeadings(headerRows, merges).map(({ column, texts }) => [column, texts]));
  const used = new Set(rows.flatMap(({ cells }) => cells.map(({ column }) => column)));
  return [...used].filter((column) => {
    if (claimed.has(column)) return false;
    const texts = headings.get(column);
    if (!texts) return true;
    const standing = standingOf(texts, asked);
    return standing === 'plain'
      ? texts.some((text) => figureWords.test(fold(text)))
      : standing === 'asked' || standing === 'this';
  });
}
