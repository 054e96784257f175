import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Stack } from '../../local/stack.ts';
import { type FreezeParts, freezeMeeting } from '../../shared/briefing/freeze-meeting.ts';
import type { Restatement } from '../../shared/briefing/restatement.ts';
import { snapshotFrom } from '../../shared/briefing/snapshot.ts';
import { documentDigest } from '../../shared/catalog/document.ts';
import type { Meeting } from '../../shared/meetings/meeting.ts';
import { type FreezeAccess, freezeAccess } from './freeze-access.ts';
import {
  canTho,
  firstMeeting,
  freeze,
  giaLai,
  haNoi,
  indicator,
  secondMeeting,
  type Telling,
  tellFirst,
  tellSecond,
  whyRevised,
  whyWithdrawn,
} from './freeze-story.ts';
import { People } from './people.ts';
import { startService } from './service.ts';

/** The freeze is the same whatever order, repetition or crash came before it, and wherever it runs. */

const root = fileURLToPath(new URL('../..', import.meta.url));
const folders: string[] = [];
const told = { first: '', second: '' };
let stack: Stack;
let people: People;
let access: FreezeAccess;
/** How many times each freeze was ended by a crash before it came to its end. */
const crashes: number[] = [];

beforeAll(async () => {
  stack = await startService();
  people = new People(stack);
  access = freezeAccess(stack);
  await tellFirst(stack, { reversed: false, twice: false });
  crashes.push(await crashAtEachWrite('ubqg-11'));
  told.first = await freeze(stack, firstMeeting);
  await tellSecond(stack, { reversed: false, twice: false });
  crashes.push(await crashAtEachWrite('ubqg-12'));
  told.second = await freeze(stack, secondMeeting);
}, 240_000);
afterAll(async () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  access.close();
  await stack.stop();
});

/** The process is gone: nothing after it is done. */
class Crash extends Error {}

/**
 * Freezes again and again, each run ended at the next write: once before it is done, and once after it, when nobody
 * heard that it was. The last run comes to its end.
 * @returns how many runs were ended
 */
async function crashAtEachWrite(id: string): Promise<number> {
  const meeting = (await access.parts.meetings.meeting(id)) as Meeting;
  let ended = 0;
  for (let write = 1; ; write += 1) {
    for (const when of ['before', 'after'] as const) {
      try {
        await freezeMeeting(meeting, crashing(access.parts, { write, when }));
        return ended;
      } catch (error) {
        if (!(error instanceof Crash)) throw error;
        ended += 1;
      }
    }
  }
}

/** Parts whose so-many-th write, and every later one, does not come back. */
function crashing(parts: FreezeParts, at: { write: number; when: 'before' | 'after' }): FreezeParts {
  let writes = 0;
  const or = <A extends unknown[], R>(write: (...args: A) => Promise<R>) => {
    return async (...args: A): Promise<R> => {
      writes += 1;
      if (writes > at.write || (writes === at.write && at.when === 'before')) throw new Crash();
      const done = await write(...args);
      if (writes === at.write) throw new Crash();
      return done;
    };
  };
  const { snapshots, tasks } = parts;
  return {
    ...parts,
    keepCatalog: or(parts.keepCatalog),
    snapshots: {
      ...snapshots,
      putSnapshot: or(snapshots.putSnapshot),
      putDocument: or(snapshots.putDocument),
      recordFrozen: or(snapshots.recordFrozen),
    },
    tasks: { ...tasks, putTask: or(tasks.putTask) },
  };
}

/** The story in a process, a folder and a time zone of its own. */
async function elsewhere(zone: string, telling: Telling) {
  const dataDir = mkdtempSync(join(tmpdir(), 'diem-cau-freeze-'));
  folders.push(dataDir);
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['test/integration/freeze-once.ts', JSON.stringify({ ...telling, dataDir })],
    { cwd: root, env: { ...process.env, TZ: zone } },
  );
  return JSON.parse(stdout) as typeof told & { zone: number };
}

test('the catalogue under which it was frozen is kept, though nobody published it: later code brings another', async () => {
  const { manifest } = snapshotFrom(await access.parts.snapshots.snapshot(told.first));
  const kept = await access.keptCatalog(manifest.catalog.version);
  expect(kept && (await documentDigest(kept))).toBe(manifest.catalog.sha256);
});

describe('the name of a snapshot', () => {
  test('is the same though the freeze was ended at each of its writes, before it and after it', () => {
    // The snapshot, 18 documents of the form, its progress and its tasks, what changed, and the record.
    const [first = 0, second = 0] = crashes;
    expect(first).toBeGreaterThan(2 * 18);
    expect(second).toBe(first + 2);
    expect(told.first).toMatch(/^[0-9a-f]{64}$/);
  });

  test('is the same in two other folders and time zones, told in another order, with everything twice', async () => {
    const [west, east] = await Promise.all([
      elsewhere('America/New_York', { reversed: false, twice: true }),
      elsewhere('Pacific/Auckland', { reversed: true, twice: false }),
    ]);
    expect([west.zone, east.zone]).toEqual([300, -720]);
    expect([west.first, west.second]).toEqual([told.first, told.second]);
    expect([east.first, east.second]).toEqual([told.first, told.second]);
  }, 240_000);
});

describe('what changed since the meeting before', () => {
  const ask = (who: 'analyst' | 'secretariat') =>
    people.call<Restatement>([who, null], 'GET /v1/meetings/ubqg-12/restatement');

  test('tells who reported, revised and withdrew, and why', async () => {
    const { body } = await ask('analyst');
    expect(body.reports.map(({ unit, change, versions, why }) => [unit, change, versions, why])).toEqual([
      [haNoi, 'reported', { old: null, new: 1 }, []],
      [giaLai, 'revised', { old: 1, new: 2 }, [whyRevised]],
      [canTho, 'withdrawn', { old: 1, new: null }, [whyWithdrawn]],
    ]);
  });

  // By hand: 200/1000 + 100/500 + 50/100 = 350/1600 = 21.875; 300/1000 + 50/100 + 400/2000 = 750/3100 = 24.1935…
  test('tells each figure and what the nation comes to', async () => {
    const { body } = await ask('secretariat');
    const figures = body.figures.filter((figure) => figure.indicator === indicator);
    const parts = (figure: { numerator: string | null; denominator: string | null } | null) =>
      figure && `${figure.numerator}/${figure.denominator}`;
    expect(figures.map(({ unit, change, old, new: now }) => [unit, change, parts(old), parts(now)])).toEqual([
      [haNoi, 'appeared', null, '400/2000'],
      [giaLai, 'changed', '200/1000', '300/1000'],
      [canTho, 'disappeared', '100/500', null],
    ]);
    const nation = body.nation.find((change) => change.indicator === indicator);
    expect([parts(nation?.old ?? null), nation?.old?.value]).toEqual(['350/1600', '21.88']);
    expect([parts(nation?.new ?? null), nation?.new?.value]).toEqual(['750/3100', '24.19']);
  });

  test('is the centre’s to see; of the first meeting, that there is none before', async () => {
    const other = await people.call(['approver', giaLai], 'GET /v1/meetings/ubqg-12/restatement');
    const first = await people.call<object>(['analyst', null], 'GET /v1/meetings/ubqg-11/restatement');
    expect([other.status, other.body.code]).toEqual([403, 'not-allowed']);
    expect(first.body).toEqual({
      schema: 'restatement/1',
      meeting: 'ubqg-11',
      since: null,
      snapshot: told.first,
    });
  });
});

test('a meeting is not frozen before the one that it follows', async () => {
  const early = { ...access.parts, snapshots: { ...access.parts.snapshots, frozen: async () => undefined } };
  const second = (await access.parts.meetings.meeting('ubqg-12')) as Meeting;
  await expect(freezeMeeting(second, early)).rejects.toThrow('ubqg-11, is not frozen yet');
});
