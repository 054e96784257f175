import { DeleteScheduleCommand, GetScheduleCommand, SchedulerClient } from '@aws-sdk/client-scheduler';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { scheduleName } from '../../../shared/aws/keys.ts';
import { meetingSchedules } from '../../../shared/aws/meeting-schedules.ts';
import { group, type Services, startServices } from './runtime-services.ts';

jest.setTimeout(30_000);

let services: Services;
beforeAll(async () => {
  services = await startServices();
});
afterAll(() => services.stop());

const arnOf = (service: string, resource: string) =>
  `arn:aws:${service}:ap-southeast-1:000000000000:${resource}`;
const place = {
  group,
  roleArn: 'arn:aws:iam::000000000000:role/Service-StepsRole',
  deadLettersArn: arnOf('sqs', 'Service-StepsDead'),
  targetOf: () => arnOf('lambda', 'function:Service-Freeze'),
};
const planned = (at: string) => ({ step: 'freeze', due: at, at }) as const;

/** A client before whose next update, once, somebody else removes the schedule: as the Scheduler, when it has run. */
function overtaken(): SchedulerClient {
  const { scheduler, stack } = services;
  const client = new SchedulerClient({
    region: stack.aws.region,
    endpoint: stack.aws.endpoints.scheduler,
    credentials: stack.aws,
    maxAttempts: 1,
  });
  let isDone = false;
  client.middlewareStack.add(
    (next, context) => async (args) => {
      if (context.commandName === 'UpdateScheduleCommand' && !isDone) {
        isDone = true;
        const { Name, GroupName } = args.input as { Name: string; GroupName: string };
        await scheduler.send(new DeleteScheduleCommand({ Name, GroupName }));
      }
      return next(args);
    },
    { step: 'initialize' },
  );
  return client;
}

test('a schedule that goes between being found and being moved is made anew', async () => {
  const client = overtaken();
  try {
    const schedules = meetingSchedules(client, place);
    expect(await schedules.set('ubqg-11', planned('2026-12-01T17:00:00'))).toBe('set');
    expect(await schedules.set('ubqg-11', planned('2026-12-02T17:00:00'))).toBe('set');
    expect(await schedules.find('ubqg-11', 'freeze')).toEqual(planned('2026-12-02T17:00:00'));
  } finally {
    client.destroy();
  }
});

test.each([
  ['2026-12-01T20:00:00', 12 * 3600],
  ['2026-12-01T08:00:30', 60],
  ['2026-12-05T20:00:00', 86_400],
  [null, 6 * 3600],
])('the start of a step is tried until %s and no longer', async (until, seconds) => {
  const schedules = meetingSchedules(services.scheduler, place);
  await schedules.set('ubqg-12', planned('2026-12-01T08:00:00'), until);
  const found = await services.scheduler.send(
    new GetScheduleCommand({ GroupName: group, Name: scheduleName('ubqg-12', 'freeze') }),
  );
  expect(found.Target?.RetryPolicy).toEqual({
    MaximumEventAgeInSeconds: seconds,
    MaximumRetryAttempts: 60,
  });
});

test('a time that has passed is refused, and what is not there is removed without a fault', async () => {
  const schedules = meetingSchedules(services.scheduler, place);
  expect(await schedules.set('bcdcp-05', planned('2026-09-01T17:00:00'))).toBe('refused');
  // A well-formed time that has passed is all that may be wrong with an expression; whatever else is refused is a fault.
  const wrong = meetingSchedules(services.scheduler, {
    ...place,
    targetOf: () => arnOf('sqs', 'Service-StepsDead'),
  });
  await expect(wrong.set('bcdcp-05', planned('2026-12-01T17:00:00'))).rejects.toMatchObject({
    name: 'ValidationException',
  });
  const nobody = meetingSchedules(services.scheduler, { ...place, targetOf: () => undefined });
  await expect(nobody.set('bcdcp-05', planned('2026-12-01T17:00:00'))).rejects.toThrow('no function');
  await schedules.remove('bcdcp-05', 'freeze');
  expect(await schedules.find('bcdcp-05', 'freeze')).toBeUndefined();
});
