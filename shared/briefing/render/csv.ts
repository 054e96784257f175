import { csvFile } from '../../csv-field.ts';
import type { Briefing, Cell } from '../content.ts';

/** The one table that the file holds: a second one would be read as more rows of it. */
const everyFigure = 'figures';

/**
 * Every figure of the briefing as CSV, one a row, with its numerator, its denominator or why there is none, for who
 * computes with it: numbers to their last digit with a decimal point (RFC 4180, UTF-8 with a BOM, so that Excel reads
 * Vietnamese). The other tables are in the workbook.
 * @throws Error when the briefing has no table of every figure
 */
export function csvOf({ sections }: Briefing): Uint8Array {
  const blocks = sections.flatMap((section) => section.blocks);
  const table = blocks.find((block) => block.kind === 'table' && block.id === everyFigure);
  if (table?.kind !== 'table') throw new Error('a briefing without the table of every figure');
  const rows = [
    table.columns.map(({ head }) => head),
    ...(table.full ?? table.rows).map((row) => row.map(machineText)),
  ];
  return new TextEncoder().encode(csvFile(rows));
}

function machineText({ text, value }: Cell): string {
  return value ?? text;
}
