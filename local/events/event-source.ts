import * as v from 'valibot';
import type { Access } from '../access/access.ts';
import type { FunctionPool } from '../lambda/function-pool.ts';
import type { Log } from '../log.ts';
import type { Received, Sqs } from '../services/sqs.ts';
import { nameOf, propertiesOf, type Resource, type Resources } from '../template/resources.ts';
import { TemplateError } from '../template/template-error.ts';
import { failedMessages, sqsEvent } from './sqs-event.ts';

const Mapping = v.object({
  EventSourceArn: v.string(),
  FunctionName: v.string(),
  Enabled: v.optional(v.boolean(), true),
  BatchSize: v.optional(v.number(), 10),
  MaximumBatchingWindowInSeconds: v.optional(v.number(), 0),
  ScalingConfig: v.optional(v.object({ MaximumConcurrency: v.optional(v.number()) })),
  FunctionResponseTypes: v.optional(v.array(v.picklist(['ReportBatchItemFailures'])), []),
  FilterCriteria: v.optional(v.never('event filters do not run here')),
});

/** Batches that one queue has under way at most, when its template says nothing. */
const defaultConcurrency = 5;
/** Messages that one receive gives at most (SQS quotas). */
const receiveLimit = 10;

export type EventSource = { stop: () => void };
type EventSourcePlace = {
  resources: Resources;
  functionOf: (arnOrName: string, asking: Resource) => FunctionPool;
  sqs: Sqs;
  access: Access;
  log: Log;
};

/**
 * Starts an event source mapping: takes messages from its queue in batches, calls its function, deletes
 * what succeeded. What failed stays in flight until its visibility ends, and comes again or goes to the
 * dead-letter queue.
 * @throws TemplateError when AWS would refuse the mapping
 */
export function startEventSource(resource: Resource, place: EventSourcePlace): EventSource {
  const mapping = propertiesOf(resource, Mapping);
  const pool = place.functionOf(mapping.FunctionName, resource);
  refuseShortVisibility(resource, place.resources, mapping.EventSourceArn, pool);
  refuseUnreadable(resource, place.access, mapping.EventSourceArn, pool);
  const limit = mapping.ScalingConfig?.MaximumConcurrency ?? defaultConcurrency;
  const underWay = new Set<Promise<void>>();
  let stopped = !mapping.Enabled;

  const deliver = async (batch: Received[]): Promise<void> => {
    const result = await pool.invoke(sqsEvent(mapping.EventSourceArn, batch));
    const failed = failedMessages(
      result,
      batch,
      mapping.FunctionResponseTypes.includes('ReportBatchItemFailures'),
    );
    const handlesOf = (isFailed: boolean) =>
      batch.flatMap(({ message, receiptHandle }) =>
        failed.has(message.messageId) === isFailed ? [receiptHandle] : [],
      );
    place.sqs.delete(mapping.EventSourceArn, handlesOf(false));
    // What was stopped under way is there again at the next start, at once.
    if (stopped) place.sqs.release(mapping.EventSourceArn, handlesOf(true));
    else if (failed.size > 0) {
      place.log(pool.spec.logicalId, 'platform', `${failed.size} of ${batch.length} messages failed`);
    }
  };
  const run = async (): Promise<void> => {
    while (!stopped) {
      if (underWay.size >= limit) await Promise.race(underWay);
      const batch = await collect(place.sqs, mapping, () => stopped);
      if (batch.length === 0) continue;
      const delivery = deliver(batch).finally(() => underWay.delete(delivery));
      underWay.add(delivery);
    }
  };
  run().catch((error) =>
    place.log('stack', 'stderr', `event source ${nameOf(resource)} ended: ${String(error)}`),
  );
  return {
    stop: () => {
      stopped = true;
    },
  };
}

/** One batch: full, or what came within the batching window after its first message. */
async function collect(sqs: Sqs, mapping: v.InferOutput<typeof Mapping>, stopped: () => boolean) {
  const take = (left: number, waitSeconds: number) =>
    sqs.receive(mapping.EventSourceArn, Math.min(left, receiveLimit), waitSeconds);
  const batch = await take(mapping.BatchSize, 20);
  const closesMs = Date.now() + mapping.MaximumBatchingWindowInSeconds * 1000;
  while (batch.length > 0 && batch.length < mapping.BatchSize && !stopped()) {
    const more = await take(mapping.BatchSize - batch.length, Math.max(0, closesMs - Date.now()) / 1000);
    if (more.length === 0) break;
    batch.push(...more);
  }
  return batch;
}

/** "Queue visibility timeout: … is less than Function timeout: …" is how Lambda refuses such a mapping. */
function refuseShortVisibility(
  resource: Resource,
  resources: Resources,
  arn: string,
  pool: FunctionPool,
): void {
  const queue = resources.byArn(arn);
  if (queue?.type !== 'AWS::SQS::Queue')
    throw new TemplateError(nameOf(resource), `${arn} is no queue of this template`);
  const visibility = Number(queue.properties.VisibilityTimeout ?? 30);
  if (visibility < pool.spec.timeoutSeconds) {
    throw new TemplateError(
      nameOf(resource),
      `queue visibility timeout of ${visibility} s is less than the function timeout of ${pool.spec.timeoutSeconds} s`,
    );
  }
}

/**
 * What Lambda does with a queue for a function, with the function's role ("Using Lambda with Amazon SQS",
 * execution role permissions): it refuses a mapping whose role may not.
 */
const polling = ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'];

function refuseUnreadable(resource: Resource, access: Access, queueArn: string, pool: FunctionPool): void {
  for (const action of polling) {
    const denial = access.judgeForLambda(pool.spec.arn, action, queueArn);
    if (denial !== undefined) throw new TemplateError(nameOf(resource), denial);
  }
}
