import * as v from 'valibot';
import { mostExplained } from '../submissions/reason.ts';
import { type SignParts, signSubmission } from '../submissions/sign-submission.ts';
import { rightsFor } from '../submissions/succession.ts';
import { type Entrance, httpHandler } from './http.ts';
import { signer } from './identity.ts';
import { bodyOf, NoQuery, queryOf } from './request.ts';
import { submissionIdIn } from './submission-id.ts';
import { ReasonText, text } from './work-bodies.ts';

/** The body of `POST /v1/submissions/{id}/sign`. */
const SignBody = v.strictObject({
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  explanations: v.optional(
    v.pipe(
      v.record(v.pipe(v.string(), v.maxLength(64)), v.union([v.literal(''), text(mostExplained)])),
      v.check((explanations) => Object.values(explanations).join('').length <= mostExplained),
    ),
    {},
  ),
  replaces: v.pipe(v.number(), v.integer(), v.minValue(0)),
  why: v.optional(ReasonText, ''),
});

/** `POST /v1/submissions/{id}/sign`: the approver's confirmation, answered with a receipt. */
export function signHandler(given: SignParts, entrance: Entrance) {
  const parts = { ...given, catalogs: entrance.catalogs };
  return httpHandler(async (request, catalog) => {
    queryOf(NoQuery, request);
    const signing = signer(request);
    const body = bodyOf(SignBody, request);
    const id = submissionIdIn(request);
    const ask = { id, who: await rightsFor(signing, { ...parts, catalog }), at: request.at, request: body };
    const { word, receipt } = await signSubmission(ask, parts);
    return { word, status: 200, body: receipt };
  }, entrance);
}
