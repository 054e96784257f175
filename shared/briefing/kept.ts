import type { FrozenName } from './snapshot.ts';

/**
 * What a snapshot stands on, as it is kept: the very bytes, and the digest that was kept beside them (hex; null: none
 * was), so that a changed bit is seen even where it changes no figure.
 */
export type KeptPage = { group: string; bytes: Uint8Array; sha256: string | null };
/** `etag`: the digest of the JSON in the gzip body (base64url). */
export type KeptDocument = { name: FrozenName; gzip: Uint8Array; etag: string; sha256: string | null };
