import * as v from 'valibot';
import type { RollupName } from '../aggregation/aggregate-period.ts';
import type { SnapshotStore } from '../briefing/freeze-meeting.ts';
import { readCatalog } from '../query/read-catalog.ts';
import { readFrozen } from '../query/read-frozen.ts';
import { listMeetings, readMeeting } from '../query/read-meeting.ts';
import { type Document, type RollupParts, readCoverage, readScorecard } from '../query/read-rollup.ts';
import { httpHandler, queryOf, type Request, type Response } from './http.ts';

export type PublicParts = RollupParts & { snapshots: Pick<SnapshotStore, 'frozen' | 'document'> };
type Answer = (request: Request, parts: PublicParts) => Promise<Response>;
type Audience = 'public' | 'private';

const Code = v.pipe(v.string(), v.regex(/^[A-Za-z0-9@:._-]{1,64}$/));
const NoQuery = v.strictObject({});
const basis = v.optional(v.picklist(['as-reported', 'current']), 'as-reported');

/** `GET /v1/public/…`: published figures, without a token. */
export function readPublicHandler(parts: PublicParts) {
  const routes = publishedRoutes('/v1/public', 'public');
  return httpHandler(async (request) => {
    const answer = routes[request.route];
    if (!answer) throw new Error(`no answer for the route ${request.route}`);
    return answer(request, parts);
  }, null);
}

/** The reads of published figures below a prefix: the same with a token and without. */
export function publishedRoutes(prefix: string, audience: Audience): Readonly<Record<string, Answer>> {
  const sent = (body: object): Response => ({
    word: 'found',
    status: 200,
    body,
    headers: { 'cache-control': caching[audience] },
  });
  return {
    [`GET ${prefix}/catalog/{kind}`]: async (request, { catalog }) => {
      queryOf(NoQuery, request);
      return sent(readCatalog(request.path.kind ?? '', catalog));
    },
    [`GET ${prefix}/periods/{period}/coverage`]: async (request, parts) => {
      const { form } = queryOf(v.strictObject({ form: Code }), request);
      const period = request.path.period ?? '';
      return documentResponse(await readCoverage({ form, period }, parts), request, audience);
    },
    [`GET ${prefix}/scorecards/{code}/{period}`]: async (request, parts) => {
      const query = queryOf(v.strictObject({ basis }), request);
      const ask = { scorecard: request.path.code ?? '', period: request.path.period ?? '', ...query };
      return documentResponse(await readScorecard(ask, parts), request, audience);
    },
    [`GET ${prefix}/meetings`]: async (request, { catalog }) => {
      queryOf(NoQuery, request);
      return sent(listMeetings(catalog));
    },
    [`GET ${prefix}/meetings/{id}`]: async (request, parts) => {
      queryOf(NoQuery, request);
      return sent(await readMeeting(request.path.id ?? '', parts));
    },
    [`GET ${prefix}/meetings/{id}/scorecards/{code}/{period}`]: (request, parts) =>
      frozenResponse('scorecard', request, parts, audience),
    [`GET ${prefix}/meetings/{id}/coverage/{code}/{period}`]: (request, parts) =>
      frozenResponse('coverage', request, parts, audience),
  };
}

async function frozenResponse(
  kind: RollupName['kind'],
  request: Request,
  { snapshots }: PublicParts,
  audience: Audience,
): Promise<Response> {
  queryOf(NoQuery, request);
  const { id: meeting = '', code = '', period = '' } = request.path;
  const document = await readFrozen({ meeting, name: { period, kind, code } }, snapshots);
  return documentResponse(document, request, audience);
}

const caching: Record<Audience, string> = { public: 'public, max-age=10', private: 'private, no-cache' };

/** A document with its strong ETag; 304 when the reader has it already. */
export function documentResponse(document: Document, request: Request, audience: Audience): Response {
  const headers = { 'cache-control': caching[audience] };
  if ('body' in document) return { word: 'found', status: 200, body: document.body, headers };
  const etag = `"${document.etag}"`;
  const known = (request.headers['if-none-match'] ?? '').split(',').map((tag) => tag.trim());
  if (known.includes(etag)) return { word: 'not-modified', status: 304, headers: { ...headers, etag } };
  return { word: 'found', status: 200, gzip: document.gzip, headers: { ...headers, etag } };
}
