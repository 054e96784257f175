import type { CatalogDocument } from '../../shared/catalog/document.ts';
import type { Bilingual, Finding, FindingGroup, Repair, Report } from '../../shared/normalisation/report.ts';
import type { ObservationStatus } from '../../shared/observations/observation.ts';
import type { TaskReport } from '../../shared/tasks/task.ts';
import type { AskedHere } from './check-here.ts';
import type { FigureChange } from './figure-change.ts';

/** What a page and the worker that reads files say to each other. Rows of the file stay with the worker. */

export type CheckOrder = {
  file: File;
  asked: AskedHere;
  /** The document of `GET /v1/contexts/…`, or null. */
  context: unknown;
  /** The catalogue that it names; null: the one that the worker brings. */
  catalog: CatalogDocument | null;
};

/** Which lines of the table are shown. */
export type LineView = {
  show: 'all' | 'errors' | 'warnings' | 'repairs' | 'changed' | 'unused';
  /** Words of an indicator's code or name, or of an area's; empty: every one. */
  search: string;
};

export type FigurePart = 'numerator' | 'denominator' | 'value';
/** Where a finding stands in the table as it is shown. */
export type LinePlace = { line: number; part: FigurePart | 'row' };

/** One cell of figures: what was read, and what was done to it. */
export type FigureCell = {
  /** `D7`; null: the table has no such column. */
  cell: string | null;
  /** A decimal string, a date, a word; null: there is none. */
  read: string | null;
  /** As the file has it, where that differs. */
  written: string | null;
  repairs: Repair[];
  /** It was written as an estimate (`khoảng 358.660`), or its whole table is one. */
  approximate: boolean;
  /** Numbers of findings in the list. */
  findings: number[];
};

/** A cell of a row that became no figure; `value`: a decimal number or a day · `no-result`: a formula never computed. */
export type RowCell = { column: string; text: string; kind: 'text' | 'value' | 'no-result' };

/** One line of the table as it was read: a figure, or a row of the file that became none. */
export type Line = {
  line: number;
  sheet: string | null;
  row: number;
  indicator: { id: string; name: Bilingual; unit: string } | null;
  area: string | null;
  /** Null: the row is no figure. */
  status: ObservationStatus | null;
  figures: Record<FigurePart, FigureCell>;
  /** Of a ratio, numerator of denominator in percent, two decimals. */
  share: string | null;
  note: string | null;
  change: FigureChange | null;
  /** Of a row that is no figure: what stands in it. */
  cells: readonly RowCell[];
  /** True: a task was read from the row. */
  isTask: boolean;
  /** Findings and repairs of the row that are in no cell of figures. */
  findings: number[];
  repairs: Repair[];
};

export type LinePage = { lines: Line[]; page: number; pages: number; total: number };

/** A finding with where it is shown and what it is about. */
export type ShownFinding = Finding & {
  place: LinePlace | null;
  /** The indicator's or the unit's name, where it is known. */
  aboutName: Bilingual | null;
  isNew: boolean;
};
export type RepairKind = { code: string; count: number; message: Bilingual; first: Repair };

/** What the check says, but for the figures, which are asked for by the page. */
export type CheckSummary = {
  report: Pick<Report, 'verdict' | 'unit' | 'form' | 'period' | 'layout' | 'context' | 'file' | 'counts'>;
  unit: Bilingual;
  form: Bilingual | null;
  findings: ShownFinding[];
  groups: FindingGroup[];
  changes: { mended: number; new: number; same: number; whole: boolean } | null;
  /** Repairs by kind; counts are whole as far as repairs are listed. */
  repairs: RepairKind[];
  tasks: TaskReport[];
  notRun: { code: string; message: Bilingual | null }[];
  /** The period that the figures are compared with; null: there is none. */
  last: string | null;
  /** Of the report's bytes, as the service keeps it. */
  reportSha256: string;
  lines: Record<LineView['show'], number>;
  /** Of the figures that were asked for, those that hold a number or a word, 0 of 0 among them. */
  filled: number;
  /** What the form asks for; of a table of areas, whose number the form does not say, the figures that it has. */
  asked: number;
  /** False: rows without figures were not looked through, since the file is long. */
  unusedRead: boolean;
  hasWorkbook: boolean;
  /** False: the context was another engine's, and was not used. */
  contextUsed: boolean;
};

export type Progress = {
  phase: 'digest' | 'reading' | 'table';
  bytesRead: number;
  rows: number;
};

export type MadeFile = 'workbook' | 'csv' | 'json';

/** What the worker can be asked, by name: question and answer. */
export type Questions = {
  check: { ask: CheckOrder; answer: CheckSummary };
  page: { ask: { view: LineView; page: number }; answer: LinePage };
  locate: { ask: { line: number; view: LineView }; answer: { view: LineView; page: number } };
  make: { ask: MadeFile; answer: Blob };
};
export type Asking = {
  [Q in keyof Questions]: { id: number; question: Q; ask: Questions[Q]['ask'] };
}[keyof Questions];

/**
 * `too-large`: the service would not take it, and it is not read · `changed`: the file is not as it was when it was
 * chosen · `broken`: a fault of the portal's own.
 */
export type CheckTrouble = 'too-large' | 'changed' | 'broken';
export type Said =
  | { said: 'ready'; catalog: string }
  | { said: 'progress'; progress: Progress }
  | { said: 'answer'; id: number; answer: unknown }
  | { said: 'trouble'; id: number; trouble: CheckTrouble; detail: string };
