import { describe, expect, test } from '@jest/globals';
import { builtInFiles, catalog } from '../../../shared/catalog/catalog.ts';
import { type CatalogReader, catalogsFrom, type Publication } from '../../../shared/catalog/catalogs.ts';
import { checkDocument } from '../../../shared/catalog/check-document.ts';
import {
  type CatalogDocument,
  catalogOf,
  compareVersions,
  documentDigest,
  documentOf,
} from '../../../shared/catalog/document.ts';

/** Which catalogue a function reads under, as publications come. */

const builtIn = documentOf(builtInFiles);
const publication = (version: string, at: string, base: string): Publication => {
  return {
    version,
    base,
    draft: 'd'.repeat(64),
    by: 'thu-ky',
    at,
    why: 'Thử',
    accepted: [],
  };
};

/** A table in memory: what is published in it, and how often each thing was asked for. */
function table() {
  const publications: Publication[] = [];
  const documents = new Map<string, CatalogDocument>();
  const asked: string[] = [];
  const reader: CatalogReader = {
    async published() {
      asked.push('published');
      const last = publications.at(-1);
      return last && { schema: 'published/1', revision: publications.length, last };
    },
    publication: async (version) => publications.find((each) => each.version === version),
    async document(version) {
      asked.push(version);
      return documents.get(version);
    },
  };
  const publish = (version: string, at: string) => {
    documents.set(version, { ...builtIn, version });
    publications.push(publication(version, at, publications.at(-1)?.version ?? catalog.version));
  };
  return { reader, publish, asked };
}

describe('the catalogue that is current', () => {
  test('is the one that the code brings until one is published, and no document is asked for', async () => {
    const { reader, asked } = table();
    const catalogs = catalogsFrom(reader, catalog);
    expect(await catalogs.current('2026-09-14T02:00:00.000Z')).toBe(catalog);
    expect(asked).toEqual(['published']);
  });

  test('is trusted for 30 s of the events’ time, forward and back, and then asked for again', async () => {
    const { reader, publish, asked } = table();
    const catalogs = catalogsFrom(reader, catalog);
    await catalogs.current('2026-09-14T02:00:00.000Z');
    publish('2099.1', '2026-09-14T02:00:01.000Z');
    expect((await catalogs.current('2026-09-14T02:00:29.999Z')).version).toBe(catalog.version);
    expect((await catalogs.current('2026-09-14T01:59:31.000Z')).version).toBe(catalog.version);
    expect((await catalogs.current('2026-09-14T02:00:30.000Z')).version).toBe('2099.1');
    expect(asked).toEqual(['published', 'published', '2099.1']);
    // Immutable, so it is read and checked once.
    const again = await catalogs.current('2026-09-14T02:05:00.000Z');
    expect(again).toBe(await catalogs.version('2099.1'));
    expect(asked).toEqual(['published', 'published', '2099.1', 'published']);
  });

  test('is asked for anew by an event without a time', async () => {
    const { reader, publish } = table();
    const catalogs = catalogsFrom(reader, catalog);
    await catalogs.current(null);
    publish('2099.1', '2026-09-14T02:00:01.000Z');
    expect((await catalogs.current(null)).version).toBe('2099.1');
  });

  test('is a fault where its document is not there: nothing is read under another one', async () => {
    const { reader, publish } = table();
    publish('2099.1', '2026-09-14T02:00:01.000Z');
    const catalogs = catalogsFrom({ ...reader, document: async () => undefined }, catalog);
    await expect(catalogs.current(null)).rejects.toThrow('2099.1');
  });
});

test('as of an instant it is the one that was published last by then; before the first, its base', async () => {
  const { reader, publish } = table();
  publish('2099.1', '2026-09-14T02:00:00.000Z');
  publish('2099.2', '2026-09-15T02:00:00.000Z');
  const catalogs = catalogsFrom(reader, catalog);
  const asOf = async (instant: string) => (await catalogs.asOf(instant)).version;
  expect(await asOf('2026-09-14T01:59:59.999Z')).toBe(catalog.version);
  expect(await asOf('2026-09-14T02:00:00.000Z')).toBe('2099.1');
  expect(await asOf('2026-09-15T01:59:59.999Z')).toBe('2099.1');
  expect(await asOf('2026-10-01T00:00:00.000Z')).toBe('2099.2');
});

test('a version that is not held is asked for again, until it is there', async () => {
  const { reader, publish } = table();
  const catalogs = catalogsFrom(reader, catalog);
  expect(await catalogs.version('2099.1')).toBeUndefined();
  publish('2099.1', '2026-09-14T02:00:00.000Z');
  expect((await catalogs.version('2099.1'))?.version).toBe('2099.1');
});

describe('a document', () => {
  test('holds the whole catalogue', () => {
    expect(catalogOf(JSON.parse(JSON.stringify(builtIn)))).toEqual(catalog);
    expect(() => catalogOf({ ...builtIn, schema: 'catalog/9' as 'catalog/3' })).toThrow('unknown schema');
  });

  test('of the earlier schema is read without what the catalogue said of freezes', () => {
    const { meetings, ...rest } = structuredClone(builtIn) as unknown as {
      meetings: { meetings: object[] };
    };
    const before = { freezeAt: '2026-10-14T17:00:00', scorecards: ['qd766'] };
    const earlier = {
      ...rest,
      schema: 'catalog/2',
      meetings: {
        ...meetings,
        schema: 'meetings/1',
        meetings: meetings.meetings.map((one) => ({ ...one, ...before })),
      },
    };
    expect(catalogOf(earlier as unknown as typeof builtIn)).toEqual(catalog);
    expect(checkDocument({ ...earlier, version: '2099.1' }, catalog, '2026-09-22').faults).toEqual([]);
    const mixed = { ...builtIn, meetings: earlier.meetings };
    expect(() => catalogOf(mixed)).toThrow('meetings.json');
  });

  test('is named by its content, whatever the order and spacing', async () => {
    const reordered = Object.fromEntries(Object.entries(builtIn).reverse());
    expect(await documentDigest(reordered)).toBe(await documentDigest(builtIn));
    expect(await documentDigest({ ...builtIn, version: '2099.1' })).not.toBe(await documentDigest(builtIn));
    // RFC 8785 of {"b":1,"a":"ô"} is {"a":"ô","b":1}; its SHA-256 by sha256sum.
    expect(await documentDigest({ b: 1, a: 'ô' })).toBe(
      'f1237e23021c05d99dcb920de4c341744d1fcbb1050b2b350d8d0db6550b867f',
    );
  });

  test('is newer by year, then by number', () => {
    const versions = ['2026.10', '2027.1', '2026.2', '2026.9'];
    expect(versions.sort(compareVersions)).toEqual(['2026.2', '2026.9', '2026.10', '2027.1']);
    expect(compareVersions('2026.2', '2026.2')).toBe(0);
  });
});
