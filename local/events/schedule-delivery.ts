import { randomUUID } from 'node:crypto';
import type { Access } from '../access/access.ts';
import type { BusinessClock } from '../clock.ts';
import { type AsyncOutcome, invokeAsync } from '../lambda/async-invocation.ts';
import type { Functions } from '../lambda/functions.ts';
import type { Sqs } from '../services/sqs.ts';
import type { Resources } from '../template/resources.ts';
import { roleAllows } from '../template/role.ts';
import { instant, type Schedule } from './schedule.ts';

export type DeliveryPlace = {
  resources: Resources;
  functions: Functions;
  sqs: Sqs;
  access: Access;
  clock: BusinessClock;
};

/**
 * Hands a schedule to its target. A delivery that fails (the role may not call the function, the input
 * is no JSON) is tried again by the schedule's own policy and then goes to the schedule's dead-letter
 * queue; what fails inside the function is the function's own affair, as in AWS.
 */
export async function deliver(schedule: Schedule, place: DeliveryPlace): Promise<AsyncOutcome> {
  const pool = place.functions.of(schedule.targetArn, schedule.resource);
  const executionId = randomUUID();
  const may = (action: string, resource: string) =>
    roleAllows(place.resources, schedule.roleArn, 'scheduler.amazonaws.com', action, resource);
  let event: unknown;
  let refusal = may('lambda:InvokeFunction', schedule.targetArn) ? undefined : 'AWS.Scheduler.AccessDenied';
  try {
    event = JSON.parse(fillIn(schedule, executionId, 1));
  } catch {
    refusal ??= 'AWS.Lambda.InvalidRequestContentException';
  }
  if (refusal === undefined) {
    return invokeAsync(pool, event, { ...place, now: place.clock.now });
  }
  const attempts = 1 + schedule.retries;
  const { deadLetterArn } = schedule;
  if (deadLetterArn === undefined || !may('sqs:SendMessage', deadLetterArn))
    return { outcome: 'lost', attempts };
  const attributes = {
    ERROR_CODE: refusal,
    EXECUTION_ID: executionId,
    EXHAUSTED_RETRY_CONDITION: 'MaximumRetryAttempts',
    RETRY_ATTEMPTS: String(schedule.retries),
    SCHEDULE_ARN: schedule.arn,
    SCHEDULED_TIME: instant(schedule.atMs),
    TARGET_ARN: schedule.targetArn,
  };
  const asStrings = Object.entries(attributes).map(([name, StringValue]) => [
    name,
    { DataType: 'String', StringValue },
  ]);
  place.sqs.send(deadLetterArn, fillIn(schedule, executionId, attempts), Object.fromEntries(asStrings));
  return { outcome: 'dead-lettered', attempts };
}

/** "Context attributes" of the Scheduler's User Guide: keywords that it replaces in the input. */
function fillIn(schedule: Schedule, executionId: string, attempt: number): string {
  return schedule.input
    .replaceAll('<aws.scheduler.scheduled-time>', instant(schedule.atMs))
    .replaceAll('<aws.scheduler.schedule-arn>', schedule.arn)
    .replaceAll('<aws.scheduler.execution-id>', executionId)
    .replaceAll('<aws.scheduler.attempt-number>', String(attempt));
}
