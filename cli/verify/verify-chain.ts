import type { Catalog } from '../../shared/catalog/catalog.ts';
import { catalogOf } from '../../shared/catalog/document.ts';
import { engineVersion } from '../../shared/catalog/engine.ts';
import { codeVersion } from '../../shared/code-version.ts';
import type { Lang } from '../usage.ts';
import type { ChainSource, Found } from './chain-source.ts';
import { checkCatalog, checkPrevious, checkSnapshot } from './check-snapshot.ts';
import type { Fault } from './fault.ts';
import { type Recomputed, recompute } from './recompute.ts';
import { type Walked, walkChain } from './walk-chain.ts';

/** What was verified, and what came of it: two questions, answered apart. */
export type Verification = {
  meeting: string;
  snapshot: string;
  /** Is the chain intact: every raw file, page and document has the digest that the manifest names. */
  chain: { intact: boolean; checked: Walked['checked']; faults: Fault[] };
  /** What the engine says today; null: too little can be read any more for that to be computed. */
  today: ({ then: Versions; now: Versions; sameEngine: boolean } & Recomputed) | null;
};
type Versions = { engine: string; code: string };

export type VerifyParts = {
  source: ChainSource;
  lang: Lang;
  progress(step: 'snapshot' | 'reports' | 'recompute', done: number, of: number, what: string): void;
};

/** True when nothing is wrong that decides: what another engine says otherwise is told, and does not. */
export function holds({ chain, today }: Verification): boolean {
  return chain.intact && today !== null && (today.agrees || !today.sameEngine);
}

/** Verifies a snapshot: the chain as it is kept, and what today's engine makes of the raw files. */
export async function verifyChain(found: Found, parts: VerifyParts): Promise<Verification> {
  const { source, lang, progress } = parts;
  const { meeting, hash } = found;
  progress('snapshot', 0, 1, hash);
  const { snapshot, faults } = await checkSnapshot(found, source);
  if (!snapshot) return { meeting, snapshot: hash, chain: chainOf(faults), today: null };
  const { manifest } = snapshot;
  faults.push(...(await checkCatalog(snapshot, source)));
  const before = await checkPrevious(snapshot, source);
  faults.push(...before.faults);
  const catalogs = catalogsFrom(source);
  const onReport = (done: number, of: number, what: string) => progress('reports', done, of, what);
  const walked = await walkChain(found, snapshot, { source, lang, catalogOf: catalogs, onReport });
  faults.push(...walked.faults);
  const chain = chainOf(faults, walked.checked);
  const catalog = await catalogs(manifest.catalog.version);
  if (!catalog) return { meeting, snapshot: hash, chain, today: null };
  progress('recompute', 0, 1, meeting);
  const { previous } = before;
  const recomputed = await recomputedOr(chain, () =>
    recompute(snapshot, { catalog, previous, reports: walked.reports }),
  );
  if (!recomputed) return { meeting, snapshot: hash, chain, today: null };
  const then = { engine: manifest.engine, code: manifest.code };
  const now = { engine: engineVersion, code: codeVersion };
  const today = { then, now, sameEngine: then.engine === now.engine, ...recomputed };
  return { meeting, snapshot: hash, chain, today };
}

/** Of a chain that is broken it may be that nothing can be computed any more; of one that is intact that is a fault. */
async function recomputedOr(
  chain: Verification['chain'],
  make: () => Promise<Recomputed>,
): Promise<Recomputed | null> {
  try {
    return await make();
  } catch (error) {
    if (chain.intact) throw error;
    return null;
  }
}

const nothing: Walked['checked'] = { reports: 0, rawFiles: 0, pages: 0, documents: 0 };

function chainOf(faults: Fault[], checked = nothing): Verification['chain'] {
  return { intact: faults.length === 0, checked, faults };
}

/** Catalogues by version, each loaded once. */
function catalogsFrom(source: ChainSource): (version: string) => Promise<Catalog | undefined> {
  const known = new Map<string, Promise<Catalog | undefined>>();
  return (version) => {
    const loading =
      known.get(version) ?? source.catalog(version).then((document) => document && catalogOf(document));
    known.set(version, loading);
    return loading;
  };
}
