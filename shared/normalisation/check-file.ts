import type { Catalog } from '../catalog/catalog.ts';
import { pagesOf } from '../observations/page.ts';
import { type Asked, askedOf } from './asked.ts';
import { changesSince } from './changes.ts';
import { openTable } from './container.ts';
import { type Context, contextDigest } from './context.ts';
import { countRows } from './count-rows.ts';
import { readTable } from './layout/read-table.ts';
import { isHeading } from './layout/survey.ts';
import { Ledger } from './ledger.ts';
import type { Reading } from './reading.ts';
import { FileRefusal } from './refusal.ts';
import {
  type ByteSource,
  type Checked,
  type CheckRequest,
  type InflateRaw,
  type Report,
  reportSchema,
} from './report.ts';
import { readingStates } from './rules/rule-states.ts';
import { rulesNotRun } from './rules/run-rules.ts';
import type { Table } from './table.ts';

/**
 * What the engine does not bring itself: inflating differs by place. Without a context, nothing is compared with
 * what stood before, and the report says which rules did not run.
 */
export type CheckParts = { inflateRaw: InflateRaw; catalog: Catalog; context?: Context | null };

/**
 * Reads a file as the form that was asked for: container → text → table → layout → observations, findings
 * and repairs. The same bytes, request and context give the same report, byte for byte; any bytes at all
 * give a verdict.
 * @throws Error only when the byte source fails, or the request names what the catalogue does not know
 * @throws ContextError when the context is for something else
 */
export async function checkFile(
  source: ByteSource,
  request: CheckRequest,
  { inflateRaw, catalog, context = null }: CheckParts,
): Promise<Checked> {
  const candidates = askedOf(request, catalog, context);
  let asked = candidates.length === 1 ? (candidates[0] as Asked) : null;
  const ledger = new Ledger(readingStates(context?.rules ?? {}, request.period));
  let table: Table | undefined;
  let reading: Reading | undefined;
  let rowsTaken = () => 0;
  try {
    table = await openTable(source, inflateRaw, (row) => isHeading(row, candidates));
    const counted = countRows(table);
    rowsTaken = counted.rowsTaken;
    ({ asked, reading } = await readTable(counted.table, candidates, ledger));
  } catch (error) {
    if (!(error instanceof FileRefusal)) throw error;
    ledger.findAt(error.code, null, error.at, error.got, null);
    reading = nothingOf(rowsTaken());
  }
  const digest = context && (await contextDigest(context));
  const report = reportOf({ request, asked, bytes: source.size, table, reading, ledger, context, digest });
  const pages =
    report.verdict === 'returned' || !asked
      ? []
      : (reading?.pages ?? pagesOf(reading?.observations ?? [], asked.form));
  return { report, pages, sources: reading?.sources ?? [], longSources: reading?.longSources ?? null };
}

/** Where a file was refused in the middle, nothing of what was read is used. */
function nothingOf(rows: number): Reading {
  return { layout: null, observations: [], sources: [], rowsRead: rows, rowsUsed: 0, rowsSkipped: rows };
}

function reportOf({
  request,
  asked,
  bytes,
  table,
  reading,
  ledger,
  context,
  digest,
}: {
  request: CheckRequest;
  asked: Asked | null;
  bytes: number;
  table: Table | undefined;
  reading: Reading | undefined;
  ledger: Ledger;
  context: Context | null;
  digest: string | null;
}): Report {
  const { errors, warnings, repairs } = ledger.counts;
  const observations = reading?.observations ?? [];
  const count = reading?.count ?? observations.length;
  const { rowsRead, rowsUsed, rowsSkipped } = reading ?? { rowsRead: 0, rowsUsed: 0, rowsSkipped: 0 };
  const findings = ledger.findings();
  const previous = context?.previous;
  if (rowsRead !== rowsUsed + rowsSkipped) throw new Error('rows read are not rows used and rows skipped');
  return {
    schema: reportSchema,
    verdict: errors > 0 ? 'returned' : warnings > 0 ? 'passed-with-warnings' : 'passed',
    unit: request.unit,
    period: request.period,
    form: asked?.form.code ?? null,
    layout: reading?.layout ?? null,
    context: digest,
    notRun: asked ? rulesNotRun(asked.rules.states, { period: asked.period, last: asked.rules.last }) : [],
    file: {
      name: request.fileName,
      bytes,
      sha256: request.sha256,
      container: table?.container ?? 'unknown',
      encoding: table?.encoding ?? null,
    },
    observations,
    findings,
    groups: ledger.groups(),
    shadow: ledger.shadow(),
    changes:
      previous && reading?.layout
        ? changesSince(previous, findings, findings.length === errors + warnings)
        : null,
    repairs: ledger.repairs(),
    counts: { rowsRead, rowsUsed, rowsSkipped, observations: count, errors, warnings, repairs },
  };
}
