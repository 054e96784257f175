import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { SignParts } from '../submissions/sign-submission.ts';

/** Asks for a period's aggregation by a message. */
export function aggregationQueue(client: SQSClient, url: string): SignParts['askAggregation'] {
  return async ({ form, period }) => {
    await client.send(
      new SendMessageCommand({ QueueUrl: url, MessageBody: JSON.stringify({ form, period }) }),
    );
  };
}
