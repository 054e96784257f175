import type { Catalog } from '../catalog/catalog.ts';
import { asksFigures } from '../catalog/reporters.ts';
import type { Observation } from '../observations/observation.ts';
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
import { readingRulesNeeding, readingStates } from './rules/rule-states.ts';
import { rulesNotRun } from './rules/run-rules.ts';
import type { Table } from './table.ts';
import { noTasks, type TaskReading } from './tasks/read-tasks.ts';

/**
 * What the engine does not bring itself: inflating differs by place. Without a context, nothing is compared with
 * what stood before, and the report says which rules did not run. `onRows` is told how many rows were read so far, for
 * whoever waits.
 */
export type CheckParts = {
  inflateRaw: InflateRaw;
  catalog: Catalog;
  context?: Context | null;
  onRows?: (rows: number) => void;
};

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
  { inflateRaw, catalog, context = null, onRows }: CheckParts,
): Promise<Checked> {
  const candidates = askedOf(request, catalog, context);
  let asked = likelyOf(candidates);
  const ledger = new Ledger(readingStates(context?.rules ?? {}, request.period));
  let table: Table | undefined;
  let reading: Reading | undefined;
  let tasks: TaskReading | null = null;
  let rowsTaken = () => 0;
  try {
    table = await openTable(source, inflateRaw, (row) => isHeading(row, candidates));
    const counted = countRows(table, onRows);
    rowsTaken = counted.rowsTaken;
    ({ asked, reading, tasks } = await readTable(counted.table, candidates, ledger));
  } catch (error) {
    if (!(error instanceof FileRefusal)) throw error;
    ledger.findAt(error.code, null, error.at, error.got, null);
    reading = nothingOf(rowsTaken());
  }
  const digest = context && (await contextDigest(context));
  const report = reportOf({
    request,
    asked,
    bytes: source.size,
    table,
    reading,
    tasks,
    ledger,
    context,
    digest,
  });
  const pages =
    report.verdict === 'returned' || !asked
      ? []
      : (reading?.pages ?? pagesOf(reading?.observations ?? [], asked.form));
  const { observations } = report;
  return {
    report,
    pages,
    observationAt: reading?.observationAt ?? ((number) => observations[number] as Observation),
    sources: reading?.sources ?? [],
    longSources: reading?.longSources ?? null,
  };
}

/** The form before the file is read: the only one that may be meant, of those that ask for figures first. */
function likelyOf(candidates: readonly Asked[]): Asked | null {
  const withFigures = candidates.filter(({ form }) => asksFigures(form));
  const likely = withFigures.length > 0 ? withFigures : candidates;
  return likely.length === 1 ? (likely[0] as Asked) : null;
}

/** The rules that did not run: those on figures for want of what stood last, those on tasks for want of the tasks. */
function notRunOf({ rules, period, tasks, form }: Asked, hasTasks: boolean): string[] {
  const onFigures = asksFigures(form) ? rulesNotRun(rules.states, { period, last: rules.last }) : [];
  const onTasks = hasTasks && tasks.known === null ? readingRulesNeeding('tasks') : [];
  return [...onFigures, ...onTasks].sort();
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
  tasks,
  ledger,
  context,
  digest,
}: {
  request: CheckRequest;
  asked: Asked | null;
  bytes: number;
  table: Table | undefined;
  reading: Reading | undefined;
  tasks: TaskReading | null;
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
  const { reports, ...taskRows } = tasks ?? noTasks;
  if (taskRows.rowsSkipped < 0) throw new Error('more rows of tasks are used than were read');
  if (rowsRead !== rowsUsed + rowsSkipped) throw new Error('rows read are not rows used and rows skipped');
  return {
    schema: reportSchema,
    verdict: errors > 0 ? 'returned' : warnings > 0 ? 'passed-with-warnings' : 'passed',
    unit: request.unit,
    period: request.period,
    form: asked?.form.code ?? null,
    layout: reading?.layout ?? null,
    context: digest,
    notRun: asked ? notRunOf(asked, tasks !== null) : [],
    file: {
      name: request.fileName,
      bytes,
      sha256: request.sha256,
      container: table?.container ?? 'unknown',
      encoding: table?.encoding ?? null,
    },
    observations,
    tasks: reports,
    findings,
    groups: ledger.groups(),
    shadow: ledger.shadow(),
    changes:
      previous && (reading?.layout || tasks)
        ? changesSince(previous, findings, findings.length === errors + warnings)
        : null,
    repairs: ledger.repairs(),
    counts: {
      rowsRead,
      rowsUsed,
      rowsSkipped,
      observations: count,
      errors,
      warnings,
      repairs,
      tasks: taskRows,
    },
  };
}
