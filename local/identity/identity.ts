import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Access } from '../access/access.ts';
import type { BusinessClock } from '../clock.ts';
import { awsPaths } from '../control/aws-paths.ts';
import type { Functions } from '../lambda/functions.ts';
import type { Resources } from '../template/resources.ts';
import { handleCognito } from './cognito-api.ts';
import { userNotFound } from './cognito-error.ts';
import type { Issuer } from './issuer.ts';
import { Grants } from './oidc/grants.ts';
import { handleOwn } from './own-account.ts';
import { openPoolUsers, type PoolUser } from './pool-users.ts';
import { type SignInHow, signIn } from './sign-in.ts';
import { dropToken, useCode } from './software-token.ts';
import { userPoolOf } from './user-pool.ts';

/** The Cognito of this machine: its API, its users, and their signing in. */
export type LocalIdentity = {
  /** What a client of the Cognito API must know. */
  place: () => { userPoolId: string | null; path: string };
  handle: (message: IncomingMessage, response: ServerResponse) => Promise<void>;
  /** Answers what people ask for themselves, by a token, from any page; says whether it was that. */
  handleOwn: (message: IncomingMessage, response: ServerResponse) => Promise<boolean>;
  /** The tokens that were given, for the sign-in page to give and for people's own calls to show. */
  grants: Grants;
  /** The users of the pool, by name, and the roles that there are. */
  users: () => readonly PoolUser[];
  roles: () => readonly string[];
  /** An ID token of a user of the pool. @throws CognitoError */
  signIn: (userName: string, how?: SignInHow) => Promise<string>;
  /** Asks whoever has set up an app for its code; nobody else is asked. @throws CognitoError */
  checkCode: (userName: string, code: string) => void;
  /** Stands in for setting up an authenticator app, or for taking it away. @throws CognitoError */
  setTotp: (userName: string, active: boolean) => void;
};

/**
 * Opens the local Cognito on the pool of the template.
 * @param file where the users are kept; in memory without it
 * @throws TemplateError when the pool asks for what does not run here
 */
export function openIdentity(
  given: {
    resources: Resources;
    functions: Functions;
    issuer: Issuer;
    access: Access;
    clock: BusinessClock;
  },
  file: string | undefined,
): LocalIdentity {
  const pool = userPoolOf(given.resources);
  if (pool?.preTokenArn !== undefined) given.functions.of(pool.preTokenArn, pool.resource);
  const users = openPoolUsers(file);
  const grants = new Grants();
  return {
    place: () => ({ userPoolId: pool?.id ?? null, path: awsPaths.cognito }),
    handle: (message, response) =>
      handleCognito({ pool, users, grants, access: given.access }, message, response),
    handleOwn: (message, response) => handleOwn({ users, grants, clock: given.clock }, message, response),
    grants,
    users: users.all,
    roles: () => pool?.groups ?? [],
    signIn: (userName, how) => signIn(userName, { ...given, pool, users }, how),
    checkCode: (userName, code) => {
      const user = users.find(userName);
      if (!user?.totp || user.factor === undefined) return;
      try {
        useCode(user, code, { real: Date.now(), stack: given.clock.nowMs() });
      } finally {
        users.keep();
      }
    },
    setTotp: (userName, active) => {
      const user = users.find(userName);
      if (!user) throw userNotFound();
      if (active) user.totp = true;
      else dropToken(user);
      users.keep();
    },
  };
}
