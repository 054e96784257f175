import type { CellRef, LongSources, Observation, ObservationSource } from '../observations/observation.ts';
import type { Page } from '../observations/page.ts';
import type { TaskReport } from '../tasks/task.ts';

/** The shape of the reports that this engine writes; `stored-report.ts` reads those of earlier ones. */
export const reportSchema = 'report/3';

/** What the engine says of one file. Numbers are decimal strings; messages come in both languages. */
export type Report = {
  schema: typeof reportSchema;
  verdict: 'passed' | 'passed-with-warnings' | 'returned';
  unit: string;
  period: string;
  /** Null when the request names none and the file does not tell. */
  form: string | null;
  layout: 'form' | 'long' | 'cross-table' | null;
  /** The digest of the context document, or null when none was given. */
  context: string | null;
  /** The rules that did not run, by code, because what they compare with was not given. */
  notRun: string[];
  file: {
    name: string;
    bytes: number;
    /** Lower-case hex. */
    sha256: string;
    container: 'xlsx' | 'xls' | 'csv' | 'unknown';
    encoding: string | null;
  };
  /** At most `limits.observationsListed`; the count is whole, and so are the pages. */
  observations: Observation[];
  /** What the sheet of tasks says, by task; empty where there is none. */
  tasks: TaskReport[];
  findings: Finding[];
  /** The findings by code: errors first, a cause before its effects. Counts are whole, details are capped. */
  groups: FindingGroup[];
  /** What rules that are only being tried found, by code: counted, not shown. */
  shadow: Record<string, number>;
  /**
   * Against the attempt before this one; null without a context, when there was none, and where no table was read:
   * what could not be looked at is not mended.
   */
  changes: Changes | null;
  repairs: Repair[];
  counts: {
    /** Of the sheet of figures: `rowsRead` = `rowsUsed` + `rowsSkipped`. */
    rowsRead: number;
    rowsUsed: number;
    rowsSkipped: number;
    observations: number;
    errors: number;
    warnings: number;
    repairs: number;
    /** The same of the sheet of tasks, counted apart: a row that is used is one of `tasks`. */
    tasks: { rowsRead: number; rowsUsed: number; rowsSkipped: number };
  };
};

/** A fault in what was sent: data, never thrown. */
export type Finding = {
  code: string;
  severity: 'error' | 'warning';
  at: CellRef | null;
  /** What stands in the file, shortened where it is very long. */
  got: string | null;
  expected: string | null;
  /** How far `got` is from what is expected, a decimal string; null where nothing was computed. */
  difference: string | null;
  /** What to do in this very case ("Có thể là: Quảng Nam, Quảng Ninh"). */
  hint: Bilingual | null;
  /** The indicator or unit that it is about, by id, where that is known: it stays when rows move. */
  about: string | null;
  /** The key (`keyOf`) of the finding that causes this one, which is listed before it. */
  cause: string | null;
  message: Bilingual;
};

export type Bilingual = { vi: string; en: string };

/** All findings of one code: how many, and where the first few are. */
export type FindingGroup = {
  code: string;
  severity: Finding['severity'];
  count: number;
  message: Bilingual;
  cells: CellRef[];
  /** The code that causes them all, or null. */
  cause: string | null;
};

/** What a finding is known by from one attempt to the next. */
export type FindingIdentity = {
  code: string;
  sheet: string | null;
  about: string | null;
  cell: string | null;
  got: string | null;
};

/**
 * `mended`: findings of the attempt before that are gone · `new`: those that it did not have · `same`: how many
 * it had too. `whole` is false when one of the two reports does not list all its findings.
 */
export type Changes = {
  previous: string;
  mended: FindingIdentity[];
  new: FindingIdentity[];
  same: number;
  whole: boolean;
};

/** What was read differently from how it was written. */
export type Repair = { code: string; at: CellRef; from: string; to: string };

/** The bytes of a file, read in ranges: a file on disk, an object in S3, a File in the browser. */
export type ByteSource = {
  readonly size: number;
  /** The bytes from `from` (included) to `to` (excluded), in order. */
  read(from: number, to: number): AsyncIterable<Uint8Array>;
};

/**
 * Inflates a raw DEFLATE stream, piece by piece (zlib in Node, DecompressionStream in a browser). A piece is
 * valid until the next is asked for.
 */
export type InflateRaw = {
  (compressed: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array>;
  /** The CRC-32 of what was inflated, where the place has a faster one than ours. `start` as `crc32` has it. */
  crc32?: (bytes: Uint8Array, start: number) => number;
};

export type CheckRequest = {
  /** The name under which the file was sent; data, never trusted for the type. */
  fileName: string;
  /** Lower-case hex; what the store verified, not computed here. */
  sha256: string;
  /** Unit id, as `province:82@2025`. */
  unit: string;
  /** Absent: the form is told by the file's content, among those of the unit's kind in the period. */
  form?: string;
  period: string;
};

/** The report, the pages that are stored, and the lineage that is kept beside them. */
export type Checked = {
  report: Report;
  /** Packed anew, one by one, each time they are asked for. */
  pages: Iterable<Page>;
  /** Each of the `counts.observations` that were read, by its number from 0: also those that the report does not list. */
  observationAt(number: number): Observation;
  sources: ObservationSource[];
  /** Makes the lineage of a long table, whose observations are too many for `sources`. */
  longSources: (() => LongSources) | null;
};
