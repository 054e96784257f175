import type { IncomingMessage, ServerResponse } from 'node:http';
import * as v from 'valibot';
import type { BusinessClock } from '../clock.ts';
import { answerCognito, operationOf } from './cognito-call.ts';
import { CognitoError, invalid, userNotFound } from './cognito-error.ts';
import type { Grants } from './oidc/grants.ts';
import type { PoolUser, PoolUsers } from './pool-users.ts';
import { beginToken, type Typed, verifyToken } from './software-token.ts';

/** Where people change their own account: with an access token of theirs, and no key. */
export type OwnPlace = { users: PoolUsers; grants: Grants; clock: BusinessClock };

type Operation = (body: unknown, place: OwnPlace, at: Typed) => object;

const ownScope = 'aws.cognito.signin.user.admin';

/** The calls that run here: those that the portal's page of the second factor makes. */
const operations: Readonly<Record<string, Operation>> = {
  AssociateSoftwareToken: asked({}, (_ask, user, { users }) => {
    const SecretCode = beginToken(user);
    users.keep();
    return { SecretCode };
  }),
  VerifySoftwareToken: asked(
    { UserCode: v.pipe(v.string(), v.regex(/^\d{6}$/, 'UserCode: six digits')) },
    ({ UserCode }, user, { users }, at) => {
      try {
        verifyToken(user, UserCode, at);
      } finally {
        users.keep();
      }
      return { Status: 'SUCCESS' };
    },
  ),
  SetUserMFAPreference: asked(
    {
      SoftwareTokenMfaSettings: v.object({
        Enabled: v.optional(v.boolean(), false),
        PreferredMfa: v.optional(v.boolean(), false),
      }),
    },
    ({ SoftwareTokenMfaSettings: { Enabled } }, user, { users }) => {
      if (Enabled && user.factor === undefined) {
        throw invalid('User does not have delivery config set to turn on SOFTWARE_TOKEN_MFA');
      }
      user.totp = Enabled;
      users.keep();
      return {};
    },
  ),
  GlobalSignOut: asked({}, (_ask, user, { grants }) => {
    grants.revokeOf(user.userName);
    return {};
  }),
};

/** Any page may ask Cognito, since the token says who is asking, and no cookie does. */
const anyOrigin = { 'access-control-allow-origin': '*' };
const preflight = {
  ...anyOrigin,
  'access-control-allow-methods': 'POST',
  'access-control-allow-headers': 'content-type,x-amz-target,x-amz-user-agent',
  'access-control-max-age': '172800',
};

/** Answers what people ask of Cognito for themselves, and says whether it was that. */
export async function handleOwn(
  place: OwnPlace,
  message: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  if (message.method === 'OPTIONS') {
    response.writeHead(200, preflight).end();
    return true;
  }
  const operation = operations[operationOf(message)];
  if (operation === undefined) return false;
  const at = () => ({ real: Date.now(), stack: place.clock.nowMs() });
  await answerCognito(message, response, (body) => operation(body, place, at()), anyOrigin);
  return true;
}

/** A call whose body has a shape and an access token that may change its owner's account. */
function asked<S extends v.ObjectEntries>(
  entries: S,
  answer: (
    ask: v.InferOutput<v.ObjectSchema<S, undefined>>,
    user: PoolUser,
    place: OwnPlace,
    at: Typed,
  ) => object,
): Operation {
  const schema = v.object(entries);
  const WithToken = v.object({ AccessToken: v.string() });
  return (body, place, at) => {
    const token = v.safeParse(WithToken, body);
    if (!token.success) throw invalid(token.issues[0].message);
    const user = ownerOf(token.output.AccessToken, place, at.real);
    const parsed = v.safeParse(schema, body);
    if (!parsed.success) throw invalid(parsed.issues[0].message);
    return answer(parsed.output, user, place, at);
  };
}

function ownerOf(token: string, { users, grants }: OwnPlace, at: number): PoolUser {
  const grant = grants.access(token, at);
  if (grant === undefined) throw new CognitoError('NotAuthorizedException', 'Invalid Access Token');
  if (!grant.scope.split(' ').includes(ownScope)) {
    throw new CognitoError('NotAuthorizedException', 'Access Token does not have required scopes');
  }
  // Whom one picked by role only, as anybody, is no user of the pool.
  const user = 'userName' in grant.chosen ? users.find(grant.chosen.userName) : undefined;
  if (user === undefined) throw userNotFound();
  if (!user.enabled) throw new CognitoError('NotAuthorizedException', 'User is disabled.');
  return user;
}
