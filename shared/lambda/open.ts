import { createHash, randomUUID } from 'node:crypto';
import * as v from 'valibot';
import { Refusal } from '../refusal.ts';
import { type OpenParts, openSubmission } from '../submissions/open-submission.ts';
import { httpHandler, type Request } from './http.ts';
import { type Identify, signedIn } from './identity.ts';
import { bodyOf, Code } from './request.ts';

/** The largest file that is taken: 150 MB, a million rows of text. */
const maxBytes = 150_000_000;

const contentTypes = [
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.ms-excel.sheet.macroEnabled.12',
  'application/vnd.ms-excel',
  'text/csv',
  'text/tab-separated-values',
  'text/plain',
  'application/octet-stream',
] as const;

/** The body of `POST /v1/submissions`. The file's name is data: it never stands in a key. */
const OpenBody = v.strictObject({
  unit: Code,
  form: Code,
  period: Code,
  fileName: v.pipe(v.string(), v.minLength(1), v.maxLength(255), v.regex(/^[^\p{Cc}\p{Cs}]+$/u)),
  bytes: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(maxBytes)),
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  contentType: v.picklist(contentTypes),
});

/** `POST /v1/submissions`: a ticket for one file. */
export function openHandler(parts: OpenParts, identify: Identify) {
  return httpHandler(async (request) => {
    const who = signedIn(request);
    const body = bodyOf(OpenBody, request);
    const ask = { id: idOf(request, who.subject), who, at: request.at, request: body };
    const { word, id, slot, ticket } = await openSubmission(ask, parts);
    return { word, status: word === 'opened' ? 201 : 200, body: { id, ...slot, upload: ticket } };
  }, identify);
}

/**
 * The submission's id: made from the person and the Idempotency-Key, so that asking again finds the same
 * one; random where no key was sent.
 */
function idOf(request: Request, subject: string): string {
  const key = request.headers['idempotency-key'];
  if (key === undefined) return randomUUID().replaceAll('-', '');
  if (!/^[\x21-\x7e]{1,128}$/.test(key)) {
    throw new Refusal('parameter-malformed', [{ field: 'Idempotency-Key', fault: 'malformed' }]);
  }
  return createHash('sha256')
    .update(JSON.stringify([subject, key]))
    .digest('hex')
    .slice(0, 32);
}
