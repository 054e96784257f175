import { digestOf } from '../../engine/digest.ts';

type Chosen = Pick<Blob, 'size' | 'arrayBuffer'>;

/** The digest of a file that somebody chose, in lower-case hex; null: it was changed, moved or removed since. */
export async function digestOfChosen(file: Chosen): Promise<string | null> {
  const bytes = await file.arrayBuffer().catch(() => null);
  return bytes && digestOf(bytes);
}

/**
 * Whether a file has the very bytes that were announced. Whatever else may be chosen, a film of many gigabytes too, is not
 * read: its size tells.
 * @param announced its size, and its digest in lower-case hex
 */
export async function heldAgainst(
  file: Chosen,
  announced: { bytes: number; sha256: string },
): Promise<'same' | 'other' | 'unreadable'> {
  if (file.size !== announced.bytes) return 'other';
  const digest = await digestOfChosen(file);
  if (digest === null) return 'unreadable';
  return digest === announced.sha256 ? 'same' : 'other';
}
