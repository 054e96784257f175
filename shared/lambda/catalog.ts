import * as v from 'valibot';
import { type DraftParts, draftCatalog } from '../publishing/draft-catalog.ts';
import { draftIdPattern } from '../publishing/drafts.ts';
import { type PublishParts, publishCatalog } from '../publishing/publish-catalog.ts';
import { listVersions, readVersion, type VersionParts } from '../publishing/read-catalogs.ts';
import { readDraft } from '../publishing/read-draft.ts';
import { Refusal } from '../refusal.ts';
import { type Entrance, httpHandler, type Request, type Response } from './http.ts';
import { signedIn } from './identity.ts';
import { bodyOf, NoQuery, queryOf } from './request.ts';
import { text } from './work-bodies.ts';

export type CatalogParts = DraftParts & PublishParts & VersionParts;

/** The longest document that is taken, in characters. */
const mostCharacters = 5_000_000;
/** So many failing submissions may be accepted: the record of publications holds their names for good. */
const mostAccepted = 500;

const PublishBody = v.strictObject({
  why: text(500),
  acceptFailing: v.optional(
    v.pipe(
      v.array(v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/))),
      v.maxLength(mostAccepted),
      v.check((given) => new Set(given).size === given.length, 'each submission once'),
    ),
    [],
  ),
});

const VersionsQuery = v.strictObject({ after: v.optional(v.pipe(v.string(), v.regex(/^\d{4}\.\d{1,6}$/))) });

type Answer = (request: Request, parts: CatalogParts) => Promise<Response>;

/** The versions of the catalogue, and how one is changed, by route. */
const answers: Readonly<Record<string, Answer>> = {
  'GET /v1/catalog': async (request, parts) => {
    queryOf(NoQuery, request);
    signedIn(request);
    return found(await readVersion(null, parts), 'private, no-cache');
  },
  'GET /v1/catalog/versions': async (request, parts) => {
    const { after = null } = queryOf(VersionsQuery, request);
    return found(await listVersions({ who: signedIn(request), after }, parts));
  },
  'GET /v1/catalog/versions/{version}': async (request, parts) => {
    queryOf(NoQuery, request);
    signedIn(request);
    return found(await readVersion(request.path.version ?? '', parts), 'private, no-cache');
  },
  'POST /v1/catalog/drafts': async (request, parts) => {
    queryOf(NoQuery, request);
    const who = signedIn(request);
    if (request.body.length > mostCharacters) throw new Refusal('catalog-too-large');
    const document = bodyOf(v.looseObject({}), request);
    const { word, id } = await draftCatalog({ who, at: request.at, document }, parts);
    const view = await readDraft({ id, who, at: request.at }, parts);
    return { word, status: word === 'drafted' ? 201 : 200, body: view };
  },
  'GET /v1/catalog/drafts/{id}': async (request, parts) => {
    queryOf(NoQuery, request);
    return found(await readDraft({ id: draftIdIn(request), who: signedIn(request), at: request.at }, parts));
  },
  'POST /v1/catalog/drafts/{id}/publish': async (request, parts) => {
    queryOf(NoQuery, request);
    const who = signedIn(request);
    const ask = { id: draftIdIn(request), who, at: request.at, request: bodyOf(PublishBody, request) };
    const { word, publication } = await publishCatalog(ask, parts);
    return { word, status: word === 'published' ? 201 : 200, body: publication };
  },
};

/** `/v1/catalog…`: read by whoever has a token, changed by the secretariat alone. */
export function catalogHandler(parts: CatalogParts, entrance: Entrance) {
  return httpHandler(async (request) => {
    const answer = answers[request.route];
    if (!answer) throw new Error(`no answer for the route ${request.route}`);
    return answer(request, parts);
  }, entrance);
}

function found(body: object, caching = 'private, no-store'): Response {
  return { word: 'found', status: 200, body, headers: { 'cache-control': caching } };
}

/** The draft in the path. @throws Refusal `not-found` when it cannot be one; to others than the secretariat `not-allowed` */
function draftIdIn(request: Request): string {
  const id = request.path.id ?? '';
  if (!signedIn(request).roles.includes('secretariat')) throw new Refusal('not-allowed');
  if (!draftIdPattern.test(id)) throw new Refusal('not-found');
  return id;
}
