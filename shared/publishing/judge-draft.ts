import type { Catalog } from '../catalog/catalog.ts';
import type { CatalogFault } from '../catalog/catalog-faults.ts';
import { checkDocument } from '../catalog/check-document.ts';
import { type CatalogChange, catalogDiff } from '../catalog/diff.ts';
import { type CatalogDocument, catalogOf } from '../catalog/document.ts';
import { localDayOf } from '../catalog/period.ts';
import { affectedForms } from './affected.ts';
import type { Draft, DraftStore } from './drafts.ts';

/** What can be said of a draft without reading any file. */
export type Judged = {
  draft: Draft;
  document: CatalogDocument;
  base: Catalog;
  /** Null where there are faults of shape or content. */
  catalog: Catalog | null;
  faults: CatalogFault[];
  changes: CatalogChange[];
  /** The forms whose standing files are to be read again. */
  forms: ReadonlySet<string>;
};

/**
 * A draft with its faults and what it changes; undefined where there is none of that id.
 * @param at when this is asked (ISO 8601, UTC): what was used by then cannot change
 */
export async function judgeDraft(
  { id, at }: { id: string; at: string },
  { drafts }: { drafts: DraftStore },
): Promise<Judged | undefined> {
  const found = await drafts.draft(id);
  if (!found) return undefined;
  const baseDocument = await drafts.document(found.draft.base);
  if (!baseDocument) throw new Error(`draft ${id}: its base ${found.draft.base} is not there`);
  const base = catalogOf(baseDocument);
  const { faults, catalog } = checkDocument(found.document, base, localDayOf(at));
  const document = found.document as CatalogDocument;
  const changes = catalog ? catalogDiff(baseDocument, document) : [];
  const forms = catalog ? affectedForms(base, catalog) : new Set<string>();
  return { draft: found.draft, document, base, catalog, faults, changes, forms };
}
