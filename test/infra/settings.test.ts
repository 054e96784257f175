import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { checkSettings, type SettingsInput, settingsExplained } from '../../infra/settings.ts';
import { settingsFromContext } from '../../infra/settings-source.ts';
import { settingsPage } from '../../tools/settings/settings-page.ts';

describe('settings', () => {
  test('nothing chosen is the development stage', () => {
    expect(checkSettings({})).toEqual({
      stage: 'dev',
      portalOrigin: 'http://127.0.0.1:4800',
      portalCertificateArn: '',
      portalPriceClass: 'PriceClass_200',
      portalWebAclArn: '',
      apiDomain: '',
      apiCertificateArn: '',
      mailFrom: '',
      mailIdentityArn: '',
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

  const certificate =
    'arn:aws:acm:ap-southeast-1:123456789012:certificate/00000000-0000-4000-8000-000000000000';
  const secure = { portalOrigin: 'https://diemcau.example.vn' };
  test.each<[string, SettingsInput | Record<string, unknown>, RegExp]>([
    ['a misspelt name', { stgae: 'prod' }, /stgae: no such setting; there are stage, /],
    ['capitals in the stage', { stage: 'Prod' }, /stage: .*small letters/],
    ['production without locks', { stage: 'prod', ...secure }, /objectLock/],
    ['a portal without TLS', { stage: 'test', portalOrigin: 'http://diemcau.example.vn' }, /portalOrigin/],
    ['a path behind the portal', { portalOrigin: 'https://diemcau.example.vn/' }, /portalOrigin/],
    ['any origin', { portalOrigin: '*' }, /portalOrigin/],
    ['a retention that CloudWatch does not know', { logRetentionDays: 100 }, /logRetentionDays: .*30, 60/],
    ['a domain without a certificate', { apiDomain: 'api.example.vn' }, /apiCertificateArn/],
    ['a certificate without a domain', { apiCertificateArn: certificate }, /apiDomain/],
    [
      'an address instead of a domain',
      { apiDomain: 'https://api.example.vn', apiCertificateArn: certificate },
      /apiDomain/,
    ],
    ['a certificate of another Region', { ...secure, portalCertificateArn: certificate }, /us-east-1/],
    [
      'a certificate for an address with a port',
      {
        portalOrigin: 'https://diemcau.example.vn:8443',
        portalCertificateArn: certificate.replace('ap-southeast-1', 'us-east-1'),
      },
      /without a port/,
    ],
    ['a price class that is none', { portalPriceClass: 'PriceClass_300' }, /portalPriceClass/],
    [
      'a web ACL of a Region',
      { portalWebAclArn: 'arn:aws:wafv2:ap-southeast-1:123456789012:regional/webacl/a/b' },
      /global/,
    ],
    ['a sender without an identity', { mailFrom: 'diemcau@example.vn' }, /mailIdentityArn/],
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

describe('a stage’s file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'diem-cau-settings-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);

  test('is read for its stage, and the command line goes before it', () => {
    write('uat.json', '{"portalOrigin": "https://uat.example.vn", "requestsPerSecond": 20}');
    const settings = settingsFromContext({ stage: 'uat', requestsPerSecond: '30' }, folder);
    expect(checkSettings(settings)).toMatchObject({
      stage: 'uat',
      portalOrigin: 'https://uat.example.vn',
      requestsPerSecond: 30,
    });
  });

  test('is no other stage’s, and none is needed', () => {
    expect(settingsFromContext({ stage: 'other' }, folder)).toEqual({ stage: 'other' });
    expect(settingsFromContext({}, folder)).toEqual({});
  });

  test.each([
    ['says another stage than its name', 'demo', '{"stage": "prod"}', /says stage prod/],
    ['is no JSON', 'torn', '{"stage": ', /torn\.json is not a JSON object/],
    ['is a list', 'list', '[]', /list\.json is not a JSON object/],
  ])('that %s is refused', (_what, stage, text, named) => {
    write(`${stage}.json`, text);
    expect(() => settingsFromContext({ stage }, folder)).toThrow(named);
  });

  test('with a misspelt setting is refused by name, as the command line is', () => {
    write('typo.json', '{"portalOrigins": "https://x.example.vn"}');
    expect(() => checkSettings(settingsFromContext({ stage: 'typo' }, folder))).toThrow(/portalOrigins/);
  });

  test('a stage’s name never leads out of the folder', () => {
    expect(settingsFromContext({ stage: '../package' }, folder)).toEqual({ stage: '../package' });
  });

  test('the example is one that would be taken', () => {
    const example = new URL('../../infra/settings/prod.example.json', import.meta.url);
    const settings = checkSettings(JSON.parse(readFileSync(example, 'utf8')));
    expect(Object.keys(settings)).toEqual(settingsExplained.map(({ name }) => name));
  });
});

test('docs/settings.md is what the schema says: `npm run docs:settings` makes it', () => {
  const page = readFileSync(new URL('../../docs/settings.md', import.meta.url), 'utf8');
  expect(page).toBe(settingsPage());
  for (const { name, meaning } of settingsExplained) {
    expect([name, meaning.length > 40]).toEqual([name, true]);
    expect(page).toContain(`\n## ${name}\n`);
  }
});
