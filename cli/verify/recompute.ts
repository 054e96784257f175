import { type MakeParts, makeSnapshot } from '../../shared/briefing/make-snapshot.ts';
import {
  digestOf,
  type FrozenDocument,
  type FrozenName,
  frozenNameText,
  type Input,
  inputName,
  type Snapshot,
} from '../../shared/briefing/snapshot.ts';
import { type Difference, differencesOf } from './differences.ts';
import { rereadSubmissions } from './reread-submissions.ts';
import { rereadTasks } from './reread-tasks.ts';
import type { WalkedReport } from './walk-chain.ts';

/** What today's engine says otherwise than the snapshot. */
export type Recomputed = {
  agrees: boolean;
  /** Reports whose raw files could not be read again, and why; what they say was taken as it is kept. */
  notReread: { unit: string; form: string; period: string; why: 'file' | 'context' }[];
  /** Pages that the raw file gives otherwise, gives no more, or gives though the freeze had none of them. */
  pages: { unit: string; form: string; period: string; page: string; now: 'changed' | 'gone' | 'new' }[];
  /** Documents that say something else, and where. */
  documents: { document: FrozenName; differences: Difference[] }[];
};

type Given = Pick<MakeParts, 'catalog' | 'previous'> & { reports: readonly WalkedReport[] };

/** Makes the snapshot's documents again, from what was read again, and holds each against the one that was frozen. */
export async function recompute(
  snapshot: Snapshot,
  { catalog, previous, reports }: Given,
): Promise<Recomputed> {
  const { manifest } = snapshot;
  const tasks = rereadTasks(snapshot, reports);
  const again = await makeSnapshot(manifest.meeting, manifest.cutOff, {
    catalog,
    previous,
    submissions: rereadSubmissions(manifest.cutOff, reports),
    versions: { engine: manifest.engine, code: manifest.code },
    catalogSha256: manifest.catalog.sha256,
    ...(tasks && { tasks }),
  });
  const notReread = reports.flatMap(({ key, input, report, reread }) => {
    if (!input || report?.nil || reread?.pages) return [];
    return [{ ...key, why: reread?.trouble === 'context' ? ('context' as const) : ('file' as const) }];
  });
  const pages = otherPages(manifest.inputs, again.manifest.inputs);
  const documents = otherDocuments(snapshot.contents, again.contents);
  const agrees = notReread.length === 0 && pages.length === 0 && documents.length === 0;
  return { agrees, notReread, pages, documents };
}

/** Pages by name, in both directions: what a freeze lost is told as well as what it had too much. */
function otherPages(then: readonly Input[], now: readonly Input[]): Recomputed['pages'] {
  const [before, after] = [byName(then), byName(now)];
  const names = new Map([...before, ...after]);
  return [...names].flatMap(([name, { slot, page }]) => {
    const [old, made] = [before.get(name), after.get(name)];
    if (old?.sha256 === made?.sha256) return [];
    return [{ ...slot, page, now: !made ? 'gone' : !old ? 'new' : 'changed' }];
  });
}

function byName(inputs: readonly Input[]) {
  return new Map(
    inputs.flatMap((input) => {
      const { unit, form, period } = input;
      return input.pages.map(
        ({ group, sha256 }) =>
          [`${inputName(input)} ${group}`, { slot: { unit, form, period }, page: group, sha256 }] as const,
      );
    }),
  );
}

function otherDocuments(
  then: readonly FrozenDocument[],
  now: readonly FrozenDocument[],
): Recomputed['documents'] {
  const before = new Map(then.map(({ name, document }) => [frozenNameText(name), document]));
  const after = new Map(now.map(({ name, document }) => [frozenNameText(name), document]));
  const names = new Map([...then, ...now].map(({ name }) => [frozenNameText(name), name]));
  return [...names].flatMap(([text, name]) => {
    const [old, made] = [before.get(text), after.get(text)];
    if (old && made && digestOf(old) === digestOf(made)) return [];
    return [{ document: name, differences: differencesOf(old ?? null, made ?? null) }];
  });
}
