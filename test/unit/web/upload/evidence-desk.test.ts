import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { contentKeys } from '../../../../web/app/content-keys.ts';
import { sessionKey } from '../../../../web/app/kept-session.ts';
import { evidenceDesk } from '../../../../web/upload/evidence-desk.ts';
import { heldStorage } from '../storage.ts';

const ownFetch = globalThis.fetch;
let asked: string[] = [];
const claims = { sub: 'bao-cao-52', exp: Math.floor(Date.now() / 1000) + 3600 };
/** Somebody is signed in. */
const kept = JSON.stringify({
  idToken: `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.`,
});

beforeEach(() => {
  asked = [];
  const sessionStorage = heldStorage(new Map([[sessionKey, kept]]));
  Object.assign(globalThis, { sessionStorage, localStorage: heldStorage() });
  globalThis.fetch = async (_address, init) => {
    asked.push(new Headers(init?.headers).get('idempotency-key') ?? '');
    return Response.json({ number: 1, upload: null });
  };
});
afterEach(() => {
  globalThis.fetch = ownFetch;
  Reflect.deleteProperty(globalThis, 'sessionStorage');
  Reflect.deleteProperty(globalThis, 'localStorage');
});

const file = {
  name: 'công văn.pdf',
  bytes: 3,
  sha256: 'a'.repeat(64),
  contentType: 'application/pdf',
} as const;
const { signal } = new AbortController();

test('one attachment has one key: asked again, renewed, and left and begun again with the same file', async () => {
  const keys = contentKeys();
  const desk = evidenceDesk('s', { file, dispatch: '1/BC', keys });
  await desk.open(false, signal);
  await desk.renew('1', signal);
  await evidenceDesk('s', { file, dispatch: '1/BC', keys }).open(false, signal);
  expect(new Set(asked).size).toBe(1);
});

test('another dispatch number is another attachment', async () => {
  const keys = contentKeys();
  await evidenceDesk('s', { file, dispatch: '1/BC', keys }).open(false, signal);
  await evidenceDesk('s', { file, dispatch: '2/BC', keys }).open(false, signal);
  expect(new Set(asked).size).toBe(2);
});

test('opened anew it has a key of its own, and keeps that one', async () => {
  const keys = contentKeys();
  const desk = evidenceDesk('s', { file, dispatch: '', keys });
  await desk.open(false, signal);
  await desk.open(true, signal);
  await desk.renew('1', signal);
  expect(asked[1]).not.toBe(asked[0]);
  expect(asked[2]).toBe(asked[1]);
});
