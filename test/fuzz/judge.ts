import { deflateRaw } from '../../shared/aws/deflate.ts';
import { inflateRaw } from '../../shared/aws/inflate.ts';
import { catalog } from '../../shared/catalog/catalog.ts';
import { bytesInMemory } from '../../shared/normalisation/bytes.ts';
import { checkFile } from '../../shared/normalisation/check-file.ts';
import { inflateWeb } from '../../shared/normalisation/inflate-web.ts';
import { markWorkbook } from '../../shared/normalisation/output/mark-workbook.ts';
import { hasMarkedWorkbook } from '../../shared/normalisation/output/marked-file.ts';
import type { Checked, InflateRaw, Report } from '../../shared/normalisation/report.ts';

import { contextWith, tasks } from '../unit/normalisation/task-files.ts';

/** What became of a file: the report's codes, or what no file may do. */
export type Judgement = { verdict: Report['verdict']; codes: string[] } | { failure: string };

/**
 * Checks a file and marks its findings in it, as the engine's callers do. Any byte string ends in a coded verdict,
 * and in the same one whether a server's or a browser's inflater runs; and any can be handed back.
 * @param form the one that is asked for
 * @param twice also with the browser's inflater, and in other pieces
 */
export async function judge(bytes: Uint8Array, form: AskedForm, twice: boolean): Promise<Judgement> {
  let checked: Checked;
  try {
    checked = await check(bytes, form, inflateRaw, 65_536);
    if (twice) {
      const again = await check(bytes, form, inflateWeb, 4_097);
      if (JSON.stringify(again) !== JSON.stringify(checked)) return { failure: differenceOf(checked, again) };
    }
    if (hasMarkedWorkbook(checked.report))
      await markWorkbook(bytesInMemory(bytes), checked.report, { inflateRaw, deflateRaw });
  } catch (error) {
    return { failure: error instanceof Error ? (error.stack ?? error.message) : `thrown: ${String(error)}` };
  }
  const { verdict, findings, counts } = checked.report;
  if ((verdict === 'returned') !== counts.errors > 0)
    return { failure: `${verdict} with ${counts.errors} errors` };
  if (counts.rowsRead !== counts.rowsUsed + counts.rowsSkipped)
    return { failure: 'rows read are not used + skipped' };
  if (counts.tasks.rowsRead !== counts.tasks.rowsUsed + counts.tasks.rowsSkipped)
    return { failure: 'rows of tasks read are not used + skipped' };
  if (findings.some(({ message }) => !message.vi || !message.en))
    return { failure: 'a finding says nothing' };
  return { verdict, codes: findings.map(({ code }) => code) };
}

/** What files of the corpus are asked for as: those that are named for `cds` or `nhiem-vu`, and all others. */
export const askedForms = ['qd766', 'cds', 'nhiem-vu'] as const;
export type AskedForm = (typeof askedForms)[number];

const request = { fileName: 'a', sha256: '', unit: 'province:52@2025', period: '2026-Q3' };

function check(
  bytes: Uint8Array,
  form: AskedForm,
  inflate: InflateRaw,
  pieceLength: number,
): Promise<Checked> {
  const context = form === 'nhiem-vu' ? contextWith(tasks, { form, unit: request.unit }) : null;
  const parts = { inflateRaw: inflate, catalog, context };
  return checkFile(bytesInMemory(bytes, pieceLength), { ...request, form }, parts);
}

function differenceOf({ report: one }: Checked, { report: other }: Checked): string {
  const codes = (report: Report) => report.findings.slice(0, 5).map(({ code }) => code);
  return `zlib and DecompressionStream differ: ${one.verdict} ${codes(one)} · ${other.verdict} ${codes(other)}`;
}
