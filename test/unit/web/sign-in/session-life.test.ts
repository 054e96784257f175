import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { cognitoClaims } from '../../../../shared/accounts/claims.ts';
import { ApiProblem, ask } from '../../../../web/app/api.ts';
import { draftPlace, uploadPlace } from '../../../../web/app/entered.ts';
import { followSession } from '../../../../web/app/follow-session.ts';
import { sessionKey } from '../../../../web/app/kept-session.ts';
import { askIssuerAgain } from '../../../../web/app/request-token.ts';
import {
  currentPerson,
  forgetSession,
  isIssuerAway,
  keepSession,
  onLeave,
  readSession,
  sessionEnded,
} from '../../../../web/app/session.ts';
import { keepUpload, keptUpload } from '../../../../web/upload/kept-upload.ts';
import { heldStorage } from '../storage.ts';

/** One tab through sleep, the browser's history and an issuer in trouble, over HTTP to a server that answers as told. */

const kept = new Map<string, string>();
const browser = new Map<string, string>();
const page = new EventTarget();
const held = new EventTarget();
const realFetch = globalThis.fetch;
let server: Server;
let issuer: { status: number; body: string; type: string; asked: number };
let left = 0;
/** In what name each request came. */
let names: (string | undefined)[] = [];
/** Node's keeps a process alive, a browser's no tab. */
const channels: BroadcastChannel[] = [];
class Channel extends BroadcastChannel {
  constructor(name: string) {
    super(name);
    channels.push(this);
  }
}

beforeAll(async () => {
  server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://here');
    const json = { 'content-type': 'application/json' };
    if (pathname === '/config.json') response.writeHead(200, json).end(JSON.stringify(config()));
    else if (pathname === '/token') {
      issuer.asked += 1;
      response.writeHead(issuer.status, { 'content-type': issuer.type }).end(issuer.body);
    } else {
      names.push(request.headers.authorization);
      response.writeHead(401, json).end('{}');
    }
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  globalThis.fetch = (address, options) => realFetch(new URL(String(address), origin()), options);
  Object.assign(globalThis, {
    sessionStorage: heldStorage(kept),
    localStorage: heldStorage(browser),
    BroadcastChannel: Channel,
    document: page,
    addEventListener: held.addEventListener.bind(held),
  });
  onLeave(() => {
    left += 1;
  });
  followSession();
});
afterAll(async () => {
  forgetSession();
  globalThis.fetch = realFetch;
  for (const name of ['sessionStorage', 'localStorage', 'document', 'addEventListener']) {
    Reflect.deleteProperty(globalThis, name);
  }
  for (const channel of channels) channel.close();
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
});
beforeEach(() => {
  issuer = { status: 503, body: 'Service Unavailable', type: 'text/plain', asked: 0 };
  forgetSession();
  left = 0;
  names = [];
});

const origin = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const config = () => ({
  issuer: origin(),
  clientId: 'portal',
  scopes: 'openid',
  claims: cognitoClaims,
  authorizationEndpoint: `${origin()}/auth`,
  tokenEndpoint: `${origin()}/token`,
  revocationEndpoint: null,
  logoutEndpoint: null,
  secondFactor: null,
  now: null,
});
/** A token that the service takes from nobody, good for so many minutes from now. */
function tokenOf(sub: string, minutes: number): string {
  const now = Math.floor(Date.now() / 1000);
  const claims = { sub, exp: now + minutes * 60 };
  return ['e30', Buffer.from(JSON.stringify(claims)).toString('base64url'), ''].join('.');
}
/** What another page of this tab left in its storage. */
const lies = (idToken: string) =>
  kept.set(sessionKey, JSON.stringify({ idToken, afterSignOut: browser.get(signOutKey) }));
const signOutKey = 'diem-cau:last-sign-out';
const wake = () => page.dispatchEvent(new Event('visibilitychange'));
const outOfHistory = () => held.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
const problemOf = (address: string) => ask('GET', address).catch((fault: unknown) => fault);

test('a session that ended in a sleep is told as soon as the machine wakes', () => {
  lies(tokenOf('le', -1));
  wake();
  expect(sessionEnded()).toMatchObject({ why: 'expired', who: 'le' });
  expect(kept.has(sessionKey)).toBe(false);
});

test('a tab that was not alive at the signing out is nobody’s as soon as it wakes, with all that was entered', () => {
  keepSession({ idToken: tokenOf('le', 30), refreshToken: 'x' });
  kept.set(draftPlace('le', 'x'), '{}');
  browser.set(signOutKey, 'another');
  wake();
  expect(readSession()).toBeNull();
  expect(sessionEnded()).toEqual({ why: 'signed-out' });
  expect([...kept.keys()].filter((name) => name.startsWith('diem-cau:draft'))).toEqual([]);
  expect(left).toBe(1);
});

test('it sends nothing in that name either, before it has noticed', async () => {
  keepSession({ idToken: tokenOf('le', 30) });
  browser.set(signOutKey, 'another');
  expect(await problemOf('/v1/me')).toMatchObject({ status: 401 });
  expect(names).toEqual([undefined]);
  expect(currentPerson()).toBeNull();
});

test('a page out of the history is the person’s who is here now, whose drafts stay', () => {
  keepSession({ idToken: tokenOf('le', 30) });
  kept.set(draftPlace('le', 'x'), '{}');
  kept.set(draftPlace('tran', 'x'), '{}');
  lies(tokenOf('tran', 30));
  outOfHistory();
  expect(currentPerson()).toBe('tran');
  expect(left).toBe(1);
  expect([kept.has(draftPlace('le', 'x')), kept.has(draftPlace('tran', 'x'))]).toEqual([false, true]);
});

test('what was entered outlives the session, for its person alone', () => {
  for (const [next, isThere] of [
    ['le', true],
    ['tran', false],
  ] as const) {
    forgetSession();
    keepSession({ idToken: tokenOf('le', 30) });
    kept.set(draftPlace('le', 'x'), '{}');
    lies(tokenOf('le', -1));
    wake();
    expect(kept.has(draftPlace('le', 'x'))).toBe(true);
    keepSession({ idToken: tokenOf(next, 30) });
    expect(kept.has(draftPlace('le', 'x'))).toBe(isThere);
  }
});

test('a colleague of the unit with the same file is not offered what somebody before them was sending', () => {
  const upload = {
    unit: 'province:52@2025',
    form: 'qd766',
    period: '2026-Q3',
    fileName: 'báo cáo.xlsx',
    contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    sha256: 'f'.repeat(64),
  };
  const remembered = { ...upload, key: 'web-1', id: '01K', bytes: 3 };
  keepSession({ idToken: tokenOf('le', 30) });
  keepUpload(remembered, sessionStorage);
  expect(keptUpload(upload, sessionStorage)).toEqual(remembered);
  keepSession({ idToken: tokenOf('tran', 30) });
  // Not even where it had been left.
  kept.set(uploadPlace('le', 'province:52@2025/qd766/2026-Q3'), JSON.stringify(remembered));
  expect(keptUpload(upload, sessionStorage)).toBeNull();
});

test.each<[string, number, string, string]>([
  ['503', 503, 'Service Unavailable', 'text/plain'],
  ['429', 429, '{"error":"slow_down"}', 'application/json'],
  ['a page of something between', 403, '<html>', 'text/html'],
  ['such a page as if all were well', 200, '<html>', 'text/html'],
  ['what is cut short', 200, '{"id_token":', 'application/json'],
])('an issuer that answers %s ends nothing, and is asked once', async (_what, status, body, type) => {
  issuer = { status, body, type, asked: 0 };
  keepSession({ idToken: tokenOf('le', -1), refreshToken: 'x' });
  const all = ['/v1/a', '/v1/b', '/v1/c', '/v1/d'];
  for (const problem of await Promise.all(all.map(problemOf))) {
    expect(problem).toBeInstanceOf(ApiProblem);
    expect(problem).toMatchObject({ status: 503, code: 'sign-in-unreachable' });
  }
  expect(await problemOf('/v1/e')).toMatchObject({ code: 'sign-in-unreachable' });
  expect(issuer.asked).toBe(1);
  expect(isIssuerAway()).toBe(true);
  expect(currentPerson()).toBe('le');
  expect(JSON.parse(kept.get(sessionKey) ?? '{}')).toMatchObject({ refreshToken: 'x' });
  // The reader may have it asked at once.
  await askIssuerAgain();
  expect(issuer.asked).toBe(2);
});

test('an issuer that says no ends the session', async () => {
  issuer = { status: 400, body: '{"error":"invalid_grant"}', type: 'application/json', asked: 0 };
  keepSession({ idToken: tokenOf('le', -1), refreshToken: 'x' });
  expect(await problemOf('/v1/a')).toMatchObject({ status: 401 });
  expect(issuer.asked).toBe(1);
  expect(sessionEnded()).toMatchObject({ why: 'expired', who: 'le' });
  expect(isIssuerAway()).toBe(false);
});
