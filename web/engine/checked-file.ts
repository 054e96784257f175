import { catalog as builtIn } from '../../shared/catalog/catalog.ts';
import { catalogOf } from '../../shared/catalog/document.ts';
import { type Context, ContextError, contextFrom } from '../../shared/normalisation/context.ts';
import { findingsCsv } from '../../shared/normalisation/findings-csv.ts';
import { inflateWeb } from '../../shared/normalisation/inflate-web.ts';
import { deflateWeb } from '../../shared/normalisation/output/deflate-web.ts';
import { markWorkbook } from '../../shared/normalisation/output/mark-workbook.ts';
import type { Checked } from '../../shared/normalisation/report.ts';
import { areaNames } from './area-names.ts';
import { checkHere, sourceOf } from './check-here.ts';
import type { CheckOrder, CheckSummary, MadeFile, Progress } from './check-messages.ts';
import { digestOf } from './digest.ts';
import { ReadLines } from './read-lines.ts';
import { summaryOf } from './summary-of.ts';
import { rowsGoneThrough, rowsOf } from './unused-rows.ts';

/** A file that was checked: what is told of it, its lines, and the files that are made of it. */
export type CheckedFile = { summary: CheckSummary; lines: ReadLines; make(what: MadeFile): Promise<Blob> };

const types: Record<MadeFile, string> = {
  workbook: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv;charset=utf-8',
  json: 'application/json',
};

/**
 * Checks a file with what the service would hold it against, or without where that was made by another engine.
 * @throws DOMException when the file is not as it was when it was chosen
 */
export async function checkedFile(
  order: CheckOrder,
  onProgress: (progress: Progress) => void,
): Promise<CheckedFile> {
  const { checked, context } = await checkedWith(order, onProgress);
  const { file, asked } = order;
  const { report } = checked;
  onProgress({ phase: 'table', bytesRead: file.size, rows: report.counts.rowsRead });
  const catalog = context !== null && order.catalog !== null ? catalogOf(order.catalog) : builtIn;
  const source = sourceOf(file);
  const unusedRead = report.counts.rowsRead <= rowsGoneThrough;
  const rows = unusedRead ? await rowsOf(source, inflateWeb) : [];
  const areaName = await areaNames(catalog, asked);
  const lines = new ReadLines({ checked, catalog, context, rows, areaName });
  // As the service keeps it.
  const json = new TextEncoder().encode(JSON.stringify(report));
  const contextUsed = context !== null || order.context === null;
  const reportSha256 = await digestOf(json);
  return {
    lines,
    summary: summaryOf({ report, lines, catalog, context, contextUsed, unusedRead, reportSha256, areaName }),
    make: async (what) => {
      if (what === 'json') return new Blob([json], { type: types.json });
      if (what === 'csv') return new Blob([findingsCsv(report)], { type: types.csv });
      const parts = { inflateRaw: inflateWeb, deflateRaw: deflateWeb };
      return new Blob([new Uint8Array(await markWorkbook(source, report, parts))], { type: types.workbook });
    },
  };
}

async function checkedWith(
  { file, asked, context, catalog }: CheckOrder,
  onProgress: (progress: Progress) => void,
): Promise<{ checked: Checked; context: Context | null }> {
  const watch = progressTeller(onProgress);
  try {
    const checked = await checkHere(file, asked, context, catalog, watch);
    return { checked, context: context === null ? null : contextFrom(context) };
  } catch (error) {
    if (!(error instanceof ContextError)) throw error;
    return { checked: await checkHere(file, asked, null, null, watch), context: null };
  }
}

/** Milliseconds between two words of progress: more would only keep the page busy. */
const betweenWords = 100;

function progressTeller(onProgress: (progress: Progress) => void) {
  const progress: Progress = { phase: 'digest', bytesRead: 0, rows: 0 };
  let toldAt = 0;
  const tell = () => {
    const now = performance.now();
    if (now - toldAt < betweenWords) return;
    toldAt = now;
    onProgress({ ...progress });
  };
  return {
    onBytes: (bytes: number, phase: 'digest' | 'reading') => {
      progress.bytesRead = phase === progress.phase ? progress.bytesRead + bytes : bytes;
      progress.phase = phase;
      tell();
    },
    onRows: (rows: number) => {
      progress.rows = rows;
      tell();
    },
  };
}
