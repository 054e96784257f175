import { describe, expect, test } from '@jest/globals';
import {
  type Binding,
  requireOther,
  requireSecretariat,
  requireValid,
  rightsOf,
} from '../../../shared/accounts/account.ts';
import { catalog } from '../../../shared/catalog/catalog.ts';
import { Refusal } from '../../../shared/refusal.ts';
import type { Role } from '../../../shared/submissions/rights.ts';

const dongThap = 'province:82@2025';

/** What a refusal says: its code, and the faults of its fields. */
function refusalOf(act: () => void): string[] {
  try {
    act();
    return [];
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return [error.code, ...error.fields.map(({ field, fault }) => `${field} ${fault}`)];
  }
}

describe('an account', () => {
  test.each<[string, Binding, string[]]>([
    ['a reporter of a unit', { unit: dongThap, roles: ['reporter'] }, []],
    ['one who is both reporter and approver', { unit: dongThap, roles: ['reporter', 'approver'] }, []],
    ['a reporter of a dissolved unit', { unit: 'province:82@2008', roles: ['reporter'] }, []],
    ['an analyst', { unit: null, roles: ['analyst'] }, []],
    ['a member', { unit: null, roles: ['member'] }, []],
    ['an analyst who is of the secretariat', { unit: null, roles: ['analyst', 'secretariat'] }, []],
    ['a reporter of a code', { unit: '82', roles: ['reporter'] }, ['unit unit-unknown']],
    [
      'a reporter of another year’s unit',
      { unit: 'province:82@2024', roles: ['reporter'] },
      ['unit unit-unknown'],
    ],
    ['a reporter of nothing', { unit: null, roles: ['reporter'] }, ['unit unit-missing']],
    ['an approver of nothing', { unit: null, roles: ['approver'] }, ['unit unit-missing']],
    ['a member of a unit', { unit: dongThap, roles: ['member'] }, ['unit unit-not-for-role']],
    ['an analyst of a unit', { unit: dongThap, roles: ['analyst'] }, ['unit unit-not-for-role']],
    ['the secretariat of a unit', { unit: dongThap, roles: ['secretariat'] }, ['unit unit-not-for-role']],
    [
      'a reporter who analyses',
      { unit: dongThap, roles: ['reporter', 'analyst'] },
      ['unit unit-not-for-role'],
    ],
    ['one without a role', { unit: dongThap, roles: [] }, ['roles role-missing']],
    [
      'everything wrong at once',
      { unit: '82', roles: ['secretariat'] },
      ['unit unit-unknown', 'unit unit-not-for-role'],
    ],
  ])('%s', (_who, binding, faults) => {
    const expected = faults.length === 0 ? [] : ['account-not-valid', ...faults];
    expect(refusalOf(() => requireValid(binding, catalog))).toEqual(expected);
  });

  test('is the affair of the secretariat, and never one’s own', () => {
    const who = (roles: Role[]) => ({ subject: 'a', unit: null, roles });
    expect(refusalOf(() => requireSecretariat(who(['secretariat'])))).toEqual([]);
    for (const role of ['reporter', 'approver', 'member', 'analyst'] as const) {
      expect(refusalOf(() => requireSecretariat(who([role])))).toEqual(['not-allowed']);
    }
    expect(refusalOf(() => requireOther(who(['secretariat']), { subject: 'b' }))).toEqual([]);
    expect(refusalOf(() => requireOther(who(['secretariat']), { subject: 'a' }))).toEqual(['own-account']);
  });
});

describe('what a token may say', () => {
  const person = { unit: dongThap as string | null, roles: ['reporter'], enabled: true, mfa: false };
  const none = { unit: null, roles: [], secondFactorMissing: false };

  test('a reporter needs no second factor, an approver does', () => {
    expect(rightsOf(person, catalog)).toEqual({
      unit: dongThap,
      roles: ['reporter'],
      secondFactorMissing: false,
    });
    const both = { ...person, roles: ['approver', 'reporter'] };
    expect(rightsOf(both, catalog)).toEqual({
      unit: dongThap,
      roles: ['reporter'],
      secondFactorMissing: true,
    });
    expect(rightsOf({ ...both, mfa: true }, catalog)).toEqual({
      unit: dongThap,
      roles: ['reporter', 'approver'],
      secondFactorMissing: false,
    });
  });

  test.each([
    ['who is disabled', { ...person, enabled: false, mfa: true }],
    ['whose unit is a code', { ...person, unit: '82' }],
    ['whose unit never was', { unit: 'province:00@2025', roles: ['secretariat'], enabled: true, mfa: true }],
  ])('nothing of one %s', (_why, given) => {
    expect(rightsOf(given, catalog)).toEqual(none);
  });

  test('no role that was given by hand against the rules', () => {
    expect(rightsOf({ ...person, roles: ['reporter', 'secretariat', 'root'] }, catalog).roles).toEqual([
      'reporter',
    ]);
    expect(rightsOf({ ...person, unit: null, roles: ['reporter', 'analyst'] }, catalog).roles).toEqual([
      'analyst',
    ]);
    // The warning is for an approver whom a second factor would help.
    expect(rightsOf({ ...person, unit: null, roles: ['approver'] }, catalog)).toEqual(none);
  });
});
