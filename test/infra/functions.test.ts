import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { ServiceFunction, ServiceFunctionProps } from '../../infra/service-function.ts';
import { cognitoClaims } from '../../shared/accounts/claims.ts';
import { environments } from '../../shared/lambda/environment.ts';
import { type Properties, type Resource, type Templates, templatesOf } from './template.ts';

let templates: Templates;
beforeAll(async () => {
  templates = await templatesOf();
}, 60_000);

const bucket = (purpose: string) =>
  `arn:AWS::Partition:s3:::diem-cau-dev-${purpose}-AWS::AccountId-AWS::Region`;
const files = `${bucket('uploads')}/submissions/*`;
const evidence = `${bucket('uploads')}/evidence/*`;
const lineage = `${bucket('records')}/*`;
const frozen = `${bucket('snapshots')}/*`;
const table = 'Table.Arn';
const pool = 'IdentityPool.Arn';
const schedules = 'arn:AWS::Partition:scheduler:AWS::Region:AWS::AccountId:schedule/diem-cau-dev-meetings/*';
const receive = ['sqs:DeleteMessage', 'sqs:GetQueueAttributes', 'sqs:ReceiveMessage'];

const sender = 'arn:AWS::Partition:ses:AWS::Region:AWS::AccountId:identity/MailIdentity';
/** The schedules of meetings, made and moved, to go off with their one role. */
const passesRole = { 'MeetingSchedulesRole.Arn': ['iam:PassRole'] };
const keeps = ['scheduler:CreateSchedule', 'scheduler:DeleteSchedule', 'scheduler:UpdateSchedule'];

/** What each function may do beside writing its log: the whole of it. */
const permitted: Record<string, Record<string, string[]>> = {
  'open-submission': {
    [table]: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query'],
    [files]: ['s3:PutObject'],
  },
  normalise: {
    [table]: ['dynamodb:BatchGetItem', 'dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query'],
    [files]: ['s3:GetObject', 's3:GetObjectVersion'],
    [lineage]: ['s3:PutObject'],
    [`${bucket('records')}/reports/*`]: ['s3:GetObject'],
    [`${bucket('records')}/contexts/*`]: ['s3:GetObject'],
    'UploadsWorkQueue.Arn': receive,
  },
  'sign-submission': {
    [table]: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query'],
    'AggregateWorkQueue.Arn': ['sqs:SendMessage'],
  },
  'work-submission': {
    [table]: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query'],
    [evidence]: ['s3:PutObject'],
    'AggregateWorkQueue.Arn': ['sqs:SendMessage'],
  },
  aggregate: {
    [table]: ['dynamodb:BatchGetItem', 'dynamodb:GetItem', 'dynamodb:PutItem'],
    'AggregateWorkQueue.Arn': receive,
  },
  remind: {
    [table]: ['dynamodb:BatchGetItem', 'dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query'],
    [pool]: ['cognito-idp:ListUsersInGroup'],
    [sender]: ['ses:SendEmail'],
    'AggregateWorkQueue.Arn': ['sqs:SendMessage'],
    'EventBus.Arn': ['events:PutEvents'],
    'FreezeDeadLetters.Arn': ['sqs:SendMessage'],
    [schedules]: keeps,
    ...passesRole,
  },
  freeze: {
    [table]: ['dynamodb:BatchGetItem', 'dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query'],
    [frozen]: ['s3:GetObject', 's3:PutObject'],
    'EventBus.Arn': ['events:PutEvents'],
    'FreezeDeadLetters.Arn': ['sqs:SendMessage'],
  },
  briefing: {
    [table]: ['dynamodb:GetItem', 'dynamodb:PutItem'],
    [`${frozen.slice(0, -1)}snapshots/*`]: ['s3:GetObject'],
    [`${frozen.slice(0, -1)}briefings/*`]: ['s3:GetObject', 's3:PutObject'],
  },
  read: {
    [table]: ['dynamodb:BatchGetItem', 'dynamodb:GetItem', 'dynamodb:Query'],
    [lineage]: ['s3:GetObject'],
    [evidence]: ['s3:GetObject'],
    [files]: ['s3:GetObject'],
    [frozen]: ['s3:GetObject'],
  },
  'read-public': { [table]: ['dynamodb:GetItem', 'dynamodb:Query'] },
  'pre-token': { [table]: ['dynamodb:GetItem'], [pool]: ['cognito-idp:AdminGetUser'] },
  catalog: {
    [table]: ['dynamodb:BatchGetItem', 'dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query'],
    'PreviewCatalogWorkQueue.Arn': ['sqs:SendMessage'],
    'AggregateWorkQueue.Arn': ['sqs:SendMessage'],
  },
  'preview-catalog': {
    [table]: ['dynamodb:BatchGetItem', 'dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query'],
    [files]: ['s3:GetObject', 's3:GetObjectVersion'],
    [`${bucket('records')}/reports/*`]: ['s3:GetObject'],
    [`${bucket('records')}/contexts/*`]: ['s3:GetObject'],
    'PreviewCatalogWorkQueue.Arn': [...receive, 'sqs:SendMessage'].sort(),
  },
  meetings: {
    [table]: ['dynamodb:GetItem', 'dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query'],
    [schedules]: [...keeps, 'scheduler:GetSchedule'].sort(),
    ...passesRole,
  },
  users: {
    [table]: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query'],
    [pool]: [
      'cognito-idp:AdminAddUserToGroup',
      'cognito-idp:AdminCreateUser',
      'cognito-idp:AdminDeleteSoftwareToken',
      'cognito-idp:AdminDeleteUser',
      'cognito-idp:AdminDeleteUserAttributes',
      'cognito-idp:AdminDisableUser',
      'cognito-idp:AdminEnableUser',
      'cognito-idp:AdminGetUser',
      'cognito-idp:AdminListGroupsForUser',
      'cognito-idp:AdminRemoveUserFromGroup',
      'cognito-idp:AdminUpdateUserAttributes',
      'cognito-idp:AdminUserGlobalSignOut',
      'cognito-idp:ListUsers',
      'cognito-idp:ListUsersInGroup',
    ],
  },
};

/** A function without variables has no environment in the template. */
const nothing = { Variables: {} };
const functionOf = (name: string): Resource =>
  templates.one('AWS::Lambda::Function', `${pascal(name)}Function`);
const pascal = (name: string) => name.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());
const names = Object.keys(environments);

describe('functions', () => {
  test('every file of functions/ is deployed, and nothing else is', async () => {
    const entries = await readdir(join(import.meta.dirname, '..', '..', 'functions'));
    const deployed = templates.of('AWS::Lambda::Function').map(({ id }) => id);
    expect(entries.map((file) => `${pascal(file.replace(/\.ts$/, ''))}Function`).sort()).toEqual(
      deployed.sort(),
    );
    expect(entries.sort()).toEqual(names.map((name) => `${name}.ts`).sort());
  });

  test.each(names)('%s has exactly the variables of its contract', (name) => {
    const { Variables: variables } = (functionOf(name).properties.Environment ?? nothing) as Properties;
    const contract = Object.keys(environments[name as keyof typeof environments]);
    expect(Object.keys(variables as Properties).sort()).toEqual(contract.sort());
  });

  test('each variable names what its name says', () => {
    const values = templates.of('AWS::Lambda::Function').flatMap(({ properties }) => {
      const { Variables: variables } = (properties.Environment ?? nothing) as { Variables: Properties };
      return Object.entries(variables).map(([key, value]) => `${key} ${templates.read(value)}`);
    });
    expect([...new Set(values)].sort()).toEqual([
      'AGGREGATE_QUEUE_URL AggregateWorkQueue',
      `CLAIMS ${JSON.stringify(cognitoClaims)}`,
      'EVENT_BUS diem-cau-dev',
      'FREEZE_ARN FreezeFunction.Arn',
      'MAIL_FROM diem-cau@dev.example',
      'PORTAL_ORIGIN http://127.0.0.1:4800',
      'PREVIEW_QUEUE_URL PreviewCatalogWorkQueue',
      'RECORDS_BUCKET Records',
      'REMIND_ARN RemindFunction.Arn',
      'SCHEDULE_DEAD_LETTERS_ARN FreezeDeadLetters.Arn',
      'SCHEDULE_GROUP diem-cau-dev-meetings',
      'SCHEDULE_ROLE_ARN MeetingSchedulesRole.Arn',
      'SNAPSHOTS_BUCKET Snapshots',
      'TABLE_NAME Table',
      'UPLOADS_BUCKET Uploads',
      'USER_POOL_ID IdentityPool',
    ]);
  });

  test.each(names)('%s runs on Node 24 on arm64 with a log of its own that ends', (name) => {
    const { properties } = functionOf(name);
    expect(properties).toMatchObject({
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      Handler: 'index.handler',
      LoggingConfig: { LogGroup: {} },
    });
    expect(properties.VpcConfig).toBeUndefined();
    expect(String(properties.Description).length).toBeGreaterThan(20);
  });

  test.each(names)('%s may do exactly what is listed', (name) => {
    const role = templates.read(functionOf(name).properties.Role).replace('.Arn', '');
    const policies = templates
      .of('AWS::IAM::Policy')
      .filter((policy) => templates.read(policy.properties.Roles) === role);
    const statements = policies.flatMap((policy) => templates.statements(policy.properties.PolicyDocument));
    const may: Record<string, string[]> = {};
    for (const { resources, actions } of statements) {
      for (const resource of resources) may[resource] = [...(may[resource] ?? []), ...actions].sort();
    }
    expect(may).toEqual({
      ...permitted[name],
      [`${pascal(name)}Logs.Arn`]: ['logs:CreateLogStream', 'logs:PutLogEvents'],
    });
  });
});

describe('policies', () => {
  test('no action is a wildcard, and each resource that is one carries its reason', () => {
    const roles = templates.of('AWS::IAM::Policy');
    const wide = roles.flatMap(({ id, properties, metadata }) =>
      templates.statements(properties.PolicyDocument).flatMap(({ actions, resources }) => {
        expect(actions.filter((action) => action.includes('*'))).toEqual([]);
        const reasons = JSON.stringify(metadata.cdk_nag ?? {}).replaceAll(/[<>]/g, '');
        return resources
          .filter((resource) => resource.includes('*'))
          .map((resource) => ({ id, resource, reasoned: reasons.includes(`[Resource::${resource}]`) }));
      }),
    );
    expect(wide.filter(({ reasoned, resource }) => !reasoned || resource === '*')).toEqual([]);
    expect(wide).toHaveLength(18);
  });

  test('no role has a managed policy or statements of its own', () => {
    for (const { id, properties } of templates.of('AWS::IAM::Role')) {
      expect([id, properties.ManagedPolicyArns, properties.Policies]).toEqual([id, undefined, undefined]);
    }
  });

  test('buckets, queues and topic admit services only, each for one purpose', () => {
    const documents = ['AWS::S3::BucketPolicy', 'AWS::SQS::QueuePolicy', 'AWS::SNS::TopicPolicy'].flatMap(
      (type) =>
        templates.of(type).flatMap(({ properties }) => templates.statements(properties.PolicyDocument)),
    );
    const admitted = documents.filter(({ effect }) => effect === 'Allow');
    expect(admitted.map(({ principal, actions }) => `${principal} ${actions}`).sort()).toEqual([
      '{"Service":"cloudfront.amazonaws.com"} s3:GetObject',
      '{"Service":"cloudwatch.amazonaws.com"} sns:Publish',
      '{"Service":"logging.s3.amazonaws.com"} s3:PutObject',
      '{"Service":"logging.s3.amazonaws.com"} s3:PutObject',
      '{"Service":"logging.s3.amazonaws.com"} s3:PutObject',
      '{"Service":"logging.s3.amazonaws.com"} s3:PutObject',
      '{"Service":"s3.amazonaws.com"} sqs:SendMessage',
    ]);
    for (const { condition } of admitted) expect(condition).toContain('aws:SourceAccount AWS::AccountId');
  });
});

describe('event sources', () => {
  test('each reads one queue, reports single failures and is bounded', () => {
    const read = templates.of('AWS::Lambda::EventSourceMapping').map(({ properties }) => ({
      queue: templates.read(properties.EventSourceArn),
      by: templates.read(properties.FunctionName),
      batch: properties.BatchSize,
      window: properties.MaximumBatchingWindowInSeconds,
      responses: properties.FunctionResponseTypes,
      scaling: properties.ScalingConfig,
    }));
    const responses = ['ReportBatchItemFailures'];
    expect(read).toEqual([
      {
        queue: 'UploadsWorkQueue.Arn',
        by: 'NormaliseFunction',
        batch: 1,
        window: undefined,
        responses,
        scaling: { MaximumConcurrency: 20 },
      },
      {
        queue: 'AggregateWorkQueue.Arn',
        by: 'AggregateFunction',
        batch: 10,
        window: 1,
        responses,
        scaling: { MaximumConcurrency: 2 },
      },
      {
        queue: 'PreviewCatalogWorkQueue.Arn',
        by: 'PreviewCatalogFunction',
        batch: 1,
        window: undefined,
        responses,
        scaling: { MaximumConcurrency: 10 },
      },
    ]);
  });

  test('a message stays hidden for at least six times its reader’s timeout', () => {
    for (const { properties } of templates.of('AWS::Lambda::EventSourceMapping')) {
      const reader = templates
        .of('AWS::Lambda::Function')
        .find(({ id }) => id === templates.read(properties.FunctionName));
      const queue = templates
        .of('AWS::SQS::Queue')
        .find(({ id }) => `${id}.Arn` === templates.read(properties.EventSourceArn));
      const least =
        6 * Number(reader?.properties.Timeout) + Number(properties.MaximumBatchingWindowInSeconds ?? 0);
      expect(Number(queue?.properties.VisibilityTimeout)).toBeGreaterThanOrEqual(least);
    }
  });
});

test('every log has an end', () => {
  const groups = templates.of('AWS::Logs::LogGroup');
  expect(groups).toHaveLength(names.length + 1);
  for (const { properties } of groups) expect(properties.RetentionInDays).toBe(90);
});

test('no custom resource, and no function that is not ours', () => {
  const types = new Set(templates.resources.map(({ type }) => type));
  expect([...types].filter((type) => type.startsWith('Custom::') || type.includes('CustomResource'))).toEqual(
    [],
  );
  expect(templates.of('AWS::Lambda::Function')).toHaveLength(names.length);
});

// The compiler is what tests this one: `npm run types` fails when an error that is expected does not come.
test('a variable that is missing or misnamed does not compile', () => {
  const complete: ServiceFunctionProps<'normalise'>['environment'] = {
    TABLE_NAME: 't',
    UPLOADS_BUCKET: 'u',
    RECORDS_BUCKET: 'r',
  };
  // @ts-expect-error RECORDS_BUCKET is missing
  const missing: ServiceFunctionProps<'normalise'>['environment'] = { TABLE_NAME: 't', UPLOADS_BUCKET: 'u' };
  // @ts-expect-error UPLOAD_BUCKET is misnamed
  const misnamed: typeof complete = { TABLE_NAME: 't', UPLOAD_BUCKET: 'u', RECORDS_BUCKET: 'r' };
  type Props = ConstructorParameters<typeof ServiceFunction<'aggregate'>>[1];
  // @ts-expect-error the construct itself refuses a variable of another function's contract
  const foreign: Props['environment'] = { TABLE_NAME: 't', SNAPSHOTS_BUCKET: 's' };
  expect([complete, missing, misnamed, foreign]).toHaveLength(4);
});
