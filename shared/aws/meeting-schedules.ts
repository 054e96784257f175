import {
  ConflictException,
  CreateScheduleCommand,
  type CreateScheduleCommandInput,
  DeleteScheduleCommand,
  GetScheduleCommand,
  ResourceNotFoundException,
  type SchedulerClient,
  UpdateScheduleCommand,
  ValidationException,
} from '@aws-sdk/client-scheduler';
import { instantOf, timeZone } from '../catalog/period.ts';
import type { StepEvent, StepName } from '../meetings/meeting.ts';
import type { PlannedSchedule } from '../meetings/plan-schedules.ts';
import type { MeetingSchedules } from '../meetings/settle-schedules.ts';
import { scheduleName } from './keys.ts';

/** Where schedules are kept, as which role they go off, whom they start, and where what could not be started goes. */
export type SchedulePlace = {
  group: string;
  roleArn: string;
  deadLettersArn: string;
  /** Of the function that does a step; undefined: no function does. */
  targetOf: (step: StepName) => string | undefined;
};

/** So long is a start tried again: a session is the next morning at the earliest. */
const longestSeconds = 6 * 60 * 60;
/** "MaximumEventAgeInSeconds: 60 to 86400" (Scheduler API Reference, RetryPolicy). */
const [leastSeconds, mostSeconds] = [60, 86_400];

function retryPolicy(at: string, until: string | null) {
  const seconds =
    until === null ? longestSeconds : (Date.parse(instantOf(until)) - Date.parse(instantOf(at))) / 1000;
  return {
    MaximumEventAgeInSeconds: Math.min(mostSeconds, Math.max(leastSeconds, seconds)),
    MaximumRetryAttempts: 60,
  };
}

/** The Scheduler replaces them: the time for which the schedule was set, and the count of its attempts. */
const filledIn = {
  scheduledTime: '<aws.scheduler.scheduled-time>',
  attempt: '<aws.scheduler.attempt-number>',
};

/** One-time schedules of EventBridge Scheduler, each deleted after it ran. */
export function meetingSchedules(client: SchedulerClient, place: SchedulePlace): MeetingSchedules {
  const nameOf = (meeting: string, step: StepName) => ({
    GroupName: place.group,
    Name: scheduleName(meeting, step),
  });
  return {
    async set(meeting, planned, until = null) {
      const target = place.targetOf(planned.step);
      if (target === undefined) throw new Error(`no function does the step ${planned.step}`);
      const schedule = {
        ...nameOf(meeting, planned.step),
        ...scheduleOf(meeting, { ...planned, until }, place, target),
      };
      try {
        await createOrUpdate(client, schedule);
        return 'set';
      } catch (error) {
        if (isOfThePast(error)) return 'refused';
        throw error;
      }
    },
    async remove(meeting, step) {
      await unlessMissing(client.send(new DeleteScheduleCommand(nameOf(meeting, step))));
    },
    async find(meeting, step) {
      const found = await unlessMissing(client.send(new GetScheduleCommand(nameOf(meeting, step))));
      const at = /^at\((.+)\)$/.exec(found?.ScheduleExpression ?? '')?.[1];
      if (at === undefined) return undefined;
      const { due } = JSON.parse(found?.Target?.Input ?? '{}') as Partial<StepEvent>;
      return { step, at, due: due ?? at };
    },
  };
}

type Schedule = CreateScheduleCommandInput;

/** Who meets others so often at one schedule is told so. */
const mostTries = 5;

/**
 * Two who set the same schedule at once may meet: what one has made the other updates. A schedule that has run is
 * deleted "shortly after", so that it may still be there when it is made again and gone when it is updated.
 */
async function createOrUpdate(client: SchedulerClient, schedule: Schedule): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await client.send(new CreateScheduleCommand(schedule));
      return;
    } catch (error) {
      if (!(error instanceof ConflictException) || tries === mostTries) throw error;
    }
    if (await unlessMissing(client.send(new UpdateScheduleCommand(schedule)))) return;
  }
}

function scheduleOf(
  meeting: string,
  { step, due, at, until }: PlannedSchedule & { until: string | null },
  { roleArn, deadLettersArn }: SchedulePlace,
  targetArn: string,
): Omit<Schedule, 'GroupName' | 'Name'> {
  const input = { meeting, step, due, ...filledIn };
  return {
    Description: `${step} of meeting ${meeting}`,
    ScheduleExpression: `at(${at})`,
    ScheduleExpressionTimezone: timeZone,
    FlexibleTimeWindow: { Mode: 'OFF' },
    ActionAfterCompletion: 'DELETE',
    Target: {
      Arn: targetArn,
      RoleArn: roleArn,
      Input: JSON.stringify(input),
      RetryPolicy: retryPolicy(at, until),
      DeadLetterConfig: { Arn: deadLettersArn },
    },
  };
}

/**
 * AWS tells a time that has passed as any expression that it does not take, and by its message alone. What is set here
 * is a local time that there is, in a zone that it knows: nothing else of it can be wrong. A role, a target or a queue
 * that is refused is a fault.
 */
function isOfThePast(error: unknown): boolean {
  return error instanceof ValidationException && /schedule ?expression/i.test(error.message);
}

async function unlessMissing<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined;
    throw error;
  }
}
