import { expect, test } from '@jest/globals';
import { type Manifest, sealed, snapshotOf } from '../../../../shared/briefing/snapshot.ts';
import { proveSnapshot } from '../../../../web/pages/secretariat/verify-snapshot.ts';

const facts: Omit<Manifest, 'documents'> = {
  meeting: {
    id: 'ubqg-11',
    body: 'UBQG',
    number: 11,
    date: '2026-10-15',
    theme: { vi: 'Thử', en: 'Trial' },
    asks: [],
    constructed: true,
  },
  cutOff: '2026-10-14T10:00:00.000Z',
  catalog: { version: '2026.4', sha256: '0'.repeat(64) },
  engine: '1',
  code: '2',
  previous: null,
  rounds: [],
  inputs: [],
};
const snapshot = snapshotOf(facts, [
  { name: { kind: 'tasks', code: 'ubqg-11', period: null }, document: { tasks: 0 } },
  { name: { kind: 'coverage', code: 'qd766', period: '2026-Q3' }, document: { expected: 34 } },
]);
const { hash } = sealed(snapshot);

test('a snapshot that is whole agrees with its name', async () => {
  expect(await proveSnapshot(snapshot, hash)).toEqual({ hash, isNamed: true, documents: 2, changed: [] });
});

test('a document that was changed, one that is gone, and another manifest are told', async () => {
  // Of the whole meeting, so it stands before those of a period.
  const [second, first] = snapshot.contents;
  if (!first || !second) throw new Error('two documents');
  const changed = { ...snapshot, contents: [first, { ...second, document: { tasks: 1 } }] };
  expect((await proveSnapshot(changed, hash)).changed).toEqual([expect.stringContaining('tasks')]);
  const gone = { ...snapshot, contents: [first] };
  expect((await proveSnapshot(gone, hash)).changed).toEqual([expect.stringContaining('tasks')]);
  const other = { ...snapshot, manifest: { ...snapshot.manifest, cutOff: '2026-10-14T11:00:00.000Z' } };
  expect((await proveSnapshot(other, hash)).isNamed).toBe(false);
});
