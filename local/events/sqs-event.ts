import * as v from 'valibot';
import type { InvocationResult } from '../lambda/worker.ts';
import type { Received } from '../services/sqs.ts';
import { account, region } from '../template/place.ts';

/** The event that a function gets for a batch of messages, in Lambda's own shape. */
export function sqsEvent(queueArn: string, batch: readonly Received[]) {
  return {
    Records: batch.map(({ receiptHandle, message }) => ({
      messageId: message.messageId,
      receiptHandle,
      body: message.body,
      attributes: {
        ApproximateReceiveCount: String(message.approximateReceiveCount),
        SentTimestamp: String(message.sentTimestamp),
        SenderId: account,
        ApproximateFirstReceiveTimestamp: String(
          message.approximateFirstReceiveTimestamp ?? message.sentTimestamp,
        ),
        ...(message.messageGroupId === undefined ? {} : { MessageGroupId: message.messageGroupId }),
        ...(message.sequenceNumber === undefined ? {} : { SequenceNumber: message.sequenceNumber }),
      },
      messageAttributes: Object.fromEntries(
        Object.entries(message.messageAttributes).map(([name, { DataType, StringValue, BinaryValue }]) => [
          name,
          {
            ...(StringValue === undefined ? {} : { stringValue: StringValue }),
            ...(BinaryValue === undefined ? {} : { binaryValue: String(BinaryValue) }),
            stringListValues: [],
            binaryListValues: [],
            dataType: DataType,
          },
        ]),
      ),
      md5OfBody: message.md5OfBody,
      eventSource: 'aws:sqs',
      eventSourceARN: queueArn,
      awsRegion: region,
    })),
  };
}

const BatchResponse = v.nullable(
  v.object({
    batchItemFailures: v.nullish(v.array(v.object({ itemIdentifier: v.pipe(v.string(), v.minLength(1)) }))),
  }),
);

/**
 * The messages of a batch that failed. "Lambda treats a batch as a complete failure if your function
 * throws an exception, returns an empty or null itemIdentifier or one with a bad key name, or an
 * identifier of a message that does not exist; as a complete success if it returns an empty or null
 * list or response" (Lambda Developer Guide, "Implementing partial batch responses").
 * @param partial whether the mapping asked for `ReportBatchItemFailures`
 */
export function failedMessages(
  result: InvocationResult,
  batch: readonly Received[],
  partial: boolean,
): Set<string> {
  const all = new Set(batch.map(({ message }) => message.messageId));
  if (!result.ok) return all;
  if (!partial) return new Set();
  const answer = v.safeParse(BatchResponse, JSON.parse(result.payload));
  if (!answer.success) return all;
  const failed = (answer.output?.batchItemFailures ?? []).map(({ itemIdentifier }) => itemIdentifier);
  return failed.every((id) => all.has(id)) ? new Set(failed) : all;
}
