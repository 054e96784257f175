import { frozenNameText, type Input, inputName, type Snapshot } from '../../shared/briefing/snapshot.ts';
import type { ChainItem } from '../../shared/query/read-chain.ts';
import { slotName } from '../../shared/submissions/slot.ts';
import type { ChainSource, Found } from './chain-source.ts';
import {
  checkFrozenDocument,
  checkPage,
  checkStanding,
  type KeptReport,
  missingPages,
  missingReports,
} from './check-reports.ts';
import { changed, type Fault, faulty } from './fault.ts';
import { type Reread, type RereadParts, reread } from './reread.ts';

/** A slot as it is kept, and what today's engine read from the raw file of its report; null: nothing. */
export type WalkedReport = KeptReport & { input: Input | undefined; reread: Reread | null };

export type Walked = {
  reports: WalkedReport[];
  faults: Fault[];
  checked: { reports: number; rawFiles: number; pages: number; documents: number };
};

type Walk = Walked & { snapshot: Snapshot; hash: string; inputs: ReadonlyMap<string, Input> };

export type WalkParts = RereadParts & {
  source: ChainSource;
  /** Told as each report was checked. */
  onReport(done: number, of: number, what: string): void;
};

/** Goes through everything that a snapshot stands on, part by part; each thing is checked as it comes. */
export async function walkChain(found: Found, snapshot: Snapshot, parts: WalkParts): Promise<Walked> {
  const walk: Walk = {
    reports: [],
    faults: [],
    checked: { reports: 0, rawFiles: 0, pages: 0, documents: 0 },
    snapshot,
    hash: found.hash,
    inputs: new Map(snapshot.manifest.inputs.map((input) => [inputName(input), input])),
  };
  const names = new Set<string>();
  let after: string | null = null;
  do {
    const part = await parts.source.part(found, after);
    for (const item of part.items) {
      if (item.kind === 'document') names.add(frozenNameText(item.name));
      await take(item, walk, parts);
    }
    after = part.next;
  } while (after !== null);
  for (const { name } of snapshot.contents) {
    if (names.has(frozenNameText(name))) continue;
    walk.faults.push(faulty('frozen-document', 'missing', { snapshot: found.hash, document: name }));
  }
  for (const report of walk.reports) walk.faults.push(...missingPages(report, report.input));
  walk.faults.push(
    ...missingReports(snapshot.manifest, new Set(walk.reports.map(({ key }) => slotName(key)))),
  );
  const { reports, faults, checked } = walk;
  return { reports, faults, checked };
}

async function take(item: ChainItem, walk: Walk, parts: WalkParts): Promise<void> {
  const { checked, faults, snapshot, hash } = walk;
  if (item.kind === 'document') {
    checked.documents += 1;
    faults.push(...checkFrozenDocument(item, { manifest: snapshot.manifest, hash }));
    return;
  }
  const input = walk.inputs.get(slotName(item.key));
  if (item.kind === 'page') {
    checked.pages += 1;
    faults.push(...checkPage(item, input));
    // The pages of a slot follow it.
    walk.reports.at(-1)?.pages.set(item.group, Buffer.from(item.bytes, 'base64'));
    return;
  }
  const kept: KeptReport = { key: item.key, slot: item.slot, report: item.report, pages: new Map() };
  faults.push(...checkStanding(kept, input, snapshot.manifest));
  const again = await readAgain(kept, input, walk, parts);
  walk.reports.push({ ...kept, input, reread: again });
  if (!input) return;
  checked.reports += 1;
  parts.onReport(checked.reports, walk.inputs.size, slotName(item.key));
}

async function readAgain(
  { report, ...kept }: KeptReport,
  input: Input | undefined,
  { faults, checked }: Walk,
  parts: WalkParts,
): Promise<Reread | null> {
  if (!report || !input || report.nil) return null;
  const again = await reread({ ...kept, report }, input.sha256, parts);
  checked.rawFiles += 1;
  const of = { ...kept.key, submission: report.submission };
  if (again.sha256 === null) faults.push(faulty('raw-file', 'missing', of));
  else faults.push(...changed('raw-file', of, { expected: input.sha256, found: again.sha256 }));
  return again;
}
