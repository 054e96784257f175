import { describe, expect, test } from '@jest/globals';
import type { ClaimNames } from '../../../../shared/accounts/claim-names.ts';
import { isLeft, nextState, personOf, type TabEvent, type TabState } from '../../../../web/app/tab-state.ts';
import { sessionOf, type Tokens } from '../../../../web/app/tokens.ts';

const tokensOf = (sub: string, exp: number, more: Record<string, unknown> = {}): Tokens => ({
  idToken: ['e30', Buffer.from(JSON.stringify({ sub, exp, ...more })).toString('base64url'), ''].join('.'),
});
const le = tokensOf('le', 1000);
const leLater = tokensOf('le', 2000);
const tran = tokensOf('tran', 3000);
const nobody: TabState = { tokens: null, ended: null };
const signedIn: TabState = { tokens: le, ended: null };
const expired: TabState = { tokens: null, ended: { why: 'expired', who: 'le' } };
const signedOut: TabState = { tokens: null, ended: { why: 'signed-out' } };

describe('what a tab does when it hears of a session in another tab', () => {
  test.each<[string, TabState, Tokens, TabState]>([
    ['nobody was here: it takes it over', nobody, le, signedIn],
    ['the same person, later: it takes the later one', signedIn, leLater, { tokens: leLater, ended: null }],
    [
      'the same person, earlier: it keeps its own',
      { tokens: leLater, ended: null },
      le,
      { tokens: leLater, ended: null },
    ],
    ['the session had ended by itself: the page goes on', expired, leLater, { tokens: leLater, ended: null }],
    ['it was signed out: it takes it over', signedOut, tran, { tokens: tran, ended: null }],
    [
      'somebody else: it stops, and becomes nobody else unasked',
      signedIn,
      tran,
      { tokens: null, ended: { why: 'somebody-else', who: 'le', other: tran } },
    ],
    [
      'somebody else, after its own session ended: the same',
      expired,
      tran,
      { tokens: null, ended: { why: 'somebody-else', who: 'le', other: tran } },
    ],
    ['what is no token: nothing', signedIn, { idToken: 'x' }, signedIn],
  ])('%s', (_what, before, tokens, after) => {
    expect(nextState(before, { kind: 'heard', tokens })).toEqual(after);
  });

  test('once the first person signs in again, the page that waited for them goes on', () => {
    const waiting = nextState(signedIn, { kind: 'heard', tokens: tran });
    expect(personOf(waiting)).toBe('le');
    expect(nextState(waiting, { kind: 'heard', tokens: leLater })).toEqual({ tokens: leLater, ended: null });
  });
});

describe('how a session ends', () => {
  test('by itself it leaves whose page it is, signing out leaves nobody', () => {
    expect(nextState(signedIn, { kind: 'expired' })).toEqual(expired);
    expect(personOf(expired)).toBe('le');
    expect(nextState(signedIn, { kind: 'signed-out' })).toEqual(signedOut);
    expect(nextState(expired, { kind: 'signed-out' })).toEqual(signedOut);
    expect(personOf(signedOut)).toBeNull();
  });

  test('where nobody was signed in, nothing ends', () => {
    expect(nextState(nobody, { kind: 'expired' })).toEqual(nobody);
    expect(nextState(nobody, { kind: 'signed-out' })).toEqual(nobody);
    expect(nextState(signedOut, { kind: 'expired' })).toEqual(signedOut);
  });

  test('signing in in this tab is whoever it is', () => {
    expect(nextState(expired, { kind: 'signed-in', tokens: tran })).toEqual({ tokens: tran, ended: null });
  });
});

describe('what the issuer answers to a renewal', () => {
  const of = le.idToken;
  const replaced: TabState = { tokens: leLater, ended: null };
  const somebodyElse: TabState = { tokens: null, ended: { why: 'somebody-else', who: 'le', other: tran } };

  test('takes the place of the token that was renewed', () => {
    expect(nextState(signedIn, { kind: 'renewed', of, tokens: leLater })).toEqual(replaced);
    expect(nextState(signedIn, { kind: 'not-renewed', of })).toEqual(expired);
  });

  test.each<[string, TabState]>([
    ['the reader signed out', signedOut],
    ['the session ended', expired],
    ['somebody else signed in in another tab', somebodyElse],
    ['another token came', replaced],
    ['somebody else is here', { tokens: tran, ended: null }],
  ])('changes nothing when meanwhile %s', (_what, now) => {
    expect(nextState(now, { kind: 'renewed', of, tokens: tokensOf('le', 4000) })).toEqual(now);
    expect(nextState(now, { kind: 'not-renewed', of })).toEqual(now);
  });
});

describe('what was entered in a tab', () => {
  const waiting: TabState = { tokens: null, ended: { why: 'somebody-else', who: 'le', other: tran } };
  test.each<[string, TabState, TabEvent]>([
    ['its person signs out', signedIn, { kind: 'signed-out' }],
    ['its person signs out elsewhere after the session ended here', expired, { kind: 'signed-out' }],
    ['somebody signs out of a tab that was loaded anew since', nobody, { kind: 'signed-out' }],
    ['the reader takes over the other account', waiting, { kind: 'signed-in', tokens: tran }],
    ['somebody else signs in here after the session ended', expired, { kind: 'signed-in', tokens: tran }],
  ])('goes when %s', (_what, before, event) => expect(isLeft(before, event)).toBe(true));

  test.each<[string, TabState, TabEvent]>([
    ['somebody comes where nobody was', nobody, { kind: 'signed-in', tokens: le }],
    ['the session ends by itself', signedIn, { kind: 'expired' }],
    ['the same person signs in again', expired, { kind: 'heard', tokens: leLater }],
    ['the token is renewed', signedIn, { kind: 'renewed', of: le.idToken, tokens: leLater }],
    ['somebody else signs in in another tab', signedIn, { kind: 'heard', tokens: tran }],
  ])('stays when %s', (_what, before, event) => expect(isLeft(before, event)).toBe(false));
});

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
