import { expect, test } from '@jest/globals';
import { type Frozen, type SnapshotStore, snapshotBefore } from '../../../shared/briefing/freeze-meeting.ts';
import { type Manifest, sealed, snapshotOf } from '../../../shared/briefing/snapshot.ts';
import type { Meeting } from '../../../shared/meetings/meeting.ts';

/** Three meetings of a board, each after the one before it: which snapshot does the third start from. */

type Told = { previous: string | null; freeze: string; state?: 'planned' | 'cancelled'; isFrozen?: true };

function meetingOf(id: string, { previous, freeze, state = 'planned' }: Told): Meeting {
  const moments = { opening: '', reminders: [], cutOff: '', provisional: '', freeze };
  return { id, previous, state, moments } as unknown as Meeting;
}

function sealedOf(id: string) {
  const facts = { meeting: { id }, previous: null, rounds: [], inputs: [] };
  return sealed(snapshotOf(facts as unknown as Omit<Manifest, 'documents'>, []));
}

async function before(id: string, told: Readonly<Record<string, Told>>): Promise<string | undefined> {
  const named = (one: string) => {
    const found = told[one];
    return found && meetingOf(one, found);
  };
  const kept = new Map(Object.keys(told).map((one) => [sealedOf(one).hash, sealedOf(one).bytes]));
  const snapshots: Pick<SnapshotStore, 'frozen' | 'snapshot'> = {
    frozen: async (one) => (told[one]?.isFrozen ? ({ hash: sealedOf(one).hash } as Frozen) : undefined),
    snapshot: async (hash) => kept.get(hash) as Uint8Array,
  };
  const meetings = { meeting: async (one: string) => named(one) };
  const found = await snapshotBefore(named(id) as Meeting, { meetings, snapshots });
  return found?.snapshot.manifest.meeting.id;
}

const first: Told = { previous: null, freeze: '2026-10-14T18:00:00', isFrozen: true };
const third: Told = { previous: 'ubqg-12', freeze: '2026-12-11T18:00:00' };

test('the meeting before it, when that is frozen', async () => {
  const second: Told = { previous: 'ubqg-11', freeze: '2026-11-14T18:00:00', isFrozen: true };
  expect(await before('ubqg-13', { 'ubqg-11': first, 'ubqg-12': second, 'ubqg-13': third })).toBe('ubqg-12');
});

test('of one that was cancelled, and of one that was postponed beyond it, the one before that', async () => {
  const cancelled: Told = { previous: 'ubqg-11', freeze: '2026-11-14T18:00:00', state: 'cancelled' };
  const postponed: Told = { previous: 'ubqg-11', freeze: '2027-01-14T18:00:00' };
  for (const second of [cancelled, postponed]) {
    expect(await before('ubqg-13', { 'ubqg-11': first, 'ubqg-12': second, 'ubqg-13': third })).toBe(
      'ubqg-11',
    );
  }
});

test('one that is to be frozen first is waited for, also behind one that was postponed', async () => {
  const soon: Told = { previous: 'ubqg-11', freeze: '2026-12-11T18:00:00' };
  const own = before('ubqg-13', { 'ubqg-11': first, 'ubqg-12': soon, 'ubqg-13': third });
  await expect(own).rejects.toThrow('ubqg-12, is not frozen yet');
  const postponed: Told = { previous: 'ubqg-11', freeze: '2027-01-14T18:00:00' };
  const { isFrozen: _, ...waiting } = first;
  const behind = before('ubqg-13', { 'ubqg-11': waiting, 'ubqg-12': postponed, 'ubqg-13': third });
  await expect(behind).rejects.toThrow('ubqg-11, is not frozen yet');
});

test('before the first there is none, nor before one that follows a session from before the service', async () => {
  expect(await before('ubqg-11', { 'ubqg-11': first })).toBeUndefined();
  expect(await before('ubqg-13', { 'ubqg-13': third })).toBeUndefined();
});
