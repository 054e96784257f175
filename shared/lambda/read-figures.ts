import * as v from 'valibot';
import { gatherRound } from '../aggregation/gather-round.ts';
import type { Catalogs } from '../catalog/catalogs.ts';
import type { Sources } from '../observations/observation.ts';
import { readCarried } from '../query/read-carried.ts';
import { readCarriedArea } from '../query/read-carried-area.ts';
import { readHistory } from '../query/read-history.ts';
import { readLineage, readObservations } from '../query/read-lineage.ts';
import { type RollupParts, readCoverage, readIndicator, readScorecard } from '../query/read-rollup.ts';
import { requireCentre } from '../submissions/rights.ts';
import type { SubmissionStore } from '../submissions/store.ts';
import { rightsFor } from '../submissions/succession.ts';
import { asOfAsked, Instant } from './as-of.ts';
import type { Request, Response } from './http.ts';
import { signedIn } from './identity.ts';
import { madeResponse } from './read-public.ts';
import { Code, queryOf } from './request.ts';
import { basis } from './series-query.ts';

export type FigureParts = RollupParts & {
  catalogs: Catalogs;
  submissions: SubmissionStore;
  sources(id: string): Promise<Sources>;
};
type Answer = (request: Request, parts: FigureParts) => Promise<Response>;

const asOf = v.optional(Instant);
const Slot = { unit: Code, form: Code, period: Code };

/** Figures, on either map and as they stood at any moment, for who has a token. */
export const figureAnswers: Readonly<Record<string, Answer>> = {
  'GET /v1/observations': async (request, parts) => {
    const Query = v.strictObject({ ...Slot, area: v.optional(Code), basis, asOf });
    const { asOf: asked, basis: on, ...slot } = queryOf(Query, request);
    const who = await rightsFor(signedIn(request), parts);
    if (on === 'as-reported') {
      const { instant, catalog } = await asOfAsked(asked, request, parts);
      return found(await readObservations({ ...slot, who, asOf: instant }, { ...parts, catalog }));
    }
    const { area, ...whole } = slot;
    if (area !== undefined) {
      const { instant, catalog } = await asOfAsked(asked, request, parts);
      const of = { ...slot, area, who, asOf: instant, at: request.at };
      return found(await readCarriedArea(of, { ...parts, catalog }));
    }
    const past = await pastOf(asked, request, parts);
    return found(await readCarried({ ...whole, ...past.ask, who }, past.parts));
  },
  'GET /v1/lineage': async (request, parts) => {
    const Query = v.strictObject({ ...Slot, indicator: Code, area: v.optional(Code), asOf });
    const { asOf: asked, ...figure } = queryOf(Query, request);
    const who = await rightsFor(signedIn(request), parts);
    const { instant, catalog } = await asOfAsked(asked, request, parts);
    return found(await readLineage({ ...figure, who, asOf: instant }, { ...parts, catalog }));
  },
  'GET /v1/history': async (request, parts) => {
    const Query = v.strictObject({ ...Slot, indicator: Code, area: v.optional(Code) });
    const figure = queryOf(Query, request);
    const who = await rightsFor(signedIn(request), parts);
    return found(await readHistory({ ...figure, who }, parts));
  },
  'GET /v1/rollups/{period}': async (request, parts) => {
    const Query = v.strictObject({ form: Code, indicator: Code, basis, asOf });
    const { asOf: asked, ...query } = queryOf(Query, request);
    const past = await pastOf(asked, request, parts);
    const period = request.path.period ?? '';
    return made(await readIndicator({ ...query, ...past.ask, period }, past.parts));
  },
  'GET /v1/periods/{period}/coverage': async (request, parts) => {
    const { asOf: asked, ...query } = queryOf(v.strictObject({ form: Code, basis, asOf }), request);
    const past = await pastOf(asked, request, parts);
    const period = request.path.period ?? '';
    return made(await readCoverage({ ...query, ...past.ask, period }, past.parts));
  },
  'GET /v1/scorecards/{code}/{period}': async (request, parts) => {
    const { asOf: asked, ...query } = queryOf(v.strictObject({ basis, asOf }), request);
    const past = await pastOf(asked, request, parts);
    const { code: scorecard = '', period = '' } = request.path;
    return made(await readScorecard({ ...query, ...past.ask, scorecard, period }, past.parts));
  },
};

/**
 * What a question about rounds needs to be answered as of a moment. A round is every unit's, and so is what was
 * replaced or withdrawn in it: the centre alone may go back. Of its own figures a unit may, as they were reported.
 * @throws Refusal `not-allowed`, `as-of-in-future`
 */
async function pastOf(asked: string | undefined, request: Request, parts: FigureParts) {
  if (asked !== undefined) requireCentre(signedIn(request));
  const { instant, catalog } = await asOfAsked(asked, request, parts);
  const given = { ...parts, catalog };
  const gather = (ask: Parameters<typeof gatherRound>[0]) => gatherRound(ask, given);
  return { ask: { asOf: instant === null ? null : { instant, gather }, at: request.at }, parts: given };
}

function made(document: object): Response {
  return madeResponse(document, 'private');
}

function found(body: object): Response {
  return { word: 'found', status: 200, body, headers: { 'cache-control': 'private, no-store' } };
}
