import { describe, expect, test } from '@jest/globals';
import type { PreTokenGenerationV2TriggerEvent } from 'aws-lambda';
import { catalog } from '../../../shared/catalog/catalog.ts';
import { onlyCatalog } from '../../../shared/catalog/catalogs.ts';
import { preTokenHandler } from '../../../shared/lambda/pre-token.ts';

const catalogs = onlyCatalog(catalog);
const dongThap = 'province:82@2025';

/** An event as Cognito sends it ("Pre token generation Lambda trigger", version 2). */
function eventOf(groups: string[], attributes: Record<string, string> = { 'custom:unit': dongThap }) {
  return {
    version: '2',
    triggerSource: 'TokenGeneration_Authentication',
    region: 'ap-southeast-1',
    userPoolId: 'ap-southeast-1_Pool',
    userName: 'le.thi.a',
    callerContext: { awsSdkVersion: 'aws-sdk-unknown-unknown', clientId: 'client' },
    request: {
      userAttributes: { sub: '2f1c', 'cognito:user_status': 'CONFIRMED', ...attributes },
      groupConfiguration: { groupsToOverride: groups, iamRolesToOverride: [], preferredRole: undefined },
      scopes: ['openid'],
    },
    response: { claimsAndScopeOverrideDetails: {} },
  } satisfies PreTokenGenerationV2TriggerEvent;
}

const handlerFor = (standing: { enabled: boolean; mfa: boolean }) =>
  preTokenHandler({ catalogs, standing: async () => standing });

async function claimsFor(groups: string[], mfa: boolean, attributes?: Record<string, string>) {
  const answer = await handlerFor({ enabled: true, mfa })(eventOf(groups, attributes));
  return answer.response.claimsAndScopeOverrideDetails;
}

describe('the pre-token trigger', () => {
  test('writes unit and roles', async () => {
    expect(await claimsFor(['approver', 'reporter'], true)).toEqual({
      idTokenGeneration: {
        claimsToAddOrOverride: { 'custom:unit': dongThap, 'diem-cau:roles': 'reporter approver' },
        claimsToSuppress: ['diem-cau:mfa-required'],
      },
      groupOverrideDetails: {
        groupsToOverride: ['reporter', 'approver'],
      },
    });
  });

  test('withholds approver without a second factor, and says why', async () => {
    expect(await claimsFor(['approver', 'reporter'], false)).toMatchObject({
      idTokenGeneration: {
        claimsToAddOrOverride: { 'diem-cau:roles': 'reporter', 'diem-cau:mfa-required': 'approver' },
        claimsToSuppress: [],
      },
      groupOverrideDetails: { groupsToOverride: ['reporter'] },
    });
  });

  test('gives whoever is disabled, or bound to no unit that is known, nothing', async () => {
    const disabled = await handlerFor({ enabled: false, mfa: true })(eventOf(['approver']));
    const foreign = await claimsFor(['reporter', 'secretariat'], true, { 'custom:unit': '82' });
    for (const details of [disabled.response.claimsAndScopeOverrideDetails, foreign]) {
      expect(details).toMatchObject({
        idTokenGeneration: {
          claimsToAddOrOverride: { 'diem-cau:roles': '' },
          claimsToSuppress: ['custom:unit', 'diem-cau:mfa-required'],
        },
        groupOverrideDetails: { groupsToOverride: [] },
      });
    }
  });

  test('asks about that user of that pool', async () => {
    const asked: string[][] = [];
    const standing = async (...who: string[]) => {
      asked.push(who);
      return { enabled: true, mfa: true };
    };
    await preTokenHandler({ catalogs, standing })(eventOf(['analyst'], {}));
    expect(asked).toEqual([['ap-southeast-1_Pool', 'le.thi.a']]);
  });
});

describe('fails closed', () => {
  const good = eventOf(['approver']);
  const { userAttributes: _none, ...withoutAttributes } = good.request;

  test('when nobody can say whether there is a second factor', async () => {
    const handler = preTokenHandler({
      catalogs,
      standing: async () => {
        throw new Error('TooManyRequestsException: secret inside');
      },
    });
    await expect(handler(good)).rejects.toThrow(/^Hệ thống chưa thể đăng nhập; .* try again\.$/);
  });

  test.each<[string, object]>([
    ['an event of version 1, which would ignore the answer', { ...good, version: '1' }],
    ['another trigger’s event', { ...good, triggerSource: 'PreSignUp_SignUp' }],
    ['no attributes', { ...good, request: withoutAttributes }],
    ['no user', { ...good, userName: '' }],
    ['nothing', {}],
  ])('with %s', async (_what, event) => {
    const handler = handlerFor({ enabled: true, mfa: true });
    await expect(handler(event as PreTokenGenerationV2TriggerEvent)).rejects.toThrow(/sign in|Sign-in/);
  });
});
