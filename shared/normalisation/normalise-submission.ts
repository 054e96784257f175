import type { Catalog } from '../catalog/catalog.ts';
import type { Catalogs } from '../catalog/catalogs.ts';
import { engineVersion } from '../catalog/engine.ts';
import { localDayOf } from '../catalog/period.ts';
import { findSubmission } from '../submissions/find-submission.ts';
import { allowed } from '../submissions/moves.ts';
import { receiveSubmission, recordVerdict } from '../submissions/receive-submission.ts';
import type { SubmissionStore } from '../submissions/store.ts';
import type { Opened, Verdict } from '../submissions/submission.ts';
import { slotsSeen } from '../submissions/succession.ts';
import type { TaskStore } from '../tasks/task.ts';
import { checkFile } from './check-file.ts';
import type { Context } from './context.ts';
import { makeContext } from './make-context.ts';
import { tryMarking } from './output/try-marking.ts';
import type { DeflateRaw } from './output/write-zip.ts';
import type { ByteSource, Checked, InflateRaw, Report } from './report.ts';

export type NormaliseParts = {
  /** The one that is published now. */
  catalog: Catalog;
  catalogs: Catalogs;
  submissions: SubmissionStore;
  tasks: Pick<TaskStore, 'tasks' | 'putTaskReports'>;
  inflateRaw: InflateRaw;
  deflateRaw: DeflateRaw;
  /** Told of a file whose findings could not be marked in it. */
  unmarked?(error: unknown): void;
  /** Opens the uploaded file, with the digest that the store verified. */
  openUpload(id: string, versionId: string | null): Promise<{ source: ByteSource; sha256: string | null }>;
  /**
   * Keeps the report, the lineage of every figure, and the file with its findings marked where there is one;
   * writing the same again changes nothing.
   */
  keepRecords(id: string, checked: Checked, marked: Uint8Array | null): Promise<void>;
  /**
   * Keeps what a file is held against, unless something of this engine and of a catalogue that is known is kept
   * already; answers what is kept.
   */
  keepContext(id: string, context: Context, isKnown: (catalog: string) => Promise<boolean>): Promise<Context>;
  /** The report on an earlier attempt. */
  report(id: string): Promise<Report>;
};

/** A file that arrived: which submission's, which version of the object, and when its last byte came. */
export type Arrival = { id: string; bytes: number; versionId: string | null; at: string };

/**
 * Reads an uploaded file into observations and findings. The verdict is written last, on condition that
 * there is none: a step that dies is repeated whole, and a message that comes again changes nothing. What
 * was withdrawn meanwhile is not read.
 * @throws Error (a fault, so the message is retried) when nothing was opened under the id, or when the
 *   stored object is not the file that was announced
 */
export async function normaliseSubmission(
  arrival: Arrival,
  parts: NormaliseParts,
): Promise<Verdict['verdict'] | 'already-recorded' | 'withdrawn'> {
  const { id, bytes, versionId, at } = arrival;
  const found = await findSubmission(id, parts.submissions);
  if (!found) throw new Error(`submission ${id}: a file came, but nothing was opened`);
  const { state, opened } = found.submission;
  const awaited = allowed(state, 'receive') ?? allowed(state, 'pass');
  if (!awaited) return state === 'withdrawn' ? 'withdrawn' : 'already-recorded';
  const source = await announcedFile(id, opened, versionId, parts);
  await receiveSubmission(found.submission, { bytes, versionId, at }, parts.submissions);
  const { unit, form, period, fileName, sha256 } = opened;
  const { inflateRaw } = parts;
  const context = await contextOf(id, { opened, day: localDayOf(at) }, parts);
  const catalog = await parts.catalogs.version(context.catalog);
  if (!catalog) throw new Error(`submission ${id}: its catalogue ${context.catalog} is not there`);
  const request = { fileName, sha256, unit, form, period };
  const checked = await checkFile(source, request, { catalog, inflateRaw, context });
  const marked = await tryMarking(source, checked.report, parts);
  await parts.keepRecords(id, checked, marked);
  const word = await writeOutcome(id, checked, { ...parts, catalog });
  return word === 'recorded' ? checked.report.verdict : 'already-recorded';
}

/**
 * What the file is held against. It is kept before the file is read and never changed, so that a step which is
 * repeated, after other submissions came or were signed or another catalogue was published, ends with the same report.
 */
async function contextOf(
  id: string,
  { opened, day }: { opened: Opened; day: string },
  parts: NormaliseParts,
): Promise<Context> {
  const { unit, form, period, at, onBehalfOf } = opened;
  const sees = await slotsSeen(onBehalfOf, parts.submissions);
  const key = { unit, form, period };
  const context = await makeContext({ key, before: { id, openedAt: at }, sees, day }, parts);
  return parts.keepContext(id, context, async (name) => (await parts.catalogs.version(name)) !== undefined);
}

async function announcedFile(
  id: string,
  opened: Opened,
  versionId: string | null,
  { openUpload }: NormaliseParts,
): Promise<ByteSource> {
  const { source, sha256 } = await openUpload(id, versionId);
  if (sha256 !== opened.sha256 || source.size !== opened.bytes) {
    throw new Error(`submission ${id}: the stored object is not the announced file`);
  }
  return source;
}

async function writeOutcome(
  id: string,
  { report, pages }: Checked,
  { catalog, submissions, tasks }: NormaliseParts,
): Promise<'recorded' | 'already-recorded'> {
  const names = await submissions.putPages(id, pages);
  // What stands counts, and what is returned never stands.
  if (report.tasks.length > 0 && report.verdict !== 'returned') await tasks.putTaskReports(id, report.tasks);
  // The groups, not the findings: of those, details are capped.
  const warnings = report.groups.filter((group) => group.severity === 'warning');
  const { observations, errors, warnings: warningCount, repairs } = report.counts;
  const outcome = {
    verdict: report.verdict,
    counts: { observations, errors, warnings: warningCount, repairs },
    warnings: warnings.map(({ code }) => code).sort(),
    pages: names,
    catalog: catalog.version,
    engine: engineVersion,
  };
  return recordVerdict(id, outcome, submissions);
}
