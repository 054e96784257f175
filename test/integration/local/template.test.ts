import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { startStack } from '../../../local/stack.ts';
import { loadAssembly } from '../../../local/template/assembly.ts';
import { type Resources, resolveResources } from '../../../local/template/resources.ts';
import { type Templates, templates, writeAssembly } from './fixture.ts';

const endpoints = {
  api: 'http://127.0.0.1:1',
  dynamodb: 'http://127.0.0.1:2',
  s3: 'http://127.0.0.1:3',
  sqs: 'http://127.0.0.1:4',
};

function resolved(change: (stacks: Templates) => void = () => {}): Resources {
  const stacks = templates();
  change(stacks);
  return resolveResources(loadAssembly(writeAssembly(stacks)), endpoints);
}
const add = (Type: string, Properties: Record<string, unknown> = {}) => ({ Type, Properties });

describe('a template is resolved for this machine', () => {
  test('stacks stand in the order of their dependencies', () => {
    expect(loadAssembly(writeAssembly()).map(({ name }) => name)).toEqual(['Data', 'Service']);
  });

  test('names follow from stack and logical id, or are those that the template gives', () => {
    const { find } = resolved();
    expect(find('Table').physicalId).toBe('Data-Table');
    expect(find('Records').physicalId).toBe('data-records');
    expect(find('Uploads').physicalId).toBe('fixture-uploads-000000000000');
    expect(find('UploadsQueue').physicalId).toBe('http://127.0.0.1:4/000000000000/Data-UploadsQueue');
    expect(find('Data/UploadsQueue').arn).toBe('arn:aws:sqs:ap-southeast-1:000000000000:Data-UploadsQueue');
    expect(find('Pool').physicalId).toBe('ap-southeast-1_DataPool');
  });

  test('a name that would be too long is cut, and stays its own', () => {
    const long = `Records${'x'.repeat(80)}`;
    const { find } = resolved(({ Data }) => {
      Data.Resources[`${long}A`] = add('AWS::S3::Bucket');
      Data.Resources[`${long}B`] = add('AWS::S3::Bucket');
    });
    const [a, b] = [find(`${long}A`).physicalId, find(`${long}B`).physicalId];
    expect(a).toHaveLength(63);
    expect(a).not.toBe(b);
  });

  test('every intrinsic function of the list, and values of the other stack', () => {
    const { find } = resolved(({ Service }) => {
      Service.Resources.Probe = add('AWS::CloudWatch::Alarm', {
        split: { 'Fn::Select': [5, { 'Fn::Split': [':', { 'Fn::ImportValue': 'Data:QueueArn' }] }] },
        // biome-ignore lint/suspicious/noTemplateCurlyInString: CloudFormation's own placeholders
        sub: { 'Fn::Sub': ['${!kept} ${Name} ${Freeze.Arn}', { Name: { Ref: 'AWS::StackName' } }] },
        removed: { Ref: 'AWS::NoValue' },
        joined: { 'Fn::Join': ['.', ['s3', { Ref: 'AWS::URLSuffix' }]] },
        list: [{ Ref: 'Topic' }, { Ref: 'AWS::NoValue' }],
      });
    });
    expect(find('Probe').properties).toEqual({
      split: 'Data-UploadsQueue',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: what ${!kept} becomes
      sub: '${kept} Service arn:aws:lambda:ap-southeast-1:000000000000:function:Service-Freeze',
      joined: 's3.amazonaws.com',
      list: ['arn:aws:sns:ap-southeast-1:000000000000:Service-Topic'],
    });
  });

  test('a resource is also found by the path of its construct', () => {
    const { find } = resolved(({ Data }) => {
      const table = Data.Resources.Table;
      if (table) table.Metadata = { 'aws:cdk:path': 'Data/Main/Table/Resource' };
    });
    expect(find('Data/Main/Table').logicalId).toBe('Table');
    expect(() => find('Nothing')).toThrow('Nothing: there is no such resource');
  });

  test.each<[string, (stacks: Templates) => void, string]>([
    [
      'an unknown type',
      ({ Service }) => {
        Service.Resources.Rest = add('AWS::ApiGateway::RestApi');
      },
      'Service/Rest: resource type AWS::ApiGateway::RestApi is not supported',
    ],
    [
      'a custom resource',
      ({ Service }) => {
        Service.Resources.Custom = add('Custom::S3BucketNotifications');
      },
      'Service/Custom: resource type Custom::S3BucketNotifications',
    ],
    [
      'a reference to nothing',
      ({ Service }) => {
        Service.Resources.Odd = add('AWS::SNS::Topic', { name: { Ref: 'Nobody' } });
      },
      'Service/Odd: there is no resource Nobody',
    ],
    [
      'an unknown attribute',
      ({ Service }) => {
        Service.Resources.Odd = add('AWS::SNS::Topic', { name: { 'Fn::GetAtt': ['Topic', 'Colour'] } });
      },
      'Service/Odd: Topic has no attribute Colour',
    ],
    [
      'an unknown function',
      ({ Service }) => {
        Service.Resources.Odd = add('AWS::SNS::Topic', { name: { 'Fn::Cidr': [] } });
      },
      'Service/Odd: the intrinsic function Fn::Cidr is not supported',
    ],
    [
      'an export that nobody makes',
      ({ Service }) => {
        Service.Resources.Odd = add('AWS::SNS::Topic', { name: { 'Fn::ImportValue': 'Data:Nothing' } });
      },
      'Service/Odd: no earlier stack exports Data:Nothing',
    ],
    [
      'a name that leads back to itself',
      ({ Service }) => {
        Service.Resources.A = add('AWS::SNS::Topic', { TopicName: { 'Fn::GetAtt': ['A', 'TopicName'] } });
      },
      'Service/A: the name of A depends on itself',
    ],
  ])('%s stops it, by name', (_what, change, message) => {
    expect(() => resolved(change)).toThrow(message);
  });
});

describe('wiring that AWS would refuse stops the start', () => {
  const start = (change: (stacks: Templates) => void) => {
    const stacks = templates();
    change(stacks);
    return startStack({ assembly: writeAssembly(stacks), port: 0 });
  };
  const set = (stacks: Templates, stack: keyof Templates, id: string, more: Record<string, unknown>) => {
    const resource = stacks[stack].Resources[id];
    if (resource) resource.Properties = { ...resource.Properties, ...more };
  };

  test.each<[string, (stacks: Templates) => void, string]>([
    [
      'a queue whose policy admits another bucket',
      (stacks) => set(stacks, 'Data', 'Uploads', { BucketName: 'fixture-other' }),
      'Data/Uploads: the policy of queue Data/UploadsQueue does not let s3.amazonaws.com send',
    ],
    [
      'a queue without a policy',
      (stacks) => {
        delete stacks.Data.Resources.UploadsQueuePolicy;
      },
      'does not let s3.amazonaws.com send',
    ],
    [
      'a bucket that may be made before the policy',
      ({ Data }) => {
        if (Data.Resources.Uploads) Data.Resources.Uploads.DependsOn = [];
      },
      'Data/Uploads: must depend on the queue policy UploadsQueuePolicy',
    ],
    [
      'a queue that hides messages for less time than its function may take',
      (stacks) => set(stacks, 'Service', 'Receive', { Timeout: 3 }),
      'Service/Reads: queue visibility timeout of 2 s is less than the function timeout of 3 s',
    ],
    [
      'a function whose code is not there',
      (stacks) => set(stacks, 'Service', 'Receive', { Code: { S3Key: 'other.zip' } }),
      'Service/Receive: its code other.zip is not in the assembly',
    ],
    [
      'an authoriser of another issuer',
      (stacks) =>
        set(stacks, 'Service', 'Tokens', {
          JwtConfiguration: { Issuer: 'https://example.org', Audience: ['x'] },
        }),
      'Service/Tokens: https://example.org is no user pool of this template',
    ],
    [
      'a schedule that recurs',
      (stacks) => set(stacks, 'Service', 'MeetingLater', { ScheduleExpression: 'rate(1 day)' }),
      'Service/MeetingLater: rate(1 day): only one-time schedules',
    ],
    [
      'a schedule in a time zone that is none',
      (stacks) => set(stacks, 'Service', 'MeetingLater', { ScheduleExpressionTimezone: 'Asia/Hue' }),
      'Service/MeetingLater',
    ],
    [
      'a table with a stream',
      (stacks) => set(stacks, 'Data', 'Table', { StreamSpecification: { StreamViewType: 'KEYS_ONLY' } }),
      'Data/Table: streams are not supported',
    ],
  ])('%s', async (_what, change, message) => {
    await expect(start(change)).rejects.toThrow(message);
  });

  test('a folder that is no assembly', async () => {
    const assembly = join(import.meta.dirname, 'handlers');
    await expect(startStack({ assembly, port: 0 })).rejects.toThrow('no cloud assembly here');
  });
});
