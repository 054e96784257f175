import { stat, writeFile } from 'node:fs/promises';
import { deflateRaw } from '../../shared/aws/deflate.ts';
import { inflateRaw } from '../../shared/aws/inflate.ts';
import { markWorkbook } from '../../shared/normalisation/output/mark-workbook.ts';
import { hasMarkedWorkbook } from '../../shared/normalisation/output/marked-file.ts';
import type { Report } from '../../shared/normalisation/report.ts';
import type { DiskFile } from '../files/disk-file.ts';
import { type Lang, UsageError } from '../usage.ts';

/**
 * Writes the file back with its findings marked in it: the original, if it is a workbook that can be.
 * @returns what is said of it
 * @throws UsageError when it would overwrite the very file, or cannot be written there
 */
export async function handBack(file: DiskFile, report: Report, to: string, lang: Lang): Promise<string> {
  if (!hasMarkedWorkbook(report)) return words.nothing[lang];
  if (await isSameFile(file.path, to)) throw new UsageError(words.same[lang](to));
  const bytes = await markWorkbook(file.source, report, { inflateRaw, deflateRaw });
  try {
    await writeFile(to, bytes);
  } catch (error) {
    throw new UsageError(`--workbook ${to}: ${(error as Error).message}`);
  }
  return words.written[lang](to);
}

async function isSameFile(one: string, other: string): Promise<boolean> {
  const [first, second] = await Promise.all([one, other].map((path) => stat(path).catch(() => undefined)));
  return first !== undefined && first.ino === second?.ino && first.dev === second.dev;
}

const words = {
  nothing: {
    vi: '--workbook: tệp không có lỗi, cảnh báo nào (hoặc quá lớn) nên không tạo bản đánh dấu.',
    en: '--workbook: there is nothing to mark (or the file is too large), so nothing was written.',
  },
  same: {
    vi: (to: string) => `--workbook ${to}: đây chính là tệp gốc; hãy chọn tên khác.`,
    en: (to: string) => `--workbook ${to}: that is the original itself; choose another name.`,
  },
  written: {
    vi: (to: string) => `Đã ghi bản đánh dấu lỗi: ${to}`,
    en: (to: string) => `The marked workbook: ${to}`,
  },
};
