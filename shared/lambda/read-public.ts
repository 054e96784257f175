import { gzipSync } from 'node:zlib';
import * as v from 'valibot';
import type { RollupName } from '../aggregation/aggregate-period.ts';
import type { SnapshotStore } from '../briefing/freeze-meeting.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { Catalogs } from '../catalog/catalogs.ts';
import { publicForms } from '../catalog/public-forms.ts';
import type { MeetingStore } from '../meetings/meeting.ts';
import { readCalendar } from '../query/read-calendar.ts';
import { readCatalog } from '../query/read-catalog.ts';
import { type FrozenDocument, readFrozen, readFrozenTasks } from '../query/read-frozen.ts';
import { findMeeting, listMeetings, readMeeting } from '../query/read-meeting.ts';
import { readMeetingCoverage } from '../query/read-meeting-coverage.ts';
import { readMeetingProgress } from '../query/read-meeting-progress.ts';
import { readProgress } from '../query/read-progress.ts';
import { readRanking } from '../query/read-ranking.ts';
import { type RollupParts, readCoverage, readIndicator, readScorecard } from '../query/read-rollup.ts';
import { readSeries } from '../query/read-series.ts';
import { readUnitFigures } from '../query/read-unit-figures.ts';
import { Refusal } from '../refusal.ts';
import { httpHandler, type Request, type Response } from './http.ts';
import { Code, NoQuery, queryOf } from './request.ts';
import { basis, seriesAsk } from './series-query.ts';

export type PublicParts = RollupParts & {
  snapshots: Pick<SnapshotStore, 'frozen' | 'document'>;
  meetings: Pick<MeetingStore, 'meeting' | 'meetings'>;
};
type Answer = (request: Request, parts: PublicParts) => Promise<Response>;
type Audience = 'public' | 'private';

const CalendarQuery = v.strictObject({ from: Code, to: Code, form: v.optional(Code) });
const ProgressQuery = v.strictObject({
  form: Code,
  period: Code,
  indicator: Code,
  basis,
  unit: v.optional(Code),
  among: v.optional(v.pipe(v.string(), v.nonEmpty(), v.maxLength(100))),
});

/** `GET /v1/public/…`: public figures, without a token (decision 004). */
export function readPublicHandler(parts: Omit<PublicParts, 'catalog'>, catalogs: Catalogs) {
  const routes = publishedRoutes('/v1/public', 'public');
  return httpHandler(
    async (request, catalog) => {
      const answer = routes[request.route];
      if (!answer) throw new Error(`no answer for the route ${request.route}`);
      return answer(request, { ...parts, catalog });
    },
    { catalogs, identify: null },
  );
}

/** The reads of public figures below a prefix: the same with a token and without. */
export function publishedRoutes(prefix: string, audience: Audience): Readonly<Record<string, Answer>> {
  const requireTold = (form: string, { catalog }: PublicParts) => {
    if (audience === 'public' && !isPublic(form, catalog)) throw new Refusal('not-found');
  };
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
    [`GET ${prefix}/calendar`]: async (request, { catalog }) => {
      const { form = null, ...range } = queryOf(CalendarQuery, request);
      return madeResponse(readCalendar({ ...range, form, at: request.at }, catalog), audience);
    },
    [`GET ${prefix}/periods/{period}/coverage`]: async (request, parts) => {
      const query = queryOf(v.strictObject({ form: Code, basis }), request);
      const period = request.path.period ?? '';
      return madeResponse(
        await readCoverage({ ...query, period, asOf: null, at: request.at }, parts),
        audience,
      );
    },
    [`GET ${prefix}/scorecards/{code}/{period}`]: async (request, parts) => {
      const query = queryOf(v.strictObject({ basis }), request);
      const { code: scorecard = '', period = '' } = request.path;
      return madeResponse(
        await readScorecard({ ...query, scorecard, period, asOf: null, at: request.at }, parts),
        audience,
      );
    },
    [`GET ${prefix}/scorecards/{code}/{period}/ranking`]: async (request, parts) => {
      const query = queryOf(v.strictObject({ basis }), request);
      const { code: scorecard = '', period = '' } = request.path;
      return madeResponse(
        await readRanking({ ...query, scorecard, period, at: request.at }, parts),
        audience,
      );
    },
    [`GET ${prefix}/series`]: async (request, parts) => {
      const ask = seriesAsk(request);
      if ('form' in ask.subject) requireTold(ask.subject.form, parts);
      return madeResponse(await readSeries(ask, parts), audience);
    },
    [`GET ${prefix}/rollups/{period}`]: async (request, parts) => {
      const query = queryOf(v.strictObject({ form: Code, indicator: Code, basis }), request);
      requireTold(query.form, parts);
      const ask = { ...query, period: request.path.period ?? '', asOf: null, at: request.at };
      return madeResponse(await readIndicator(ask, parts), audience);
    },
    [`GET ${prefix}/progress`]: async (request, parts) => {
      const query = queryOf(ProgressQuery, request);
      requireTold(query.form, parts);
      return madeResponse(await readProgress({ ...query, at: request.at }, parts), audience);
    },
    [`GET ${prefix}/units/{unit}/figures`]: async (request, parts) => {
      const query = queryOf(v.strictObject({ form: Code, period: Code, basis }), request);
      requireTold(query.form, parts);
      const ask = { ...query, unit: request.path.unit ?? '', at: request.at };
      return madeResponse(await readUnitFigures(ask, parts), audience);
    },
    [`GET ${prefix}/meetings`]: async (request, parts) => {
      queryOf(NoQuery, request);
      return sent(await listMeetings(parts));
    },
    [`GET ${prefix}/meetings/{id}`]: async (request, parts) => {
      queryOf(NoQuery, request);
      return sent(await readMeeting(request.path.id ?? '', parts));
    },
    [`GET ${prefix}/meetings/{id}/coverage`]: async (request, parts) => {
      queryOf(NoQuery, request);
      const meeting = await findMeeting(meetingIn(request), parts);
      return madeResponse(await readMeetingCoverage({ meeting, at: request.at }, parts), audience);
    },
    [`GET ${prefix}/meetings/{id}/progress`]: async (request, parts) => {
      queryOf(NoQuery, request);
      const meeting = await findMeeting(meetingIn(request), parts);
      const isTold = (form: string) => audience === 'private' || isPublic(form, parts.catalog);
      return madeResponse(await readMeetingProgress({ meeting, isTold, at: request.at }, parts), audience);
    },
    [`GET ${prefix}/meetings/{id}/tasks`]: async (request, parts) => {
      queryOf(NoQuery, request);
      const frozen = await readFrozenTasks(meetingIn(request), parts);
      if (!frozen) throw new Refusal('not-found');
      return frozenDocumentResponse(frozen, audience);
    },
    [`GET ${prefix}/meetings/{id}/scorecards/{code}/{period}`]: (request, parts) =>
      frozenResponse('scorecard', request, parts, audience),
    [`GET ${prefix}/meetings/{id}/coverage/{code}/{period}`]: (request, parts) =>
      frozenResponse('coverage', request, parts, audience),
  };
}

/** Whether a form's figures are for everybody. */
function isPublic(form: string, { scorecards, forms }: Catalog): boolean {
  return publicForms({ scorecards: scorecards.values(), forms: forms.values() }).has(form);
}

/** The meeting in the path. @throws Refusal `not-found` when it can be none */
export function meetingIn(request: Request): string {
  const id = request.path.id ?? '';
  if (!v.is(Code, id)) throw new Refusal('not-found');
  return id;
}

async function frozenResponse(
  kind: RollupName['kind'],
  request: Request,
  parts: PublicParts,
  audience: Audience,
): Promise<Response> {
  queryOf(NoQuery, request);
  const { id: meeting = '', code = '', period = '' } = request.path;
  const document = await readFrozen({ meeting, name: { period, kind, code } }, parts);
  return frozenDocumentResponse(document, audience);
}

const caching: Record<Audience, string> = { public: 'public, max-age=10', private: 'private, no-cache' };

/** A document that was made ahead brings its digest, of which its ETags are made. */
export function frozenDocumentResponse({ gzip, etag }: FrozenDocument, audience: Audience): Response {
  return { word: 'found', status: 200, gzip, headers: { 'cache-control': caching[audience], etag } };
}

/** A document that was made for this request: compressed here, since API Gateway compresses nothing. */
export function madeResponse(document: object, audience: Audience): Response {
  const gzip = gzipSync(JSON.stringify(document));
  return { word: 'found', status: 200, gzip, headers: { 'cache-control': caching[audience] } };
}
