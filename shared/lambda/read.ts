import * as v from 'valibot';
import { findingsCsv } from '../normalisation/findings-csv.ts';
import type { Report } from '../normalisation/report.ts';
import { readAttachment, readReceipt } from '../query/read-attachment.ts';
import { type ChainParts, readChain } from '../query/read-chain.ts';
import { readSlotContext } from '../query/read-context.ts';
import { readRestatement } from '../query/read-frozen.ts';
import { readMeeting } from '../query/read-meeting.ts';
import { listSubmissions, readFindings, readSubmission } from '../query/read-submission.ts';
import { besides, readSubmissionFigures } from '../query/read-submission-figures.ts';
import { readTemplate } from '../query/read-template.ts';
import { readWork } from '../query/read-work.ts';
import { readWorkbook } from '../query/read-workbook.ts';
import { Refusal } from '../refusal.ts';
import { readOnePerson } from '../submissions/one-person.ts';
import { requireCentre } from '../submissions/rights.ts';
import { readSuccession, rightsFor } from '../submissions/succession.ts';
import { type Entrance, httpHandler, type Request, type Response } from './http.ts';
import { signedIn } from './identity.ts';
import { type FigureParts, figureAnswers } from './read-figures.ts';
import {
  frozenDocumentResponse,
  madeResponse,
  meetingIn,
  type PublicParts,
  publishedRoutes,
} from './read-public.ts';
import { type TaskReadParts, taskReadAnswers } from './read-tasks.ts';
import { Code, NoQuery, queryOf } from './request.ts';
import { submissionIdIn } from './submission-id.ts';

export type ReadParts = PublicParts &
  FigureParts &
  Pick<TaskReadParts, 'tasks'> &
  Pick<ChainParts, 'keptDocuments' | 'keptPages' | 'fileAt' | 'contextAt'> & {
    report(id: string): Promise<Report>;
    /** A short-lived URL of a snapshot: files never pass through the API. */
    signSnapshot(hash: string): Promise<string>;
    /** A short-lived URL of a submission's marked workbook, to be kept under this name. */
    signMarkedGet(id: string, fileName: string): Promise<string>;
    /** A short-lived URL of an evidence file, to be kept under its original name. */
    signEvidenceGet(id: string, number: number, fileName: string): Promise<string>;
  };

const Slot = { unit: Code, form: Code, period: Code };
const ListQuery = v.strictObject({
  ...Slot,
  limit: v.optional(
    v.pipe(v.string(), v.regex(/^\d{1,3}$/), v.transform(Number), v.minValue(1), v.maxValue(100)),
    '20',
  ),
  after: v.optional(v.pipe(v.string(), v.maxLength(200), v.regex(/^[0-9TZ:.#a-f-]+$/))),
});

const WorkQuery = v.strictObject({ form: Code, period: Code, after: v.optional(Code) });

const FindingsQuery = v.strictObject({ format: v.optional(v.picklist(['json', 'csv']), 'json') });

type Answer = (request: Request, parts: ReadParts) => Promise<Response>;

/** The authorised reads, by route. What is published is read here too, with a token. */
const answers: Readonly<Record<string, Answer>> = {
  ...figureAnswers,
  ...taskReadAnswers,
  'GET /v1/submissions': async (request, parts) => {
    const { limit, after = null, ...slot } = queryOf(ListQuery, request);
    return found(
      await listSubmissions({ ...slot, limit, after, who: await rightsOf(request, parts) }, parts),
    );
  },
  'GET /v1/submissions/{id}': async (request, parts) => {
    queryOf(NoQuery, request);
    return found(await readSubmission(submissionIdIn(request), await rightsOf(request, parts), parts));
  },
  'GET /v1/submissions/{id}/findings': async (request, parts) => {
    const { format } = queryOf(FindingsQuery, request);
    const id = submissionIdIn(request);
    const findings = await readFindings(id, await rightsOf(request, parts), parts);
    return format === 'csv' ? foundCsv(findingsCsv(findings), `findings-${id}.csv`) : found(findings);
  },
  'GET /v1/submissions/{id}/figures': async (request, parts) => {
    const { beside = null } = queryOf(v.strictObject({ beside: v.optional(v.picklist(besides)) }), request);
    const ask = { id: submissionIdIn(request), who: await rightsOf(request, parts), beside };
    // Nobody has signed them yet: no browser keeps them, as it keeps no findings.
    return { ...madeResponse(await readSubmissionFigures(ask, parts), 'private'), headers: unkept };
  },
  'GET /v1/submissions/{id}/workbook': async (request, parts) => {
    queryOf(NoQuery, request);
    const location = await readWorkbook(
      { id: submissionIdIn(request), who: await rightsOf(request, parts) },
      parts,
    );
    return { word: 'redirected', status: 302, headers: { location } };
  },
  'GET /v1/submissions/{id}/receipt': async (request, parts) => {
    queryOf(NoQuery, request);
    return found(
      await readReceipt({ id: submissionIdIn(request), who: await rightsOf(request, parts) }, parts),
    );
  },
  'GET /v1/submissions/{id}/attachments/{n}': async (request, parts) => {
    queryOf(NoQuery, request);
    const number = numberIn(request);
    const location = await readAttachment(
      { id: submissionIdIn(request), who: await rightsOf(request, parts), number },
      parts,
    );
    return { word: 'redirected', status: 302, headers: { location } };
  },
  'GET /v1/work': async (request, parts) => {
    const { after = null, ...asked } = queryOf(WorkQuery, request);
    const ask = { ...asked, after, who: await rightsOf(request, parts), at: request.at };
    return found(await readWork(ask, parts));
  },
  'GET /v1/forms/{form}/template.xlsx': async (request, parts) => {
    const { unit, period } = queryOf(v.strictObject({ unit: Code, period: Code }), request);
    const form = request.path.form ?? '';
    const file = await readTemplate({ unit, form, period, who: await rightsOf(request, parts) }, parts);
    return { word: 'found', status: 200, workbook: file, headers: unkept };
  },
  'GET /v1/contexts/{unit}/{form}/{period}': async (request, parts) => {
    queryOf(NoQuery, request);
    const { unit = '', form = '', period = '' } = request.path;
    const ask = { unit, form, period, who: await rightsOf(request, parts), at: request.at };
    return found(await readSlotContext(ask, parts));
  },
  'GET /v1/units/{unit}/one-person': async (request, parts) => {
    queryOf(NoQuery, request);
    return found(await readOnePerson(request.path.unit ?? '', signedIn(request), parts));
  },
  'GET /v1/units/{unit}/succession': async (request, parts) => {
    queryOf(NoQuery, request);
    return found(await readSuccession(request.path.unit ?? '', signedIn(request), parts));
  },
  'GET /v1/meetings/{id}/restatement': async (request, parts) => {
    queryOf(NoQuery, request);
    // What was replaced and withdrawn, and why, is no other unit's to see.
    requireCentre(signedIn(request));
    const told = await readRestatement(meetingIn(request), parts);
    return 'gzip' in told ? frozenDocumentResponse(told, 'private') : madeResponse(told, 'private');
  },
  'GET /v1/meetings/{id}/chain': async (request, parts) => {
    const { after = null } = queryOf(v.strictObject({ after: v.optional(Code) }), request);
    requireCentre(signedIn(request));
    // Gzip for who takes it; the answer's limit is met by what is in it, before that.
    return found(await readChain({ meeting: meetingIn(request), after }, parts));
  },
  'GET /v1/meetings/{id}/snapshot': async (request, parts) => {
    queryOf(NoQuery, request);
    // The whole object has the restatement in it.
    requireCentre(signedIn(request));
    const { snapshot } = await readMeeting(request.path.id ?? '', parts);
    if (!snapshot) throw new Refusal('not-found');
    const location = await parts.signSnapshot(snapshot.hash);
    return { word: 'redirected', status: 302, headers: { location } };
  },
};

/** `GET /v1/…` with a token. */
export function readHandler(parts: Omit<ReadParts, 'catalog' | 'catalogs'>, entrance: Entrance) {
  const { catalogs } = entrance;
  const published = publishedRoutes('/v1', 'private');
  return httpHandler(async (request, catalog) => {
    signedIn(request);
    const answer = answers[request.route] ?? published[request.route];
    if (!answer) throw new Error(`no answer for the route ${request.route}`);
    return answer(request, { ...parts, catalog, catalogs });
  }, entrance);
}

/** Who asks, with their rights of succession: once for each request that is about a unit's slots. */
function rightsOf(request: Request, parts: ReadParts) {
  return rightsFor(signedIn(request), parts);
}

/** The number in the path. @throws Refusal `not-found` when it cannot be one */
function numberIn(request: Request): number {
  const text = request.path.n ?? '';
  if (!/^[1-9]\d{0,2}$/.test(text)) throw new Refusal('not-found');
  return Number(text);
}

/** No cache keeps the answer. */
const unkept = { 'cache-control': 'private, no-store' };

function found(body: object): Response {
  return { word: 'found', status: 200, body, headers: unkept };
}

/** @param fileName of letters, digits and `.-` only */
function foundCsv(text: string, fileName: string): Response {
  const headers = {
    ...unkept,
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${fileName}"`,
  };
  return { word: 'found', status: 200, text, headers };
}
