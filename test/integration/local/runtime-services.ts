import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { SchedulerClient } from '@aws-sdk/client-scheduler';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import { type Call, type Stack, startStack } from '../../../local/stack.ts';
import { type Templates, templates, writeAssembly } from './fixture.ts';

const att = (id: string) => ({ 'Fn::GetAtt': [id, 'Arn'] });
const below = (service: string, resource: string) =>
  `arn:aws:${service}:ap-southeast-1:000000000000:${resource}`;
const statement = (Action: string | string[], Resource: unknown, Condition?: object) => ({
  Effect: 'Allow',
  Action,
  Resource,
  ...(Condition === undefined ? {} : { Condition }),
});

export const group = 'fixture-steps';
export const sender = 'diem-cau@dev.example';
export const bus = 'fixture-events';

/**
 * The fixture's service without schedules of its own, with what a function needs to set schedules, mail and tell.
 * @param passedTo the service that the function may hand the schedules' role to
 */
export function withServices(passedTo = 'scheduler.amazonaws.com'): Templates {
  const stacks = templates();
  const { Resources } = stacks.Service;
  for (const [id, { Type }] of Object.entries(Resources)) {
    if (Type === 'AWS::Scheduler::Schedule') delete Resources[id];
  }
  Object.assign(Resources, {
    Steps: { Type: 'AWS::Scheduler::ScheduleGroup', Properties: { Name: group } },
    StepsDead: { Type: 'AWS::SQS::Queue' },
    StepsRole: stepsRole(),
    Bus: { Type: 'AWS::Events::EventBus', Properties: { Name: bus } },
    Sender: { Type: 'AWS::SES::EmailIdentity', Properties: { EmailIdentity: sender } },
    OtherSender: { Type: 'AWS::SES::EmailIdentity', Properties: { EmailIdentity: 'other.example' } },
    Keeper: {
      Type: 'AWS::IAM::Policy',
      Properties: {
        Roles: [{ Ref: 'FunctionRole' }],
        PolicyDocument: {
          Statement: [
            statement(
              ['Create', 'Update', 'Get', 'Delete', 'List'].map(
                (verb) => `scheduler:${verb}Schedule${verb === 'List' ? 's' : ''}`,
              ),
              below('scheduler', `schedule/${group}/*`),
            ),
            statement('iam:PassRole', att('StepsRole'), {
              StringEquals: { 'iam:PassedToService': passedTo },
            }),
            statement('ses:SendEmail', below('ses', 'identity/*'), {
              StringEquals: { 'ses:FromAddress': [sender, 'a@mail.other.example', 'a@unknown.example'] },
            }),
            statement('events:PutEvents', below('events', `event-bus/${bus}`)),
          ],
        },
      },
    },
  });
  return stacks;
}

/** The role of the schedules; without `start` it may not start the function. */
export function stepsRole(start = true) {
  const condition = {
    StringEquals: { 'aws:SourceAccount': '000000000000' },
    ArnEquals: { 'aws:SourceArn': below('scheduler', `schedule-group/${group}`) },
  };
  const trust = {
    Action: 'sts:AssumeRole',
    Effect: 'Allow',
    Principal: { Service: 'scheduler.amazonaws.com' },
  };
  const may = [
    statement('sqs:SendMessage', att('StepsDead')),
    ...(start ? [statement('lambda:InvokeFunction', [att('Freeze'), below('lambda', 'function:gone')])] : []),
  ];
  return {
    Type: 'AWS::IAM::Role',
    Properties: {
      AssumeRolePolicyDocument: { Statement: { ...trust, Condition: condition } },
      Policies: [{ PolicyName: 'start', PolicyDocument: { Statement: may } }],
    },
  };
}

export type Services = {
  stack: Stack;
  /** Called with the key of a function's process. */
  scheduler: SchedulerClient;
  ses: SESv2Client;
  eventBridge: EventBridgeClient;
  /** Called with the key of whoever started the stack. */
  ownScheduler: SchedulerClient;
  stop: () => Promise<void>;
};

/** Starts the fixture at 2026-09-22T02:00:00Z and makes clients that call as its function. */
export async function startServices(
  given: { stacks?: Templates; dataDir?: string; onCall?: (call: Call) => void } = {},
): Promise<Services> {
  const { stacks = withServices(), ...rest } = given;
  const stack = await startStack({
    assembly: writeAssembly(stacks),
    port: 0,
    now: '2026-09-22T02:00:00Z',
    ...rest,
  });
  const answer = await fetch(`${stack.url}/v1/answers/env`);
  const env = (await answer.json()) as Record<string, string>;
  const { region, endpoints } = stack.aws;
  const credentials = {
    accessKeyId: env.AWS_ACCESS_KEY_ID ?? '',
    secretAccessKey: env.AWS_SECRET_ACCESS_KEY ?? '',
    sessionToken: env.AWS_SESSION_TOKEN ?? '',
  };
  const settings = { region, credentials, maxAttempts: 1 };
  const clients = {
    // As the SDK finds them in the function's own process.
    scheduler: new SchedulerClient({ ...settings, endpoint: env.AWS_ENDPOINT_URL_SCHEDULER ?? '' }),
    ses: new SESv2Client({ ...settings, endpoint: env.AWS_ENDPOINT_URL_SESV2 ?? '' }),
    eventBridge: new EventBridgeClient({ ...settings, endpoint: env.AWS_ENDPOINT_URL_EVENTBRIDGE ?? '' }),
    ownScheduler: new SchedulerClient({ ...settings, credentials: stack.aws, endpoint: endpoints.scheduler }),
  };
  return {
    stack,
    ...clients,
    stop: async () => {
      for (const client of Object.values(clients)) client.destroy();
      await stack.stop();
    },
  };
}
