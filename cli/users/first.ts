import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { type Account, userNamePattern } from '../../shared/accounts/account.ts';
import type { AccountDirectory } from '../../shared/accounts/directory.ts';
import { userPool } from '../../shared/aws/user-pool.ts';
import { UsageError } from '../usage.ts';
import type { UsersOptions } from './options.ts';
import { RefusedError } from './service.ts';

/**
 * Makes the first account of the secretariat, with the credentials of who runs the service: nobody can sign
 * in yet to make it. Doing it again after a crash finishes it.
 * @throws RefusedError when there is somebody of the secretariat already, or the name is another account's
 */
export async function makeFirst(options: UsersOptions): Promise<Account> {
  const { name, email = '' } = options;
  if (!userNamePattern.test(name)) throw new UsageError(`users first NAME: ${userNamePattern.source}`);
  const directory = await directoryOf(options);
  const holders = await directory.holders('secretariat');
  if (holders.length > 0) throw new RefusedError(there[options.lang](holders.join(', ')));
  await directory.make({ userName: name, email, unit: null });
  const account = await directory.find(name);
  if (!account || account.email !== email || account.unit !== null || account.roles.length > 0) {
    throw new RefusedError(taken[options.lang](name));
  }
  await directory.give(name, 'secretariat');
  return { ...account, roles: ['secretariat'] };
}

/** The pool in AWS, or that of the stack on this machine, which says itself where it is. */
async function directoryOf({ pool, url }: UsersOptions): Promise<AccountDirectory> {
  if (pool !== undefined) {
    const region = pool.split('_')[0] as string;
    if (!/^[a-z0-9-]+_[A-Za-z0-9]+$/.test(pool)) throw new UsageError('--pool: ap-southeast-1_…');
    return userPool(new CognitoIdentityProviderClient({ region }), pool);
  }
  if (!url.startsWith('http://')) throw new UsageError('--pool (UserPoolId)');
  const answer = await fetch(`${url}/_local/identity`);
  if (!answer.ok) throw new UsageError('--pool (UserPoolId)');
  const { userPoolId, path } = (await answer.json()) as { userPoolId: string; path: string };
  // On one machine whoever reaches the stack is its administrator.
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const region = userPoolId.split('_')[0] as string;
  return userPool(
    new CognitoIdentityProviderClient({ region, endpoint: url + path, credentials }),
    userPoolId,
  );
}

const there = {
  vi: (names: string) => `Ban Thư ký đã có tài khoản (${names}); hãy nhờ người đó lập thêm: users add.`,
  en: (names: string) => `The secretariat has accounts already (${names}); ask one of them: users add.`,
};
const taken = {
  vi: (name: string) => `Đã có tài khoản khác với tên ${name}; hãy chọn tên khác.`,
  en: (name: string) => `There is another account of the name ${name}; choose another one.`,
};
