import type { Row } from '../table.ts';
import type { FormHeader } from './header.ts';

/** A sheet in the form layout: its title block, its heading, and the rows below, kept to be read together. */
export type FormTable = {
  sheet: string | null;
  title: Row[];
  header: FormHeader;
  headerRows: Row[];
  /** The rows below the heading that hold something. */
  rows: Row[];
};
