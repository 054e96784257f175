import type { Catalogs } from '../catalog/catalogs.ts';
import type { CatalogDocument } from '../catalog/document.ts';
import { Refusal } from '../refusal.ts';
import type { Identity } from '../submissions/rights.ts';
import { requireCatalogRight } from './draft-catalog.ts';
import type { DraftStore } from './drafts.ts';
import type { PublicationView } from './publish-catalog.ts';

export type VersionParts = {
  catalogs: Catalogs;
  drafts: Pick<DraftStore, 'published' | 'publication' | 'slipped'>;
  /** Undefined where no version of that name is held. */
  documentNamed(version: string): Promise<CatalogDocument | undefined>;
};

/**
 * A whole catalogue as one document.
 * @param version null: the one that is current
 * @throws Refusal `not-found`
 */
export async function readVersion(version: string | null, parts: VersionParts): Promise<CatalogDocument> {
  const name = version ?? (await parts.catalogs.current(null)).version;
  const document = /^\d{4}\.\d{1,6}$/.test(name) ? await parts.documentNamed(name) : undefined;
  if (!document) throw new Refusal('not-found');
  return document;
}

/** So many publications are told at once. */
const atOnce = 20;

/**
 * Which version is current, and the publications, the newest first.
 * @param ask.after the version whose predecessors are told; null: from the newest on
 * @returns `next`: the version after which the list goes on; null: nothing follows
 * @throws Refusal `not-allowed`, `not-found` for a version that was not published
 */
export async function listVersions(
  ask: { who: Identity; after: string | null },
  { catalogs, drafts }: VersionParts,
): Promise<{ current: string; items: PublicationView[]; next: string | null }> {
  requireCatalogRight(ask.who);
  const { version: current } = await catalogs.current(null);
  const before = async (version: string) => drafts.publication(version);
  let next = (await drafts.published())?.last;
  if (ask.after !== null) {
    const after = await before(ask.after);
    if (!after) throw new Refusal('not-found');
    next = await before(after.base);
  }
  const items: PublicationView[] = [];
  while (next && items.length < atOnce) {
    items.push({ ...next, slipped: (await drafts.slipped(next.version)) ?? [] });
    next = await before(next.base);
  }
  return { current, items, next: next ? (items.at(-1)?.version ?? null) : null };
}
