import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { catalog } from '../../shared/catalog/catalog.ts';
import { environments } from '../../shared/lambda/environment.ts';
import { type Properties, type Templates, templatesOf } from './template.ts';

let templates: Templates;
let runbook: string;
beforeAll(async () => {
  runbook = await readFile(join(import.meta.dirname, '..', '..', 'docs', 'runbook.md'), 'utf8');
  templates = await templatesOf();
}, 60_000);

const alarmNames = () =>
  templates
    .of('AWS::CloudWatch::Alarm')
    .map(({ properties }) => String(properties.AlarmName).replace('DiemCau-dev-', ''));

describe('alarms', () => {
  test('each is a heading of the runbook, and each heading an alarm', () => {
    const headings = [...runbook.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
    expect(headings.sort()).toEqual(alarmNames().sort());
  });

  test('each part of the runbook says what to look at, why it happens, how to mend it and how to re-drive', () => {
    for (const part of runbook.split(/^## /m).slice(1)) {
      const steps = [...part.matchAll(/^- \*\*(.+?)\*\*/gm)].map(([, step]) => step);
      expect([part.split('\n')[0], steps]).toEqual([
        part.split('\n')[0],
        ['Check', 'Cause', 'Fix', 'Re-drive'],
      ]);
    }
  });

  test('watch every function, every dead-letter queue, every work queue and the API', () => {
    const functions = Object.keys(environments).map((name) => `${name}-errors`);
    const worked = ['uploads', 'aggregate', 'preview-catalog'];
    const queues = [...worked, 'meetings'].map((name) => `${name}-dead-letters`);
    const waiting = worked.map((name) => `${name}-waiting`);
    expect(alarmNames().sort()).toEqual([...functions, ...queues, ...waiting, 'api-errors'].sort());
    const watched = new Set(
      templates.of('AWS::CloudWatch::Alarm').map(({ properties }) => {
        const [dimension] = properties.Dimensions as { Name: string; Value: string }[];
        return `${dimension?.Name} ${templates.read(dimension?.Value)}`;
      }),
    );
    expect(watched.size).toBe(functions.length + queues.length + waiting.length + 1);
  });

  test('each tells somebody, and says who is hurt in one sentence', () => {
    for (const { properties } of templates.of('AWS::CloudWatch::Alarm')) {
      expect(templates.read(properties.AlarmActions)).toBe('AlarmsTopic');
      expect(properties.AlarmDescription).toMatch(/^[A-Z][^.]{20,150}\.$/);
      expect(properties.TreatMissingData).toBe('notBreaching');
    }
  });

  test('their topic refuses plain text and lets this account’s alarms in', () => {
    const [policy] = templates.of('AWS::SNS::TopicPolicy');
    const statements = templates.statements(policy?.properties.PolicyDocument);
    expect(statements.map(({ effect, condition }) => `${effect} ${condition}`)).toEqual([
      'Deny Bool aws:SecureTransport false',
      'Allow StringEquals aws:SourceAccount AWS::AccountId',
    ]);
  });
});

describe('schedules', () => {
  test('one for each meeting that is to be frozen, on local time, once, exactly', () => {
    const wanted = [...catalog.meetings.values()].filter(({ freezeAt }) => freezeAt !== null);
    const schedules = templates.of('AWS::Scheduler::Schedule').map(({ properties }) => properties);
    expect(schedules).toHaveLength(wanted.length);
    expect(schedules).toMatchObject([
      {
        ScheduleExpression: 'at(2026-10-14T17:02:00)',
        ScheduleExpressionTimezone: 'Asia/Ho_Chi_Minh',
        FlexibleTimeWindow: { Mode: 'OFF' },
        Target: {
          Input: '{"meeting":"ubqg-11","scheduledTime":"<aws.scheduler.scheduled-time>"}',
          RetryPolicy: { MaximumEventAgeInSeconds: 21_600, MaximumRetryAttempts: 60 },
        },
      },
    ]);
  });

  test('a meeting whose freeze ran before the day of the deployment gets none', async () => {
    const schedules = async (meetingsFrom: string) =>
      (await templatesOf({ meetingsFrom })).of('AWS::Scheduler::Schedule').length;
    expect([await schedules('2026-10-14'), await schedules('2026-10-15')]).toEqual([1, 0]);
    // Two syntheses, each of which bundles every function.
  }, 180_000);

  test('each starts the freeze, leaves what failed in a queue, and stands in a group of its own', () => {
    for (const { properties } of templates.of('AWS::Scheduler::Schedule')) {
      const target = properties.Target as Properties;
      expect(templates.read(target.Arn)).toBe('FreezeFunction.Arn');
      expect(templates.read((target.DeadLetterConfig as Properties).Arn)).toBe('FreezeDeadLetters.Arn');
      expect(templates.read(target.RoleArn)).toBe('MeetingSchedulesRole.Arn');
      expect(templates.read(properties.GroupName)).toBe('diem-cau-dev-meetings');
    }
  });

  test('the Scheduler does not wait for the function, so the function has the same queue', () => {
    const { properties } = templates.one('AWS::Lambda::Function', 'FreezeFunction');
    expect(templates.read((properties.DeadLetterConfig as Properties).TargetArn)).toBe(
      'FreezeDeadLetters.Arn',
    );
  });

  test('their role may start the freeze and report a failure, for schedules of this group only', () => {
    const policies = templates
      .of('AWS::IAM::Policy')
      .filter(({ properties }) => templates.read(properties.Roles) === 'MeetingSchedulesRole');
    const may = policies.flatMap(({ properties }) => templates.statements(properties.PolicyDocument));
    expect(may.map(({ actions, resources }) => `${actions} ${resources}`)).toEqual([
      'sqs:SendMessage FreezeDeadLetters.Arn',
      'lambda:InvokeFunction FreezeFunction.Arn',
    ]);
    const role = templates.one('AWS::IAM::Role', 'MeetingSchedulesRole');
    const [trust] = templates.statements(role.properties.AssumeRolePolicyDocument);
    expect(trust?.principal).toBe('{"Service":"scheduler.amazonaws.com"}');
    expect(trust?.condition).toBe(
      'StringEquals aws:SourceAccount AWS::AccountId; ArnEquals aws:SourceArn MeetingSchedulesGroup.Arn',
    );
  });
});
