import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { log } from './log.ts';

/**
 * A Lambda handler for a queue that reports partial batch failures: a message that fails comes again, and
 * after its last try stands in the dead-letter queue; the others of its batch are done.
 * @param handle answers with a word of a closed list; throws to have the message again
 */
export function queueHandler(handle: (record: SQSRecord) => Promise<string>) {
  return async (event: SQSEvent): Promise<SQSBatchResponse> => {
    const failed: string[] = [];
    for (const record of event.Records) {
      try {
        log('info', await handle(record), { message: record.messageId });
      } catch (error) {
        log('error', 'fault', { message: record.messageId, error });
        failed.push(record.messageId);
      }
    }
    return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
  };
}
