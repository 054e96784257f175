import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { type Baseline, condense, harms } from './stateful.ts';

/**
 * A running service is upgraded in place: nothing that keeps something vanishes, changes its logical id or is
 * replaced, and nothing is taken from another stack that uses it. `baseline/` holds what the templates of
 * commit 31d06eb have of this; it is made anew only with a release that has been deployed everywhere.
 */

const stacks = ['Data', 'Service'] as const;
const synthesised = join(import.meta.dirname, '..', '..', 'build', 'test-assembly');

function read<T>(...path: string[]): T {
  return JSON.parse(readFileSync(join(...path), 'utf8')) as T;
}
const baseline = (stack: string) => read<Baseline>(import.meta.dirname, 'baseline', `${stack}.json`);
const today = (stack: string) =>
  condense(read<Parameters<typeof condense>[0]>(synthesised, `DiemCau-dev-${stack}.template.json`));

describe('upgrading from the baseline', () => {
  test.each(stacks)('%s: nothing stateful vanishes, is renamed or replaced', (stack) => {
    expect(harms(baseline(stack), today(stack))).toEqual([]);
  });

  test('the baseline holds what it must: table, buckets, queues, users, the API', () => {
    const types = stacks.flatMap((stack) => Object.values(baseline(stack).resources).map(({ type }) => type));
    const count = (type: string) => types.filter((one) => one === type).length;
    expect(count('AWS::DynamoDB::Table')).toBe(1);
    expect(count('AWS::S3::Bucket')).toBe(4);
    expect(count('AWS::SQS::Queue')).toBe(5);
    expect(count('AWS::Cognito::UserPool')).toBe(1);
    expect(count('AWS::Cognito::UserPoolGroup')).toBe(4);
    expect(count('AWS::ApiGatewayV2::Api')).toBe(1);
    expect(Object.keys(baseline('Data').exports).length).toBeGreaterThan(5);
  });
});

describe('a harm is seen', () => {
  const changed = (stack: (typeof stacks)[number], change: (copy: Baseline) => void) => {
    const copy = structuredClone(baseline(stack));
    change(copy);
    return harms(baseline(stack), copy);
  };
  const idOf = (stack: (typeof stacks)[number], type: string) =>
    Object.entries(baseline(stack).resources).find(([, one]) => one.type === type)?.[0] as string;
  const table = idOf('Data', 'AWS::DynamoDB::Table');
  const bucket = idOf('Data', 'AWS::S3::Bucket');
  const pool = idOf('Data', 'AWS::Cognito::UserPool');
  const queue = idOf('Service', 'AWS::SQS::Queue');
  const set = (id: string, name: string, value: unknown) => (copy: Baseline) => {
    const resource = copy.resources[id];
    if (resource) resource.replacing[name] = value;
  };

  test.each<[string, (typeof stacks)[number], (copy: Baseline) => void, string]>([
    [
      'a table that vanishes',
      'Data',
      (copy) => void delete copy.resources[table],
      `AWS::DynamoDB::Table ${table} vanishes`,
    ],
    [
      'another key',
      'Data',
      set(table, 'KeySchema', [{ AttributeName: 'id', KeyType: 'HASH' }]),
      `AWS::DynamoDB::Table ${table} is replaced: KeySchema`,
    ],
    [
      'a table that gets a name',
      'Data',
      set(table, 'TableName', 'x'),
      `AWS::DynamoDB::Table ${table} is replaced: TableName`,
    ],
    [
      'another bucket name',
      'Data',
      set(bucket, 'BucketName', 'x'),
      `AWS::S3::Bucket ${bucket} is replaced: BucketName`,
    ],
    [
      'another way to sign in',
      'Data',
      set(pool, 'UsernameAttributes', ['email']),
      `AWS::Cognito::UserPool ${pool} is replaced: UsernameAttributes`,
    ],
    [
      'an attribute that is taken from the users',
      'Data',
      set(pool, 'Schema[]', []),
      `AWS::Cognito::UserPool ${pool} is replaced: Schema[]`,
    ],
    [
      'a queue that becomes FIFO',
      'Service',
      set(queue, 'FifoQueue', true),
      `AWS::SQS::Queue ${queue} is replaced: FifoQueue`,
    ],
    [
      'a bucket that goes with its stack',
      'Data',
      (copy) => void Object.assign(copy.resources[bucket] ?? {}, { deletionPolicy: 'Delete' }),
      `AWS::S3::Bucket ${bucket} is no longer retained`,
    ],
    [
      'an export that is in use',
      'Data',
      (copy) => void delete copy.exports[Object.keys(copy.exports)[0] as string],
      `export ${Object.keys(baseline('Data').exports)[0]} is not as it was`,
    ],
  ])('%s', (_what, stack, change, harm) => {
    expect(changed(stack, change)).toEqual([harm]);
  });

  test('one more attribute of users, and one more queue, do no harm', () => {
    const more = changed('Data', (copy) => {
      const resource = copy.resources[pool];
      const schema = resource?.replacing['Schema[]'] as object[];
      schema.push({ Name: 'phone', AttributeDataType: 'String' });
      copy.resources.More = { type: 'AWS::SQS::Queue', deletionPolicy: null, replacing: {} };
    });
    expect(more).toEqual([]);
  });
});
