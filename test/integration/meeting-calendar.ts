import { DeleteItemCommand, DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import {
  CreateScheduleCommand,
  GetScheduleCommand,
  type GetScheduleCommandOutput,
  SchedulerClient,
  UpdateScheduleCommand,
} from '@aws-sdk/client-scheduler';
import { ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { Firing, Stack } from '../../local/stack.ts';
import { scheduleName } from '../../shared/aws/keys.ts';
import { instantOf } from '../../shared/catalog/period.ts';
import type { StepName } from '../../shared/meetings/meeting.ts';
import type { StepView } from '../../shared/meetings/read-calendar-records.ts';
import type { MeetingRequest } from '../../shared/meetings/wanted-meeting.ts';
import type { MeetingView } from '../../shared/query/read-meeting.ts';
import { type Answer, People } from './people.ts';

/** A meeting that is planned on 22 September 2026, 09:00 (service.ts), in whole hours and without any reminder left out. */
export const wanted = {
  body: 'UBQG',
  number: 11,
  date: '2026-10-15',
  theme: { vi: 'Đánh giá quý III/2026', en: 'Review of the third quarter of 2026' },
  asks: [{ form: 'qd766', period: '2026-Q3' }],
  moments: {
    opening: '2026-09-23T08:00:00',
    reminders: ['2026-09-24T08:30:00', '2026-10-13T08:30:00'],
    cutOff: '2026-10-14T17:00:00',
    provisional: '2026-10-14T17:02:00',
    freeze: '2026-10-14T17:15:00',
  },
} satisfies MeetingRequest;

export type PlannedAnswer = MeetingView & {
  computed: string[];
  schedules: { step: string; isSet: boolean }[];
};
type Problem = { code: string; fields?: { field: string; fault: string }[] };

/** The calendar of a stack, as the secretariat and the Scheduler see it. */
export class Calendar {
  readonly #stack: Stack;
  readonly #people: People;
  readonly #scheduler: SchedulerClient;

  constructor(stack: Stack) {
    this.#stack = stack;
    this.#people = new People(stack);
    this.#scheduler = new SchedulerClient(clientOf(stack, 'scheduler'));
  }

  call<T = PlannedAnswer & Problem>(route: string, body?: object): Promise<Answer<T>> {
    return this.#people.call<T>(['secretariat', null], route, body);
  }

  /** What becomes of each step: `freeze 2026-10-14T17:15:00 waiting`. */
  async steps(id = 'ubqg-11'): Promise<string[]> {
    return (await this.views(id)).map(({ step, due, state }) => `${step} ${due} ${state}`);
  }

  async views(id = 'ubqg-11'): Promise<StepView[]> {
    return (await this.call<{ items: StepView[] }>(`GET /v1/meetings/${id}/steps`)).body.items;
  }

  /** The schedule of a step as the Scheduler tells it; undefined: there is none. */
  async schedule(step: StepName, id = 'ubqg-11'): Promise<GetScheduleCommandOutput | undefined> {
    const command = new GetScheduleCommand({ GroupName: group, Name: scheduleName(id, step) });
    return this.#scheduler.send(command).catch((error: Error) => {
      if (error.name === 'ResourceNotFoundException') return undefined;
      throw error;
    });
  }

  /** Has the event of a step handed over again at a local time, as a schedule that is delivered twice. */
  async again(from: GetScheduleCommandOutput, name: string, localTime: string, due?: string): Promise<void> {
    const input = { ...JSON.parse(from.Target?.Input ?? '{}'), ...(due ? { due } : {}) };
    await this.#scheduler.send(
      new CreateScheduleCommand({ ...described(from, localTime), Name: name, ...withInput(from, input) }),
    );
  }

  /** Gives the schedule of a step another function to start. */
  async retarget(from: GetScheduleCommandOutput, arn: string): Promise<void> {
    const { ScheduleExpression } = from;
    const target = { ...(from.Target as NonNullable<typeof from.Target>), Arn: arn };
    const whole = { ...described(from, ''), ScheduleExpression, Name: from.Name, Target: target };
    await this.#scheduler.send(new UpdateScheduleCommand(whole));
  }

  /** Moves business time on to a local time: `freeze succeeded` for what ran on the way. */
  async until(localTime: string): Promise<string[]> {
    const fired = await this.#stack.clock.moveTo(instantOf(localTime));
    await this.#stack.idle();
    return fired.map(told);
  }

  /** The messages that wait for a person, as the events of steps. */
  async deadLetters(): Promise<{ step: string | undefined; attributes: string[] }[]> {
    const client = new SQSClient(clientOf(this.#stack, 'sqs'));
    const queue = this.#stack.resources
      .list('AWS::SQS::Queue')
      .find(({ logicalId }) => logicalId.startsWith('FreezeDeadLetters'))?.physicalId;
    const { Messages = [] } = await client.send(
      new ReceiveMessageCommand({
        QueueUrl: queue,
        MaxNumberOfMessages: 10,
        VisibilityTimeout: 0,
        MessageAttributeNames: ['All'],
      }),
    );
    client.destroy();
    return Messages.map(({ Body, MessageAttributes }) => ({
      step: (JSON.parse(Body ?? '{}') as { step?: string }).step,
      attributes: Object.keys(MessageAttributes ?? {}),
    }));
  }

  /** Puts an item into the table that nobody can read, or takes it away again. */
  async spoil(pk: string, sk: string, isSpoilt: boolean): Promise<void> {
    const client = new DynamoDBClient(clientOf(this.#stack, 'dynamodb'));
    const TableName = this.#stack.resources.list('AWS::DynamoDB::Table')[0]?.physicalId;
    const key = { pk: { S: pk }, sk: { S: sk } };
    if (isSpoilt) await client.send(new PutItemCommand({ TableName, Item: { ...key, slot: { S: '{}' } } }));
    else await client.send(new DeleteItemCommand({ TableName, Key: key }));
    client.destroy();
  }
}

const group = 'diem-cau-dev-meetings';

/** `ubqg-11_freeze succeeded` */
function told({ schedule, outcome }: Firing): string {
  return `${schedule} ${outcome}`;
}

function described(from: GetScheduleCommandOutput, localTime: string) {
  const { GroupName, ScheduleExpressionTimezone, FlexibleTimeWindow, ActionAfterCompletion } = from;
  return {
    GroupName,
    ScheduleExpression: `at(${localTime})`,
    ScheduleExpressionTimezone,
    FlexibleTimeWindow,
    ActionAfterCompletion,
  };
}

function withInput(from: GetScheduleCommandOutput, input: object) {
  return {
    Target: { ...(from.Target as NonNullable<typeof from.Target>), Input: JSON.stringify(input) },
  };
}

function clientOf(stack: Stack, service: 'scheduler' | 'sqs' | 'dynamodb') {
  const { region, accessKeyId, secretAccessKey, endpoints } = stack.aws;
  return { region, endpoint: endpoints[service], credentials: { accessKeyId, secretAccessKey } };
}
