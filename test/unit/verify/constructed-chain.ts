import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type ChainSource, MissingObject } from '../../../cli/verify/chain-source.ts';
import { packed, summedOf, unpackedOf } from '../../../shared/aws/pack.ts';
import { type Frozen, frozenDocument } from '../../../shared/briefing/freeze-meeting.ts';
import { makeSnapshot, versionsHere } from '../../../shared/briefing/make-snapshot.ts';
import { type Snapshot, sealed, sha256 } from '../../../shared/briefing/snapshot.ts';
import { builtInFiles, catalog } from '../../../shared/catalog/catalog.ts';
import { type CatalogDocument, documentDigest, documentOf } from '../../../shared/catalog/document.ts';
import type { Report } from '../../../shared/normalisation/report.ts';
import { type ChainParts, readChain } from '../../../shared/query/read-chain.ts';
import { nilStatement } from '../../../shared/submissions/nil-return.ts';
import { type Slot, type SlotKey, slotName, withSigned } from '../../../shared/submissions/slot.ts';
import type { Fact } from '../../../shared/submissions/submission.ts';
import { gatherTasks } from '../../../shared/tasks/gather-tasks.ts';
import type { Session } from '../../../shared/tasks/reconcile.ts';
import type { Task } from '../../../shared/tasks/task.ts';
import { cdsFile } from '../../integration/cds-file.ts';
import { check, csvText } from '../normalisation/form-files.ts';
import { contextWith, goodRows, taskSheet, tasks } from '../normalisation/task-files.ts';

/**
 * A chain without a stack: Gia Lai has reported figures, Huế that there is nothing to report, Đồng Tháp on its three
 * tasks. The snapshot is made from what their raw files say; what is kept can be changed before it is verified.
 */

export const period = '2026-Q3';
export const giaLai: SlotKey = { unit: 'province:52@2025', form: 'cds', period };
export const hue: SlotKey = { unit: 'province:46@2008', form: 'cds', period };
export const dongThap: SlotKey = { unit: 'province:82@2025', form: 'nhiem-vu', period };
export const cutOff = '2026-10-14T10:00:00.000Z';
const meeting = 'ubqg-12';
const why = 'Trong kỳ không có việc nào.';

/** Everything that is kept, by the parts of its keys. */
export type Kept = {
  slots: Map<string, Slot>;
  facts: Map<string, Fact[]>;
  pages: Map<string, Map<string, Uint8Array>>;
  /** Paths on this disk; one that is taken out is not there. */
  files: Map<string, string>;
  catalog: CatalogDocument;
  /** What each file says of tasks. */
  said: Map<string, Report['tasks']>;
};

const submissionOf = ({ unit }: SlotKey) => `s-${unit.slice('province:'.length, 'province:'.length + 2)}`;
const folder = mkdtempSync(join(tmpdir(), 'diem-cau-chain-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));

/** What is kept of the three reports, each read from its file. */
export async function keptReports(): Promise<Kept> {
  const kept: Kept = {
    ...{ slots: new Map(), facts: new Map(), pages: new Map(), files: new Map(), said: new Map() },
    catalog: documentOf(builtInFiles),
  };
  const figures = cdsFile({ name: 'Tỉnh Gia Lai', quarter: 'III/2026' }, { '749-02': ['200', '1000', '20'] });
  await keepFile(kept, giaLai, figures);
  await keepFile(kept, dongThap, Buffer.from(csvText(taskSheet(goodRows))));
  const statement = sha256(nilStatement(hue, why));
  sign(kept, hue, { sha256: statement, pages: [], nil: true });
  kept.facts.set(submissionOf(hue), [
    { fact: 'opened', fileName: 'x.json', nil: { why } } as unknown as Fact,
  ]);
  return kept;
}

async function keepFile(kept: Kept, key: SlotKey, bytes: Uint8Array): Promise<void> {
  const id = submissionOf(key);
  const context = contextWith(key === dongThap ? tasks : null, key);
  const { report, pages } = await check(bytes, { request: key, context });
  if (report.verdict === 'returned') throw new Error(JSON.stringify(report.findings));
  const packs = new Map([...pages].map((page) => [page.name, packed(page)] as const));
  for (const [kind, content] of [
    ['file', bytes],
    ['context', gzipSync(JSON.stringify(context))],
  ] as const) {
    const path = join(folder, `${id}.${kind}`);
    writeFileSync(path, content);
    kept.files.set(`${id}.${kind}`, path);
  }
  kept.pages.set(id, packs);
  kept.said.set(id, report.tasks);
  kept.facts.set(id, [{ fact: 'opened', fileName: 'bao-cao.csv' } as unknown as Fact]);
  sign(kept, key, { sha256: sha256(bytes), pages: [...packs.keys()], nil: false });
}

function sign(
  kept: Kept,
  key: SlotKey,
  signed: Pick<NonNullable<Slot['standing']>, 'sha256' | 'pages' | 'nil'>,
): void {
  const at = { receivedAt: '2026-10-10T02:00:00.000Z', signedAt: '2026-10-10T03:00:00.000Z' };
  const who = { signedBy: 'approver', explanations: {}, why: null, onBehalfOf: null };
  const slot = withSigned(key, undefined, { submission: submissionOf(key), ...at, ...who, ...signed });
  kept.slots.set(slotName(key), slot);
}

const assigned = tasks.map(
  ({ id, text, deadline }, at): Task => ({
    ...{ schema: 'task/1', id, revision: 1, meeting: 'ubqg-11', number: at + 1, text, deadline },
    ...{ lead: dongThap.unit, with: [], deliverable: 'Báo cáo', measure: 'Xong', closed: null },
    constructed: true,
  }),
);
const sessions = new Map<string, Session>([
  ['ubqg-11', { id: 'ubqg-11', date: '2026-06-20', previous: null, state: 'planned', asks: [] }],
]);

function submissionsOf({ slots, pages }: Kept) {
  const packs = (id: string, groups: readonly string[]) =>
    groups.map((group) => pages.get(id)?.get(group) as Uint8Array);
  return {
    slots: async (keys: readonly SlotKey[]) =>
      new Map([...slots].filter(([name]) => keys.some((key) => slotName(key) === name))),
    pagesOf: async (wanted: readonly { id: string; groups: readonly string[] }[]) =>
      new Map(wanted.map(({ id, groups }) => [id, unpackedOf(packs(id, groups))])),
    pagesToSum: async (
      wanted: readonly { id: string; groups: readonly string[] }[],
      summable: Parameters<typeof summedOf>[1],
    ) => new Map(wanted.map(({ id, groups }) => [id, summedOf(packs(id, groups), summable)])),
  };
}

/** The snapshot that a freeze makes of what is kept. */
export async function snapshotOfKept(kept: Kept): Promise<Snapshot> {
  const submissions = submissionsOf(kept);
  const facts = {
    ...{ id: meeting, body: 'UBQG', number: 12, date: '2026-10-15', constructed: true },
    theme: { vi: 'Quý III', en: 'Third quarter' },
    asks: [{ form: 'cds', period }],
  };
  const taskParts = { tasksAt: async () => assigned, taskReportsOf: async () => kept.said };
  return makeSnapshot(facts, cutOff, {
    ...{ catalog, submissions, versions: versionsHere, previous: null },
    catalogSha256: await documentDigest(documentOf(builtInFiles)),
    tasks: ({ id, date, asks }, at) =>
      gatherTasks(
        { meeting: { id, date, asks, previous: 'ubqg-11', state: 'planned' }, at },
        { catalog, submissions, tasks: taskParts, session: async (one) => sessions.get(one) },
      ),
  });
}

/** Where a snapshot and what is kept are read from, as of a folder. */
export function sourceOf(
  snapshot: Snapshot,
  kept: Kept,
): { source: ChainSource; found: { meeting: string; hash: string } } {
  const { hash, bytes } = sealed(snapshot);
  const found = { meeting, hash };
  const { rounds } = snapshot.manifest;
  const frozen: Frozen = {
    schema: 'frozen/2',
    meeting,
    hash,
    cutOff,
    catalog: catalog.version,
    rounds,
    units: 2,
  };
  const parts: ChainParts = {
    catalogs: { version: async () => catalog },
    submissions: { ...submissionsOf(kept), factsOf: async (id) => kept.facts.get(id) ?? [] },
    snapshots: { frozen: async () => frozen },
    keptDocuments: async () =>
      snapshot.contents.map(({ name, document }) => {
        const text = JSON.stringify(frozenDocument(document, hash));
        const gzip = gzipSync(text);
        const etag = createHash('sha256').update(text).digest('base64url');
        return { name, gzip, etag, sha256: sha256(gzip) };
      }),
    keptPages: async (id, groups) =>
      groups.flatMap((group) => {
        const page = kept.pages.get(id)?.get(group);
        return page ? [{ group, bytes: page, sha256: sha256(page) }] : [];
      }),
    fileAt: async (id) => `${id}.file`,
    contextAt: async (id) => `${id}.context`,
  };
  const source: ChainSource = {
    find: async (wanted) => (wanted === null || wanted === hash || wanted === meeting ? found : undefined),
    snapshot: async () => bytes,
    part: (_, after) => readChain({ meeting, after }, parts),
    async fetched(place) {
      const path = kept.files.get(place);
      if (path === undefined) throw new MissingObject(place);
      return { path, done: async () => {} };
    },
    catalog: async (version) => (version === catalog.version ? kept.catalog : undefined),
    close: async () => {},
  };
  return { source, found };
}
