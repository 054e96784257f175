import type { Catalog } from '../catalog/catalog.ts';
import { pagesOf } from '../observations/page.ts';
import { type Asked, askedOf } from './asked.ts';
import { openTable } from './container.ts';
import { readTable } from './layout/read-table.ts';
import { Ledger } from './ledger.ts';
import type { Reading } from './reading.ts';
import { FileRefusal } from './refusal.ts';
import type { ByteSource, Checked, CheckRequest, InflateRaw, Report } from './report.ts';
import type { Table } from './table.ts';

/** What the engine does not bring itself: inflating differs by place, and the catalogue is the context. */
export type CheckParts = { inflateRaw: InflateRaw; catalog: Catalog };

/**
 * Reads a file as the form that was asked for: container → text → table → layout → observations, findings
 * and repairs. The same bytes, request and catalogue give the same report, byte for byte; any bytes at all
 * give a verdict.
 * @throws Error only when the byte source fails, or the request names what the catalogue does not know
 */
export async function checkFile(
  source: ByteSource,
  request: CheckRequest,
  { inflateRaw, catalog }: CheckParts,
): Promise<Checked> {
  const candidates = askedOf(request, catalog);
  let asked = candidates.length === 1 ? (candidates[0] as Asked) : null;
  const ledger = new Ledger();
  let table: Table | undefined;
  let reading: Reading | undefined;
  try {
    table = await openTable(source, inflateRaw);
    ({ asked, reading } = await readTable(table, candidates, ledger));
  } catch (error) {
    if (!(error instanceof FileRefusal)) throw error;
    ledger.findAt(error.code, null, error.at, error.got, null);
  }
  const report = reportOf({ request, asked, bytes: source.size, table, reading, ledger });
  const pages =
    report.verdict === 'returned' || !asked ? [] : pagesOf(reading?.observations ?? [], asked.form);
  return { report, pages, sources: reading?.sources ?? [] };
}

function reportOf({
  request,
  asked,
  bytes,
  table,
  reading,
  ledger,
}: {
  request: CheckRequest;
  asked: Asked | null;
  bytes: number;
  table: Table | undefined;
  reading: Reading | undefined;
  ledger: Ledger;
}): Report {
  const { errors, warnings, repairs } = ledger.counts;
  const observations = reading?.observations ?? [];
  const { rowsRead, rowsUsed, rowsSkipped } = reading ?? { rowsRead: 0, rowsUsed: 0, rowsSkipped: 0 };
  if (rowsRead !== rowsUsed + rowsSkipped) throw new Error('rows read are not rows used and rows skipped');
  return {
    verdict: errors > 0 ? 'returned' : warnings > 0 ? 'passed-with-warnings' : 'passed',
    unit: request.unit,
    period: request.period,
    form: asked?.form.code ?? null,
    layout: reading?.layout ?? null,
    context: null,
    notRun: [],
    file: {
      name: request.fileName,
      bytes,
      sha256: request.sha256,
      container: table?.container ?? 'unknown',
      encoding: table?.encoding ?? null,
    },
    observations,
    findings: ledger.findings(),
    repairs: ledger.repairs(),
    counts: { rowsRead, rowsUsed, rowsSkipped, observations: observations.length, errors, warnings, repairs },
  };
}
