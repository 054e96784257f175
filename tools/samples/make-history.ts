import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import * as XLSX from '@e965/xlsx';
import { catalog, formIn } from '../../shared/catalog/catalog.ts';
import type { Indicator } from '../../shared/catalog/schema.ts';
import { type HistorySample, history } from './history-plan.ts';
import { type HistoryContent, layOutHistory } from './lay-out-history.ts';
import { type PublishedRow, readPublication } from './published-history.ts';
import type { Table } from './report-layout.ts';
import { writeText } from './write-text.ts';
import { writeWorkbook } from './write-workbook.ts';

const source = new URL('../../test/data/', import.meta.url);
const target = new URL('../../local/samples/history/', import.meta.url);

/** Writes local/samples/history/: what ministries published of the provinces, as they write it, and the manifest. */
export async function makeHistory(): Promise<void> {
  mkdirSync(target, { recursive: true });
  for (const name of readdirSync(target)) rmSync(new URL(encodeURIComponent(name), target));
  const files = [];
  for (const sample of history) {
    const { form, year, unit, file, publication } = sample;
    const rows = readPublication(source, publication, year);
    writeFileSync(new URL(encodeURIComponent(file), target), await bytesOf(sample, rows));
    const contentType = contentTypes[file.slice(file.lastIndexOf('.'))] as string;
    files.push({ form, period: year, unit, file, contentType, units: rows.length });
  }
  const manifest = { schema: 'history/1', files };
  writeFileSync(new URL('manifest.json', target), `${JSON.stringify(manifest, null, 2)}\n`);
}

const contentTypes: Readonly<Record<string, string>> = {
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.xls': 'application/vnd.ms-excel',
  '.csv': 'text/csv',
  '.tsv': 'text/tab-separated-values',
};

async function bytesOf(sample: HistorySample, rows: readonly PublishedRow[]): Promise<Buffer> {
  const form = formIn(catalog, sample.form, sample.year);
  if (!form) throw new Error(`no form ${sample.form} in ${sample.year}`);
  const indicators = form.indicators.map(({ indicator }) => catalog.indicators.get(indicator) as Indicator);
  const table = layOutHistory({ rows, indicators, ranks: ranksOf(rows, indicators) }, sample.style);
  if (sample.kind === 'text') return writeText(table, sample.format);
  if (sample.kind === 'xls') return oldWorkbook(sample.sheet, table);
  return writeWorkbook([{ name: sample.sheet, hidden: false, table }], sample.format);
}

function ranksOf(rows: readonly PublishedRow[], [first]: readonly Indicator[]): HistoryContent['ranks'] {
  const value = (row: PublishedRow) => Number(row.figures.get(first?.id ?? ''));
  return new Map(
    rows.map((row) => [row.code, 1 + rows.filter((other) => value(other) > value(row)).length] as const),
  );
}

/** A workbook of Excel 97, numbers as they are. */
function oldWorkbook(name: string, { rows, merges }: Table): Buffer {
  const values = rows.map((row) =>
    row.map((cell) => (cell === null ? null : cell.is === 'text' ? cell.text : Number(cell.decimal))),
  );
  const sheet = XLSX.utils.aoa_to_sheet(values);
  sheet['!merges'] = merges.map(({ row, from, to }) => ({ s: { r: row, c: from }, e: { r: row, c: to } }));
  const workbook = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(workbook, sheet, name);
  return XLSX.write(workbook, { type: 'buffer', bookType: 'biff8' });
}
