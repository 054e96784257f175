import canonicalize from 'canonicalize';
import type { Snapshot } from '../../../shared/briefing/snapshot.ts';
import { digestOf } from '../../engine/digest.ts';

/** What came of holding a snapshot against its own digests. */
export type SnapshotProof = {
  /** The digest of the manifest, which is the snapshot's name, as it was computed here. */
  hash: string;
  isNamed: boolean;
  documents: number;
  /** Documents whose content is not the one that the manifest names. */
  changed: string[];
};

/**
 * Computes the digests of a snapshot anew: of its manifest in canonical form (RFC 8785), which is its name, and of
 * each document, which the manifest names.
 * @param name the hash that is shown, lower-case hex
 */
export async function proveSnapshot({ manifest, contents }: Snapshot, name: string): Promise<SnapshotProof> {
  const hash = await digestOfContent(manifest);
  const wanted = new Map(manifest.documents.map((each) => [textOf(each.name), each.sha256]));
  const changed: string[] = [];
  for (const { name: document, document: content } of contents) {
    const text = textOf(document);
    if (wanted.get(text) !== (await digestOfContent(content))) changed.push(text);
    wanted.delete(text);
  }
  return {
    hash,
    isNamed: hash === name,
    documents: contents.length,
    changed: [...changed, ...wanted.keys()],
  };
}

function textOf(name: object): string {
  return canonicalize(name) ?? '';
}

function digestOfContent(content: object): Promise<string> {
  return digestOf(new TextEncoder().encode(textOf(content)));
}
