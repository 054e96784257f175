import * as v from 'valibot';
import { Refusal } from '../refusal.ts';
import { type SignParts, signSubmission } from '../submissions/sign-submission.ts';
import { submissionIdPattern } from '../submissions/submission.ts';
import { httpHandler, type Request } from './http.ts';
import { type Identify, signer } from './identity.ts';
import { bodyOf } from './request.ts';

/** The body of `POST /v1/submissions/{id}/sign`. */
const SignBody = v.strictObject({
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  explanations: v.optional(
    v.pipe(
      v.record(v.pipe(v.string(), v.maxLength(64)), v.string()),
      v.check((explanations) => Object.values(explanations).join('').length <= maxExplanation),
    ),
    {},
  ),
  replaces: v.pipe(v.number(), v.integer(), v.minValue(0)),
});

/** All explanations of one version together, in characters: they stay in the slot for good. */
const maxExplanation = 1000;

const notice = {
  vi: 'Đây là xác nhận của người phê duyệt trong hệ thống, không phải chữ ký số theo quy định của pháp luật.',
  en: "This is the approver's confirmation inside this service, not a legal digital signature.",
};

/** `POST /v1/submissions/{id}/sign`: the approver's confirmation, answered with a receipt. */
export function signHandler(parts: SignParts, identify: Identify) {
  return httpHandler(async (request) => {
    const who = signer(request);
    const body = bodyOf(SignBody, request);
    const ask = { id: submissionIdIn(request), who, at: request.at, request: body };
    const { word, receipt } = await signSubmission(ask, parts);
    return { word, status: 200, body: { ...receipt.slot, ...receipt.standing, notice } };
  }, identify);
}

/** The id in the path. @throws Refusal `not-found` when it cannot be one */
export function submissionIdIn(request: Request): string {
  const id = request.path.id ?? '';
  if (!submissionIdPattern.test(id)) throw new Refusal('not-found');
  return id;
}
