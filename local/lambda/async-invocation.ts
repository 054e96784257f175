import * as v from 'valibot';
import type { Access } from '../access/access.ts';
import type { Sqs } from '../services/sqs.ts';
import { propertiesOf, type Resources } from '../template/resources.ts';
import type { FunctionPool } from './function-pool.ts';
import type { InvocationResult } from './worker.ts';

const EventInvokeConfig = v.object({
  FunctionName: v.string(),
  MaximumRetryAttempts: v.optional(v.number(), 2),
  DestinationConfig: v.optional(v.object({ OnFailure: v.optional(v.object({ Destination: v.string() })) })),
});

/**
 * How an asynchronous call ended: `dead-lettered` when its last failure was kept in a queue, else `lost`;
 * `interrupted` when the stack was stopped meanwhile.
 */
export type AsyncOutcome = {
  outcome: 'succeeded' | 'dead-lettered' | 'lost' | 'interrupted';
  attempts: number;
};

/**
 * Calls a function as Lambda's asynchronous invocation does, which is how the Scheduler calls it: "By
 * default, Lambda retries … two more times"; then the event goes to the destination for failures and to
 * the function's dead-letter queue, and if there is neither it is gone. Each try has the request id of the first. The
 * waits between are left out.
 */
export async function invokeAsync(
  pool: FunctionPool,
  event: unknown,
  { resources, sqs, access, now }: { resources: Resources; sqs: Sqs; access: Access; now: () => string },
): Promise<AsyncOutcome> {
  const config = resources
    .list('AWS::Lambda::EventInvokeConfig')
    .map((resource) => propertiesOf(resource, EventInvokeConfig))
    .find(({ FunctionName }) => FunctionName === pool.spec.name || FunctionName === pool.spec.arn);
  const most = 1 + (config?.MaximumRetryAttempts ?? 2);
  let result: InvocationResult = await pool.invoke(event);
  let attempts = 1;
  for (; !result.ok && attempts < most; attempts += 1) {
    result = await pool.invoke(event, result.requestId || undefined);
  }
  if (result.ok) return { outcome: 'succeeded', attempts };
  if (pool.isStopped()) return { outcome: 'interrupted', attempts };
  const destination = config?.DestinationConfig?.OnFailure?.Destination;
  const failure = JSON.parse(result.payload) as { errorMessage?: string };
  if (destination !== undefined) sqs.send(destination, failureRecord(pool, event, result, attempts, now()));
  if (pool.spec.deadLetterArn !== undefined) {
    // That its role allows this was seen when the function was made.
    access.judgeForLambda(pool.spec.arn, 'sqs:SendMessage', pool.spec.deadLetterArn);
    sqs.send(pool.spec.deadLetterArn, JSON.stringify(event), {
      RequestID: { DataType: 'String', StringValue: result.requestId || 'none' },
      ErrorCode: { DataType: 'Number', StringValue: '200' },
      ErrorMessage: { DataType: 'String', StringValue: (failure.errorMessage ?? 'unknown').slice(0, 1024) },
    });
  }
  const isKept = destination !== undefined || pool.spec.deadLetterArn !== undefined;
  return { outcome: isKept ? 'dead-lettered' : 'lost', attempts };
}

/** The record that a failure destination gets ("Capturing records of Lambda asynchronous invocations"). */
function failureRecord(
  pool: FunctionPool,
  event: unknown,
  result: InvocationResult,
  attempts: number,
  at: string,
): string {
  return JSON.stringify({
    version: '1.0',
    timestamp: at,
    requestContext: {
      requestId: result.requestId,
      functionArn: `${pool.spec.arn}:$LATEST`,
      condition: 'RetriesExhausted',
      approximateInvokeCount: attempts,
    },
    requestPayload: event,
    responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
    responsePayload: JSON.parse(result.payload),
  });
}
