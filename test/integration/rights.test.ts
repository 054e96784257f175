import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Call, Stack } from '../../local/stack.ts';
import { type Route, routes } from '../../shared/lambda/routes.ts';
import { aboutFor, type Cases, makeCases, requestOf, unit, unitOf } from './rights-cases.ts';
import {
  type Entry,
  expected,
  pastTable,
  type Role,
  type RouteKey,
  relations,
  roleSets,
  states,
  table,
} from './rights-table.ts';
import { startService } from './service.ts';

/** Every route × role × unit × state, over HTTP, as the table says; and nothing is learnt by guessing. */

let stack: Stack;
let cases: Cases;
let another: () => Promise<Cases>;
const calls: Call[] = [];
const tokens = new Map<string, string>();
const all: readonly Route[] = routes;
const keyOf = ({ method, path }: Route) => `${method} ${path}` as RouteKey;
const callers = relations.flatMap((relation) =>
  roleSets.map((roles) => ({ relation, roles: roles as readonly Role[] })),
);
type CallerCase = (typeof callers)[number];
const nameOf = ({ relation, roles }: CallerCase) => `${roles.join('+') || 'none'} of ${relation}`;

beforeAll(async () => {
  stack = await startService({ onCall: (call) => void calls.push(call) });
  ({ cases, another } = await makeCases(stack));
  for (const caller of callers) {
    const own: string | undefined = unitOf[caller.relation];
    const who = { subject: nameOf(caller), roles: [...caller.roles] };
    tokens.set(nameOf(caller), await stack.mintToken(own === undefined ? who : { ...who, unit: own }));
  }
  const [path, init] = requestOf('POST /v1/users', { unit, id: '' });
  await ask(path, init, { relation: 'none', roles: ['secretariat'] });
}, 60_000);
afterAll(() => stack.stop());

function ask(path: string, init: RequestInit, caller: CallerCase): Promise<Response> {
  const headers = { ...init.headers, authorization: `Bearer ${tokens.get(nameOf(caller))}` };
  return fetch(stack.url + path, { ...init, headers });
}

/** `200`, or `403 not-allowed`; refusals must say nothing of the service's inside. */
async function outcomeOf(answer: Response): Promise<string> {
  const text = await answer.text();
  if (answer.ok || answer.status === 302) return String(answer.status);
  const { code, type, title, status, detail, fields, ...more } = JSON.parse(text);
  expect([more, status, type]).toEqual([{}, answer.status, `urn:diem-cau:problem:${code}`]);
  expect([title, detail.en, typeof detail.vi]).toEqual([detail.en, title, 'string']);
  expect(text).not.toMatch(inside);
  return `${answer.status} ${code}`;
}
/** Names, places and words that only the inside knows. */
const inside =
  /arn:|amazonaws|dynamo|diem-cau-dev|Exception|submission#|slot#|fact#|node_modules|\.[jt]s:|\bat \w+ \(/i;

test('every route has its entry, and every entry its route', () => {
  expect(Object.keys(table).sort()).toEqual(all.map(keyOf).sort());
});

describe('who may do what', () => {
  test.each(all.map((route) => [keyOf(route), route] as const))('%s', async (key) => {
    const entry = table[key];
    const ofState = entry.asks === 'submission' ? states : (['signed'] as const);
    const tried = callers.flatMap((caller) => ofState.map((state) => ({ caller, state })));
    const asked = entry.moves ? await another() : cases;
    const attempt = async ({ caller, state }: (typeof tried)[number]) => {
      const about = aboutFor(caller.relation, asked, state);
      const outcome = await outcomeOf(await ask(...requestOf(key, about), caller));
      return `${nameOf(caller)}, ${state}: ${outcome}`;
    };
    const seen: string[] = [];
    if (entry.moves) for (const one of tried) seen.push(await attempt(one));
    else seen.push(...(await Promise.all(tried.map(attempt))));
    const wanted = tried.map(
      ({ caller, state }) => `${nameOf(caller)}, ${state}: ${expected(entry, caller, state)}`,
    );
    expect(seen).toEqual(wanted);
  });

  test.each(Object.entries(pastTable))('%s as of an earlier moment', async (key, entry: Entry) => {
    const asOf = stack.clock.now();
    const seen = callers.map(async (caller) => {
      const [path, init] = requestOf(key as RouteKey, aboutFor(caller.relation, cases, 'signed'));
      const past = `${path}${path.includes('?') ? '&' : '?'}asOf=${asOf}`;
      return `${nameOf(caller)}: ${await outcomeOf(await ask(past, init, caller))}`;
    });
    expect(await Promise.all(seen)).toEqual(
      callers.map((caller) => `${nameOf(caller)}: ${expected(entry, caller, 'signed')}`),
    );
  });

  test('the matrix has held: nobody has changed the submissions', async () => {
    for (const [state, id] of Object.entries(cases.own)) {
      const answer = await ask(`/v1/submissions/${id}`, {}, { relation: 'own', roles: ['reporter'] });
      expect([state, ((await answer.json()) as { state: string }).state]).toEqual([state, state]);
    }
  });

  test.each(all.map((route) => [keyOf(route), route] as const))('%s without a token', async (key, route) => {
    const [path, init] = requestOf(key, { unit, id: cases.own.signed });
    const answer = await fetch(stack.url + path, init);
    const text = await answer.text();
    if (route.access === 'token') {
      expect([answer.status, text]).toEqual([401, '{"message":"Unauthorized"}']);
    } else {
      expect(`${answer.status}`).toBe(
        expected(table[key], { relation: 'other', roles: [] }, 'signed').slice(0, 3),
      );
    }
  });
});

/** What an answer shows, without what no two answers share. */
async function shown(answer: Response): Promise<string> {
  const own = ['date', 'apigw-requestid'];
  const headers = [...answer.headers].filter(([name]) => !own.includes(name));
  return JSON.stringify([answer.status, headers, await answer.text()]);
}

/**
 * An answer and the calls of AWS that were made for it: how long it takes tells no more than those. Which catalogue is
 * published is asked now and then, whoever asks for whatever.
 */
async function watched(key: RouteKey, about: { unit: string; id: string }, caller: CallerCase) {
  calls.length = 0;
  const answer = await shown(await ask(...requestOf(key, about), caller));
  const own = calls.filter(({ partition }) => !partition?.startsWith('catalog'));
  return { answer, calls: own.map(({ action, resource }) => `${action} ${resource.split('/')[0]}`).sort() };
}

describe('nothing is learnt by guessing', () => {
  const strangers = callers.filter(
    ({ relation, roles }) =>
      relation !== 'own' && relation !== 'heir' && roles.join() === 'reporter,approver',
  );
  const ofSubmissions = all.map(keyOf).filter((key) => table[key].asks === 'submission');
  const ofSlots = all.map(keyOf).filter((key) => table[key].asks === 'slot');

  test.each(ofSubmissions)(
    '%s answers an id of others as one that is not there',
    async (key) => {
      for (const caller of strangers) {
        const missing = await watched(key, { unit, id: '0123456789abcdef0123456789abcdef' }, caller);
        for (const state of states) {
          expect([
            nameOf(caller),
            state,
            await watched(key, aboutFor(caller.relation, cases, state), caller),
          ]).toEqual([nameOf(caller), state, missing]);
        }
      }
    },
    30_000,
  );

  test.each(ofSlots)('%s answers a slot of others alike, whatever was sent for it', async (key) => {
    for (const caller of strangers.filter(({ relation }) => relation !== 'successor')) {
      const full = await watched(key, { unit, id: '' }, caller);
      const empty = await watched(key, { unit: 'province:14@2008', id: '' }, caller);
      expect([nameOf(caller), full]).toEqual([nameOf(caller), empty]);
    }
  });

  test.each(['x', '%00', '..%2f..', 'A'.repeat(32), `${'0'.repeat(31)}g`])(
    'an id that can be none (%s) is not there either',
    async (id) => {
      const caller = { relation: 'own', roles: ['reporter'] } as const;
      const { answer, calls: made } = await watched('GET /v1/submissions/{id}', { unit, id }, caller);
      expect([JSON.parse(answer)[0], made]).toEqual([404, []]);
      expect(answer).not.toMatch(inside);
    },
  );
});
