import * as v from 'valibot';
import { attachmentOfEvidence, submissionOfUpload } from '../aws/keys.ts';
import {
  type Arrival,
  type NormaliseParts,
  normaliseSubmission,
} from '../normalisation/normalise-submission.ts';
import { receiveEvidence } from '../submissions/receive-submission.ts';
import { log } from './log.ts';
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

/** Uploads → observations: each message is one put of one file. Evidence is noted and not read. */
export function normaliseHandler(parts: Omit<NormaliseParts, 'catalog'>) {
  const unmarked = (error: unknown) => log('error', 'unmarked', { error });
  return queueHandler(async (record) => {
    const message: unknown = JSON.parse(record.body);
    if (isTestEvent(message)) return 'test-event';
    const words: string[] = [];
    const told = { ...parts, unmarked, catalog: await parts.catalogs.current(null) };
    for (const arrival of arrivalsIn(message)) words.push(await arrive(arrival, told));
    return words.join(' ');
  });
}

function arrive(arrival: Arrival & { evidence?: number }, parts: NormaliseParts): Promise<string> {
  const { evidence: number, id, bytes, at } = arrival;
  if (number === undefined) return normaliseSubmission(arrival, parts);
  return receiveEvidence({ id, number, bytes, at }, parts.submissions);
}

/** S3 sends one when a notification is set up; it names no object. */
function isTestEvent(message: unknown): boolean {
  return v.is(v.object({ Event: v.literal('s3:TestEvent') }), message);
}

/** @throws Error when the message is not S3's, or its key none of ours */
function arrivalsIn(message: unknown): (Arrival & { evidence?: number })[] {
  return v.parse(S3Message, message).Records.map(({ eventTime, s3: { object } }) => {
    const key = decodeURIComponent(object.key.replaceAll('+', ' '));
    const at = new Date(eventTime).toISOString();
    const arrival = { bytes: object.size, versionId: object.versionId ?? null, at };
    const id = submissionOfUpload(key);
    if (id !== undefined) return { ...arrival, id };
    const evidence = attachmentOfEvidence(key);
    if (!evidence) throw new Error('an object was put under a key that is none of ours');
    return { ...arrival, id: evidence.id, evidence: evidence.number };
  });
}
