import { randomUUID } from 'node:crypto';
import type { BusinessClock } from '../clock.ts';
import { type AsyncOutcome, invokeAsync } from '../lambda/async-invocation.ts';
import type { Functions } from '../lambda/functions.ts';
import type { Log } from '../log.ts';
import type { Sqs } from '../services/sqs.ts';
import type { Resources } from '../template/resources.ts';
import { roleAllows } from '../template/role.ts';
import { type Schedule, scheduleOf } from './schedule.ts';

/** A schedule that ran: `at` is its time, and `attempts` how often its function was called. */
export type Firing = { schedule: string; at: string } & AsyncOutcome;

/** Business time that cannot be: the clock never goes back. */
export class ClockError extends Error {
  override readonly name = 'ClockError';
  readonly code = 'clock-goes-forward-only';
}

export type Scheduler = {
  /** Moves business time on and runs, one after another, what falls due on the way. */
  moveTo: (ms: number) => Promise<Firing[]>;
  /** Runs what is due now. */
  catchUp: () => Promise<Firing[]>;
  running: () => boolean;
  stop: () => void;
};

export type SchedulerPlace = {
  resources: Resources;
  functions: Functions;
  sqs: Sqs;
  clock: BusinessClock;
  log: Log;
  /** Names of the schedules that have run, kept by the caller. */
  fired: Set<string>;
  /** Business time at the very first start: what lay before it never runs. */
  sinceMs: number;
  changed: () => void;
};

/** The longest that a timer can wait, in milliseconds. */
const longestTimerMs = 2 ** 31 - 1;

/** Starts the schedules of the template. @throws TemplateError when one cannot run here */
export function startScheduler(place: SchedulerPlace): Scheduler {
  const schedules = place.resources
    .list('AWS::Scheduler::Schedule')
    .map(scheduleOf)
    .sort((a, b) => a.atMs - b.atMs || (a.name < b.name ? -1 : 1));
  for (const { resource, targetArn } of schedules) place.functions.of(targetArn, resource);
  let timer: NodeJS.Timeout | undefined;
  let turn: Promise<unknown> = Promise.resolve();
  let waiting = 0;

  const nextDue = () =>
    schedules.find((one) => one.enabled && one.atMs > place.sinceMs && !place.fired.has(one.name));
  const runUntil = async (ms: number): Promise<Firing[]> => {
    const firings: Firing[] = [];
    for (let due = nextDue(); due !== undefined && due.atMs <= ms; due = nextDue()) {
      place.clock.advanceTo(due.atMs);
      const firing = { schedule: due.name, at: instant(due.atMs), ...(await fire(due, place)) };
      place.log(
        'stack',
        'platform',
        `schedule ${due.name} of ${firing.at}: ${firing.outcome}, ${firing.attempts} attempts`,
      );
      place.fired.add(due.name);
      place.changed();
      firings.push(firing);
    }
    return firings;
  };
  const inTurn = (work: () => Promise<Firing[]>): Promise<Firing[]> => {
    waiting += 1;
    const mine = turn.then(work).finally(() => {
      waiting -= 1;
      arm();
    });
    turn = mine.catch(() => undefined);
    return mine;
  };
  const catchUp = () => inTurn(() => runUntil(place.clock.nowMs()));
  const arm = () => {
    clearTimeout(timer);
    const due = nextDue();
    if (due === undefined || waiting > 0) return;
    timer = setTimeout(catchUp, Math.min(longestTimerMs, Math.max(0, due.atMs - place.clock.nowMs())));
    timer.unref();
  };
  arm();
  return {
    moveTo: (ms) =>
      inTurn(async () => {
        if (ms < place.clock.nowMs()) {
          throw new ClockError(
            `business time is ${place.clock.now()}; it cannot go back to ${new Date(ms).toISOString()}`,
          );
        }
        const firings = await runUntil(ms);
        place.clock.advanceTo(ms);
        place.changed();
        return firings;
      }),
    catchUp,
    running: () => waiting > 0,
    stop: () => clearTimeout(timer),
  };
}

/**
 * Hands a schedule to its target. A delivery that fails (the role may not call the function, the input
 * is no JSON) is tried again by the schedule's own policy and then goes to the schedule's dead-letter
 * queue; what fails inside the function is the function's own affair, as in AWS.
 */
async function fire(schedule: Schedule, place: SchedulerPlace): Promise<AsyncOutcome> {
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
    return invokeAsync(pool, event, { resources: place.resources, sqs: place.sqs, now: place.clock.now });
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

/** As the Scheduler writes times: UTC, to the second. */
function instant(ms: number): string {
  return new Date(ms).toISOString().replace('.000Z', 'Z');
}
