import { gzipSync } from 'node:zlib';
import * as v from 'valibot';
import { mostDocumentBytes } from '../publishing/document-size.ts';
import { type DraftParts, draftCatalog, requireCatalogRight } from '../publishing/draft-catalog.ts';
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

const DraftQuery = v.strictObject({ after: v.optional(v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/))) });

type Answer = (request: Request, parts: CatalogParts) => Promise<Response>;

/** The versions of the catalogue, and how one is changed, by route. */
const answers: Readonly<Record<string, Answer>> = {
  'GET /v1/catalog': async (request, parts) => {
    queryOf(NoQuery, request);
    signedIn(request);
    return wholeDocument(await readVersion(null, parts));
  },
  'GET /v1/catalog/versions': async (request, parts) => {
    const { after = null } = queryOf(VersionsQuery, request);
    return found(await listVersions({ who: signedIn(request), after }, parts));
  },
  'GET /v1/catalog/versions/{version}': async (request, parts) => {
    queryOf(NoQuery, request);
    signedIn(request);
    return wholeDocument(await readVersion(request.path.version ?? '', parts));
  },
  'POST /v1/catalog/drafts': async (request, parts) => {
    queryOf(NoQuery, request);
    const who = signedIn(request);
    if (Buffer.byteLength(request.body) > mostDocumentBytes) throw new Refusal('catalog-too-large');
    const document = bodyOf(v.looseObject({}), request);
    const { word, id } = await draftCatalog({ who, at: request.at, document }, parts);
    const view = await readDraft({ id, who, at: request.at }, parts);
    return { word, status: word === 'drafted' ? 201 : 200, body: view };
  },
  'GET /v1/catalog/drafts/{id}': async (request, parts) => {
    const { after } = queryOf(DraftQuery, request);
    const ask = { id: draftIdIn(request), who: signedIn(request), at: request.at, after };
    return found(await readDraft(ask, parts));
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

function found(body: object): Response {
  return { word: 'found', status: 200, body, headers: { 'cache-control': 'private, no-store' } };
}

/** Some 160 KB of JSON, a seventh of it packed. */
function wholeDocument(document: object): Response {
  const headers = { 'cache-control': 'private, no-cache' };
  return { word: 'found', status: 200, gzip: gzipSync(JSON.stringify(document)), headers };
}

/** The draft in the path. @throws Refusal `not-found` when it cannot be one; to others than the secretariat `not-allowed` */
function draftIdIn(request: Request): string {
  const id = request.path.id ?? '';
  requireCatalogRight(signedIn(request));
  if (!draftIdPattern.test(id)) throw new Refusal('not-found');
  return id;
}
