import * as v from 'valibot';
import { userNamePattern } from '../accounts/account.ts';
import { changeAccount, removeAccount, resetFactor } from '../accounts/change-account.ts';
import type { AccountParts } from '../accounts/directory.ts';
import { makeAccount } from '../accounts/make-account.ts';
import { listAccounts, readHistory } from '../accounts/read-accounts.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { Refusal } from '../refusal.ts';
import { roles } from '../submissions/rights.ts';
import { type Entrance, httpHandler, type Request, type Response } from './http.ts';
import { signedIn } from './identity.ts';
import { bodyOf, Code, NoQuery, queryOf } from './request.ts';

export type UsersParts = AccountParts & { catalog: Catalog };

const Unit = v.nullable(Code);
const Roles = v.pipe(
  v.array(v.picklist(roles)),
  v.maxLength(roles.length),
  v.check((given) => new Set(given).size === given.length, 'each role once'),
);
const Why = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(500));

/** The body of `POST /v1/users`. */
const MakeBody = v.strictObject({
  userName: v.pipe(v.string(), v.regex(userNamePattern, '3–64 small letters, digits, dots, - or _')),
  email: v.pipe(v.string(), v.email(), v.maxLength(254)),
  unit: Unit,
  roles: Roles,
  why: Why,
});

/** The body of `PUT /v1/users/{name}`: what is left out stays as it is. */
const ChangeBody = v.pipe(
  v.strictObject({
    unit: v.exactOptional(Unit),
    roles: v.exactOptional(Roles),
    enabled: v.exactOptional(v.boolean()),
    why: Why,
  }),
  v.check((body) => Object.keys(body).length > 1, 'at least one of unit, roles, enabled'),
);

/** The body of what only needs its reason. */
const ReasonBody = v.strictObject({ why: Why });
const limit = v.optional(
  v.pipe(v.string(), v.regex(/^\d{1,2}$/), v.transform(Number), v.minValue(1), v.maxValue(60)),
  '20',
);
const ListQuery = v.strictObject({
  unit: v.optional(Code),
  limit,
  after: v.optional(v.pipe(v.string(), v.regex(/^[\x21-\x7e]{1,2048}$/))),
});
const HistoryQuery = v.strictObject({
  limit,
  after: v.optional(v.pipe(v.string(), v.regex(/^[0-9TZ:.#a-f-]{1,64}$/))),
});

type Answer = (request: Request, parts: UsersParts) => Promise<Response>;

/** What the secretariat does with accounts, by route. */
const answers: Readonly<Record<string, Answer>> = {
  'GET /v1/users': async (request, parts) => {
    const who = signedIn(request);
    const { unit = null, limit, after = null } = queryOf(ListQuery, request);
    return found(await listAccounts({ who, unit, limit, after }, parts));
  },
  'POST /v1/users': async (request, parts) => {
    const who = signedIn(request);
    queryOf(NoQuery, request);
    const ask = { who, at: request.at, request: bodyOf(MakeBody, request) };
    const { word, account } = await makeAccount(ask, parts);
    return { word, status: 201, body: account };
  },
  'PUT /v1/users/{name}': async (request, parts) => {
    const who = signedIn(request);
    queryOf(NoQuery, request);
    const change = bodyOf(ChangeBody, request);
    const ask = { userName: userNameIn(request), who, at: request.at, request: change };
    const { word, account } = await changeAccount(ask, parts);
    return { word, status: 200, body: account };
  },
  'DELETE /v1/users/{name}': async (request, parts) => {
    const who = signedIn(request);
    queryOf(NoQuery, request);
    const ask = { userName: userNameIn(request), who, at: request.at, request: bodyOf(ReasonBody, request) };
    const { word } = await removeAccount(ask, parts);
    return { word, status: 204 };
  },
  'DELETE /v1/users/{name}/second-factor': async (request, parts) => {
    const who = signedIn(request);
    queryOf(NoQuery, request);
    const ask = { userName: userNameIn(request), who, at: request.at, request: bodyOf(ReasonBody, request) };
    const { word } = await resetFactor(ask, parts);
    return { word, status: 204 };
  },
  'GET /v1/users/{name}/history': async (request, parts) => {
    const who = signedIn(request);
    const { limit, after = null } = queryOf(HistoryQuery, request);
    return found(await readHistory({ userName: userNameIn(request), who, limit, after }, parts));
  },
};

/** `/v1/users`: the secretariat's alone. */
export function usersHandler(parts: AccountParts, entrance: Entrance) {
  return httpHandler((request, catalog) => {
    const answer = answers[request.route];
    if (!answer) throw new Error(`no answer for the route ${request.route}`);
    return answer(request, { ...parts, catalog });
  }, entrance);
}

function found(body: object): Response {
  return { word: 'found', status: 200, body, headers: { 'cache-control': 'private, no-store' } };
}

/** @throws Refusal `not-found` when no account could bear the name */
function userNameIn(request: Request): string {
  const name = request.path.name ?? '';
  if (!userNamePattern.test(name)) throw new Refusal('not-found');
  return name;
}
