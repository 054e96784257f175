import { limits } from '../limits.ts';
import type { Report } from '../report.ts';

/** True when a report has a marked workbook: there is something to mark, and the file is not too large. */
export function hasMarkedWorkbook({
  findings,
  file,
}: {
  findings: readonly unknown[];
  file: Pick<Report['file'], 'bytes'>;
}): boolean {
  return findings.length > 0 && file.bytes <= limits.markedFileBytes;
}

/** The name of the marked workbook of a file: `Biểu 766.xls` gives `Biểu 766 (đã kiểm tra).xlsx`. */
export function markedFileName(fileName: string): string {
  return `${fileName.replace(/\.[A-Za-z0-9]{1,5}$/, '')} (đã kiểm tra).xlsx`;
}
