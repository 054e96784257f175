import * as v from 'valibot';
import type { Functions } from '../lambda/functions.ts';
import { region } from '../template/place.ts';
import { propertiesOf, type Resources } from '../template/resources.ts';
import { CognitoError, userNotFound } from './cognito-error.ts';
import type { Issuer } from './issuer.ts';
import type { PoolUser, PoolUsers } from './pool-users.ts';
import type { UserPool } from './user-pool.ts';

/** What signing in needs. */
export type SignInPlace = {
  resources: Resources;
  functions: Functions;
  issuer: Issuer;
  users: PoolUsers;
  pool: UserPool | undefined;
};

/** What the token is for: the nonce of whoever asked, and whether it follows an earlier one. */
export type SignInHow = { nonce?: string | undefined; isRefresh?: boolean };

const Client = v.object({ ReadAttributes: v.optional(v.array(v.string())) });

/** What a version 2 trigger answers: "claimsAndScopeOverrideDetails". Scopes and access tokens: none here. */
const Answered = v.object({
  response: v.object({
    claimsAndScopeOverrideDetails: v.nullable(
      v.object({
        idTokenGeneration: v.optional(
          v.object({
            claimsToAddOrOverride: v.optional(v.record(v.string(), v.unknown()), {}),
            claimsToSuppress: v.optional(v.array(v.string()), []),
          }),
          {},
        ),
        groupOverrideDetails: v.optional(v.object({ groupsToOverride: v.optional(v.array(v.string()), []) })),
      }),
    ),
  }),
});

/** Claims that no trigger may write ("Excluded claims and scopes"), of those that stand in a token here. */
const fixed = /^(sub|iss|aud|exp|iat|jti|nbf|nonce|token_use|auth_time|origin_jti|cognito:username)$/;

/**
 * Signs a user of the pool in, as Cognito does once password and second factor were right: asks the
 * pre-token trigger of the template and writes what it answers into the ID token.
 * @throws CognitoError when there is no such user, it is disabled, or the trigger fails
 */
export async function signIn(userName: string, place: SignInPlace, how: SignInHow = {}): Promise<string> {
  const user = place.users.find(userName);
  if (!user || !place.pool) throw userNotFound();
  if (!user.enabled) throw new CognitoError('NotAuthorizedException', 'User is disabled.');
  const claims: Record<string, unknown> = readable(user, place.resources);
  const answer = place.pool.preTokenArn === undefined ? null : await trigger(user, place, how);
  const groups = answer?.groupOverrideDetails ? answer.groupOverrideDetails.groupsToOverride : user.groups;
  const { claimsToAddOrOverride = {}, claimsToSuppress = [] } = answer?.idTokenGeneration ?? {};
  for (const name of claimsToSuppress) delete claims[name];
  for (const [name, value] of Object.entries(claimsToAddOrOverride)) {
    if (!fixed.test(name)) claims[name] = value;
  }
  return place.issuer.sign(user.attributes.sub ?? '', {
    ...claims,
    'cognito:username': user.userName,
    ...(groups.length > 0 ? { 'cognito:groups': groups } : {}),
    ...(how.nonce === undefined ? {} : { nonce: how.nonce }),
  });
}

/** The attributes that the client may read stand in the ID token. */
function readable({ attributes }: PoolUser, resources: Resources): Record<string, string> {
  const [client] = resources.list('AWS::Cognito::UserPoolClient');
  const names = client && propertiesOf(client, Client).ReadAttributes;
  return Object.fromEntries(
    Object.entries(attributes).filter(([name]) => name !== 'sub' && (names?.includes(name) ?? true)),
  );
}

async function trigger(user: PoolUser, place: SignInPlace, { isRefresh = false }: SignInHow) {
  const { resource, id, preTokenArn = '' } = place.pool as UserPool;
  const [client] = place.resources.list('AWS::Cognito::UserPoolClient');
  const pool = place.functions.of(preTokenArn, resource);
  if (!place.functions.mayCall(pool, 'cognito-idp.amazonaws.com', resource.arn ?? '')) {
    throw unexpected('PreTokenGeneration invocation failed due to error AccessDeniedException.');
  }
  const result = await pool.invoke({
    version: '2',
    triggerSource: isRefresh ? 'TokenGeneration_RefreshTokens' : 'TokenGeneration_HostedAuth',
    region,
    userPoolId: id,
    userName: user.userName,
    callerContext: { awsSdkVersion: 'aws-sdk-unknown-unknown', clientId: client?.physicalId ?? '' },
    request: {
      userAttributes: { ...user.attributes, 'cognito:user_status': 'CONFIRMED' },
      groupConfiguration: { groupsToOverride: user.groups, iamRolesToOverride: [], preferredRole: null },
      scopes: ['aws.cognito.signin.user.admin'],
    },
    response: { claimsAndScopeOverrideDetails: null },
  });
  if (!result.ok) {
    const { errorMessage = '' } = JSON.parse(result.payload) as { errorMessage?: string };
    throw new CognitoError(
      'UserLambdaValidationException',
      `PreTokenGeneration failed with error ${errorMessage}`,
    );
  }
  const answered = v.safeParse(Answered, JSON.parse(result.payload));
  if (!answered.success) {
    throw new CognitoError('InvalidLambdaResponseException', 'Unrecognizable lambda output');
  }
  return answered.output.response.claimsAndScopeOverrideDetails;
}

function unexpected(message: string): CognitoError {
  return new CognitoError('UnexpectedLambdaException', message);
}
