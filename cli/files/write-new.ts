import { writeFile } from 'node:fs/promises';
import { type Lang, UsageError } from '../usage.ts';

/**
 * Writes a file that is not there yet, or with `force` one that is: what somebody may have filled in is not lost unasked.
 * @throws UsageError when it cannot be written there
 */
export async function writeNew(
  { out, force, lang }: { out: string; force: boolean; lang: Lang },
  bytes: Uint8Array,
): Promise<void> {
  try {
    await writeFile(out, bytes, { flag: force ? 'w' : 'wx' });
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    const there = {
      vi: `${out}: đã có tệp này; chọn tên khác, hoặc thêm --force để ghi đè.`,
      en: `${out} is there already; choose another name, or add --force to write over it.`,
    };
    throw new UsageError(code === 'EEXIST' ? there[lang] : `${out}: ${message}`);
  }
}
