import { ApiClient } from '../../local/job/api-client.ts';
import type { Stack } from '../../local/stack.ts';

/** An account's life: made, signed in with and without a second factor, changed in every way, removed. */
export async function tellOfAccounts(stack: Stack): Promise<void> {
  const { token } = await new ApiClient(stack.url).signIn({ subject: 'first', roles: ['secretariat'] });
  const ask = async (method: string, path: string, body?: object) => {
    const answer = await fetch(stack.url + path, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  };
  const why = 'Quyết định phân công số 12/QĐ';
  const user = '/v1/users/phe-duyet-52';
  const account = { userName: 'phe-duyet-52', email: 'a@example.org', unit: 'province:52@2025', why };
  await ask('POST', '/v1/users', { ...account, roles: ['reporter', 'approver'] });
  for (const active of [false, true]) {
    await ask('POST', '/_local/users/phe-duyet-52/mfa', { active });
    await ask('POST', '/_local/token', { userName: 'phe-duyet-52' });
  }
  await ask('PUT', user, { unit: 'province:82@2025', roles: ['approver'], why });
  await ask('PUT', user, { unit: null, roles: ['analyst'], why });
  await ask('PUT', user, { enabled: false, why });
  await ask('PUT', user, { enabled: true, why });
  for (const userName of ['van-phong-1', 'van-phong-2']) {
    await ask('POST', '/v1/users', { ...account, userName, unit: null, roles: ['secretariat'] });
  }
  await ask('PUT', '/v1/users/van-phong-1', { roles: ['analyst'], why });
  await ask('GET', '/v1/users?unit=province:82@2025');
  await ask('GET', '/v1/users');
  await ask('DELETE', user, { why });
  await ask('GET', `${user}/history`);
}
