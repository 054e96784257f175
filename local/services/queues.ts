import * as v from 'valibot';
import { propertiesOf, type Resource } from '../template/resources.ts';
import type { Sqs } from './sqs.ts';

const scalar = v.optional(v.union([v.number(), v.string(), v.boolean()]));
const Queue = v.object({
  VisibilityTimeout: scalar,
  DelaySeconds: scalar,
  MaximumMessageSize: scalar,
  MessageRetentionPeriod: scalar,
  ReceiveMessageWaitTimeSeconds: scalar,
  FifoQueue: scalar,
  ContentBasedDeduplication: scalar,
  RedrivePolicy: v.optional(v.object({ deadLetterTargetArn: v.string(), maxReceiveCount: v.number() })),
});

/** Makes the queues of the template, or finds them again, with the attributes that the template gives. */
export function createQueues(sqs: Sqs, queues: readonly Resource[]): void {
  for (const queue of queues) {
    const { RedrivePolicy, ...settings } = propertiesOf(queue, Queue);
    const attributes = Object.entries(settings)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, String(value)]);
    if (RedrivePolicy) attributes.push(['RedrivePolicy', JSON.stringify(RedrivePolicy)]);
    sqs.createQueue(queue.arn ?? '', Object.fromEntries(attributes));
  }
}
