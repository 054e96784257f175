import type { Account } from '../../shared/accounts/account.ts';
import type { AccountChange } from '../../shared/accounts/directory.ts';
import { UsageError } from '../usage.ts';
import type { UsersOptions } from './options.ts';

/** What the service refused, in its own words. */
export class RefusedError extends Error {}

type Problem = {
  code?: string;
  message?: string;
  detail?: Record<'vi' | 'en', string>;
  fields?: { field: string; message: Record<'vi' | 'en', string> }[];
};

/** Pages of one listing; a service that never ends one is not waited for. */
const pagesAtMost = 1000;

/** The routes of accounts, as the command uses them. @throws RefusedError, UsageError without a token */
export function accountsService(options: UsersOptions) {
  const name = encodeURIComponent(options.name);
  const { email, unit, roles, enabled, why } = options;
  return {
    list: () => everyPage<Account>(options, '/v1/users', unit ? { unit } : {}),
    history: () => everyPage<AccountChange>(options, `/v1/users/${name}/history`, {}),
    add: () =>
      ask<Account>(options, 'POST', '/v1/users', {
        userName: options.name,
        email,
        unit: unit ?? null,
        roles,
        why,
      }),
    // What is undefined is left out of the JSON, and stays as it is.
    set: () => ask<Account>(options, 'PUT', `/v1/users/${name}`, { unit, roles, enabled, why }),
    resetFactor: () => ask<null>(options, 'DELETE', `/v1/users/${name}/second-factor`, { why }),
    remove: () => ask<null>(options, 'DELETE', `/v1/users/${name}`, { why }),
  };
}

async function everyPage<T>(
  options: UsersOptions,
  path: string,
  filter: Record<string, string>,
): Promise<T[]> {
  const items: T[] = [];
  let after: string | null = null;
  for (let pages = 0; pages < pagesAtMost; pages += 1) {
    const query = new URLSearchParams({ ...filter, limit: '60', ...(after === null ? {} : { after }) });
    const page: { items: T[]; next: string | null } = await ask(options, 'GET', `${path}?${query}`);
    items.push(...page.items);
    if (page.next === null) return items;
    after = page.next;
  }
  throw new Error(`${path}: more than ${pagesAtMost} pages`);
}

async function ask<T>(options: UsersOptions, method: string, path: string, body?: object): Promise<T> {
  const { url, token, lang } = options;
  if (!token) throw new UsageError('--token, DIEM_CAU_TOKEN');
  const answer = await fetch(url + path, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  if (answer.ok) return (text === '' ? null : JSON.parse(text)) as T;
  throw new RefusedError(refusal(answer.status, problemIn(text), lang));
}

function refusal(status: number, { code, message, detail, fields = [] }: Problem, lang: 'vi' | 'en'): string {
  const first = `${status} ${code ?? message ?? ''}`.trim();
  const lines = fields.map((each) => `  ${each.field}: ${each.message[lang]}`);
  return [detail ? `${first}: ${detail[lang]}` : first, ...lines].join('\n');
}

function problemIn(text: string): Problem {
  try {
    return JSON.parse(text) as Problem;
  } catch {
    return {};
  }
}
