import * as v from 'valibot';
import { CognitoError, invalid, userNotFound } from './cognito-error.ts';
import type { Grants } from './oidc/grants.ts';
import type { PoolUser, PoolUsers } from './pool-users.ts';
import type { UserPool } from './user-pool.ts';

/** Where an administrator's call works. */
export type AdminPlace = { pool: UserPool; users: PoolUsers; grants: Grants };
export type AdminOperation = (body: unknown, place: AdminPlace) => object;

/** What a call about one user names. */
export const OfUser = { UserPoolId: v.string(), Username: v.pipe(v.string(), v.regex(/^\S{1,128}$/)) };

/** A call whose body has a shape and names the pool of the template. */
export function asked<S extends v.GenericSchema<unknown, { UserPoolId: string }>>(
  schema: S,
  answer: (ask: v.InferOutput<S>, place: AdminPlace) => object,
): AdminOperation {
  return (body, place) => {
    const parsed = v.safeParse(schema, body);
    if (!parsed.success) throw invalid(parsed.issues[0].message);
    if (parsed.output.UserPoolId !== place.pool.id) {
      throw new CognitoError(
        'ResourceNotFoundException',
        `User pool ${parsed.output.UserPoolId} does not exist.`,
      );
    }
    return answer(parsed.output, place);
  };
}

/** The user whom a call names. @throws CognitoError */
export function userOf(name: string, users: PoolUsers): PoolUser {
  const user = users.find(name);
  if (!user) throw userNotFound();
  return user;
}
