import type { Catalogs, Publication, Published } from '../catalog/catalogs.ts';
import { engineVersion } from '../catalog/engine.ts';
import { localDayOf } from '../catalog/period.ts';
import { type FieldFault, Refusal } from '../refusal.ts';
import type { Identity } from '../submissions/rights.ts';
import type { SubmissionStore } from '../submissions/store.ts';
import { standingFiles } from './affected.ts';
import { requireCatalogRight } from './draft-catalog.ts';
import type { DraftStore, StandingFile } from './drafts.ts';
import { type Judged, judgeDraft } from './judge-draft.ts';

export type PublishParts = {
  catalogs: Catalogs;
  drafts: DraftStore;
  submissions: Pick<SubmissionStore, 'slots'>;
  /** Asks for a period's roll-ups to be made again. */
  askAggregation(round: { form: string; period: string }): Promise<void>;
};

export type PublishRequest = { why: string; acceptFailing: readonly string[] };

/**
 * Publishes a draft: from now on files are read and periods computed under it. Every standing submission that it
 * concerns was read again under it, and each that would fail was accepted by name: what was signed since the list was
 * made counts too. Publishing the same again changes nothing and asks for the aggregations again.
 * @throws Refusal `not-allowed`, `not-found`, `catalog-moved`, `catalog-faulty`, `preview-incomplete`,
 *   `failures-not-accepted`, `version-taken`, `somebody-was-first`
 */
export async function publishCatalog(
  ask: { id: string; who: Identity; at: string; request: PublishRequest },
  parts: PublishParts,
): Promise<{ word: 'published' | 'already-published'; publication: Publication }> {
  const { id, who, at, request } = ask;
  requireCatalogRight(who);
  const judged = await judgeDraft({ id, at }, parts);
  if (!judged) throw new Refusal('not-found');
  const published = await parts.drafts.published();
  const files = await standingFiles(
    { forms: judged.forms, today: localDayOf(at) },
    { catalog: judged.base, submissions: parts.submissions },
  );
  const before = publicationOf(id, published);
  if (before) return done('already-published', before, files, parts);
  if ((await parts.catalogs.current(null)).version !== judged.base.version)
    throw new Refusal('catalog-moved');
  if (judged.faults.length > 0) throw new Refusal('catalog-faulty');
  await requireAccepted(judged, files, request, parts);
  if ((await parts.drafts.putDocument(judged.document)) === 'taken') throw new Refusal('version-taken');
  const publication: Publication = {
    version: judged.document.version,
    base: judged.base.version,
    draft: id,
    by: who.subject,
    at,
    why: request.why,
    accepted: [...request.acceptFailing].sort(),
  };
  const word = await parts.drafts.movePublished(withPublication(published, publication));
  if (word === 'moved') return done('published', publication, files, parts);
  const first = publicationOf(id, await parts.drafts.published());
  if (!first) throw new Refusal('somebody-was-first');
  return done('already-published', first, files, parts);
}

function publicationOf(draft: string, published: Published | undefined): Publication | undefined {
  return published?.publications.find((each) => each.draft === draft);
}

function withPublication(before: Published | undefined, publication: Publication): Published {
  return {
    schema: 'published/1',
    revision: (before?.revision ?? 0) + 1,
    publications: [...(before?.publications ?? []), publication],
  };
}

/** Exactly those that fail are accepted: a list that was made for another preview is refused. */
async function requireAccepted(
  { draft }: Judged,
  files: readonly StandingFile[],
  { acceptFailing }: PublishRequest,
  { drafts }: PublishParts,
): Promise<void> {
  const results = (await drafts.results(draft.id)).filter(({ engine }) => engine === engineVersion);
  const outcomes = new Map(results.map(({ submission, outcome }) => [submission, outcome]));
  const standing = files.map(({ submission }) => submission);
  if (standing.some((submission) => !outcomes.has(submission))) throw new Refusal('preview-incomplete');
  const failing = new Set(standing.filter((submission) => outcomes.get(submission) === 'fails'));
  const wrong = (names: Iterable<string>, fault: FieldFault) => [...names].map((field) => ({ field, fault }));
  const faults = [
    ...wrong(
      [...failing].filter((submission) => !acceptFailing.includes(submission)),
      'not-accepted',
    ),
    ...wrong(
      acceptFailing.filter((submission) => !failing.has(submission)),
      'not-failing',
    ),
  ];
  if (faults.length > 0) throw new Refusal('failures-not-accepted', faults);
}

/** The documents of the periods that are concerned are made again under what is published now. */
async function done(
  word: 'published' | 'already-published',
  publication: Publication,
  files: readonly StandingFile[],
  { askAggregation }: PublishParts,
): Promise<{ word: 'published' | 'already-published'; publication: Publication }> {
  const rounds = new Map(files.map(({ form, period }) => [`${form}/${period}`, { form, period }]));
  for (const round of rounds.values()) await askAggregation(round);
  return { word, publication };
}
