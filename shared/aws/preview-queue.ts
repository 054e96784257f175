import { SendMessageBatchCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { PreviewMessage } from '../publishing/draft-catalog.ts';

/** As many messages as SQS takes at once. */
const batchLimit = 10;

/** Asks for standing files to be read again under a draft, by messages. */
export function previewQueue(client: SQSClient, url: string) {
  return async (messages: readonly PreviewMessage[]): Promise<void> => {
    for (let from = 0; from < messages.length; from += batchLimit) {
      const batch = messages.slice(from, from + batchLimit);
      const Entries = batch.map((message, index) => ({
        Id: String(index),
        MessageBody: JSON.stringify(message),
      }));
      const { Failed = [] } = await client.send(new SendMessageBatchCommand({ QueueUrl: url, Entries }));
      // Whoever asks is asked again: a message that is sent twice changes nothing.
      if (Failed.length > 0) throw new Error(`queue: ${Failed.length} messages were not taken`);
    }
  };
}
