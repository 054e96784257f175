import { csvField } from '../../csv-field.ts';
import type { Briefing, Cell } from '../content.ts';

/**
 * Every figure of the briefing as CSV, one a row, with its numerator, its denominator or why there is none, for who
 * computes with it: numbers to their last digit with a decimal point (RFC 4180, UTF-8 with a BOM, so that Excel reads
 * Vietnamese). The other tables are in the workbook.
 */
export function csvOf({ sections }: Briefing): Uint8Array {
  const tables = sections.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'table'));
  const whole = tables.filter(({ full }) => full !== undefined);
  const rows = whole.flatMap(({ columns, full = [] }) => [
    columns.map(({ head }) => head),
    ...full.map((row) => row.map(machineText)),
  ]);
  const lines = rows.map((row) => `${row.map(csvField).join(',')}\r\n`);
  return new TextEncoder().encode(`\uFEFF${lines.join('')}`);
}

function machineText({ text, value }: Cell): string {
  return value ?? text;
}
