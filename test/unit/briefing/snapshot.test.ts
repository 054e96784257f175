import { createHash } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { sealed, snapshotOf } from '../../../shared/briefing/snapshot.ts';

const meeting = { id: 'ubqg-11' };
const versions = { catalog: '2026.1', engine: '1' };
const input = (unit: string) => ({
  unit,
  form: 'qd766',
  period: '2026-Q3',
  version: 1,
  sha256: 'a'.repeat(64),
});
const content = (code: string, document: object) => ({
  name: { period: '2026-Q3', kind: 'indicator' as const, code },
  document,
});
const cutOff = '2026-10-14T10:00:00.000Z';

test('the name does not depend on the order of inputs, contents or keys', () => {
  const one = snapshotOf(meeting, cutOff, versions, {
    inputs: [input('province:82@2025'), input('province:01@2008')],
    contents: [content('b', { x: 1, y: 'é' }), content('a', { z: null })],
  });
  const other = snapshotOf(meeting, cutOff, versions, {
    inputs: [input('province:01@2008'), input('province:82@2025')],
    contents: [content('a', { z: null }), content('b', { y: 'é', x: 1 })],
  });
  expect(sealed(one).hash).toBe(sealed(other).hash);
});

test('one changed figure changes the name', () => {
  const snapshot = (x: number) =>
    sealed(snapshotOf(meeting, cutOff, versions, { inputs: [], contents: [content('a', { x })] })).hash;
  expect(snapshot(1)).not.toBe(snapshot(2));
});

test('the name is the SHA-256 of the bytes, and the manifest holds the digest of each document', () => {
  const snapshot = snapshotOf(meeting, cutOff, versions, {
    inputs: [],
    contents: [content('a', { b: 1, a: 'ê' })],
  });
  const { hash, bytes } = sealed(snapshot);
  expect(hash).toBe(createHash('sha256').update(bytes).digest('hex'));
  // RFC 8785: keys sorted, no spaces, UTF-8.
  expect(snapshot.manifest.documents[0]?.sha256).toBe(
    createHash('sha256').update('{"a":"ê","b":1}').digest('hex'),
  );
});
