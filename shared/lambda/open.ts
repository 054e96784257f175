import { createHash, randomUUID } from 'node:crypto';
import * as v from 'valibot';
import { openNilReturn } from '../submissions/nil-return.ts';
import { type OpenParts, openSubmission } from '../submissions/open-submission.ts';
import { reissueTicket } from '../submissions/reissue-ticket.ts';
import { mostReportBytes } from '../submissions/report-file.ts';
import { rightsFor } from '../submissions/succession.ts';
import { FileBytes, FileName, requireSize } from './file-fields.ts';
import { type Entrance, httpHandler, type Request, type Response } from './http.ts';
import { signedIn } from './identity.ts';
import { bodyOf, Code, idempotencyKeyIn, NoQuery, queryOf } from './request.ts';
import { submissionIdIn } from './submission-id.ts';
import { ReasonText } from './work-bodies.ts';

const contentTypes = [
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.ms-excel.sheet.macroEnabled.12',
  'application/vnd.ms-excel',
  'text/csv',
  'text/tab-separated-values',
  'text/plain',
  'application/octet-stream',
] as const;

/** The body of `POST /v1/submissions`. */
const OpenBody = v.strictObject({
  unit: Code,
  form: Code,
  period: Code,
  fileName: FileName,
  bytes: FileBytes,
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  contentType: v.picklist(contentTypes),
});

/** The body of `POST /v1/submissions/nil`: nothing to report, and why. */
const NilBody = v.strictObject({ unit: Code, form: Code, period: Code, why: ReasonText });

type Answer = (request: Request, parts: OpenParts) => Promise<Response>;

/** How a submission begins, by route. */
const answers: Readonly<Record<string, Answer>> = {
  'POST /v1/submissions': async (request, parts) => {
    queryOf(NoQuery, request);
    const who = await rightsFor(signedIn(request), parts);
    const body = bodyOf(OpenBody, request);
    requireSize(body.bytes, mostReportBytes);
    const ask = { id: idOf(request, who.subject), who, at: request.at, request: body };
    const { word, id, slot, ticket } = await openSubmission(ask, parts);
    return { word, status: word === 'opened' ? 201 : 200, body: { id, ...slot, upload: ticket } };
  },
  'POST /v1/submissions/nil': async (request, parts) => {
    queryOf(NoQuery, request);
    const who = await rightsFor(signedIn(request), parts);
    const body = bodyOf(NilBody, request);
    const ask = { id: idOf(request, who.subject), who, at: request.at, request: body };
    const { word, id, slot, sha256, statement } = await openNilReturn(ask, parts);
    return { word, status: word === 'opened' ? 201 : 200, body: { id, ...slot, sha256, statement } };
  },
  'POST /v1/submissions/{id}/ticket': async (request, parts) => {
    queryOf(NoQuery, request);
    const id = submissionIdIn(request);
    const ask = { id, who: await rightsFor(signedIn(request), parts) };
    const { word, slot, ticket } = await reissueTicket(ask, parts);
    return { word, status: 200, body: { id, ...slot, upload: ticket } };
  },
};

/** `POST /v1/submissions` and `…/{id}/ticket`: a ticket for one file; `…/nil`: a nil return, which has none. */
export function openHandler(parts: Omit<OpenParts, 'catalog'>, entrance: Entrance) {
  return httpHandler((request, catalog) => {
    const answer = answers[request.route];
    if (!answer) throw new Error(`no answer for the route ${request.route}`);
    return answer(request, { ...parts, catalog });
  }, entrance);
}

/**
 * The submission's id: made from the person and the Idempotency-Key, so that asking again finds the same
 * one; random where no key was sent.
 */
function idOf(request: Request, subject: string): string {
  const key = idempotencyKeyIn(request);
  if (key === null) return randomUUID().replaceAll('-', '');
  return createHash('sha256')
    .update(JSON.stringify([subject, key]))
    .digest('hex')
    .slice(0, 32);
}
