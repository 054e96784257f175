import * as v from 'valibot';
import type { BriefingKind } from '../briefing/briefing-name.ts';
import { type BriefingParts, briefingLocation, readBriefing } from '../briefing/keep-briefing.ts';
import { requireCentre } from '../submissions/rights.ts';
import { type Entrance, httpHandler, type Request, type Response } from './http.ts';
import { signedIn } from './identity.ts';
import { NoQuery, queryOf } from './request.ts';

const FileQuery = v.strictObject({ lang: v.optional(v.picklist(['vi', 'en']), 'vi') });

type Answer = (request: Request, parts: BriefingParts) => Promise<Response>;

const answers: Readonly<Record<string, Answer>> = {
  'GET /v1/meetings/{id}/briefing': async (request, parts) => {
    queryOf(NoQuery, request);
    const body = await readBriefing(request.path.id ?? '', parts);
    return { word: 'found', status: 200, body, headers: { 'cache-control': 'private, no-cache' } };
  },
  'GET /v1/meetings/{id}/briefing.html': fileAnswer('html'),
  'GET /v1/meetings/{id}/briefing.docx': fileAnswer('docx'),
  'GET /v1/meetings/{id}/briefing.xlsx': fileAnswer('xlsx'),
  'GET /v1/meetings/{id}/briefing.csv': fileAnswer('csv'),
};

/** Files never pass through the API: a redirect to a signed GET. */
function fileAnswer(kind: BriefingKind): Answer {
  return async (request, parts) => {
    const { lang } = queryOf(FileQuery, request);
    const ask = { meeting: request.path.id ?? '', kind, language: lang };
    const { word, location } = await briefingLocation(ask, parts);
    return { word, status: 302, headers: { location } };
  };
}

/**
 * `GET /v1/meetings/{id}/briefing…`: for the centre alone. It tells of every unit who replaced and withdrew what, and
 * why; to whom else the document goes, the secretariat decides.
 */
export function briefingHandler(parts: Omit<BriefingParts, 'catalogs'>, entrance: Entrance) {
  const { catalogs } = entrance;
  return httpHandler(async (request) => {
    requireCentre(signedIn(request));
    const answer = answers[request.route];
    if (!answer) throw new Error(`no answer for the route ${request.route}`);
    return answer(request, { ...parts, catalogs });
  }, entrance);
}
