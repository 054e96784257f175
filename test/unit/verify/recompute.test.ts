import { describe, expect, test } from '@jest/globals';
import { verificationText } from '../../../cli/verify/print.ts';
import { holds, type Verification, verifyChain } from '../../../cli/verify/verify-chain.ts';
import { packed, unpackedOf } from '../../../shared/aws/pack.ts';
import { type Snapshot, snapshotOf } from '../../../shared/briefing/snapshot.ts';
import type { Page } from '../../../shared/observations/page.ts';
import { type Slot, type Standing, slotName } from '../../../shared/submissions/slot.ts';
import type { ReportedTask, TasksDocument } from '../../../shared/tasks/task.ts';
import { dongThap, giaLai, type Kept, keptReports, snapshotOfKept, sourceOf } from './constructed-chain.ts';

/** What the raw files say today against what was frozen, where the chain by itself is whole. */

type Change = {
  /** Done before the freeze, so that the snapshot is made of it. */
  before?(kept: Kept): void;
  /** What another freeze would have made of it. */
  frozen?(snapshot: Snapshot): Snapshot;
  after?(kept: Kept): void;
};

async function verified({ before, frozen = (made) => made, after }: Change): Promise<Verification> {
  const kept = await keptReports();
  before?.(kept);
  const snapshot = frozen(await snapshotOfKept(kept));
  after?.(kept);
  const { source, found } = sourceOf(snapshot, kept);
  const verification = await verifyChain(found, { source, lang: 'en', progress() {} });
  expect(verification.chain.faults).toEqual([]);
  return verification;
}

/** Pages of Gia Lai that a freeze had: others than those that were read. */
function pagesOfGiaLai(change: (pages: Map<string, Uint8Array>) => void): (kept: Kept) => void {
  return (kept) => {
    const pages = kept.pages.get('s-52') as Map<string, Uint8Array>;
    change(pages);
    const slot = kept.slots.get(slotName(giaLai)) as Slot & { standing: Standing };
    const standing = { ...slot.standing, pages: [...pages.keys()] };
    kept.slots.set(slotName(giaLai), { ...slot, standing });
  };
}

/** A page under another name. */
function renamed(pack: Uint8Array, name: string): Uint8Array {
  const [page] = unpackedOf([pack]) as Iterable<Page>;
  return packed({ ...(page as Page), name });
}

const documentsOf = ({ today }: Verification) => today?.documents.map(({ document }) => document.code);

describe('a page', () => {
  test('that the raw file gives and the freeze lost is told, with the figures that come out then', async () => {
    const verification = await verified({ before: pagesOfGiaLai((pages) => pages.delete('CQS')) });
    expect(verification.today).toMatchObject({
      agrees: false,
      pages: [{ ...giaLai, page: 'CQS', now: 'new' }],
    });
    expect(documentsOf(verification)?.length).toBeGreaterThan(0);
    expect([verification.chain.intact, holds(verification)]).toEqual([true, false]);
    expect(verificationText(verification, 'en')).toContain('is in its raw file, and was not frozen');
    expect(verificationText(verification, 'vi')).toContain('có trong tệp gốc, không có khi chốt');
  });

  test('that the freeze had and the raw file does not give is told as gone', async () => {
    const before = pagesOfGiaLai((pages) => {
      const [one] = pages.values();
      pages.set('X', renamed(one as Uint8Array, 'X'));
    });
    const { today } = await verified({ before });
    expect(today).toMatchObject({ agrees: false, pages: [{ ...giaLai, page: 'X', now: 'gone' }] });
  });
});

/** Every figure 200 of a numerator as 201, as if the freeze had counted otherwise. */
function withOtherFigures(snapshot: Snapshot, manifest: Partial<Snapshot['manifest']> = {}): Snapshot {
  const text = JSON.stringify(snapshot.contents).replaceAll('"numerator":"200"', '"numerator":"201"');
  return snapshotOf({ ...snapshot.manifest, ...manifest }, JSON.parse(text) as Snapshot['contents']);
}

describe('a figure that was frozen otherwise', () => {
  test('is told with its place, and with the same engine it does not hold', async () => {
    const verification = await verified({ frozen: withOtherFigures });
    expect(verification.today).toMatchObject({ sameEngine: true, agrees: false, notReread: [], pages: [] });
    const found = verification.today?.documents.find(({ document }) => document.code === 'cds/749-02');
    expect(found?.differences).toContainEqual({
      at: expect.stringContaining(giaLai.unit),
      old: '201',
      new: '200',
    });
    expect([verification.chain.intact, holds(verification)]).toEqual([true, false]);
    expect(verificationText(verification, 'vi')).toContain('KẾT LUẬN: KHÔNG đúng.');
  });

  test('by another engine is told, and the chain alone decides', async () => {
    const verification = await verified({ frozen: (made) => withOtherFigures(made, { engine: '3' }) });
    expect(verification.today).toMatchObject({ sameEngine: false, agrees: false });
    expect(holds(verification)).toBe(true);
    expect(verificationText(verification, 'en')).toContain('Another version of the engine');
  });
});

test('a report whose context is not there is not read again: that is told, and nothing else', async () => {
  for (const id of ['s-52', 's-82']) {
    const verification = await verified({ after: (kept) => kept.files.delete(`${id}.context`) });
    const key = id === 's-52' ? giaLai : dongThap;
    expect(verification.today).toMatchObject({
      agrees: false,
      notReread: [{ ...key, why: 'context' }],
      pages: [],
      documents: [],
    });
    expect(holds(verification)).toBe(false);
  }
});

describe('tasks', () => {
  /** The document of tasks as another freeze would have made it. */
  const tasks = (change: (task: ReportedTask) => ReportedTask, counts: Partial<TasksDocument>): Change => ({
    frozen: (made) =>
      snapshotOf(
        made.manifest,
        made.contents.map((entry) => {
          if (entry.name.kind !== 'tasks') return entry;
          const document = entry.document as TasksDocument;
          return { ...entry, document: { ...document, ...counts, tasks: document.tasks.map(change) } };
        }),
      ),
  });
  const at = ({ today }: Verification) =>
    today?.documents.flatMap(({ document, differences }) =>
      differences.map(({ at, old, new: now }) => [document.kind, at, old, now]),
    );

  test('are made again from the file that tells of them: another state is a difference', async () => {
    const change = (task: ReportedTask): ReportedTask =>
      task.number === 2 ? { ...task, state: 'done', cause: null } : task;
    const verification = await verified(tasks(change, { done: 2, continuing: 1 }));
    expect(at(verification)?.sort()).toEqual([
      ['tasks', 'continuing', '1', '2'],
      ['tasks', 'done', '2', '1'],
      ['tasks', 'tasks[ubqg-11/2].cause', null, 'Chờ hướng dẫn của Bộ'],
      ['tasks', 'tasks[ubqg-11/2].state', 'done', 'continuing'],
    ]);
    expect(holds(verification)).toBe(false);
  });

  test('one that the file tells and the freeze lost is a difference too', async () => {
    const silent = { state: 'continuing', reported: false, told: null, result: null, cause: null } as const;
    const change = (task: ReportedTask): ReportedTask => (task.number === 3 ? { ...task, ...silent } : task);
    const verification = await verified(tasks(change, { notReported: 1 }));
    const places = at(verification)?.map(([, place]) => place);
    expect(places).toContain('tasks[ubqg-11/3].reported');
    expect(places).toContain('tasks[ubqg-11/3].told');
    expect(holds(verification)).toBe(false);
  });

  test('which were assigned, and until when, is believed as it was frozen', async () => {
    const verification = await verified(tasks((task) => ({ ...task, deadline: '2027-06-30' }), {}));
    expect(verification.today).toMatchObject({ agrees: true, documents: [] });
  });
});
