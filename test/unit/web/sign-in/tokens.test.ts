import { describe, expect, test } from '@jest/globals';
import type { ClaimNames } from '../../../../shared/accounts/claim-names.ts';
import { sessionOf } from '../../../../web/app/tokens.ts';
import { tokensOf } from './tokens-of.ts';

describe('a session is read from its token', () => {
  test('the roles are in a claim of our own, as the service reads it', () => {
    const session = sessionOf(
      tokensOf('x', 60, {
        'diem-cau:roles': 'reporter,approver',
        'cognito:groups': ['secretariat'],
        'custom:unit': 'province:82@2025',
        'diem-cau:mfa-required': 'approver',
        name: 'Nguyễn Thị Đào',
      }),
    );
    expect(session).toMatchObject({
      expiresAt: 60_000,
      roles: ['reporter', 'approver'],
      withheld: ['approver'],
      unit: 'province:82@2025',
      name: 'Nguyễn Thị Đào',
      isRenewable: false,
    });
  });

  test.each([
    // A claim with a word that is no role's name gives none, nor does a role of the centre to somebody of a unit.
    ['a word that is no role', 'reporter admin', []],
    ['a role that does not fit the unit', 'reporter secretariat', ['reporter']],
    ['a list', ['approver'], ['approver']],
  ])('%s counts as it does for the service', (_what, roles, read) => {
    const claims = { 'diem-cau:roles': roles, 'custom:unit': 'province:82@2025' };
    expect(sessionOf(tokensOf('x', 60, claims)).roles).toEqual(read);
  });

  test('another issuer’s claims are read by its own names, and by no others', () => {
    const claims: ClaimNames = {
      subject: 'employee_id',
      unit: 'don_vi',
      roles: 'groups',
      mfaRequired: 'mfa_required',
      roleNames: {
        reporter: '/bao-cao',
        approver: '/phe-duyet',
        analyst: '/phan-tich',
        secretariat: '/thu-ky',
      },
    };
    const given = {
      employee_id: 'can-bo-82',
      don_vi: 'province:82@2025',
      groups: ['/bao-cao'],
      mfa_required: '/phe-duyet',
      'diem-cau:roles': 'secretariat',
      'custom:unit': 'province:01@2008',
    };
    expect(sessionOf({ ...tokensOf('8c1f', 60, given), claims })).toMatchObject({
      subject: 'can-bo-82',
      unit: 'province:82@2025',
      roles: ['reporter'],
      withheld: ['approver'],
    });
    const ofPool = tokensOf('8c1f', 60, { 'diem-cau:roles': 'member', 'custom:unit': 'province:01@2008' });
    expect(sessionOf({ ...ofPool, claims })).toMatchObject({ subject: '', unit: null, roles: [] });
  });

  test.each<[string, Record<string, unknown>]>([
    ['withheld all', { 'diem-cau:mfa-required': 'approver' }],
    ['not told at all', {}],
  ])('roles that are %s are not taken from the groups', (_what, claims) => {
    const session = sessionOf(tokensOf('x', 60, { 'cognito:groups': ['approver'], ...claims }));
    expect(session.roles).toEqual([]);
  });

  test.each([undefined, null, '4102444800', 'x'])('a token that ends at %j is over', (exp) => {
    expect(sessionOf(tokensOf('x', 60, { exp })).expiresAt).toBe(0);
  });

  test('without any, nobody has a role', () => {
    expect(sessionOf(tokensOf('x', 60))).toMatchObject({ roles: [], withheld: [], unit: null, name: null });
  });
});
