import {
  canonical,
  digestOf,
  frozenNameText,
  nameOf,
  type Snapshot,
  snapshotFrom,
} from '../../shared/briefing/snapshot.ts';
import { documentDigest } from '../../shared/catalog/document.ts';
import type { ChainSource, Found } from './chain-source.ts';
import { changed, type Fault, faulty } from './fault.ts';

export type CheckedSnapshot = { snapshot: Snapshot | null; faults: Fault[] };

/**
 * A snapshot by itself: its bytes are the canonical form of what they say, its manifest has its name, and each of its
 * documents the digest that the manifest names. One whose manifest cannot be read, or is not its own, is null.
 */
export async function checkSnapshot(found: Found, source: ChainSource): Promise<CheckedSnapshot> {
  const of = { snapshot: found.hash };
  const bytes = await source.snapshot(found);
  if (!bytes) return { snapshot: null, faults: [faulty('snapshot', 'missing', of)] };
  try {
    const snapshot = snapshotFrom(bytes);
    const faults = faultsIn(found.hash, snapshot, bytes);
    // Nothing can be held against a manifest that is another than its name says.
    const isTrusted = !faults.some(({ what }) => what === 'manifest');
    return { snapshot: isTrusted ? snapshot : null, faults };
  } catch (error) {
    // Bytes that are no text, text that is no JSON, JSON of another shape.
    const fault = { ...faulty('snapshot', 'unreadable', of), found: (error as Error).message };
    return { snapshot: null, faults: [fault] };
  }
}

function faultsIn(hash: string, snapshot: Snapshot, bytes: Uint8Array): Fault[] {
  const { manifest, contents } = snapshot;
  const of = { snapshot: hash };
  const named = new Map(manifest.documents.map(({ name, sha256 }) => [frozenNameText(name), sha256]));
  const there = new Set(contents.map(({ name }) => frozenNameText(name)));
  const faults = [
    ...changed('manifest', of, { expected: hash, found: nameOf(manifest) }),
    ...contents.flatMap(({ name, document }) => {
      const expected = named.get(frozenNameText(name));
      const about = { ...of, document: name };
      if (expected === undefined) return [faulty('document', 'unknown', about)];
      return changed('document', about, { expected, found: digestOf(document) });
    }),
    ...manifest.documents
      .filter(({ name }) => !there.has(frozenNameText(name)))
      .map(({ name }) => faulty('document', 'missing', { ...of, document: name })),
  ];
  if (faults.length > 0) return faults;
  // What says the same in other bytes was changed too.
  const isCanonical = Buffer.compare(Buffer.from(canonical(snapshot)), bytes) === 0;
  return isCanonical ? [] : [faulty('snapshot', 'changed', of)];
}

/** The catalogue that the manifest names. */
export async function checkCatalog({ manifest }: Snapshot, source: ChainSource): Promise<Fault[]> {
  const { version, sha256 } = manifest.catalog;
  const of = { part: version };
  const document = await source.catalog(version);
  if (!document) return [faulty('catalog', 'missing', of)];
  return changed('catalog', of, { expected: sha256, found: await documentDigest(document) });
}

/** The snapshots before, each by itself, and the one that comes next: all of them were a meeting's own. */
export async function checkPrevious(
  { manifest }: Snapshot,
  source: ChainSource,
): Promise<{ previous: { hash: string; snapshot: Snapshot } | null; faults: Fault[] }> {
  const faults: Fault[] = [];
  let next = manifest.previous;
  let previous: { hash: string; snapshot: Snapshot } | null = null;
  for (const passed = new Set<string>(); next !== null && !passed.has(next); ) {
    passed.add(next);
    const found = await source.find(next);
    const checked = found && (await checkSnapshot(found, source));
    if (!checked) faults.push(faulty('previous', 'missing', { snapshot: next }));
    else faults.push(...checked.faults);
    const snapshot: Snapshot | null = checked?.snapshot ?? null;
    if (snapshot && !previous) previous = { hash: next, snapshot };
    next = snapshot?.manifest.previous ?? null;
  }
  return { previous, faults };
}
