import type { ByteSource, InflateRaw, Report } from '../report.ts';
import { markWorkbook } from './mark-workbook.ts';
import { hasMarkedWorkbook } from './marked-file.ts';
import type { DeflateRaw } from './write-zip.ts';

type Parts = {
  inflateRaw: InflateRaw;
  deflateRaw: DeflateRaw;
  /** Told why there is no marked file, where there should be one. */
  unmarked?(error: unknown): void;
};

/**
 * The file with its findings marked. What the marking cannot do is told and left: the verdict is what a province
 * waits for, and the findings stand in the report.
 * @returns null when there is nothing to mark, or it could not be marked
 */
export async function tryMarking(
  source: ByteSource,
  report: Report,
  { inflateRaw, deflateRaw, unmarked }: Parts,
): Promise<Uint8Array | null> {
  if (!hasMarkedWorkbook(report)) return null;
  try {
    return await markWorkbook(source, report, { inflateRaw, deflateRaw });
  } catch (error) {
    unmarked?.(error);
    return null;
  }
}
