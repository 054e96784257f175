import type { Catalogs, Publication } from '../catalog/catalogs.ts';
import { engineVersion } from '../catalog/engine.ts';
import { localDayOf } from '../catalog/period.ts';
import { type FieldFault, Refusal } from '../refusal.ts';
import type { Identity } from '../submissions/rights.ts';
import type { SubmissionStore } from '../submissions/store.ts';
import { type Concerned, whatIsConcerned } from './affected.ts';
import { requireCatalogRight } from './draft-catalog.ts';
import type { DraftStore, StandingFile } from './drafts.ts';
import { type Judged, judgeDraft } from './judge-draft.ts';

export type PublishParts = {
  catalogs: Catalogs;
  drafts: DraftStore;
  submissions: Pick<SubmissionStore, 'slots' | 'factsOf'>;
  /** Asks for the roll-ups of periods to be made again. */
  askAggregations(rounds: readonly { form: string; period: string }[]): Promise<void>;
};

/** A publication, and what was signed while it was being made: it stands, and nobody held it against the version. */
export type PublicationView = Publication & { slipped: readonly string[] };

export type PublishRequest = { why: string; acceptFailing: readonly string[] };

/**
 * Publishes a draft: from now on files are read and periods computed under it. Every standing submission that it
 * concerns was read again under it, and each that would fail was accepted by name: what was signed since the list was
 * made counts too, and what was signed while the version was being published is told and kept with it. Publishing the
 * same again changes nothing and asks for the aggregations again.
 * @throws Refusal `not-allowed`, `not-found`, `catalog-moved`, `catalog-faulty`, `preview-incomplete`,
 *   `failures-not-accepted`, `version-taken`, `somebody-was-first`
 */
export async function publishCatalog(
  ask: { id: string; who: Identity; at: string; request: PublishRequest },
  parts: PublishParts,
): Promise<{ word: 'published' | 'already-published'; publication: PublicationView }> {
  const { id, who, at, request } = ask;
  requireCatalogRight(who);
  const judged = await judgeDraft({ id, at }, parts);
  if (!judged) throw new Refusal('not-found');
  const published = await parts.drafts.published();
  const before = await publicationOf(judged, parts);
  if (before) return done('already-published', before, { judged, at }, parts);
  if ((await parts.catalogs.current(null)).version !== judged.base.version)
    throw new Refusal('catalog-moved');
  if (judged.faults.length > 0) throw new Refusal('catalog-faulty');
  const { files } = await concernedNow({ judged, at }, parts);
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
  const revision = (published?.revision ?? 0) + 1;
  const word = await parts.drafts.movePublished({ schema: 'published/1', revision, last: publication });
  if (word === 'moved') return done('published', publication, { judged, at }, parts);
  const first = await publicationOf(judged, parts);
  if (!first) throw new Refusal('somebody-was-first');
  return done('already-published', first, { judged, at }, parts);
}

/** How a draft was published; undefined: it was not, or another of its version was. */
export async function publicationOf(
  { draft, catalog }: Pick<Judged, 'draft' | 'catalog'>,
  { drafts }: { drafts: DraftStore },
): Promise<Publication | undefined> {
  const found = catalog ? await drafts.publication(catalog.version) : undefined;
  return found?.draft === draft.id ? found : undefined;
}

type Now = { judged: Judged; at: string };

function concernedNow({ judged, at }: Now, { submissions }: PublishParts): Promise<Concerned> {
  const ask = { forms: judged.forms, today: localDayOf(at) };
  return whatIsConcerned(ask, { catalog: judged.base, submissions });
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

/** What stands is listed once more, and the documents of the periods that are concerned are made again. */
async function done(
  word: 'published' | 'already-published',
  publication: Publication,
  now: Now,
  parts: PublishParts,
): Promise<{ word: 'published' | 'already-published'; publication: PublicationView }> {
  const { files, rounds } = await concernedNow(now, parts);
  await parts.askAggregations(rounds);
  const { version } = publication;
  const kept = await parts.drafts.slipped(version);
  if (kept) return { word, publication: { ...publication, slipped: kept } };
  const slipped = await slippedIn(files, publication, parts);
  await parts.drafts.putSlipped(version, slipped);
  return { word, publication: { ...publication, slipped } };
}

/** What stands, was not read under the draft, and was not checked under what is published now either. */
async function slippedIn(
  files: readonly StandingFile[],
  { draft, version }: Publication,
  { drafts, submissions }: PublishParts,
): Promise<string[]> {
  const read = new Set((await drafts.results(draft)).map(({ submission }) => submission));
  const unread = files.map(({ submission }) => submission).filter((submission) => !read.has(submission));
  const verdicts = await Promise.all(
    unread.map(async (submission) => {
      const verdict = (await submissions.factsOf(submission)).find(({ fact }) => fact === 'verdict');
      return verdict?.fact === 'verdict' && verdict.catalog === version ? [] : [submission];
    }),
  );
  return verdicts.flat();
}
