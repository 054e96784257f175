import type { CatalogFault } from '../catalog/catalog-faults.ts';
import type { Catalogs } from '../catalog/catalogs.ts';
import type { CatalogChange } from '../catalog/diff.ts';
import { engineVersion } from '../catalog/engine.ts';
import { periodOf } from '../catalog/period.ts';
import { nameOn } from '../catalog/unit.ts';
import { Refusal } from '../refusal.ts';
import type { Identity } from '../submissions/rights.ts';
import { requireCatalogRight } from './draft-catalog.ts';
import type { DraftStore, PreviewResult } from './drafts.ts';
import { type Judged, judgeDraft } from './judge-draft.ts';
import { publicationOf } from './publish-catalog.ts';

/** A standing submission that a draft would break, by name. */
export type Failing = Omit<PreviewResult, 'schema' | 'engine' | 'outcome' | 'newWarnings'> & {
  code: string;
  name: { vi: string; en: string };
};

/** A draft as the secretariat sees it. */
export type DraftView = {
  id: string;
  version: string | null;
  base: string;
  by: string;
  at: string;
  /** `outdated`: another version was published since. */
  state: 'faulty' | 'checking' | 'checked' | 'published' | 'outdated';
  faults: readonly CatalogFault[];
  diff: readonly CatalogChange[];
  /** Null where there is nothing to preview for faults. */
  preview: {
    state: 'running' | 'complete';
    /** When what stands was listed; null: not yet. */
    listedAt: string | null;
    done: number;
    of: number | null;
    failing: readonly Failing[];
    /** Those that this engine returns under the base too: the draft is not the cause. */
    failingAlready: readonly Failing[];
    newWarnings: number;
  } | null;
};

/** @throws Refusal `not-allowed`, `not-found` */
export async function readDraft(
  ask: { id: string; who: Identity; at: string },
  parts: { catalogs: Catalogs; drafts: DraftStore },
): Promise<DraftView> {
  requireCatalogRight(ask.who);
  const judged = await judgeDraft(ask, parts);
  if (!judged) throw new Refusal('not-found');
  const [publication, current, preview] = await Promise.all([
    publicationOf(judged, parts),
    parts.catalogs.current(null),
    previewOf(judged, parts.drafts),
  ]);
  return viewOf(judged, {
    isPublished: publication !== undefined,
    isOutdated: current.version !== judged.base.version,
    preview,
  });
}

function viewOf(
  { draft, document, faults, changes }: Judged,
  {
    isPublished,
    isOutdated,
    preview,
  }: { isPublished: boolean; isOutdated: boolean; preview: DraftView['preview'] },
): DraftView {
  const { id, base, by, at } = draft;
  const state = preview?.state === 'complete' ? 'checked' : preview ? 'checking' : 'faulty';
  const version = typeof document.version === 'string' ? document.version : null;
  return {
    id,
    version,
    base,
    by,
    at,
    state: isPublished ? 'published' : isOutdated ? 'outdated' : state,
    faults,
    diff: changes,
    preview,
  };
}

async function previewOf(judged: Judged, drafts: DraftStore): Promise<DraftView['preview']> {
  if (!judged.catalog || judged.faults.length > 0) return null;
  const { id } = judged.draft;
  const [plan, everyResult] = await Promise.all([drafts.plan(id), drafts.results(id)]);
  const planned = new Set(plan?.files.map(({ submission }) => submission));
  const results = everyResult.filter(
    ({ submission, engine }) => planned.has(submission) && engine === engineVersion,
  );
  const those = (outcome: PreviewResult['outcome']) =>
    results.filter((each) => each.outcome === outcome).map((each) => failingOf(each, judged));
  return {
    state: plan && results.length === planned.size ? 'complete' : 'running',
    listedAt: plan?.at ?? null,
    done: results.length,
    of: plan ? planned.size : null,
    failing: those('fails'),
    failingAlready: those('fails-already'),
    newWarnings: results.reduce((sum, { newWarnings }) => sum + newWarnings, 0),
  };
}

function failingOf(result: PreviewResult, { base }: Judged): Failing {
  const { schema: _s, engine: _e, outcome: _o, newWarnings: _w, ...rest } = result;
  const form = base.forms.get(rest.form);
  const unit = base.units.get(rest.unit);
  const day = form && periodOf(rest.period)?.[form.window].to;
  const name = unit && day ? nameOn(unit, day) : undefined;
  return {
    ...rest,
    code: unit?.code ?? '',
    name: { vi: name?.full ?? rest.unit, en: name?.en ?? rest.unit },
  };
}
