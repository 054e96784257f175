import type { ComponentChildren } from 'preact';
import { csvFile } from '../../shared/csv-field.ts';

/** A column of a file. */
export type FileColumn<Row> = {
  head: string;
  /** What the file says: of a figure the exact decimal, of none the reason in words. */
  csv: (row: Row) => string;
};
/** A column of what a chart draws: as it is shown, and as it is downloaded. */
export type ChartColumn<Row> = FileColumn<Row> & {
  key: string;
  /** What the table shows. */
  cell: (row: Row) => ComponentChildren;
  kind?: 'text' | 'number';
  /** The column that names the row. */
  names?: true;
  /** What `onSort` is told when its head is pressed. */
  sort?: string;
};
export type ChartTable<Row> = {
  columns: readonly ChartColumn<Row>[];
  /** What the file has behind them: the ids by which its rows are joined with others'. */
  inFile?: readonly FileColumn<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row, index: number) => string;
  sorted?: { by: string; order: 'ascending' | 'descending' };
  onSort?: (by: string) => void;
};

/**
 * A chart's table as CSV, for who computes with it: every figure to its last digit with a decimal point, commas between
 * fields (RFC 4180), UTF-8 with a BOM so that Excel reads Vietnamese: as the briefing's file.
 */
export function csvOf<Row>({ columns, inFile = [], rows }: ChartTable<Row>): string {
  const told: readonly FileColumn<Row>[] = [...columns, ...inFile];
  return csvFile([told.map(({ head }) => head), ...rows.map((row) => told.map(({ csv }) => csv(row)))]);
}
