import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Access } from '../access/access.ts';
import type { AdminPlace } from './admin-call.ts';
import { adminOperations } from './admin-operations.ts';
import { answerCognito, operationOf } from './cognito-call.ts';
import { CognitoError } from './cognito-error.ts';
import type { UserPool } from './user-pool.ts';

/** Where the calls of the Cognito API work. */
export type CognitoPlace = Omit<AdminPlace, 'pool'> & { pool: UserPool | undefined; access: Access };

/**
 * Answers one call of the Cognito API, in AWS JSON 1.1. A function's call is judged by its role; any other
 * caller is an administrator here, since whoever reaches this machine may be anybody (`/_local/token`).
 */
export async function handleCognito(
  { pool, access, ...rest }: CognitoPlace,
  message: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const name = operationOf(message);
  await answerCognito(message, response, (body) => {
    const operation = adminOperations[name];
    if (!operation || !pool) throw new CognitoError('UnknownOperationException', `${name} does not run here`);
    const key = /Credential=([^/,\s]+)\//.exec(message.headers.authorization ?? '')?.[1] ?? '';
    const denial = access.judge(key, `cognito-idp:${name}`, pool.resource.arn ?? '');
    if (denial !== undefined) throw new CognitoError('AccessDeniedException', denial);
    return operation(body, { pool, ...rest });
  });
}
