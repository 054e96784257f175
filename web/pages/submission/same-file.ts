import { digestOf } from '../../engine/digest.ts';

/**
 * Whether a file has the very bytes that were announced. Whatever else may be chosen, a film of many gigabytes too, is not
 * read: its size tells.
 * @param announced its size, and its digest in lower-case hex
 */
export async function isSameFile(
  file: Pick<Blob, 'size' | 'arrayBuffer'>,
  announced: { bytes: number; sha256: string },
): Promise<boolean> {
  return file.size === announced.bytes && (await digestOf(await file.arrayBuffer())) === announced.sha256;
}
