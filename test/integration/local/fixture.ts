import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from '@jest/globals';

/** A small service in two stacks, hand-written as the CDK would synthesise it. */
export type Templates = { Data: Template; Service: Template };
type Template = { Resources: Record<string, TemplateResource>; Outputs?: Record<string, unknown> };
type TemplateResource = {
  Type: string;
  DependsOn?: string[];
  Properties?: Record<string, unknown>;
  Metadata?: unknown;
};

const handlers = join(import.meta.dirname, 'handlers');
export const handlersFolder = handlers;
/** A placeholder of `Fn::Sub`. */
const slot = (name: string) => ['$', '{AWS::', name, '}'].join('');
const ref = (id: string) => ({ Ref: id });
const att = (id: string, name = 'Arn') => ({ 'Fn::GetAtt': [id, name] });
const imported = (name: string) => ({ 'Fn::ImportValue': `Data:${name}` });
const exported = (name: string, value: unknown) => ({
  [name]: { Value: value, Export: { Name: `Data:${name}` } },
});
const allow = (service: string) => ({
  Statement: [{ Action: 'sts:AssumeRole', Effect: 'Allow', Principal: { Service: service } }],
});

function lambda(handler: string, more: Record<string, unknown> = {}): TemplateResource {
  return {
    Type: 'AWS::Lambda::Function',
    Properties: {
      Runtime: 'nodejs24.x',
      Handler: `${handler}.handler`,
      Code: {
        S3Bucket: { 'Fn::Sub': `cdk-assets-${slot('AccountId')}-${slot('Region')}` },
        S3Key: 'handlers.zip',
      },
      Role: att('FunctionRole'),
      MemorySize: 256,
      Timeout: 2,
      Environment: { Variables: { TABLE_NAME: imported('Table') } },
      ...more,
    },
  };
}

function route(key: string, access: 'JWT' | 'NONE', permitted = true): Record<string, TemplateResource> {
  const id = `Route${key.replace(/[^A-Za-z]/g, '')}`;
  return {
    [id]: {
      Type: 'AWS::ApiGatewayV2::Route',
      Properties: {
        ApiId: ref('Api'),
        RouteKey: key,
        Target: { 'Fn::Join': ['', ['integrations/', ref('ToApi')]] },
        AuthorizationType: access,
        ...(access === 'JWT' ? { AuthorizerId: ref('Tokens') } : {}),
      },
    },
    ...(permitted
      ? {
          [`${id}Permission`]: {
            Type: 'AWS::Lambda::Permission',
            Properties: {
              Action: 'lambda:InvokeFunction',
              FunctionName: att('ApiFunction'),
              Principal: 'apigateway.amazonaws.com',
              SourceArn: {
                'Fn::Join': [
                  '',
                  [
                    'arn:',
                    ref('AWS::Partition'),
                    ':execute-api:',
                    ref('AWS::Region'),
                    ':',
                    ref('AWS::AccountId'),
                    ':',
                    ref('Api'),
                    `/*/${key.replace(' ', '')}`,
                  ],
                ],
              },
            },
          },
        }
      : {}),
  };
}

function schedule(at: string, meeting: string, role = 'SchedulerRole'): TemplateResource {
  return {
    Type: 'AWS::Scheduler::Schedule',
    Properties: {
      ScheduleExpression: `at(${at})`,
      ScheduleExpressionTimezone: 'Asia/Ho_Chi_Minh',
      FlexibleTimeWindow: { Mode: 'OFF' },
      Target: {
        Arn: att('Freeze'),
        RoleArn: att(role),
        Input: JSON.stringify({ meeting, scheduledTime: '<aws.scheduler.scheduled-time>' }),
        RetryPolicy: { MaximumRetryAttempts: 3 },
        DeadLetterConfig: { Arn: att('FreezeDead') },
      },
    },
  };
}

/** The fixture's templates; a test may change its copy before it is written. */
export function templates(): Templates {
  return {
    Data: {
      Resources: {
        Table: {
          Type: 'AWS::DynamoDB::Table',
          Properties: {
            AttributeDefinitions: [
              { AttributeName: 'pk', AttributeType: 'S' },
              { AttributeName: 'sk', AttributeType: 'S' },
            ],
            KeySchema: [
              { AttributeName: 'pk', KeyType: 'HASH' },
              { AttributeName: 'sk', KeyType: 'RANGE' },
            ],
            BillingMode: 'PAY_PER_REQUEST',
            PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
          },
        },
        UploadsDead: { Type: 'AWS::SQS::Queue', Properties: { MessageRetentionPeriod: 1209600 } },
        UploadsQueue: {
          Type: 'AWS::SQS::Queue',
          Properties: {
            VisibilityTimeout: 2,
            RedrivePolicy: { deadLetterTargetArn: att('UploadsDead'), maxReceiveCount: 2 },
          },
        },
        UploadsQueuePolicy: {
          Type: 'AWS::SQS::QueuePolicy',
          Properties: {
            Queues: [ref('UploadsQueue')],
            PolicyDocument: {
              Version: '2012-10-17',
              Statement: [
                {
                  Action: 'sqs:*',
                  Effect: 'Deny',
                  Principal: { AWS: '*' },
                  Resource: att('UploadsQueue'),
                  Condition: { Bool: { 'aws:SecureTransport': 'false' } },
                },
                {
                  Action: 'sqs:SendMessage',
                  Effect: 'Allow',
                  Principal: { Service: 's3.amazonaws.com' },
                  Resource: att('UploadsQueue'),
                  Condition: {
                    ArnLike: {
                      'aws:SourceArn': {
                        'Fn::Sub': `arn:${slot('Partition')}:s3:::fixture-uploads-${slot('AccountId')}`,
                      },
                    },
                  },
                },
              ],
            },
          },
        },
        Uploads: {
          Type: 'AWS::S3::Bucket',
          DependsOn: ['UploadsQueuePolicy'],
          Properties: {
            BucketName: { 'Fn::Sub': `fixture-uploads-${slot('AccountId')}` },
            VersioningConfiguration: { Status: 'Enabled' },
            CorsConfiguration: {
              CorsRules: [
                {
                  AllowedMethods: ['PUT'],
                  AllowedOrigins: ['http://127.0.0.1:4800'],
                  AllowedHeaders: ['content-type', 'x-amz-meta-*'],
                  ExposedHeaders: ['ETag'],
                  MaxAge: 600,
                },
              ],
            },
            NotificationConfiguration: {
              QueueConfigurations: [
                {
                  Event: 's3:ObjectCreated:*',
                  Queue: att('UploadsQueue'),
                  Filter: {
                    S3Key: {
                      Rules: [
                        { Name: 'prefix', Value: 'in/' },
                        { Name: 'suffix', Value: '.csv' },
                      ],
                    },
                  },
                },
              ],
            },
          },
        },
        Records: { Type: 'AWS::S3::Bucket', Properties: {} },
        Pool: {
          Type: 'AWS::Cognito::UserPool',
          Properties: { Schema: [{ Name: 'unit', AttributeDataType: 'String' }] },
        },
        Client: { Type: 'AWS::Cognito::UserPoolClient', Properties: { UserPoolId: ref('Pool') } },
      },
      Outputs: {
        ...exported('Table', ref('Table')),
        ...exported('TableArn', att('Table')),
        ...exported('QueueArn', att('UploadsQueue')),
        ...exported('Issuer', att('Pool', 'ProviderURL')),
        ...exported('Client', ref('Client')),
      },
    },
    Service: {
      Resources: {
        FunctionRole: {
          Type: 'AWS::IAM::Role',
          Properties: { AssumeRolePolicyDocument: allow('lambda.amazonaws.com') },
        },
        FunctionPolicy: {
          Type: 'AWS::IAM::Policy',
          Properties: {
            Roles: [ref('FunctionRole')],
            PolicyDocument: {
              Statement: [
                {
                  Action: ['dynamodb:PutItem', 'dynamodb:GetItem'],
                  Effect: 'Allow',
                  Resource: imported('TableArn'),
                },
                {
                  Action: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
                  Effect: 'Allow',
                  Resource: imported('QueueArn'),
                },
                { Action: 'sqs:SendMessage', Effect: 'Allow', Resource: att('FreezeDead') },
              ],
            },
          },
        },
        ApiFunction: lambda('api'),
        Receive: lambda('receive'),
        Freeze: lambda('freeze', { DeadLetterConfig: { TargetArn: att('FreezeDead') } }),
        FreezeDead: { Type: 'AWS::SQS::Queue' },
        FreezeRetries: {
          Type: 'AWS::Lambda::EventInvokeConfig',
          Properties: { FunctionName: ref('Freeze'), Qualifier: '$LATEST', MaximumRetryAttempts: 1 },
        },
        Reads: {
          Type: 'AWS::Lambda::EventSourceMapping',
          Properties: {
            EventSourceArn: imported('QueueArn'),
            FunctionName: ref('Receive'),
            BatchSize: 10,
            ScalingConfig: { MaximumConcurrency: 2 },
            FunctionResponseTypes: ['ReportBatchItemFailures'],
          },
        },
        Api: {
          Type: 'AWS::ApiGatewayV2::Api',
          Properties: {
            ProtocolType: 'HTTP',
            CorsConfiguration: { AllowOrigins: ['https://example.org'], AllowMethods: ['GET'], MaxAge: 60 },
          },
        },
        Stage: {
          Type: 'AWS::ApiGatewayV2::Stage',
          Properties: { ApiId: ref('Api'), StageName: '$default', AutoDeploy: true },
        },
        Tokens: {
          Type: 'AWS::ApiGatewayV2::Authorizer',
          Properties: {
            ApiId: ref('Api'),
            AuthorizerType: 'JWT',
            IdentitySource: ['$request.header.Authorization'],
            JwtConfiguration: { Issuer: imported('Issuer'), Audience: [imported('Client')] },
          },
        },
        ToApi: {
          Type: 'AWS::ApiGatewayV2::Integration',
          Properties: {
            ApiId: ref('Api'),
            IntegrationType: 'AWS_PROXY',
            IntegrationUri: att('ApiFunction'),
            PayloadFormatVersion: '2.0',
          },
        },
        ...route('POST /v1/events/{id}', 'JWT'),
        ...route('GET /v1/answers/{how}', 'NONE'),
        ...route('GET /v1/unpermitted', 'NONE', false),
        SchedulerRole: {
          Type: 'AWS::IAM::Role',
          Properties: { AssumeRolePolicyDocument: allow('scheduler.amazonaws.com') },
        },
        SchedulerPolicy: {
          Type: 'AWS::IAM::Policy',
          Properties: {
            Roles: [ref('SchedulerRole')],
            PolicyDocument: {
              Statement: { Action: 'lambda:InvokeFunction', Effect: 'Allow', Resource: [att('Freeze')] },
            },
          },
        },
        WeakRole: {
          Type: 'AWS::IAM::Role',
          Properties: {
            AssumeRolePolicyDocument: allow('scheduler.amazonaws.com'),
            Policies: [
              {
                PolicyName: 'dead',
                PolicyDocument: {
                  Statement: [{ Action: 'sqs:SendMessage', Effect: 'Allow', Resource: att('FreezeDead') }],
                },
              },
            ],
          },
        },
        MeetingLater: schedule('2026-10-14T17:00:00', 'later'),
        MeetingFirst: schedule('2026-10-13T00:30:00', 'first'),
        MeetingFailing: schedule('2026-10-15T08:00:00', 'failing'),
        MeetingForbidden: schedule('2026-10-16T08:00:00', 'forbidden', 'WeakRole'),
        MeetingPast: schedule('2026-01-01T08:00:00', 'past'),
        Alarm: { Type: 'AWS::CloudWatch::Alarm', Properties: { AlarmActions: [ref('Topic')] } },
        Topic: { Type: 'AWS::SNS::Topic', Properties: {} },
      },
    },
  };
}

/** Writes a cloud assembly into a new folder and answers with that folder. */
export function writeAssembly(stacks: Templates = templates()): string {
  const folder = newFolder();
  const stack = (name: string, dependencies: string[]) => ({
    type: 'aws:cloudformation:stack',
    properties: { templateFile: `${name}.template.json`, stackName: name },
    dependencies,
  });
  const artifacts = {
    // The one that depends stands first: the order must come from the dependency.
    Service: stack('Service', ['Service.assets', 'Data']),
    Data: stack('Data', []),
    'Service.assets': { type: 'cdk:asset-manifest', properties: { file: 'Service.assets.json' } },
  };
  const files = {
    handlers: {
      source: { path: handlers, packaging: 'zip' },
      destinations: { here: { objectKey: 'handlers.zip' } },
    },
  };
  writeJson(folder, 'manifest.json', { version: '53.0.0', artifacts });
  writeJson(folder, 'Service.assets.json', { files });
  for (const [name, template] of Object.entries(stacks)) writeJson(folder, `${name}.template.json`, template);
  return folder;
}

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A new, empty folder that is gone after the tests of its file. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'diem-cau-'));
  folders.push(folder);
  return folder;
}

/**
 * Waits for something to come true, looking often.
 * @throws Error that says what did not
 */
export async function until<T>(what: string, look: () => Promise<T | undefined> | T | undefined): Promise<T> {
  const lastMs = Date.now() + 15_000;
  for (;;) {
    const seen = await look();
    if (seen !== undefined && seen !== false) return seen;
    if (Date.now() > lastMs) throw new Error(`this did not happen in time: ${what}`);
    await new Promise((done) => setTimeout(done, 15));
  }
}

function writeJson(folder: string, name: string, value: unknown): void {
  writeFileSync(join(folder, name), JSON.stringify(value));
}
