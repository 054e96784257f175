import { hasMarkedWorkbook, markedFileName } from '../normalisation/output/marked-file.ts';
import type { Report } from '../normalisation/report.ts';
import { Refusal } from '../refusal.ts';
import type { Identity } from '../submissions/rights.ts';
import type { SubmissionStore } from '../submissions/store.ts';
import { readSubmission } from './read-submission.ts';

/**
 * A short-lived URL of the province's own workbook, with its findings marked in it.
 * @throws Refusal `not-found`, `not-checked-yet`, or `no-workbook` when nothing was found, there is
 *   no file (a nil return), or the file is too large
 */
export async function readWorkbook(
  { id, who }: { id: string; who: Identity },
  parts: {
    submissions: SubmissionStore;
    report(id: string): Promise<Report>;
    signMarkedGet(id: string, fileName: string): Promise<string>;
  },
): Promise<string> {
  const { verdict, file } = await readSubmission(id, who, parts);
  if (verdict === null) throw new Refusal('not-checked-yet');
  if (file === null) throw new Refusal('no-workbook');
  if (!hasMarkedWorkbook(await parts.report(id))) throw new Refusal('no-workbook');
  return parts.signMarkedGet(id, markedFileName(file.name));
}
