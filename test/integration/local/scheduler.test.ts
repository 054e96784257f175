import { DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb';
import {
  CreateScheduleCommand,
  type CreateScheduleCommandInput,
  DeleteScheduleCommand,
  GetScheduleCommand,
  ListSchedulesCommand,
  SchedulerClient,
  UpdateScheduleCommand,
} from '@aws-sdk/client-scheduler';
import { ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Call, Stack } from '../../../local/stack.ts';
import { newFolder, until } from './fixture.ts';
import { group, type Services, startServices, stepsRole, withServices } from './runtime-services.ts';

/** The Scheduler's API as the SDK's client meets it, called with a function's key. */

jest.setTimeout(30_000);

const calls: Call[] = [];
let services: Services;
beforeAll(async () => {
  services = await startServices({ onCall: (call) => void calls.push(call) });
});
afterAll(() => services.stop());

const role = (stack: Stack, id: string) =>
  stack.resources.list('AWS::IAM::Role').find((one) => one.logicalId === id);
const arnOf = (service: string, resource: string) =>
  `arn:aws:${service}:ap-southeast-1:000000000000:${resource}`;
const roleArn = (id: string) => `arn:aws:iam::000000000000:role/${role(services.stack, id)?.physicalId}`;

function input(
  Name: string,
  at: string,
  more: Partial<CreateScheduleCommandInput> & { target?: object } = {},
): CreateScheduleCommandInput {
  const { target, ...rest } = more;
  return {
    Name,
    GroupName: group,
    ScheduleExpression: `at(${at})`,
    ScheduleExpressionTimezone: 'Asia/Ho_Chi_Minh',
    FlexibleTimeWindow: { Mode: 'OFF' },
    ActionAfterCompletion: 'DELETE',
    Target: {
      Arn: arnOf('lambda', 'function:Service-Freeze'),
      RoleArn: 'arn:aws:iam::000000000000:role/Service-StepsRole',
      Input: JSON.stringify({ meeting: Name, scheduledTime: '<aws.scheduler.scheduled-time>' }),
      RetryPolicy: { MaximumRetryAttempts: 3, MaximumEventAgeInSeconds: 21_600 },
      DeadLetterConfig: { Arn: arnOf('sqs', 'Service-StepsDead') },
      ...target,
    },
    ...rest,
  };
}
const create = (...given: Parameters<typeof input>) =>
  services.scheduler.send(new CreateScheduleCommand(input(...given)));
const names = async () => {
  const { Schedules = [] } = await services.scheduler.send(new ListSchedulesCommand({ GroupName: group }));
  return Schedules.map(({ Name }) => Name);
};
async function ran(stack: Stack): Promise<(string | undefined)[]> {
  const { region, accessKeyId, secretAccessKey, endpoints } = stack.aws;
  const settings = { region, credentials: { accessKeyId, secretAccessKey }, endpoint: endpoints.dynamodb };
  const dynamodb = new DynamoDBClient(settings);
  try {
    const query = {
      TableName: stack.resources.physicalId('Table'),
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': { S: 'frozen' } },
    };
    const { Items = [] } = await dynamodb.send(new QueryCommand(query));
    return Items.map((item) => `${item.meeting?.S} ${item.sk?.S}`);
  } finally {
    dynamodb.destroy();
  }
}
async function letters(stack: Stack) {
  const { region, accessKeyId, secretAccessKey, endpoints } = stack.aws;
  const sqs = new SQSClient({
    region,
    credentials: { accessKeyId, secretAccessKey },
    endpoint: endpoints.sqs,
  });
  try {
    const QueueUrl = stack.resources.physicalId('StepsDead');
    const { Messages = [] } = await sqs.send(
      new ReceiveMessageCommand({ QueueUrl, MessageAttributeNames: ['All'], MaxNumberOfMessages: 10 }),
    );
    return Messages.map(({ Body, MessageAttributes = {} }) => ({
      body: JSON.parse(Body ?? ''),
      ...Object.fromEntries(
        Object.entries(MessageAttributes).map(([name, { StringValue }]) => [name, StringValue]),
      ),
    }));
  } finally {
    sqs.destroy();
  }
}

describe('a schedule', () => {
  test('is made, read again with all that was asked, and listed', async () => {
    const asked = input('read', '2026-12-01T17:00:00');
    const { ScheduleArn } = await services.scheduler.send(new CreateScheduleCommand(asked));
    expect(ScheduleArn).toBe(arnOf('scheduler', `schedule/${group}/read`));
    const found = await services.scheduler.send(new GetScheduleCommand({ Name: 'read', GroupName: group }));
    expect(found).toMatchObject({ ...asked, State: 'ENABLED', Arn: ScheduleArn });
    expect(found.CreationDate?.toISOString()).toMatch(/^2026-09-22T02:0/);
    const { Schedules } = await services.scheduler.send(
      new ListSchedulesCommand({ NamePrefix: 're', GroupName: group }),
    );
    expect(Schedules).toMatchObject([
      { Name: 'read', GroupName: group, State: 'ENABLED', Target: { Arn: asked.Target?.Arn } },
    ]);
    expect(calls.filter(({ action }) => /scheduler|iam/.test(action)).slice(0, 3)).toMatchObject([
      { action: 'scheduler:CreateSchedule', resource: ScheduleArn, allowed: true, by: 'function' },
      { action: 'iam:PassRole', resource: roleArn('StepsRole'), allowed: true },
      { action: 'scheduler:GetSchedule', resource: ScheduleArn, allowed: true },
    ]);
    await services.scheduler.send(new DeleteScheduleCommand({ Name: 'read', GroupName: group }));
  });

  test('lists are paged', async () => {
    for (const name of ['page-1', 'page-2', 'page-3']) await create(name, '2026-12-01T17:00:00');
    const asked = { GroupName: group, NamePrefix: 'page-', MaxResults: 2 };
    const first = await services.scheduler.send(new ListSchedulesCommand(asked));
    expect(first.Schedules?.map(({ Name }) => Name)).toEqual(['page-1', 'page-2']);
    const NextToken = first.NextToken;
    const last = await services.scheduler.send(new ListSchedulesCommand({ ...asked, NextToken }));
    expect([last.Schedules?.map(({ Name }) => Name), last.NextToken]).toEqual([['page-3'], undefined]);
    for (const Name of ['page-1', 'page-2', 'page-3'])
      await services.scheduler.send(new DeleteScheduleCommand({ Name, GroupName: group }));
  });

  test('is made once for a token, however often it is asked for', async () => {
    const asked = { ...input('once', '2026-12-01T17:00:00'), ClientToken: 'token-1' };
    const send = (given: CreateScheduleCommandInput) =>
      services.scheduler.send(new CreateScheduleCommand(given));
    const first = await send(asked);
    expect((await send(asked)).ScheduleArn).toBe(first.ScheduleArn);
    await expect(send({ ...asked, Description: 'another' })).rejects.toMatchObject({
      name: 'ConflictException',
      $metadata: { httpStatusCode: 409 },
    });
    await services.scheduler.send(new DeleteScheduleCommand({ Name: 'once', GroupName: group }));
  });
});

describe('refused, as AWS would', () => {
  const past = '2026-09-22T08:59:00';
  const later = '2026-12-01T17:00:00';
  const refusals: [string, ...Parameters<typeof input>][] = [
    ['Name', 'a name', later],
    ['Name', 'x'.repeat(65), later],
    ['GroupName', 'x', later, { GroupName: 'a/b' }],
    ['Invalid Schedule Expression at(2026-02-30T00:00:00)', 'x', '2026-02-30T00:00:00'],
    ['in the past', 'x', past],
    ['Invalid Schedule Expression rate(1 day)', 'x', later, { ScheduleExpression: 'rate(1 day)' }],
    ['Invalid Schedule Expression', 'x', later, { ScheduleExpressionTimezone: 'Asia/Sai_Gon_Cho_Lon' }],
    ['MaximumRetryAttempts', 'x', later, { target: { RetryPolicy: { MaximumRetryAttempts: 186 } } }],
    ['MaximumEventAgeInSeconds', 'x', later, { target: { RetryPolicy: { MaximumEventAgeInSeconds: 59 } } }],
    [
      'MaximumEventAgeInSeconds',
      'x',
      later,
      { target: { RetryPolicy: { MaximumEventAgeInSeconds: 86_401 } } },
    ],
    ['no well-formed JSON', 'x', later, { target: { Input: '{' } }],
    ['longer than 262144 bytes', 'x', later, { target: { Input: JSON.stringify('x'.repeat(262_144)) } }],
    ['Only functions', 'x', later, { target: { Arn: arnOf('sqs', 'Service-StepsDead') } }],
    [
      'flexible time windows',
      'x',
      later,
      { FlexibleTimeWindow: { Mode: 'FLEXIBLE', MaximumWindowInMinutes: 5 } },
    ],
  ];
  // As one argument, since jest takes a missing last one for a callback.
  test.each(refusals.map(([message, ...asked]) => ({ message, asked })))(
    '$message',
    async ({ message, asked }) => {
      await expect(create(...asked)).rejects.toMatchObject({
        name: 'ValidationException',
        message: expect.stringContaining(message),
        $metadata: { httpStatusCode: 400 },
      });
      expect(await names()).toEqual([]);
    },
  );

  test('another of the same name', async () => {
    await create('twice', later);
    await expect(create('twice', later)).rejects.toMatchObject({
      name: 'ConflictException',
      message: 'Schedule twice already exists.',
    });
    await services.scheduler.send(new DeleteScheduleCommand({ Name: 'twice', GroupName: group }));
  });

  test('what is not there, and a group that is not there', async () => {
    const absent = { name: 'ResourceNotFoundException', $metadata: { httpStatusCode: 404 } };
    const named = { Name: 'none', GroupName: group };
    await expect(services.scheduler.send(new GetScheduleCommand(named))).rejects.toMatchObject(absent);
    await expect(services.scheduler.send(new DeleteScheduleCommand(named))).rejects.toMatchObject(absent);
    await expect(
      services.scheduler.send(new UpdateScheduleCommand(input('none', later))),
    ).rejects.toMatchObject(absent);
    await expect(
      services.ownScheduler.send(new CreateScheduleCommand(input('x', later, { GroupName: 'no-group' }))),
    ).rejects.toMatchObject({ ...absent, message: 'Schedule group no-group does not exist.' });
  });

  test('a group that the function’s role does not name', async () => {
    await expect(create('x', later, { GroupName: 'default' })).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message: expect.stringContaining('is not authorized to perform: scheduler:CreateSchedule on resource'),
      $metadata: { httpStatusCode: 403 },
    });
  });

  test('a role that the function may not pass on', async () => {
    const target = { RoleArn: roleArn('SchedulerRole') };
    await expect(create('x', later, { target })).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message: expect.stringContaining('iam:PassRole'),
    });
  });

  test('a role that the function may pass on, but to another service', async () => {
    const stacks = withServices('lambda.amazonaws.com');
    const others = await startServices({ stacks });
    try {
      await expect(others.scheduler.send(new CreateScheduleCommand(input('x', later)))).rejects.toMatchObject(
        {
          name: 'AccessDeniedException',
          message: expect.stringContaining('iam:PassRole'),
        },
      );
    } finally {
      await others.stop();
    }
  });

  test('a role that only another group’s schedules may take, or the Scheduler not at all', async () => {
    const own = (GroupName: string, RoleArn: string) =>
      services.ownScheduler.send(
        new CreateScheduleCommand(input('x', later, { GroupName, target: { RoleArn } })),
      );
    for (const [where, id] of [
      ['default', 'StepsRole'],
      [group, 'FunctionRole'],
    ] as const) {
      await expect(own(where, roleArn(id))).rejects.toMatchObject({
        name: 'ValidationException',
        message: 'The execution role you provide must allow AWS EventBridge Scheduler to assume the role.',
      });
    }
  });

  test('whoever has no key of this stack', async () => {
    const stranger = new SchedulerClient({
      region: 'ap-southeast-1',
      endpoint: services.stack.aws.endpoints.scheduler,
      credentials: { accessKeyId: 'AKIAGUESSED', secretAccessKey: 'x' },
      maxAttempts: 1,
    });
    await expect(stranger.send(new ListSchedulesCommand({}))).rejects.toMatchObject({
      name: 'UnrecognizedClientException',
      $metadata: { httpStatusCode: 403 },
    });
    expect((await fetch(`${services.stack.aws.endpoints.scheduler}/schedules`)).status).toBe(403);
  });

  test('what the API has and this service does not use', async () => {
    const answer = await fetch(`${services.stack.aws.endpoints.scheduler}/schedule-groups`, {
      headers: { authorization: `AWS4-HMAC-SHA256 Credential=${services.stack.aws.accessKeyId}/x` },
    });
    expect([answer.status, answer.headers.get('x-amzn-errortype')]).toEqual([
      404,
      'UnknownOperationException',
    ]);
  });
});

describe('business time', () => {
  test('runs what was made, moved and removed as it stands: two meetings at once, in the zone of each', async () => {
    const { stack, scheduler } = services;
    await create('first', '2026-09-30T17:00:00');
    await create('second', '2026-09-30T17:00:00');
    await create('moved', '2026-09-30T18:00:00');
    await create('cancelled', '2026-09-30T19:00:00');
    // 17:30 in Ha Noi, all year: +07:00.
    await create('elsewhere', '2026-09-30T10:30:00', { ScheduleExpressionTimezone: 'UTC' });
    await create('disabled', '2026-09-30T17:30:00', { State: 'DISABLED' });
    await scheduler.send(new UpdateScheduleCommand(input('moved', '2026-10-02T08:00:00')));
    await scheduler.send(new DeleteScheduleCommand({ Name: 'cancelled', GroupName: group }));
    const status = await stack.status();
    expect(status.schedules).toEqual({ waiting: 4, next: '2026-09-30T10:00:00.000Z' });
    const fired = await stack.clock.moveTo('2026-10-01T00:00:00+07:00');
    expect(fired.map(({ schedule, at, outcome }) => `${schedule} ${at} ${outcome}`)).toEqual([
      'first 2026-09-30T10:00:00Z succeeded',
      'second 2026-09-30T10:00:00Z succeeded',
      'elsewhere 2026-09-30T10:30:00Z succeeded',
    ]);
    // Of one moment, the table keeps the one that was written last.
    expect(await ran(stack)).toEqual(['second 2026-09-30T10:00:00Z', 'elsewhere 2026-09-30T10:30:00Z']);
    // What has run is gone, what was moved waits, and moving it again to the same time changes nothing.
    expect(await names()).toEqual(['disabled', 'moved']);
    await scheduler.send(new UpdateScheduleCommand(input('moved', '2026-10-02T08:00:00')));
    expect(await stack.clock.moveTo('2026-10-02T12:00:00+07:00')).toMatchObject([
      { schedule: 'moved', at: '2026-10-02T01:00:00Z' },
    ]);
    expect(await stack.clock.moveTo('2026-10-02T13:00:00+07:00')).toEqual([]);
    await scheduler.send(new DeleteScheduleCommand({ Name: 'disabled', GroupName: group }));
  });

  test('one that is to stay does, has run once, and runs again when it is given a new time', async () => {
    const { stack, scheduler } = services;
    const staying = (at: string) => input('staying', at, { ActionAfterCompletion: 'NONE' });
    await scheduler.send(new CreateScheduleCommand(staying('2026-10-05T08:00:00')));
    expect(await stack.clock.moveTo('2026-10-06T00:00:00+07:00')).toHaveLength(1);
    expect(await names()).toEqual(['staying']);
    expect(await stack.clock.moveTo('2026-10-07T00:00:00+07:00')).toEqual([]);
    await scheduler.send(new UpdateScheduleCommand(staying('2026-10-07T08:00:00')));
    expect(await stack.clock.moveTo('2026-10-08T00:00:00+07:00')).toHaveLength(1);
    await scheduler.send(new DeleteScheduleCommand({ Name: 'staying', GroupName: group }));
  });

  test('without being moved, it runs when its time comes', async () => {
    const { stack } = services;
    const now = Date.parse(stack.clock.now());
    // The next second but one, in Ha Noi's time.
    const soon = new Date(now + 2000 + 7 * 3_600_000).toISOString().slice(0, 19);
    await create('soon', soon);
    await until('it has run', async () => !(await names()).includes('soon') || undefined);
    expect((await ran(stack)).some((one) => one?.startsWith('soon '))).toBe(true);
  });
});

describe('what fails', () => {
  test('a function that is not there: tried again by the policy, and then kept with all that is known', async () => {
    const { stack } = services;
    await create('gone', '2026-11-01T08:00:00', { target: { Arn: arnOf('lambda', 'function:gone') } });
    const fired = await stack.clock.moveTo('2026-11-01T09:00:00+07:00');
    expect(fired.map(({ outcome, attempts }) => `${attempts} ${outcome}`)).toEqual([
      '1 to-be-retried',
      '2 to-be-retried',
      '3 to-be-retried',
      '4 dead-lettered',
    ]);
    expect(await names()).toEqual([]);
    expect(await letters(stack)).toMatchObject([
      {
        body: { meeting: 'gone', scheduledTime: '2026-11-01T01:00:00Z' },
        ERROR_CODE: 'AWS.Lambda.ResourceNotFoundException',
        EXHAUSTED_RETRY_CONDITION: 'MaximumRetryAttempts',
        RETRY_ATTEMPTS: '3',
        SCHEDULE_ARN: arnOf('scheduler', `schedule/${group}/gone`),
        SCHEDULED_TIME: '2026-11-01T01:00:00Z',
      },
    ]);
  });

  test('no longer than the event may be old', async () => {
    const { stack } = services;
    const target = {
      Arn: arnOf('lambda', 'function:gone'),
      RetryPolicy: { MaximumRetryAttempts: 185, MaximumEventAgeInSeconds: 600 },
    };
    await create('old', '2026-11-02T08:00:00', { target });
    // At 0, 1, 3 and 7 minutes; the fifth would be at 15, after ten.
    const fired = await stack.clock.moveTo('2026-11-02T09:00:00+07:00');
    expect(fired.map(({ outcome }) => outcome)).toEqual([
      'to-be-retried',
      'to-be-retried',
      'to-be-retried',
      'dead-lettered',
    ]);
    const [letter] = (await letters(stack)).filter(({ body }) => body.meeting === 'old');
    expect(letter).toMatchObject({
      EXHAUSTED_RETRY_CONDITION: 'MaximumEventAgeInSeconds',
      RETRY_ATTEMPTS: '3',
    });
  });

  test('inside the function is Lambda’s affair: it tries again itself, and its own queue keeps the event', async () => {
    const { stack } = services;
    // Named after what makes the fixture's function throw; its own settings allow one retry.
    await create('failing', '2026-11-03T08:00:00');
    const fired = await stack.clock.moveTo('2026-11-03T09:00:00+07:00');
    expect(fired).toMatchObject([{ schedule: 'failing', outcome: 'dead-lettered', attempts: 2 }]);
    expect((await stack.status()).queues.FreezeDead).toMatchObject({ visible: 1, deadLetters: true });
  });
});

describe('a data folder', () => {
  test('has what was cut off by the end of the stack run at the next start, late', async () => {
    const dataDir = newFolder();
    const withSlow = (handler: string) => {
      const stacks = withServices();
      const { Freeze } = stacks.Service.Resources;
      stacks.Service.Resources.Freeze = {
        Type: 'AWS::Lambda::Function',
        Properties: { ...Freeze?.Properties, Handler: `${handler}.handler`, Timeout: 30 },
      };
      return stacks;
    };
    const first = await startServices({ dataDir, stacks: withSlow('api') });
    const Input = JSON.stringify({
      pathParameters: { how: 'hang' },
      meeting: 'late',
      scheduledTime: '<aws.scheduler.scheduled-time>',
    });
    await first.scheduler.send(
      new CreateScheduleCommand(input('late', '2026-09-25T08:00:00', { target: { Input } })),
    );
    const moving = first.stack.clock.moveTo('2026-09-25T09:00:00+07:00');
    await until('the function runs', async () =>
      (await first.stack.status()).functions.Freeze?.running === 1 ? true : undefined,
    );
    await first.stop();
    expect(await moving).toEqual([]);

    const second = await startServices({ dataDir, stacks: withSlow('freeze') });
    try {
      await until('it has run', async () =>
        (await second.stack.status()).schedules.waiting === 0 ? true : undefined,
      );
      expect(await ran(second.stack)).toEqual(['late 2026-09-25T01:00:00Z']);
      expect(await letters(second.stack)).toEqual([]);
      expect((await second.stack.status()).queues.FreezeDead?.visible).toBe(0);
    } finally {
      await second.stop();
    }
  });

  test('keeps schedules; what failed three times succeeds at the fourth, once its role is mended', async () => {
    const dataDir = newFolder();
    const broken = withServices();
    broken.Service.Resources.StepsRole = stepsRole(false);
    const first = await startServices({ dataDir, stacks: broken });
    const asked = input('mended', '2026-09-25T08:00:00', {
      target: { RetryPolicy: { MaximumRetryAttempts: 60 } },
    });
    await first.scheduler.send(new CreateScheduleCommand(asked));
    await first.scheduler.send(new CreateScheduleCommand(input('waiting', '2026-10-01T08:00:00')));
    const failed = await first.stack.clock.moveTo('2026-09-25T08:05:00+07:00');
    expect(failed.map(({ outcome, attempts }) => `${attempts} ${outcome}`)).toEqual([
      '1 to-be-retried',
      '2 to-be-retried',
      '3 to-be-retried',
    ]);
    await first.stop();

    const second = await startServices({ dataDir });
    try {
      const { Schedules } = await second.scheduler.send(new ListSchedulesCommand({ GroupName: group }));
      expect(Schedules?.map(({ Name }) => Name)).toEqual(['mended', 'waiting']);
      expect(await second.stack.clock.moveTo('2026-09-25T09:00:00+07:00')).toEqual([
        { schedule: 'mended', at: '2026-09-25T01:00:00Z', outcome: 'succeeded', attempts: 1 },
      ]);
      expect(await ran(second.stack)).toEqual(['mended 2026-09-25T01:00:00Z']);
      expect((await second.stack.status()).schedules.waiting).toBe(1);
    } finally {
      await second.stop();
    }
  });
});
