import * as v from 'valibot';
import { submissionOfUpload } from '../aws/keys.ts';
import {
  type Arrival,
  type NormaliseParts,
  normaliseSubmission,
} from '../normalisation/normalise-submission.ts';
import { queueHandler } from './queue.ts';

/** S3's own notification, as far as it is used. */
const S3Message = v.object({
  Records: v.array(
    v.object({
      eventName: v.string(),
      eventTime: v.string(),
      s3: v.object({
        object: v.object({ key: v.string(), size: v.number(), versionId: v.optional(v.string()) }),
      }),
    }),
  ),
});

/** Uploads → observations: each message is one put of one file. */
export function normaliseHandler(parts: NormaliseParts) {
  return queueHandler(async (record) => {
    const message: unknown = JSON.parse(record.body);
    if (isTestEvent(message)) return 'test-event';
    const words: string[] = [];
    for (const arrival of arrivalsIn(message)) words.push(await normaliseSubmission(arrival, parts));
    return words.join(' ');
  });
}

/** S3 sends one when a notification is set up; it names no object. */
function isTestEvent(message: unknown): boolean {
  return v.is(v.object({ Event: v.literal('s3:TestEvent') }), message);
}

/** @throws Error when the message is not S3's, or its key none of ours */
function arrivalsIn(message: unknown): Arrival[] {
  return v.parse(S3Message, message).Records.map(({ eventTime, s3: { object } }) => {
    const id = submissionOfUpload(decodeURIComponent(object.key.replaceAll('+', ' ')));
    if (id === undefined) throw new Error('an object was put under a key that is none of ours');
    const at = new Date(eventTime).toISOString();
    return { id, bytes: object.size, versionId: object.versionId ?? null, at };
  });
}
