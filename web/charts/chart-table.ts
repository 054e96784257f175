import type { ComponentChildren } from 'preact';
import { csvFile } from '../../shared/csv-field.ts';

/** A column of what a chart draws: as it is shown, and as it is downloaded. */
export type ChartColumn<Row> = {
  key: string;
  head: string;
  /** What the table shows. */
  cell: (row: Row) => ComponentChildren;
  /** What the file says: of a figure the exact decimal, of none the reason in words. */
  csv: (row: Row) => string;
  kind?: 'text' | 'number';
  /** The column that names the row. */
  names?: true;
  /** What `onSort` is told when its head is pressed. */
  sort?: string;
};
export type ChartTable<Row> = {
  columns: readonly ChartColumn<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row, index: number) => string;
  sorted?: { by: string; order: 'ascending' | 'descending' };
  onSort?: (by: string) => void;
};

/**
 * A chart's table as CSV, for who computes with it: every figure to its last digit with a decimal point, commas between
 * fields (RFC 4180), UTF-8 with a BOM so that Excel reads Vietnamese: as the briefing's file.
 */
export function csvOf<Row>({ columns, rows }: ChartTable<Row>): string {
  return csvFile([columns.map(({ head }) => head), ...rows.map((row) => columns.map(({ csv }) => csv(row)))]);
}
