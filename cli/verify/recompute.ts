import { summedOf, unpackedOf } from '../../shared/aws/pack.ts';
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
import type { Page, Page1, SummedPage } from '../../shared/observations/page.ts';
import { slotName } from '../../shared/submissions/slot.ts';
import { standingAt } from '../../shared/submissions/slot-at.ts';
import type { TasksDocument } from '../../shared/tasks/task.ts';
import { type Difference, differencesOf } from './differences.ts';
import { otherTasks, type RereadTasks } from './told-tasks.ts';
import type { WalkedReport } from './walk-chain.ts';

/** What today's engine says otherwise than the snapshot. */
export type Recomputed = {
  agrees: boolean;
  /** Reports whose raw files could not be read again, and why; their pages were taken as they are kept. */
  notReread: { unit: string; form: string; period: string; why: 'file' | 'context' }[];
  /** Pages that are read otherwise. */
  pages: { unit: string; form: string; period: string; page: string }[];
  /** Documents that say something else, and where. */
  documents: { document: FrozenName; differences: Difference[] }[];
};

type Given = Pick<MakeParts, 'catalog' | 'previous'> & { reports: readonly WalkedReport[] };

/** Makes the snapshot's documents again, from what was read again, and holds each against the one that was frozen. */
export async function recompute(snapshot: Snapshot, given: Given): Promise<Recomputed> {
  const { manifest } = snapshot;
  const again = await makeSnapshot(manifest.meeting, manifest.cutOff, {
    ...partsOf(given, snapshot),
    versions: { engine: manifest.engine, code: manifest.code },
    catalogSha256: manifest.catalog.sha256,
  });
  const notReread = given.reports.flatMap(({ key, input, report, reread }) => {
    if (!input || report?.nil || reread?.pages) return [];
    return [{ ...key, why: reread?.trouble === 'context' ? ('context' as const) : ('file' as const) }];
  });
  const pages = otherPages(manifest.inputs, again.manifest.inputs);
  const documents = [
    ...otherDocuments(snapshot.contents, again.contents),
    ...otherTasksIn(snapshot, given.reports),
  ];
  const agrees = notReread.length === 0 && pages.length === 0 && documents.length === 0;
  return { agrees, notReread, pages, documents };
}

/** What a freeze is given, from the chain: slots as they are kept, pages as they were read again. */
function partsOf({ catalog, previous, reports }: Given, { manifest, contents }: Snapshot) {
  const packs = new Map(
    reports.flatMap(({ slot, pages, reread }): [string, ReadonlyMap<string, Uint8Array>][] => {
      const standing = standingAt(slot ?? undefined, manifest.cutOff);
      return standing ? [[standing.submission, reread?.pages ?? pages]] : [];
    }),
  );
  const slots = new Map(reports.flatMap(({ key, slot }) => (slot ? [[slotName(key), slot] as const] : [])));
  const opened = <T>(
    wanted: readonly { id: string; groups: readonly string[] }[],
    unpack: (bytes: readonly Uint8Array[]) => T,
  ) =>
    new Map(
      wanted.map(({ id, groups }) => [
        id,
        unpack(groups.flatMap((group) => packs.get(id)?.get(group) ?? [])),
      ]),
    );
  const submissions: MakeParts['submissions'] = {
    async slots(keys) {
      return new Map(
        keys.flatMap((key) => {
          const slot = slots.get(slotName(key));
          return slot ? [[slotName(key), slot] as const] : [];
        }),
      );
    },
    pagesOf: async (wanted) => opened<Iterable<Page | Page1>>(wanted, unpackedOf),
    pagesToSum: async (wanted, summable) =>
      opened<Iterable<Page | SummedPage | Page1>>(wanted, (bytes) => summedOf(bytes, summable)),
  };
  // Which tasks were assigned stands in no file: the document is taken as it was frozen, and looked up in the files.
  const tasks = contents.find(({ name }) => name.kind === 'tasks')?.document as TasksDocument | undefined;
  return { catalog, previous, submissions, ...(tasks && { tasks: async () => tasks }) };
}

/** The document of tasks is not made again, but what it says that files say is looked up in them. */
function otherTasksIn(
  { manifest, contents }: Snapshot,
  reports: readonly WalkedReport[],
): Recomputed['documents'] {
  const frozen = contents.find(({ name }) => name.kind === 'tasks');
  if (!frozen) return [];
  const again = reports.flatMap(({ key, slot, reread }): RereadTasks[] => {
    const standing = standingAt(slot ?? undefined, manifest.cutOff);
    const { form, period } = key;
    return standing && reread?.pages
      ? [{ form, period, version: standing.version, tasks: reread.tasks }]
      : [];
  });
  const isWhole = reports.every(({ report, input, reread }) => !input || report?.nil || reread?.pages);
  const differences = otherTasks(frozen.document as TasksDocument, again);
  // A task whose file could not be read again is not told as another: that file is told.
  const told = isWhole ? differences : differences.filter((difference) => difference.new !== null);
  return told.length > 0 ? [{ document: frozen.name, differences: told }] : [];
}

function otherPages(then: readonly Input[], now: readonly Input[]): Recomputed['pages'] {
  const digests = new Map(
    now.flatMap((input) => input.pages.map((page) => [`${inputName(input)} ${page.group}`, page.sha256])),
  );
  return then.flatMap((input) => {
    const { unit, form, period } = input;
    const other = input.pages.filter(
      ({ group, sha256 }) => digests.get(`${inputName(input)} ${group}`) !== sha256,
    );
    return other.map(({ group }) => ({ unit, form, period, page: group }));
  });
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
