import { describe, expect, test } from '@jest/globals';
import { holds, type Verification, verifyChain } from '../../../cli/verify/verify-chain.ts';
import { type Snapshot, snapshotOf } from '../../../shared/briefing/snapshot.ts';
import { catalog } from '../../../shared/catalog/catalog.ts';
import { type Slot, type Standing, slotName } from '../../../shared/submissions/slot.ts';
import type { Opened } from '../../../shared/submissions/submission.ts';
import { giaLai, hue, type Kept, keptReports, snapshotOfKept, sourceOf } from './constructed-chain.ts';

/** Each guard of the chain has something that it refuses: what was done to the data is told. */

/** What is done to what is kept after the freeze, and to the snapshot as it is kept. */
type Change = { kept?(kept: Kept): void; snapshot?(snapshot: Snapshot): Snapshot };

async function verified({ kept: change, snapshot: frozen = (made) => made }: Change): Promise<Verification> {
  const kept = await keptReports();
  const snapshot = frozen(await snapshotOfKept(kept));
  change?.(kept);
  const { source, found } = sourceOf(snapshot, kept);
  return verifyChain(found, { source, lang: 'en', progress() {} });
}

const faults = ({ chain }: Verification) =>
  chain.faults.map(({ what, wrong, of }) =>
    [what, wrong, of.unit, of.part ?? of.page ?? of.document?.kind].filter(Boolean).join(' '),
  );

const slotIn = (kept: Kept, key: typeof giaLai) =>
  kept.slots.get(slotName(key)) as Slot & { standing: Standing };
function signedOtherwise(key: typeof giaLai, change: Partial<Standing>): Change {
  return {
    kept(kept) {
      const slot = slotIn(kept, key);
      kept.slots.set(slotName(key), { ...slot, standing: { ...slot.standing, ...change } });
    },
  };
}

/** A snapshot of the same contents with another manifest, under the name that it then has. */
const manifest = (change: (manifest: Snapshot['manifest']) => Partial<Snapshot['manifest']>): Change => ({
  snapshot: (made) => snapshotOf({ ...made.manifest, ...change(made.manifest) }, made.contents),
});

test('what is untouched holds', async () => {
  const verification = await verified({});
  expect(verification).toMatchObject({
    chain: { intact: true, checked: { reports: 3, rawFiles: 2 }, faults: [] },
    today: { sameEngine: true, agrees: true, notReread: [], pages: [], documents: [] },
  });
  expect(holds(verification)).toBe(true);
});

const elsewhere = 'province:92@2025';
const oneMore = {
  unit: elsewhere,
  form: 'cds',
  period: '2026-Q3',
  version: 1,
  sha256: 'a'.repeat(64),
  pages: [],
};
const cases: [string, string[], Change][] = [
  [
    'a slot of another version',
    [`report changed ${giaLai.unit} version`],
    signedOtherwise(giaLai, { version: 2 }),
  ],
  [
    'a slot that names another file',
    [`report changed ${giaLai.unit} sha256`],
    signedOtherwise(giaLai, { sha256: 'a'.repeat(64) }),
  ],
  [
    'a nil return that says to be none',
    [`report changed ${hue.unit} nil`],
    signedOtherwise(hue, { nil: false }),
  ],
  [
    'a slot that names no pages',
    [`report changed ${giaLai.unit} pages`, `page missing ${giaLai.unit} CQS`],
    signedOtherwise(giaLai, { pages: [] }),
  ],
  [
    'a slot in which nothing stands',
    [`report missing ${giaLai.unit}`],
    { kept: (kept) => kept.slots.delete(slotName(giaLai)) },
  ],
  [
    'a report that the manifest does not name',
    [`report unknown ${hue.unit}`],
    manifest(({ inputs }) => ({ inputs: inputs.filter(({ unit }) => unit !== hue.unit) })),
  ],
  [
    'a report that the manifest names and nobody sent',
    [`report missing ${elsewhere}`],
    manifest(({ inputs }) => ({ inputs: [...inputs, oneMore] })),
  ],
  [
    'a report of a round that was not looked at',
    [`report missing ${elsewhere}`],
    manifest(({ inputs }) => ({ inputs: [...inputs, { ...oneMore, period: '2020-Q1' }] })),
  ],
  [
    'another reason in a nil return',
    [`statement changed ${hue.unit}`],
    {
      kept(kept) {
        const [opened] = kept.facts.get('s-46') as [Opened];
        kept.facts.set('s-46', [{ ...opened, nil: { ...opened.nil, why: 'Khác.' } } as Opened]);
      },
    },
  ],
  [
    'another text in the catalogue',
    [`catalog changed ${catalog.version}`],
    { kept: (kept) => Object.assign(kept, { catalog: { ...kept.catalog, extra: 'x' } }) },
  ],
  [
    'a raw file that is not there',
    [`raw-file missing ${giaLai.unit}`],
    { kept: (kept) => kept.files.delete('s-52.file') },
  ],
  [
    'the raw file of another',
    [`raw-file changed ${giaLai.unit}`],
    { kept: (kept) => kept.files.set('s-52.file', kept.files.get('s-82.file') as string) },
  ],
  [
    'a snapshot before it that is not there',
    ['previous missing'],
    manifest(() => ({ previous: 'f'.repeat(64) })),
  ],
  [
    'a document that the manifest does not name',
    ['document unknown tasks', 'frozen-document unknown tasks'],
    {
      snapshot: (made) => ({
        ...made,
        manifest: {
          ...made.manifest,
          documents: made.manifest.documents.filter(({ name }) => name.kind !== 'tasks'),
        },
      }),
    },
  ],
  [
    'a document that the manifest names and that is not there',
    ['document missing tasks'],
    {
      snapshot: (made) => ({ ...made, contents: made.contents.filter(({ name }) => name.kind !== 'tasks') }),
    },
  ],
  [
    'a document that says something else',
    ['document changed tasks', 'frozen-document changed tasks'],
    {
      snapshot: (made) => ({
        ...made,
        contents: made.contents.map((entry) =>
          entry.name.kind === 'tasks' ? { ...entry, document: { ...entry.document, done: 2 } } : entry,
        ),
      }),
    },
  ],
];

describe('a chain is not intact', () => {
  test.each(cases)('with %s', async (_, expected, change) => {
    const verification = await verified(change);
    expect(faults(verification)).toEqual(expect.arrayContaining(expected));
    expect(verification.chain.intact).toBe(false);
    expect(holds(verification)).toBe(false);
  });

  test('without its catalogue, or without the snapshot itself; and then nothing is computed', async () => {
    const kept = await keptReports();
    const { source, found } = sourceOf(await snapshotOfKept(kept), kept);
    const parts = { lang: 'en' as const, progress() {} };
    const noCatalog = { ...source, catalog: async () => undefined };
    const noSnapshot = { ...source, snapshot: async () => undefined };
    for (const [one, what] of [
      [noCatalog, `catalog missing ${catalog.version}`],
      [noSnapshot, 'snapshot missing'],
    ] as const) {
      const verification = await verifyChain(found, { ...parts, source: one });
      expect(faults(verification)).toContain(what);
      expect([verification.today, holds(verification)]).toEqual([null, false]);
    }
  });

  test('with a page that is not there, or is there and named by nothing', async () => {
    const names = [...((await keptReports()).pages.get('s-52')?.keys() ?? [])];
    const [one = ''] = names;
    const gone = await verified({ kept: (kept) => kept.pages.get('s-52')?.delete(one) });
    expect(faults(gone)).toEqual([`page missing ${giaLai.unit} ${one}`]);
    const more = await verified({
      kept(kept) {
        kept.pages.get('s-52')?.set('X', kept.pages.get('s-52')?.get(one) as Uint8Array);
        signedOtherwise(giaLai, { pages: [...names, 'X'] }).kept?.(kept);
      },
    });
    expect(faults(more)).toEqual([`report changed ${giaLai.unit} pages`, `page unknown ${giaLai.unit} X`]);
    expect([holds(gone), holds(more)]).toEqual([false, false]);
  });
});
