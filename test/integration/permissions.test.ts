import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import * as v from 'valibot';
import type { Call, Stack } from '../../local/stack.ts';
import { fits, isAllowed, PolicyDocument } from '../../local/template/policy.ts';
import { tellAccounts } from './accounts-client.ts';
import { nameOf, oracle, policiesOfFunctions, type Statement } from './permissions-policies.ts';
import { unused } from './permissions-unused.ts';
import { startService } from './service.ts';
import { tellStory } from './story.ts';
import { tellOfReminders } from './story-reminders.ts';

/**
 * Each function's policies allow exactly the calls that it makes: the calls of the whole story, as the
 * local stack recorded them, judged by an evaluator from elsewhere (docs/decisions/040).
 */

let stack: Stack;
let policies: Map<string, Statement[]>;
const calls: Call[] = [];

beforeAll(async () => {
  stack = await startService({ onCall: (call) => void calls.push(call) });
  policies = policiesOfFunctions(stack);
  await tellStory(stack);
  await tellAccounts(stack);
  await tellOfReminders(stack);
}, 400_000);
afterAll(() => stack.stop());

const keyOf = (call: Call) => `${nameOf(call.function)} ${call.action} ${call.resource}`;
/** Calls that the oracle finds forbidden. */
function forbidden(by: ReadonlyMap<string, Statement[]>): string[] {
  const may = new Map([...by].map(([name, statements]) => [name, oracle(statements)]));
  const each = new Map(calls.map((call) => [keyOf(call), call]));
  return [...each]
    .filter(([, { function: id, action, resource }]) => !may.get(nameOf(id))?.(action, resource))
    .map(([key]) => key);
}

const tableArn = () =>
  `arn:aws:dynamodb:ap-southeast-1:000000000000:table/${stack.resources.list('AWS::DynamoDB::Table')[0]?.physicalId}`;

describe('every call of the story', () => {
  test('is allowed by its function’s policies', () => {
    expect(new Set(calls.map((call) => nameOf(call.function)))).toEqual(new Set(policies.keys()));
    expect(forbidden(policies)).toEqual([]);
    expect(calls.filter(({ allowed }) => !allowed)).toEqual([]);
  });

  test('is found when a policy lacks its action, or names another object', () => {
    const lacking = new Map(policies);
    const without = (statement: Statement) => ({
      ...statement,
      Action: statement.Action.filter((action) => action !== 'dynamodb:BatchGetItem'),
      Resource: statement.Resource.map((one) => one.replace('/submissions/*', '/others/*')),
    });
    for (const name of ['Aggregate', 'OpenSubmission'])
      lacking.set(name, (policies.get(name) as Statement[]).map(without));
    const found = forbidden(lacking).map((key) => key.replace(/[0-9a-f]{32}/, '<id>'));
    expect([...new Set(found)].sort()).toEqual([
      `Aggregate dynamodb:BatchGetItem ${tableArn()}`,
      `OpenSubmission s3:PutObject arn:aws:s3:::diem-cau-dev-uploads-000000000000-ap-southeast-1/submissions/<id>/file`,
    ]);
  });

  test('counts signed URLs as calls of whoever signed them', () => {
    const objects = (name: string, action: string) =>
      new Set(calls.filter((call) => nameOf(call.function) === name && call.action === action).map(keyOf));
    // The 34 provinces' files, the one that is returned, the one that is asked about, the next quarter's, and the nine
    // that ministries published.
    expect(objects('OpenSubmission', 's3:PutObject').size).toBe(46);
    // The evidence, put by one function's permission and read by another's.
    expect(objects('WorkSubmission', 's3:PutObject').size).toBe(1);
    expect([...objects('Read', 's3:GetObject')].filter((key) => key.includes('/evidence/'))).toHaveLength(1);
    expect([...objects('Read', 's3:GetObject')].filter((key) => key.includes('/snapshots/'))).toHaveLength(1);
    // A version is named by the message that announces it.
    expect(objects('Normalise', 's3:GetObjectVersion').size).toBe(46);
  });
});

describe('the public function', () => {
  test('may get items of public partitions, and of no other', () => {
    // The whole of the role's policy as the template has it, so that a second, wider grant is seen too.
    const own = stack.resources
      .list('AWS::IAM::Policy')
      .filter(({ properties }) => String(properties.PolicyName).startsWith('ReadPublic'));
    expect(own).toHaveLength(1);
    const statements = own.flatMap(
      ({ properties }) => v.parse(PolicyDocument, properties.PolicyDocument).Statement,
    );
    const may = (context: Record<string, string>, action = 'dynamodb:GetItem') =>
      isAllowed(statements, { principal: 'r', action, resource: tableArn(), context });
    const keys = [
      'rollup#2026-Q3',
      'snapshot#0a',
      'meeting#ubqg-11',
      'catalog',
      'catalog#2026.4',
      'catalog-draft#0a',
      'submission#0a',
      'slot#x',
      'account#a',
      'unit#x',
    ];
    expect(keys.filter((key) => may({ 'dynamodb:leadingkeys': key }))).toEqual(keys.slice(0, 5));
    // IAM User Guide: ForAllValues holds where the key is absent; Null makes it be there.
    expect(may({})).toBe(false);
    const queried = [...keys, 'series#qd766'].filter((key) =>
      may({ 'dynamodb:leadingkeys': key }, 'dynamodb:Query'),
    );
    expect(queried).toEqual(['series#qd766']);
    expect(may({}, 'dynamodb:Query')).toBe(false);
  });
});

test.each([
  ['Catalog', ['catalog', 'catalog#2026.4', 'catalog-draft#0a']],
  ['PreviewCatalog', ['catalog-draft#0a']],
  ['Aggregate', ['rollup#2026-Q3', 'series#qd766']],
  [
    'Freeze',
    [
      'catalog#2026.4',
      'snapshot#0a',
      'meeting#ubqg-11',
      'calendar#ubqg-11',
      'tasks',
      'task-revisions#ubqg-11',
    ],
  ],
  ['Meetings', ['calendar#ubqg-11', 'meetings', 'tasks', 'task-revisions#ubqg-11']],
  ['Remind', ['calendar#ubqg-11']],
  ['Briefing', ['briefing#0a']],
])('%s writes its own partitions, and no other', (name, own) => {
  const policy = stack.resources
    .list('AWS::IAM::Policy')
    .filter(({ properties }) => new RegExp(`^${name}Role`).test(String(properties.PolicyName)));
  expect(policy).toHaveLength(1);
  const statements = policy.flatMap(
    ({ properties }) => v.parse(PolicyDocument, properties.PolicyDocument).Statement,
  );
  const may = (context: Record<string, string>) =>
    isAllowed(statements, { principal: 'r', action: 'dynamodb:PutItem', resource: tableArn(), context });
  const others = ['submission#0a', 'slot#x', 'account#a', 'unit#x', 'accounts'];
  const keys = ['catalog', 'catalog#2026.4', 'catalog-draft#0a', 'rollup#2026-Q3', 'series#qd766'];
  keys.push(
    'snapshot#0a',
    'meeting#ubqg-11',
    'briefing#0a',
    'calendar#ubqg-11',
    'meetings',
    'tasks',
    'task-revisions#ubqg-11',
    ...others,
  );
  expect(keys.filter((key) => may({ 'dynamodb:leadingkeys': key }))).toEqual(own);
  expect(may({})).toBe(false);
});

test('what is allowed and never used is listed with its reason, and nothing else is', () => {
  const facts = [...policies].flatMap(([name, statements]) =>
    statements
      .filter(({ Effect }) => Effect === 'Allow')
      .flatMap(({ Action, Resource }) => Action.flatMap((action) => Resource.map((one) => ({ action, one }))))
      .filter(({ action, one }) => !calls.some((call) => isUse(call, name, action, one)))
      .map(({ action, one }) => ({ name, action, resource: one })),
  );
  const isListed = (fact: (typeof facts)[number], entry: (typeof unused)[number]) =>
    (entry.functions === 'all' || entry.functions.includes(fact.name)) &&
    entry.actions.includes(fact.action) &&
    fits(entry.resource, fact.resource);
  expect(facts.filter((fact) => !unused.some((entry) => isListed(fact, entry)))).toEqual([]);
  for (const entry of unused) {
    expect(entry.reason.length).toBeGreaterThan(40);
    const names = entry.functions === 'all' ? [...policies.keys()] : entry.functions;
    const listed = names.flatMap((name) => entry.actions.map((action) => `${name} ${action}`));
    const found = facts
      .filter((fact) => isListed(fact, entry))
      .map(({ name, action }) => `${name} ${action}`);
    expect(found.sort()).toEqual(listed.sort());
  }
});

function isUse(call: Call, name: string, action: string, pattern: string): boolean {
  return nameOf(call.function) === name && call.action === action && fits(pattern, call.resource);
}

test('the stack and the oracle judge every pair of a function and a call alike', () => {
  const asked = [...new Map(calls.map((call) => [`${call.action} ${shapeOf(call)}`, call])).values()];
  let denied = 0;
  for (const [name, statements] of policies) {
    const may = oracle(statements);
    for (const { action, resource } of asked) {
      const request = { principal: name, action, resource, context: {} };
      const ours = isAllowed(statements, request);
      expect([name, action, resource, ours]).toEqual([name, action, resource, may(action, resource)]);
      if (!ours) denied += 1;
    }
  }
  expect(denied).toBeGreaterThan(asked.length);
});

const shapeOf = ({ resource }: Call) => resource.replace(/[0-9a-f]{32,}/, '<id>');

describe('the evaluators against what AWS documents', () => {
  const object = 'arn:aws:s3:::b/submissions/0a/file';
  const statement = (Action: string, Resource: string, Effect: 'Allow' | 'Deny' = 'Allow'): Statement => ({
    Effect,
    Action: [Action],
    Resource: [Resource],
  });
  const both = (statements: Statement[], action: string, resource: string) => [
    isAllowed(statements, { principal: 'r', action, resource, context: {} }),
    oracle(statements)(action, resource),
  ];

  // IAM User Guide: "Policy evaluation logic", "IAM JSON policy elements: Resource", "… Action".
  test.each<[string, Statement[], string, string, boolean]>([
    ['nothing allows nothing', [], 's3:GetObject', object, false],
    ['the same', [statement('s3:GetObject', object)], 's3:GetObject', object, true],
    ['* spans slashes', [statement('s3:GetObject', 'arn:aws:s3:::b/sub*')], 's3:GetObject', object, true],
    ['* in the middle', [statement('s3:GetObject', 'arn:aws:s3:::b/*/file')], 's3:GetObject', object, true],
    [
      'a bucket is not its objects',
      [statement('s3:GetObject', 'arn:aws:s3:::b')],
      's3:GetObject',
      object,
      false,
    ],
    [
      'objects are not their bucket',
      [statement('s3:ListBucket', 'arn:aws:s3:::b/*')],
      's3:ListBucket',
      'arn:aws:s3:::b',
      false,
    ],
    [
      '? is one character',
      [statement('s3:GetObject', 'arn:aws:s3:::b/submissions/??/file')],
      's3:GetObject',
      object,
      true,
    ],
    [
      '? is not two',
      [statement('s3:GetObject', 'arn:aws:s3:::b/submissions/?/file')],
      's3:GetObject',
      object,
      false,
    ],
    [
      'a dot is a dot',
      [statement('s3:GetObject', 'arn:aws:s3:::b.c')],
      's3:GetObject',
      'arn:aws:s3:::bxc',
      false,
    ],
    [
      'resources know capitals',
      [statement('s3:GetObject', 'arn:aws:s3:::b/A')],
      's3:GetObject',
      'arn:aws:s3:::b/a',
      false,
    ],
    ['a prefix of an action', [statement('s3:Get*', object)], 's3:GetObjectVersion', object, true],
    [
      'a version is another action',
      [statement('s3:GetObject', object)],
      's3:GetObjectVersion',
      object,
      false,
    ],
    [
      'a deny overrides',
      [statement('s3:*', '*'), statement('s3:GetObject', object, 'Deny')],
      's3:GetObject',
      object,
      false,
    ],
  ])('%s', (_what, statements, action, resource, expected) => {
    expect(both(statements, action, resource)).toEqual([expected, expected]);
  });

  test('pbac is wrong where AWS ignores the case of an action: ours is right', () => {
    expect(both([statement('S3:getobject', object)], 's3:GetObject', object)).toEqual([true, false]);
  });

  test('pbac is wrong on conditions of several keys, so it is asked of roles without any', () => {
    const two = { StringEquals: { 'aws:a': 'x', 'aws:b': 'y' } };
    const given = { ...statement('s3:GetObject', object), Condition: two };
    // It looks at the first key only, and would allow what AWS does not.
    expect(oracle([given])('s3:GetObject', object, { aws: { a: 'x' } })).toBe(true);
    const condition = { StringEquals: { 'aws:a': ['x'], 'aws:b': ['y'] } };
    const request = { principal: 'r', action: 's3:GetObject', resource: object };
    const ours = (context: Record<string, string>) =>
      isAllowed([{ ...statement('s3:GetObject', object), Condition: condition }], { ...request, context });
    expect([ours({ 'aws:a': 'x' }), ours({ 'aws:a': 'x', 'aws:b': 'y' })]).toEqual([false, true]);
  });
});
