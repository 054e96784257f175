import type { Catalogs } from '../catalog/catalogs.ts';
import { type CatalogDocument, documentDigest } from '../catalog/document.ts';
import { Refusal } from '../refusal.ts';
import type { Identity } from '../submissions/rights.ts';
import type { DraftStore } from './drafts.ts';
import { isDigestible } from './is-digestible.ts';
import { judgeDraft } from './judge-draft.ts';

export type DraftParts = {
  catalogs: Catalogs;
  drafts: DraftStore;
  /** Undefined where no version of that name is held. */
  documentNamed(version: string): Promise<CatalogDocument | undefined>;
  /** Asks for the standing files to be read again under a draft. */
  askPreview(message: PreviewMessage): Promise<void>;
};

/** What the preview is asked: which draft, as of when; of one submission where it is named. */
export type PreviewMessage = { draft: string; at: string; submission?: string };

/** @throws Refusal `not-allowed` */
export function requireCatalogRight(who: Identity): void {
  if (!who.roles.includes('secretariat')) throw new Refusal('not-allowed');
}

/**
 * Takes a draft of the catalogue, to follow the one that is current, and has its preview begun. Handing in the same
 * again begins the preview again: what stands since is read too.
 * @throws Refusal `not-allowed`, `body-malformed`, `catalog-too-large`
 */
export async function draftCatalog(
  ask: { who: Identity; at: string; document: object },
  parts: DraftParts,
): Promise<{ word: 'drafted' | 'already-drafted'; id: string }> {
  const { who, at, document } = ask;
  requireCatalogRight(who);
  if (!isDigestible(document)) throw new Refusal('body-malformed', [{ field: '', fault: 'malformed' }]);
  const { version: base } = await parts.catalogs.current(null);
  // The base is kept first: whoever finds the draft finds what it is held against.
  const baseDocument = await parts.documentNamed(base);
  if (!baseDocument) throw new Error(`the current catalogue ${base} is not there`);
  if ((await parts.drafts.putDocument(baseDocument)) === 'taken')
    throw new Error(`the current catalogue ${base} differs from what is kept under its version`);
  const id = await documentDigest({ base, document });
  const word = await parts.drafts.putDraft(
    { schema: 'catalog-draft/1', id, base, by: who.subject, at },
    document,
  );
  const judged = await judgeDraft({ id, at }, parts);
  if (judged?.faults.length === 0) await parts.askPreview({ draft: id, at });
  return { word: word === 'put' ? 'drafted' : 'already-drafted', id };
}
