import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import type { Stack } from '../../local/stack.ts';
import type { Account } from '../../shared/accounts/account.ts';
import type { AccountDirectory } from '../../shared/accounts/directory.ts';
import { userPool } from '../../shared/aws/user-pool.ts';

/** What a route answered: its status, and its body as JSON. */
export type Answered<T = Record<string, unknown>> = { status: number; body: T & { code?: string } };

/** The API and the local Cognito, as the tests of accounts use them. */
export class AccountsClient {
  readonly #stack: Stack;

  constructor(stack: Stack) {
    this.#stack = stack;
  }

  /** The pool, with the key of whoever runs the stack: an administrator's. */
  directory(): AccountDirectory {
    const { region, accessKeyId, secretAccessKey } = this.#stack.aws;
    const client = new CognitoIdentityProviderClient({
      region,
      endpoint: `${this.#stack.url}/_local/cognito`,
      credentials: { accessKeyId, secretAccessKey },
    });
    return userPool(client, this.#stack.resources.list('AWS::Cognito::UserPool')[0]?.physicalId ?? '');
  }

  /** Signs a stored user in. */
  async signIn(userName: string): Promise<string> {
    const { status, body } = await this.ask<{ token: string; message: string }>('POST', '/_local/token', {
      userName,
    });
    if (status !== 200) throw new Error(body.message);
    return body.token;
  }

  setTotp(userName: string): Promise<Answered> {
    return this.ask('POST', `/_local/users/${userName}/mfa`, {});
  }

  async ask<T = Record<string, unknown>>(
    method: string,
    path: string,
    body?: unknown,
    token?: string,
  ): Promise<Answered<T>> {
    const answer = await fetch(this.#stack.url + path, {
      method,
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    return { status: answer.status, body: text === '' ? {} : JSON.parse(text) };
  }
}

/** The first account of the secretariat, made by who runs the service. */
export async function firstSecretariat(client: AccountsClient, userName = 'thu.ky'): Promise<string> {
  const directory = client.directory();
  await directory.make({ userName, email: `${userName}@example.vn`, unit: null });
  await directory.give(userName, 'secretariat');
  return client.signIn(userName);
}

/** Everything that can be done with accounts, once. */
export async function tellAccounts(stack: Stack): Promise<void> {
  const client = new AccountsClient(stack);
  const token = await firstSecretariat(client);
  const done = async (method: string, path: string, body?: unknown) => {
    const answer = await client.ask<Account>(method, path, body, token);
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${answer.body.code}`);
    return answer.body;
  };
  const account = { userName: 'le.b', email: 'le.b@example.vn', unit: 'province:82@2025' };
  await done('POST', '/v1/users', { ...account, roles: ['reporter'], why: 'mới' });
  await done('PUT', '/v1/users/le.b', { unit: null, roles: ['secretariat'], why: 'chuyển công tác' });
  await done('PUT', '/v1/users/le.b', { enabled: false, why: 'nghỉ phép' });
  await done('PUT', '/v1/users/le.b', { enabled: true, why: 'đi làm lại' });
  await done('PUT', '/v1/users/le.b', { unit: 'province:01@2008', roles: ['approver'], why: 'chuyển đi' });
  await client.setTotp('le.b');
  await done('DELETE', '/v1/users/le.b/second-factor', { why: 'mất điện thoại' });
  await done('GET', '/v1/users?unit=province:01@2008');
  await done('DELETE', '/v1/users/le.b', { why: 'thôi việc' });
  await done('GET', '/v1/users/le.b/history');
}
