import { SendMessageBatchCommand, type SQSClient } from '@aws-sdk/client-sqs';

/** As many messages as SQS takes at once. */
const batchLimit = 10;

/**
 * Sends many messages to a queue, each as JSON.
 * @throws Error where any was not taken: whoever asks is asked again, and a message that is sent twice changes nothing
 */
export function sendBatches(client: SQSClient, url: string) {
  return async (messages: readonly object[]): Promise<void> => {
    for (let from = 0; from < messages.length; from += batchLimit) {
      const batch = messages.slice(from, from + batchLimit);
      const Entries = batch.map((message, index) => ({
        Id: String(index),
        MessageBody: JSON.stringify(message),
      }));
      const { Failed = [] } = await client.send(new SendMessageBatchCommand({ QueueUrl: url, Entries }));
      if (Failed.length > 0) throw new Error(`queue: ${Failed.length} messages were not taken`);
    }
  };
}
