import {
  DeleteItemCommand,
  DynamoDBClient,
  ListTablesCommand,
  PutItemCommand,
} from '@aws-sdk/client-dynamodb';
import { GetObjectCommand, HeadObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import {
  GetQueueUrlCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Call, type Stack, startStack } from '../../../local/stack.ts';
import { type Templates, templates, writeAssembly } from './fixture.ts';

/** What a function may do, seen from outside with the key that its process was given. */

const Bucket = 'fixture-uploads-000000000000';
const objects = `arn:aws:s3:::${Bucket}/in/*`;
const calls: Call[] = [];
let stack: Stack;
let s3: S3Client;
let own: S3Client;
let sqs: SQSClient;
let dynamodb: DynamoDBClient;

function allow(stacks: Templates, id: string, statement: object): void {
  const role = { Ref: 'FunctionRole' };
  stacks.Service.Resources[id] = {
    Type: 'AWS::IAM::Policy',
    Properties: { Roles: [role], PolicyDocument: { Statement: statement } },
  };
}

beforeAll(async () => {
  const stacks = templates();
  allow(stacks, 'Objects', { Effect: 'Allow', Action: ['s3:GetObject', 's3:PutObject'], Resource: objects });
  allow(stacks, 'Denied', { Effect: 'Deny', Action: 's3:PutObject', Resource: objects.replace('*', 'x*') });
  stacks.Data.Resources.UploadsPolicy = {
    Type: 'AWS::S3::BucketPolicy',
    Properties: {
      Bucket: { Ref: 'Uploads' },
      PolicyDocument: {
        Statement: [
          deny('s3:*', { Bool: { 'aws:SecureTransport': 'false' } }),
          deny('s3:*', { NumericLessThan: { 's3:TlsVersion': 1.2 } }),
          deny(
            's3:PutObject',
            { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/Service-FunctionRole' } },
            'in/y*',
          ),
        ],
      },
    },
  };
  stack = await startStack({
    assembly: writeAssembly(stacks),
    port: 0,
    onCall: (call) => void calls.push(call),
  });
  const answer = await fetch(`${stack.url}/v1/answers/env`);
  const env = (await answer.json()) as Record<string, string>;
  const { region, endpoints } = stack.aws;
  const credentials = {
    accessKeyId: env.AWS_ACCESS_KEY_ID ?? '',
    secretAccessKey: env.AWS_SECRET_ACCESS_KEY ?? '',
    sessionToken: env.AWS_SESSION_TOKEN ?? '',
  };
  const settings = { region, maxAttempts: 1 };
  s3 = new S3Client({ ...settings, credentials, endpoint: endpoints.s3 });
  own = new S3Client({ ...settings, credentials: stack.aws, endpoint: endpoints.s3 });
  sqs = new SQSClient({ ...settings, credentials, endpoint: endpoints.sqs });
  dynamodb = new DynamoDBClient({ ...settings, credentials, endpoint: endpoints.dynamodb });
});
afterAll(async () => {
  for (const client of [s3, own, sqs, dynamodb]) client.destroy();
  await stack.stop();
});

function deny(Action: string, Condition: object, objects = '*') {
  return {
    Effect: 'Deny',
    Action,
    Principal: { AWS: '*' },
    Resource: { 'Fn::Join': ['', [{ 'Fn::GetAtt': ['Uploads', 'Arn'] }, `/${objects}`]] },
    Condition,
  };
}

const key = { pk: { S: 'a' }, sk: { S: 'b' } };

describe('DynamoDB', () => {
  test('does what the role allows', async () => {
    const TableName = stack.resources.physicalId('Table');
    await dynamodb.send(new PutItemCommand({ TableName, Item: key }));
    expect(calls.at(-1)).toEqual({
      function: 'ApiFunction',
      action: 'dynamodb:PutItem',
      partition: 'a',
      resource: 'arn:aws:dynamodb:ap-southeast-1:000000000000:table/Data-Table',
      by: 'function',
      allowed: true,
    });
  });

  test('refuses what it does not, in AWS’s words', async () => {
    const TableName = stack.resources.physicalId('Table');
    await expect(dynamodb.send(new DeleteItemCommand({ TableName, Key: key }))).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message:
        'User: arn:aws:sts::000000000000:assumed-role/Service-FunctionRole/Service-ApiFunction is not authorized to perform: dynamodb:DeleteItem on resource: arn:aws:dynamodb:ap-southeast-1:000000000000:table/Data-Table because no identity-based policy allows the dynamodb:DeleteItem action',
    });
  });

  test('refuses by name a call that cannot be judged', async () => {
    await expect(dynamodb.send(new ListTablesCommand())).rejects.toThrow(
      'a call that this stack cannot judge: DynamoDB_20120810.ListTables',
    );
  });
});

describe('SQS', () => {
  test('does what the role allows, and refuses the rest', async () => {
    const QueueUrl = stack.resources.physicalId('FreezeDead');
    await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'một' }));
    await expect(sqs.send(new ReceiveMessageCommand({ QueueUrl }))).rejects.toThrow(
      'is not authorized to perform: sqs:ReceiveMessage on resource: arn:aws:sqs:ap-southeast-1:000000000000:Service-FreezeDead',
    );
    await expect(sqs.send(new GetQueueUrlCommand({ QueueName: 'Service-FreezeDead' }))).rejects.toThrow(
      'a call that this stack cannot judge: AmazonSQS.GetQueueUrl',
    );
  });
});

describe('S3', () => {
  test('does what the role allows', async () => {
    await s3.send(new PutObjectCommand({ Bucket, Key: 'in/1.csv', Body: 'một' }));
    const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key: 'in/1.csv' }));
    expect(await Body?.transformToString()).toBe('một');
  });

  test.each([
    ['another prefix', 'out/1.csv', 'because no identity-based policy allows the s3:PutObject action'],
    ['what the role denies', 'in/x1.csv', 'with an explicit deny'],
    ['what the bucket denies', 'in/y1.csv', 'with an explicit deny'],
  ])('refuses %s', async (_what, Key, why) => {
    await expect(s3.send(new PutObjectCommand({ Bucket, Key, Body: 'x' }))).rejects.toMatchObject({
      name: 'AccessDenied',
      message: expect.stringContaining(`s3:PutObject on resource: arn:aws:s3:::${Bucket}/${Key} ${why}`),
    });
  });

  test('a version needs a right of its own', async () => {
    const { VersionId } = await s3.send(new PutObjectCommand({ Bucket, Key: 'in/2.csv', Body: 'hai' }));
    const version = { Bucket, Key: 'in/2.csv', VersionId };
    await expect(s3.send(new GetObjectCommand(version))).rejects.toThrow('s3:GetObjectVersion');
  });

  test('a signed URL may what its signer may', async () => {
    const url = (Key: string) => getSignedUrl(s3, new GetObjectCommand({ Bucket, Key }));
    expect((await fetch(await url('in/1.csv'))).status).toBe(200);
    const refused = await fetch(await url('out/1.csv'));
    expect([refused.status, await refused.text()]).toEqual([
      403,
      expect.stringContaining('<Code>AccessDenied</Code>'),
    ]);
  });

  test('what is not there is hidden from whoever may not list the bucket', async () => {
    const missing = { Bucket, Key: 'in/nothing.csv' };
    const status = (call: Promise<unknown>) =>
      call.catch((error: { $metadata: { httpStatusCode: number } }) => error.$metadata.httpStatusCode);
    expect(await status(s3.send(new GetObjectCommand(missing)))).toBe(403);
    expect(await status(s3.send(new HeadObjectCommand(missing)))).toBe(403);
    expect(await status(own.send(new GetObjectCommand(missing)))).toBe(404);
    expect(await status(own.send(new HeadObjectCommand(missing)))).toBe(404);
  });
});

describe('a template that AWS would not deploy, or that cannot be judged here, stops the start', () => {
  const add = (statement: object) => (stacks: Templates) => allow(stacks, 'Odd', statement);
  const all = { Effect: 'Allow', Action: 's3:*', Resource: '*' };
  const document = (stacks: Templates) =>
    stacks.Service.Resources.FunctionPolicy?.Properties?.PolicyDocument as {
      Statement: { Action: unknown }[];
    };
  const role = (more: object) => (stacks: Templates) =>
    void Object.assign(stacks.Service.Resources.FunctionRole?.Properties as object, more);

  test.each<[string, (stacks: Templates) => void, string]>([
    [
      'NotAction',
      add({ Effect: 'Allow', NotAction: 's3:*', Resource: '*' }),
      'Service/Odd: PolicyDocument.Statement.0',
    ],
    [
      'an unknown condition',
      add({ ...all, Condition: { StringNotLike: { 'aws:a': 'b' } } }),
      'Service/FunctionRole: the policy condition StringNotLike is not supported',
    ],
    [
      'a policy variable',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: IAM's own placeholder
      add({ ...all, Resource: 'arn:aws:s3:::b/${aws:username}' }),
      'Service/FunctionRole: policy variables are not supported',
    ],
    [
      'a managed policy',
      role({ ManagedPolicyArns: ['arn:aws:iam::aws:policy/ReadOnlyAccess'] }),
      'Service/FunctionRole: managed policies are not supported',
    ],
    [
      'a boundary',
      role({ PermissionsBoundary: 'arn:aws:iam::000000000000:policy/b' }),
      'boundaries are not supported',
    ],
    [
      'a role for another service',
      role({
        AssumeRolePolicyDocument: {
          Statement: [
            { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'ec2.amazonaws.com' } },
          ],
        },
      }),
      'its role cannot be assumed by Lambda',
    ],
    [
      'a queue that the reader’s role may not read',
      (stacks) =>
        void Object.assign(document(stacks).Statement[1] as object, {
          Action: ['sqs:ReceiveMessage', 'sqs:GetQueueAttributes'],
        }),
      'is not authorized to perform: sqs:DeleteMessage',
    ],
    [
      'a dead-letter queue that the role may not send to',
      (stacks) => void document(stacks).Statement.pop(),
      'Service/Freeze: its role may not call sqs:SendMessage on its dead-letter queue',
    ],
  ])('%s', async (_what, change, message) => {
    const stacks = templates();
    change(stacks);
    await expect(startStack({ assembly: writeAssembly(stacks), port: 0 })).rejects.toThrow(message);
  });
});
