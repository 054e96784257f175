import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import {
  type Manifest,
  nameOf,
  sealed,
  snapshotFrom,
  snapshotOf,
} from '../../../shared/briefing/snapshot.ts';
import { codeVersion } from '../../../shared/code-version.ts';

const input = (unit: string, sha256 = 'a'.repeat(64)) => ({
  unit,
  form: 'qd766',
  period: '2026-Q3',
  version: 1,
  sha256,
  pages: [{ group: 'CKMB', sha256: 'b'.repeat(64) }],
});
const content = (code: string, document: object) => ({
  name: { period: '2026-Q3', kind: 'indicator' as const, code },
  document,
});
const facts = (inputs: Manifest['inputs'] = []): Omit<Manifest, 'documents'> => ({
  meeting: {
    id: 'ubqg-11',
    body: 'UBQG',
    number: 11,
    date: '2026-10-15',
    theme: { vi: 'Quý III', en: 'Third quarter' },
    asks: [{ form: 'qd766', period: '2026-Q3' }],
    constructed: true,
  },
  cutOff: '2026-10-14T10:00:00.000Z',
  catalog: { version: '2026.1', sha256: 'c'.repeat(64) },
  engine: '1',
  code: '0.1.0',
  previous: null,
  rounds: [{ form: 'qd766', period: '2026-Q3' }],
  inputs,
});

describe('the name of a snapshot', () => {
  test('does not depend on the order of inputs, contents or keys', () => {
    const one = snapshotOf(facts([input('province:82@2025'), input('province:01@2008')]), [
      content('b', { x: 1, y: 'é' }),
      content('a', { z: null }),
    ]);
    const other = snapshotOf(facts([input('province:01@2008'), input('province:82@2025')]), [
      content('a', { z: null }),
      content('b', { y: 'é', x: 1 }),
    ]);
    expect(sealed(one)).toEqual(sealed(other));
  });

  test('changes with one figure, one file, and one of the versions', () => {
    const of = (change: Partial<Manifest>, x = 1) =>
      nameOf(snapshotOf({ ...facts([input('u')]), ...change }, [content('a', { x })]).manifest);
    const names = [
      of({}),
      of({}, 2),
      of({ inputs: [input('u', 'd'.repeat(64))] }),
      of({ catalog: { version: '2026.1', sha256: 'e'.repeat(64) } }),
      of({ engine: '2' }),
      of({ code: '0.1.1' }),
      of({ previous: 'f'.repeat(64) }),
      of({ cutOff: '2026-10-14T10:00:01.000Z' }),
    ];
    expect(new Set(names).size).toBe(names.length);
  });

  // The canonical form written out by hand from RFC 8785: keys sorted by their UTF-16 units, no spaces, UTF-8.
  test('is the SHA-256 of the manifest as RFC 8785 writes it', () => {
    const snapshot = snapshotOf(facts(), [content('a', { b: 1, a: 'ê' })]);
    const document = createHash('sha256').update('{"a":"ê","b":1}').digest('hex');
    const manifest =
      `{"catalog":{"sha256":"${'c'.repeat(64)}","version":"2026.1"},"code":"0.1.0",` +
      '"cutOff":"2026-10-14T10:00:00.000Z",' +
      `"documents":[{"name":{"code":"a","kind":"indicator","period":"2026-Q3"},"sha256":"${document}"}],` +
      '"engine":"1","inputs":[],"meeting":{"asks":[{"form":"qd766","period":"2026-Q3"}],"body":"UBQG",' +
      '"constructed":true,"date":"2026-10-15","id":"ubqg-11","number":11,' +
      '"theme":{"en":"Third quarter","vi":"Quý III"}},"previous":null,' +
      '"rounds":[{"form":"qd766","period":"2026-Q3"}]}';
    expect(sealed(snapshot).hash).toBe(createHash('sha256').update(manifest).digest('hex'));
  });
});

test('a stored snapshot is read again as it was, and one of an earlier shape is refused', () => {
  const snapshot = snapshotOf(facts([input('u')]), [content('a', { b: '1.0' })]);
  expect(snapshotFrom(sealed(snapshot).bytes)).toEqual(snapshot);
  const earlier = new TextEncoder().encode('{"schema":"snapshot/1","manifest":{},"contents":[]}');
  expect(() => snapshotFrom(earlier)).toThrow('snapshot/1, and not snapshot/2');
});

test('the version of the code is that of the package', () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  expect(codeVersion).toBe(version);
});
