import { randomUUID } from 'node:crypto';
import type { Access } from '../access/access.ts';
import type { BusinessClock } from '../clock.ts';
import { type AsyncOutcome, invokeAsync } from '../lambda/async-invocation.ts';
import type { Functions } from '../lambda/functions.ts';
import type { Sqs } from '../services/sqs.ts';
import { arn } from '../template/place.ts';
import type { Resources } from '../template/resources.ts';
import { roleAllows } from '../template/role.ts';
import type { Delivery } from './kept-schedules.ts';
import { instant, type Schedule } from './schedule.ts';
import type { Due } from './schedule-book.ts';

export type DeliveryPlace = {
  resources: Resources;
  functions: Functions;
  sqs: Sqs;
  access: Access;
  clock: BusinessClock;
};

/** How one delivery ended, and when it is tried again, if it is. */
export type Delivered =
  | (AsyncOutcome & { again?: undefined })
  | { outcome: 'to-be-retried'; attempts: number; again: Delivery };

/**
 * Hands a schedule to its target, once. A delivery that fails (the role may not call the function, there is no such
 * function) is tried again by the schedule's own policy and then goes to the schedule's dead-letter queue; what fails
 * inside the function is the function's own affair, as in AWS.
 */
export async function deliver({ schedule, before }: Due, place: DeliveryPlace): Promise<Delivered> {
  const nowMs = place.clock.nowMs();
  const executionId = before?.executionId ?? randomUUID();
  const attempts = (before?.attempts ?? 0) + 1;
  const input = fillIn(schedule, executionId, attempts);
  const pool = place.functions.find(schedule.Target.Arn);
  const refusal = may(schedule, place, 'lambda:InvokeFunction', schedule.Target.Arn)
    ? pool === undefined && 'AWS.Lambda.ResourceNotFoundException'
    : 'AWS.Scheduler.AccessDenied';
  if (pool !== undefined && refusal === false)
    return invokeAsync(pool, JSON.parse(input), { ...place, now: place.clock.now });

  const firstMs = before?.firstMs ?? nowMs;
  const nextMs = nowMs + waitMs(attempts);
  const { MaximumRetryAttempts, MaximumEventAgeInSeconds } = schedule.Target.RetryPolicy;
  const isTried = attempts > MaximumRetryAttempts;
  if (!isTried && nextMs - firstMs <= MaximumEventAgeInSeconds * 1000)
    return { outcome: 'to-be-retried', attempts, again: { attempts, firstMs, nextMs, executionId } };
  const outcome = keepDead(schedule, place, input, {
    ERROR_CODE: String(refusal),
    EXECUTION_ID: executionId,
    EXHAUSTED_RETRY_CONDITION: isTried ? 'MaximumRetryAttempts' : 'MaximumEventAgeInSeconds',
    RETRY_ATTEMPTS: String(attempts - 1),
    SCHEDULE_ARN: schedule.arn,
    SCHEDULED_TIME: instant(schedule.atMs),
    TARGET_ARN: schedule.Target.Arn,
  });
  return { outcome, attempts };
}

/**
 * "Retry attempts with exponential backoff" (RetryPolicy of the API Reference), which tells neither base nor limit.
 * Here: a minute, two, four, eight, then a quarter of an hour each, all of business time.
 */
function waitMs(attempts: number): number {
  return 60_000 * Math.min(15, 2 ** (attempts - 1));
}

function keepDead(
  schedule: Schedule,
  place: DeliveryPlace,
  input: string,
  attributes: Record<string, string>,
): 'dead-lettered' | 'lost' {
  const queue = schedule.Target.DeadLetterConfig?.Arn;
  const isQueue = queue !== undefined && place.resources.byArn(queue)?.type === 'AWS::SQS::Queue';
  if (!isQueue || !may(schedule, place, 'sqs:SendMessage', queue)) return 'lost';
  const asStrings = Object.entries(attributes).map(([name, StringValue]) => [
    name,
    { DataType: 'String', StringValue },
  ]);
  place.sqs.send(queue, input, Object.fromEntries(asStrings));
  return 'dead-lettered';
}

function may(schedule: Schedule, { resources }: DeliveryPlace, action: string, resource: string): boolean {
  const service = { name: 'scheduler.amazonaws.com', sourceArn: groupArn(schedule.group) };
  return roleAllows(resources, schedule.Target.RoleArn, service, action, resource);
}

/** What a schedule asks on behalf of: "use the ARN of the schedule group" (User Guide, "Confused deputy prevention"). */
export function groupArn(group: string): string {
  return arn('scheduler', `schedule-group/${group}`);
}

/** "Context attributes" of the Scheduler's User Guide: keywords that it replaces in the input. */
function fillIn(schedule: Schedule, executionId: string, attempt: number): string {
  return (schedule.Target.Input ?? '{}')
    .replaceAll('<aws.scheduler.scheduled-time>', instant(schedule.atMs))
    .replaceAll('<aws.scheduler.schedule-arn>', schedule.arn)
    .replaceAll('<aws.scheduler.execution-id>', executionId)
    .replaceAll('<aws.scheduler.attempt-number>', String(attempt));
}
