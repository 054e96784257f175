import type { CatalogDocument } from '../../shared/catalog/document.ts';
import type { ChainPart } from '../../shared/query/read-chain.ts';

/** A meeting, and which snapshot is its own. */
export type Found = { meeting: string; hash: string };

/** Where a chain is read from: a service, or the folder of a one-machine stack. Nothing is changed there. */
export type ChainSource = {
  /** The snapshot of that name, or of that meeting; null: of the latest meeting that has one. */
  find(wanted: string | null): Promise<Found | undefined>;
  /** The bytes of a snapshot as they are kept; undefined: there are none. */
  snapshot(found: Found): Promise<Uint8Array | undefined>;
  /** What the snapshot stands on, part by part. */
  part(found: Found, after: string | null): Promise<ChainPart>;
  /** A raw file or a context of a part, on this disk; `done` puts it away again. @throws MissingObject */
  fetched(place: string): Promise<{ path: string; done(): Promise<void> }>;
  catalog(version: string): Promise<CatalogDocument | undefined>;
  close(): Promise<void>;
};

/** An object that the chain names is not there. */
export class MissingObject extends Error {}
