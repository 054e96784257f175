import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
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
  test('are none of the template: meetings are planned while the service runs', () => {
    expect(templates.of('AWS::Scheduler::Schedule')).toEqual([]);
    expect(templates.of('AWS::Scheduler::ScheduleGroup').map(({ properties }) => properties.Name)).toEqual([
      'diem-cau-dev-meetings',
    ]);
  });

  test('are set by the functions that know of them, in this group and with its role alone', () => {
    const { properties } = templates.one('AWS::Lambda::Function', 'MeetingsFunction');
    const variables = (properties.Environment as { Variables: Properties }).Variables;
    const known = [
      'SCHEDULE_GROUP',
      'SCHEDULE_ROLE_ARN',
      'SCHEDULE_DEAD_LETTERS_ARN',
      'FREEZE_ARN',
      'REMIND_ARN',
    ];
    expect(known.map((name) => templates.read(variables[name]))).toEqual([
      'diem-cau-dev-meetings',
      'MeetingSchedulesRole.Arn',
      'FreezeDeadLetters.Arn',
      'FreezeFunction.Arn',
      'RemindFunction.Arn',
    ]);
    const policies = templates
      .of('AWS::IAM::Policy')
      .flatMap(({ properties }) => templates.statements(properties.PolicyDocument))
      .filter(({ actions }) => /scheduler:|iam:/.test(String(actions)));
    const kept = (read: string) => [
      [
        `scheduler:CreateSchedule,scheduler:DeleteSchedule,${read}scheduler:UpdateSchedule`,
        expect.stringMatching(/:schedule\/diem-cau-dev-meetings\/\*$/),
        '',
      ],
      [
        'iam:PassRole',
        'MeetingSchedulesRole.Arn',
        'StringEquals iam:PassedToService scheduler.amazonaws.com',
      ],
    ];
    // Once for the one whose steps set them again, once for the function that plans, and tells what is set.
    expect(
      policies.map(({ actions, resources, condition }) => [`${actions}`, `${resources}`, condition]),
    ).toEqual([...kept(''), ...kept('scheduler:GetSchedule,')]);
  });

  test('the Scheduler does not wait for the functions, so they have the same queue', () => {
    for (const name of ['FreezeFunction', 'RemindFunction']) {
      const { properties } = templates.one('AWS::Lambda::Function', name);
      const { TargetArn } = properties.DeadLetterConfig as Properties;
      expect(templates.read(TargetArn)).toBe('FreezeDeadLetters.Arn');
    }
  });

  test('their role may start the steps and report a failure, for schedules of this group only', () => {
    const policies = templates
      .of('AWS::IAM::Policy')
      .filter(({ properties }) => templates.read(properties.Roles) === 'MeetingSchedulesRole');
    const may = policies.flatMap(({ properties }) => templates.statements(properties.PolicyDocument));
    expect(may.map(({ actions, resources }) => `${actions} ${resources}`)).toEqual([
      'sqs:SendMessage FreezeDeadLetters.Arn',
      'lambda:InvokeFunction FreezeFunction.Arn,RemindFunction.Arn',
    ]);
    const role = templates.one('AWS::IAM::Role', 'MeetingSchedulesRole');
    const [trust] = templates.statements(role.properties.AssumeRolePolicyDocument);
    expect(trust?.principal).toBe('{"Service":"scheduler.amazonaws.com"}');
    expect(trust?.condition).toBe(
      'StringEquals aws:SourceAccount AWS::AccountId; ArnEquals aws:SourceArn MeetingSchedulesGroup.Arn',
    );
  });
});
