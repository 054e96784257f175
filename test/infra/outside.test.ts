import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { App, Duration } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import type { Bundles } from '../../infra/bundle.ts';
import { EventBus } from '../../infra/event-bus.ts';
import { Mail } from '../../infra/mail.ts';
import { MeetingSchedules } from '../../infra/meeting-schedules.ts';
import { ServiceFunction } from '../../infra/service-function.ts';
import { checkSettings, type SettingsInput } from '../../infra/settings.ts';
import { ServiceStack } from '../../infra/stacks.ts';
import { environments } from '../../shared/lambda/environment.ts';

/** What reaches beyond the service: schedules, mails and events, each construct by itself, with one function that may. */

const stage = { stage: 'test', portalOrigin: 'https://diemcau.example.vn' };
// Any folder will do, since only the template is looked at.
const folder = join(import.meta.dirname, '..', 'integration', 'local', 'handlers');
const bundles = Object.fromEntries(Object.keys(environments).map((name) => [name, folder])) as Bundles;

function made(settings: SettingsInput = {}) {
  const service = new ServiceStack(new App({ analyticsReporting: false }), checkSettings(settings), bundles);
  const schedules = new MeetingSchedules(service);
  const bus = new EventBus(service);
  const mail = new Mail(service);
  const probe = new ServiceFunction(service, {
    name: 'read-public',
    description: 'A function that sets schedules, tells and mails',
    environment: { TABLE_NAME: 'table' },
    memoryMB: 128,
    timeout: Duration.seconds(3),
    errorsHurt: 'Nobody is hurt by a function that is only looked at.',
    deadLetters: schedules.deadLetters,
  });
  schedules.mayBeKeptBy(probe);
  schedules.mayStart(probe.lambda);
  bus.mayBeToldBy(probe);
  mail.mayBeSentBy(probe);
  return { template: Template.fromStack(service), from: mail.from };
}

type Statement = { Action: string | string[]; Resource: unknown; Condition?: unknown };
/** The statements of all policies that give a right of a service. */
function rights(template: Template, service: string): Statement[] {
  return Object.values(template.findResources('AWS::IAM::Policy'))
    .flatMap(({ Properties }) => Properties.PolicyDocument.Statement as Statement[])
    .filter(({ Action }) => [Action].flat().some((one) => one.startsWith(`${service}:`)));
}
const arnOf = (service: string, rest: unknown[]) => ({
  'Fn::Join': [
    '',
    [
      'arn:',
      { Ref: 'AWS::Partition' },
      `:${service}:`,
      { Ref: 'AWS::Region' },
      ':',
      { Ref: 'AWS::AccountId' },
      ...rest,
    ],
  ],
});

describe('schedules', () => {
  const { template } = made(stage);

  test('stand in a group that is named after the stage', () => {
    template.hasResourceProperties('AWS::Scheduler::ScheduleGroup', { Name: 'diem-cau-test-meetings' });
  });

  test('may be set in this group alone, and go off with its role alone', () => {
    const [set, ...more] = rights(template, 'scheduler');
    expect(more).toEqual([]);
    expect(set?.Resource).toEqual(arnOf('scheduler', [':schedule/diem-cau-test-meetings/*']));
    expect(set?.Action).toEqual(['Create', 'Update', 'Delete'].map((verb) => `scheduler:${verb}Schedule`));
    const roles = Object.entries(template.findResources('AWS::IAM::Role'));
    const scheduled = roles.find(([, { Properties }]) => /schedules/.test(Properties.Description ?? ''))?.[0];
    expect(rights(template, 'iam')).toMatchObject([
      {
        Action: 'iam:PassRole',
        Resource: { 'Fn::GetAtt': [scheduled, 'Arn'] },
        Condition: { StringEquals: { 'iam:PassedToService': 'scheduler.amazonaws.com' } },
      },
    ]);
  });

  test('what could not be started waits two weeks in a queue that is watched', () => {
    template.hasResourceProperties('AWS::SQS::Queue', { MessageRetentionPeriod: 14 * 24 * 60 * 60 });
    template.hasResourceProperties('AWS::CloudWatch::Alarm', {
      AlarmName: 'DiemCau-test-meetings-dead-letters',
      Threshold: 0,
    });
  });
});

describe('mail', () => {
  test('without an address of one’s own is from one that nobody can own, of the stage', () => {
    const { template, from } = made(stage);
    expect(from).toBe('diem-cau@test.example');
    template.hasResourceProperties('AWS::SES::EmailIdentity', { EmailIdentity: from });
    const [identity] = Object.keys(template.findResources('AWS::SES::EmailIdentity'));
    expect(rights(template, 'ses')).toEqual([
      {
        Action: 'ses:SendEmail',
        Effect: 'Allow',
        Resource: arnOf('ses', [':identity/', { Ref: identity }]),
        Condition: { StringEquals: { 'ses:FromAddress': from } },
      },
    ]);
  });

  test('is from the address of the settings, by the identity that is there already', () => {
    const mailFrom = 'diem-cau@diemcau.example.vn';
    const mailIdentityArn = 'arn:aws:ses:ap-southeast-1:123456789012:identity/diemcau.example.vn';
    const { template, from } = made({ mailFrom, mailIdentityArn });
    expect(from).toBe(mailFrom);
    template.resourceCountIs('AWS::SES::EmailIdentity', 0);
    expect(rights(template, 'ses')).toMatchObject([
      { Resource: mailIdentityArn, Condition: { StringEquals: { 'ses:FromAddress': mailFrom } } },
    ]);
  });
});

test('events are told on a bus of the stage’s own, and nowhere else', () => {
  const { template } = made(stage);
  template.hasResourceProperties('AWS::Events::EventBus', { Name: 'diem-cau-test' });
  const [bus] = Object.keys(template.findResources('AWS::Events::EventBus'));
  expect(rights(template, 'events')).toMatchObject([
    { Action: 'events:PutEvents', Resource: { 'Fn::GetAtt': [bus, 'Arn'] } },
  ]);
});
