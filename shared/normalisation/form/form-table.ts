import type { UnitLine } from '../layout/unit-line.ts';
import type { Merge, Row } from '../table.ts';
import type { FormHeader } from './settle-header.ts';

/** What reading the figures of rows needs to know of their table. */
export type FigureTable = {
  sheet: string | null;
  header: { columns: FormHeader['columns']; notes: readonly number[] };
  /** What the figures are counted in where their row does not say. */
  unitLine: UnitLine;
  /** What the headings of numerators and denominators say that they are counted in; absent where they do not. */
  partsLine?: UnitLine;
  /** Dates are counted from 1904. */
  date1904: boolean;
  /** Columns without a role that could hold a row's figures; absent where every column has one. */
  unclaimed?: readonly number[];
};

/** A sheet in the form layout: its title block, its heading, and the rows below, kept to be read together. */
export type FormTable = {
  sheet: string | null;
  title: Row[];
  header: FormHeader;
  headerRows: Row[];
  unitLine: UnitLine;
  partsLine?: UnitLine;
  date1904: boolean;
  unclaimed: readonly number[];
  /** The rows below the heading that hold something. */
  rows: Row[];
  merges: readonly Merge[];
};
