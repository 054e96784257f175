import { describe, expect, test } from '@jest/globals';
import { checkSettings, type SettingsInput, settingsFromContext } from '../../infra/settings.ts';

describe('settings', () => {
  test('nothing chosen is the development stage', () => {
    expect(checkSettings({})).toEqual({
      stage: 'dev',
      portalOrigin: 'http://127.0.0.1:4800',
      alarmEmails: [],
      logRetentionDays: 90,
      accessLogRetentionDays: 365,
      objectLock: 'off',
      objectLockDays: 3653,
      oidc: null,
      requestsPerSecond: 50,
    });
  });

  test('the command line gives text', () => {
    const settings = checkSettings({
      logRetentionDays: '365',
      alarmEmails: 'a@b.vn,c@d.vn',
      requestsPerSecond: '7',
    });
    expect(settings).toMatchObject({
      logRetentionDays: 365,
      alarmEmails: ['a@b.vn', 'c@d.vn'],
      requestsPerSecond: 7,
    });
  });

  test('the CDK’s own context is not a setting, anything else is', () => {
    const context = {
      'aws:cdk:version': 1,
      '@aws-cdk/core:x': true,
      'vpc-provider:account=1': {},
      stgae: 'prod',
    };
    expect(settingsFromContext(context)).toEqual({ stgae: 'prod' });
  });

  const secure = { portalOrigin: 'https://diemcau.example.vn' };
  test.each<[string, SettingsInput | Record<string, unknown>, RegExp]>([
    ['a misspelt name', { stgae: 'prod' }, /stgae: no such setting; there are stage, /],
    ['capitals in the stage', { stage: 'Prod' }, /stage: .*small letters/],
    ['production without locks', { stage: 'prod', ...secure }, /objectLock/],
    ['a portal without TLS', { stage: 'test', portalOrigin: 'http://diemcau.example.vn' }, /portalOrigin/],
    ['a path behind the portal', { portalOrigin: 'https://diemcau.example.vn/' }, /portalOrigin/],
    ['any origin', { portalOrigin: '*' }, /portalOrigin/],
    ['a retention that CloudWatch does not know', { logRetentionDays: 100 }, /logRetentionDays: .*30, 60/],
    ['half a day', { objectLockDays: 0.5 }, /objectLockDays/],
    ['something that is not an address', { alarmEmails: 'nobody' }, /alarmEmails/],
  ])('%s is refused by name', (_what, chosen, named) => {
    expect(() => checkSettings(chosen as SettingsInput)).toThrow(named);
  });

  test('every fault is listed, with what the setting means', () => {
    const refused = () => checkSettings({ stage: 'X', requestsPerSecond: 0 });
    expect(refused).toThrow(
      /stage: [^\n]+\n\s+Names both stacks[\s\S]+requestsPerSecond: [^\n]+\n\s+What the API/,
    );
  });
});
