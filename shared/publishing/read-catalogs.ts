import type { CatalogReader, Catalogs, Publication } from '../catalog/catalogs.ts';
import type { CatalogDocument } from '../catalog/document.ts';
import { Refusal } from '../refusal.ts';
import type { Identity } from '../submissions/rights.ts';
import { requireCatalogRight } from './draft-catalog.ts';

export type VersionParts = {
  catalogs: Catalogs;
  drafts: Pick<CatalogReader, 'published'>;
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

/** Which version is current, and every publication, the newest first. @throws Refusal `not-allowed` */
export async function listVersions(
  who: Identity,
  parts: VersionParts,
): Promise<{ current: string; items: Publication[]; next: null }> {
  requireCatalogRight(who);
  const { version: current } = await parts.catalogs.current(null);
  const published = await parts.drafts.published();
  return { current, items: [...(published?.publications ?? [])].reverse(), next: null };
}
