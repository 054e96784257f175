import { inflateRaw } from '../../shared/aws/inflate.ts';
import { catalog } from '../../shared/catalog/catalog.ts';
import { bytesInMemory } from '../../shared/normalisation/bytes.ts';
import { checkFile } from '../../shared/normalisation/check-file.ts';
import { inflateWeb } from '../../shared/normalisation/inflate-web.ts';
import type { Checked, InflateRaw, Report } from '../../shared/normalisation/report.ts';

/** What became of a file: the report's codes, or what no file may do. */
export type Judgement = { verdict: Report['verdict']; codes: string[] } | { failure: string };

/**
 * Checks a file as the engine's callers do. Any byte string ends in a coded verdict, and in the same one
 * whether a server's or a browser's inflater runs.
 * @param twice also with the browser's inflater, and in other pieces
 */
export async function judge(bytes: Uint8Array, twice: boolean): Promise<Judgement> {
  let checked: Checked;
  try {
    checked = await check(bytes, inflateRaw, 65_536);
    if (twice) {
      const again = await check(bytes, inflateWeb, 4_097);
      if (JSON.stringify(again) !== JSON.stringify(checked)) return { failure: differenceOf(checked, again) };
    }
  } catch (error) {
    return { failure: error instanceof Error ? (error.stack ?? error.message) : `thrown: ${String(error)}` };
  }
  const { verdict, findings, counts } = checked.report;
  if ((verdict === 'returned') !== counts.errors > 0)
    return { failure: `${verdict} with ${counts.errors} errors` };
  if (counts.rowsRead !== counts.rowsUsed + counts.rowsSkipped)
    return { failure: 'rows read are not used + skipped' };
  if (findings.some(({ message }) => !message.vi || !message.en))
    return { failure: 'a finding says nothing' };
  return { verdict, codes: findings.map(({ code }) => code) };
}

const request = { fileName: 'a', sha256: '', unit: 'province:52@2025', form: 'qd766', period: '2026-Q3' };

function check(bytes: Uint8Array, inflate: InflateRaw, pieceLength: number): Promise<Checked> {
  return checkFile(bytesInMemory(bytes, pieceLength), request, { inflateRaw: inflate, catalog });
}

function differenceOf({ report: one }: Checked, { report: other }: Checked): string {
  const codes = (report: Report) => report.findings.slice(0, 5).map(({ code }) => code);
  return `zlib and DecompressionStream differ: ${one.verdict} ${codes(one)} · ${other.verdict} ${codes(other)}`;
}
