import { type Catalog, formIn } from '../catalog/catalog.ts';
import { engineVersion } from '../catalog/engine.ts';
import { checkFile } from '../normalisation/check-file.ts';
import type { Context } from '../normalisation/context.ts';
import type { ByteSource, Checked, InflateRaw, Report } from '../normalisation/report.ts';
import { statesNow } from '../normalisation/rules/rule-states.ts';
import { findSubmission } from '../submissions/find-submission.ts';
import type { SubmissionStore } from '../submissions/store.ts';
import type { Opened } from '../submissions/submission.ts';
import type { DraftStore, PreviewResult } from './drafts.ts';
import { judgeDraft } from './judge-draft.ts';

export type PreviewParts = {
  drafts: DraftStore;
  submissions: SubmissionStore;
  inflateRaw: InflateRaw;
  openUpload(id: string, versionId: string | null): Promise<{ source: ByteSource; sha256: string | null }>;
  /** What the file was held against when it was read. */
  context(id: string): Promise<Context>;
  /** What was found then. */
  report(id: string): Promise<Report>;
};

/** Of one file, so many findings are listed. */
const mostFindings = 5;

/**
 * Reads the file of one standing submission again, from its bytes and with the context that it had, under a draft of
 * the catalogue. One that fails is read under the draft's base as well, so that the draft is blamed for nothing that
 * another engine found.
 */
export async function previewSubmission(
  ask: { draft: string; submission: string; at: string },
  parts: PreviewParts,
): Promise<PreviewResult['outcome'] | 'already-previewed'> {
  const { draft: id, submission, at } = ask;
  const before = await parts.drafts.result(id, submission);
  if (before?.engine === engineVersion) return 'already-previewed';
  const judged = await judgeDraft({ id, at }, parts);
  if (!judged?.catalog) throw new Error(`draft ${id}: a preview is asked for, but it cannot be read`);
  const found = await findSubmission(submission, parts.submissions);
  if (!found || !('received' in found.submission))
    throw new Error(`submission ${submission}: stands without a file`);
  const { opened, received } = found.submission;
  const { source, sha256 } = await parts.openUpload(submission, received?.versionId ?? null);
  if (sha256 !== opened.sha256 || source.size !== opened.bytes)
    throw new Error(`submission ${submission}: the stored object is not the announced file`);
  const read = (catalog: Catalog) => readUnder(catalog, opened, source, submission, parts);
  const report = await read(judged.catalog);
  const result = {
    schema: 'catalog-preview/1',
    ...found.key,
    submission,
    engine: engineVersion,
    fileName: opened.fileName,
  } as const;
  if (report === null) {
    const outcome = 'fails';
    await parts.drafts.putResult(id, { ...result, outcome, errors: 1, findings: [notAsked], newWarnings: 0 });
    return outcome;
  }
  const fails = report.verdict === 'returned';
  const already = fails && (await read(judged.base))?.verdict === 'returned';
  const outcome = already ? 'fails-already' : fails ? 'fails' : 'passes';
  const newWarnings = warningsBeyond(await parts.report(submission), report);
  const findings = report.findings.filter(({ severity }) => severity === 'error').slice(0, mostFindings);
  const listed = findings.map(({ code, at, got, expected, message }) => ({
    code,
    at,
    got,
    expected,
    message,
  }));
  await parts.drafts.putResult(id, {
    ...result,
    outcome,
    errors: report.counts.errors,
    findings: listed,
    newWarnings,
  });
  return outcome;
}

/** Null where the catalogue does not ask for the form in the period any more, or has lost the unit. */
async function readUnder(
  catalog: Catalog,
  { unit, form, period, fileName, sha256 }: Opened,
  source: ByteSource,
  id: string,
  { inflateRaw, context }: PreviewParts,
): Promise<Report | null> {
  if (!formIn(catalog, form, period) || !catalog.units.has(unit)) return null;
  const versions = { catalog: catalog.version, engine: engineVersion, rules: statesNow() };
  const held: Context = { ...(await context(id)), ...versions };
  const checked: Checked = await checkFile(
    source,
    { fileName, sha256, unit, form, period },
    { catalog, inflateRaw, context: held },
  );
  return checked.report;
}

/** How many warnings a report has beyond another one's, code by code. */
function warningsBeyond(before: Report, after: Report): number {
  const counts = new Map(before.groups.map(({ code, count }) => [code, count]));
  const warnings = after.groups.filter(({ severity }) => severity === 'warning');
  return warnings.reduce((sum, { code, count }) => sum + Math.max(0, count - (counts.get(code) ?? 0)), 0);
}

const notAsked: PreviewResult['findings'][number] = {
  code: 'form-not-asked',
  at: null,
  got: null,
  expected: null,
  message: {
    vi: 'Theo dự thảo, biểu mẫu không còn được yêu cầu ở kỳ này, hoặc không còn đơn vị này.',
    en: 'Under the draft, the form is not asked for in this period any more, or the unit is gone.',
  },
};
