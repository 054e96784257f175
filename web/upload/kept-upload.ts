import { uploadPlace } from '../app/entered.ts';
import { currentPerson } from '../app/session.ts';
import { digestOf } from '../engine/digest.ts';

/** What a file is sent for, and which: the same again goes to the same submission. */
export type UploadOf = {
  /** A unit's identity, `province:82@2025`. */
  unit: string;
  form: string;
  period: string;
  fileName: string;
  contentType: string;
  /** Lower-case hex, of the bytes that were checked. */
  sha256: string;
};

/** What a tab remembers of a file that it sends, over a reload: never the signed address. */
type KeptUpload = UploadOf & {
  /** The Idempotency-Key under which a ticket was asked for. */
  key: string;
  /** The submission, once its ticket was given. */
  id: string | null;
  bytes: number;
};

type Storage = Pick<globalThis.Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Where it lies: one upload of a person for a slot at a time. */
export function placeOf({ unit, form, period }: Pick<UploadOf, 'unit' | 'form' | 'period'>): string {
  return uploadPlace(currentPerson(), `${unit}/${form}/${period}`);
}

/** What is remembered of a slot's upload, or null; what cannot be read is nothing. */
export function keptUpload(
  slot: Pick<UploadOf, 'unit' | 'form' | 'period'>,
  storage: Storage,
): KeptUpload | null {
  const kept = storage.getItem(placeOf(slot));
  if (kept === null) return null;
  try {
    const read = JSON.parse(kept) as KeptUpload | null;
    return typeof read?.key === 'string' && typeof read.sha256 === 'string' ? read : null;
  } catch {
    return null;
  }
}

export function keepUpload(upload: KeptUpload, storage: Storage): void {
  storage.setItem(placeOf(upload), JSON.stringify(upload));
}

export function forgetUpload(slot: Pick<UploadOf, 'unit' | 'form' | 'period'>, storage: Storage): void {
  storage.removeItem(placeOf(slot));
}

/**
 * The key of a file and its slot, made from them, so that asking again, in whatever tab, opens nothing twice.
 * @returns `web-` and 64 hex digits
 */
export async function keyOf({
  unit,
  form,
  period,
  fileName,
  contentType,
  sha256,
}: UploadOf): Promise<string> {
  const about = JSON.stringify([unit, form, period, fileName, contentType, sha256]);
  return `web-${await digestOf(new TextEncoder().encode(about))}`;
}

/** A key that nothing was asked for under yet: of a submission of its own. */
export function freshKey(): string {
  return `web-${crypto.randomUUID()}`;
}

/** Whether what is remembered is this very file, so that the upload can go on. */
export function isSame(kept: KeptUpload, upload: UploadOf): boolean {
  return kept.sha256 === upload.sha256 && kept.fileName === upload.fileName;
}
