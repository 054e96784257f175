import { bytesInMemory, readRange } from '../bytes.ts';
import { limits } from '../limits.ts';
import { FileRefusal } from '../refusal.ts';
import type { ByteSource, InflateRaw, Report } from '../report.ts';
import { dropActive } from './drop-active.ts';
import { markPackage } from './mark-package.ts';
import { newWorkbook, textSheetName } from './new-workbook.ts';
import { PackageParts } from './package-parts.ts';
import { Unpatchable, type UnpatchableReason, unpatchableReasons } from './unpatchable.ts';
import type { DeflateRaw } from './write-zip.ts';

/** What differs by place: inflating and deflating (zlib in Node, streams in a browser). */
export type MarkParts = { inflateRaw: InflateRaw; deflateRaw: DeflateRaw };

/**
 * The province's own workbook handed back: cells with findings are filled and commented, and a sheet lists
 * all findings. Of a `.xlsx` the original package is patched: everything else stays, byte for byte, but
 * macros, which are dropped. Of any other file, and of a workbook that cannot be patched safely, a new workbook is
 * made of what was read, which says so on its first sheet. The same bytes and report give the same workbook.
 * @throws Error when the byte source fails, or the file is larger than `limits.markedFileBytes`
 */
export async function markWorkbook(
  source: ByteSource,
  report: Report,
  { inflateRaw, deflateRaw }: MarkParts,
): Promise<Uint8Array> {
  if (source.size > limits.markedFileBytes) throw new Error('the file is too large to be marked');
  const bytes = await readRange(source, 0, source.size);
  if (report.file.container !== 'xlsx') return markedCopy(bytes, report, null, { inflateRaw, deflateRaw });
  try {
    const parts = await PackageParts.open(bytes, inflateRaw);
    const dropped = await dropActive(parts);
    const { notes } = dropped;
    await markPackage(parts, report, { notes, place: 'last', textSheet: null, dropped: dropped.parts });
    return await parts.zip(deflateRaw);
  } catch (error) {
    const reason = error instanceof Unpatchable ? error.reason : 'unknown-form';
    if (!(error instanceof Unpatchable || error instanceof FileRefusal)) throw error;
    return markedCopy(bytes, report, reason, { inflateRaw, deflateRaw });
  }
}

async function markedCopy(
  bytes: Uint8Array,
  report: Report,
  reason: UnpatchableReason | null,
  { inflateRaw, deflateRaw }: MarkParts,
): Promise<Uint8Array> {
  const { parts, whole } = await newWorkbook(bytesInMemory(bytes), inflateRaw);
  const why = reason === null ? { vi: '', en: '' } : unpatchableReasons[reason];
  const notes = [
    `ĐÂY LÀ TỆP MỚI, không phải tệp gốc: hệ thống lập tệp này từ nội dung đọc được của tệp “${report.file.name}” (SHA-256 ${report.file.sha256})${why.vi && ` vì ${why.vi}`}. Hãy sửa trên tệp gốc rồi nộp lại.`,
    `THIS IS A NEW WORKBOOK, not the original: it was made of what was read of the file “${report.file.name}” (SHA-256 ${report.file.sha256})${why.en && `, because ${why.en}`}. Mend the original and send it again.`,
  ];
  if (!whole) {
    notes.push('Tệp này không có đủ nội dung của tệp gốc. / Not all of the original is shown here.');
  }
  await markPackage(parts, report, { notes, place: 'first', textSheet: textSheetName, dropped: [] });
  return parts.zip(deflateRaw);
}
