import { describe, expect, test } from '@jest/globals';
import { claimsOf } from '../../../infra/claims.ts';
import { checkSettings } from '../../../infra/settings.ts';
import { cognitoClaims } from '../../../shared/accounts/claims.ts';
import { catalog } from '../../../shared/catalog/catalog.ts';
import { identityReader, signedIn, signer } from '../../../shared/lambda/identity.ts';

const dongThap = 'province:82@2025';
/** A reader of claims against the built-in units. */
const readerOf = (text: string) => {
  const identify = identityReader(text);
  return (claims: Record<string, unknown>) => identify(claims, catalog);
};
const cognito = readerOf(JSON.stringify(cognitoClaims));

/** A ministry's own issuer, as its deployer would describe it on the command line. */
const oidc = {
  issuer: 'https://sso.example.vn/realms/chinh-phu',
  audience: ['diem-cau'],
  claims: { subject: 'employee_id', unit: 'don_vi', roles: 'groups', mfaRequired: 'mfa_required' },
  roleNames: {
    reporter: '/diem-cau/bao-cao',
    approver: '/diem-cau/phe-duyet',
    analyst: '/diem-cau/phan-tich',
    secretariat: '/diem-cau/thu-ky',
  },
};

describe('roles in a token', () => {
  test.each<[string, unknown, string[]]>([
    ['API Gateway’s writing of a list', '[reporter approver]', ['reporter', 'approver']],
    ['a list of one', '[reporter]', ['reporter']],
    ['a role that does not fit somebody with a unit', '[reporter analyst]', ['reporter']],
    // A group "thu ky secretariat" of another issuer arrives as words too.
    ['a word that is no role beside one that is', '[approver cu]', []],
    ['an empty list', '[]', []],
    ['words with spaces', 'approver  reporter', ['reporter', 'approver']],
    ['words with commas', 'reporter, approver', ['reporter', 'approver']],
    ['JSON', '["reporter","approver"]', ['reporter', 'approver']],
    ['a list', ['approver'], ['approver']],
    ['part of a word', 'reporters non-approver', []],
    ['other capitals', 'Reporter', []],
    ['a number', 7, []],
    ['nothing', undefined, []],
  ])('%s', (_how, value, roles) => {
    const who = cognito({ sub: 'u', 'custom:unit': dongThap, 'diem-cau:roles': value });
    expect(who).toEqual({ subject: 'u', unit: dongThap, roles, secondFactorMissing: false });
  });

  test('the groups of a pool without its trigger give none', () => {
    expect(cognito({ sub: 'u', 'cognito:groups': '[secretariat]' }).roles).toEqual([]);
  });

  test.each(['82', 'province:82@2024', 'province:82', 'https://other.example/unit/82', '[province:82@2025]'])(
    'a token of the unit %s has no rights',
    (unit) => {
      const claims = { sub: 'u', 'custom:unit': unit, 'diem-cau:roles': 'secretariat reporter' };
      expect(cognito({ ...claims, 'diem-cau:mfa-required': 'approver' })).toEqual({
        subject: 'u',
        unit: null,
        roles: [],
        secondFactorMissing: false,
      });
    },
  );
});

describe('another issuer', () => {
  test('is read by its own names, and by no others', () => {
    const read = readerOf(claimsOf(checkSettings({ oidc })));
    const claims = {
      sub: '8c1f',
      employee_id: 'can-bo-82',
      don_vi: dongThap,
      groups: '[/diem-cau/bao-cao /diem-cau/phe-duyet]',
      'diem-cau:roles': 'secretariat',
    };
    expect(read(claims)).toEqual({
      subject: 'can-bo-82',
      unit: dongThap,
      roles: ['reporter', 'approver'],
      secondFactorMissing: false,
    });
    const withAnother = { ...claims, groups: '[/diem-cau/bao-cao /khac]' };
    expect(read(withAnother).roles).toEqual([]);
  });

  test('comes as text too, and is refused when something is missing', () => {
    expect(checkSettings({ oidc: JSON.stringify(oidc) }).oidc).toEqual(oidc);
    expect(() => checkSettings({ oidc: '{' })).toThrow(/oidc/);
    expect(() => checkSettings({ oidc: { ...oidc, issuer: 'http://sso.example.vn' } })).toThrow(
      /oidc: issuer/,
    );
    expect(() => checkSettings({ oidc: { ...oidc, audience: [] } })).toThrow(/oidc: audience/);
    expect(() => checkSettings({ oidc: { ...oidc, roleNames: { reporter: 'r' } } })).toThrow(/oidc/);
  });
});

describe('the variable CLAIMS', () => {
  test.each<[string, string, RegExp]>([
    ['no JSON', 'sub', /CLAIMS/],
    ['a claim missing', JSON.stringify({ ...cognitoClaims, unit: undefined }), /CLAIMS: unit/],
    ['a name with a space', JSON.stringify({ ...cognitoClaims, roles: 'a b' }), /CLAIMS: roles/],
    ['one too many', JSON.stringify({ ...cognitoClaims, colour: 'red' }), /CLAIMS: colour/],
  ])('%s stops the start', (_what, text, message) => {
    expect(() => identityReader(text)).toThrow(message);
  });
});

describe('who asks', () => {
  const withheld = { subject: 'u', unit: dongThap, roles: [], secondFactorMissing: true };
  const reporter = { ...withheld, roles: ['reporter' as const] };

  test('an approver without a second factor is told so, whatever they ask for', () => {
    expect(() => signedIn({ who: withheld })).toThrow('second-factor-missing');
    expect(() => signer({ who: withheld })).toThrow('second-factor-missing');
    expect(() => signer({ who: reporter })).toThrow('second-factor-missing');
    expect(signedIn({ who: reporter })).toBe(reporter);
  });

  test('nobody, and one without a role, is refused', () => {
    expect(() => signer({ who: null })).toThrow('not-allowed');
    expect(() => signedIn({ who: { ...reporter, subject: '' } })).toThrow('not-allowed');
    expect(() => signedIn({ who: { ...withheld, secondFactorMissing: false } })).toThrow('not-allowed');
  });
});
