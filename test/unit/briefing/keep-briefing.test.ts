import { describe, expect, test } from '@jest/globals';
import {
  type BriefingFile,
  type BriefingFileKey,
  type BriefingParts,
  briefingLocation,
  readBriefing,
} from '../../../shared/briefing/keep-briefing.ts';
import { sealed } from '../../../shared/briefing/snapshot.ts';
import { catalog } from '../../../shared/catalog/catalog.ts';
import { onlyCatalog } from '../../../shared/catalog/catalogs.ts';
import type { Meeting } from '../../../shared/meetings/meeting.ts';
import { meeting, publishedRound, snapshotOfRounds } from './published-snapshot.ts';

const { hash, snapshot } = snapshotOfRounds([publishedRound()]);

const planned: Meeting = {
  schema: 'meeting/1',
  revision: 1,
  ...meeting,
  id: 'ubqg-12',
  number: 12,
  previous: null,
  state: 'planned',
  moments: {
    opening: '2026-12-01T08:00:00',
    reminders: [],
    cutOff: '2027-01-14T17:00:00',
    provisional: '2027-01-14T17:10:00',
    freeze: '2027-01-14T17:15:00',
  },
};

/** A bucket and a table in memory: what the adapters do is tested on the local stack. */
function parts(): {
  parts: BriefingParts;
  objects: Map<string, Uint8Array>;
  read: () => number;
  die: () => void;
} {
  const objects = new Map<string, Uint8Array>();
  const records = new Map<string, BriefingFile>();
  const name = ({ snapshot: of, version, language, kind }: BriefingFileKey) =>
    `${of}/${version}/${language}.${kind}`;
  let reads = 0;
  let dies = false;
  const given: BriefingParts = {
    catalogs: onlyCatalog(catalog),
    meetings: { meeting: async (id) => (id === planned.id ? planned : undefined) },
    snapshots: {
      frozen: async (id) =>
        id === 'ubqg-11'
          ? {
              schema: 'frozen/2',
              meeting: id,
              hash,
              cutOff: '',
              catalog: catalog.version,
              rounds: [],
              units: 34,
            }
          : undefined,
      snapshot: async () => {
        reads += 1;
        return sealed(snapshot).bytes;
      },
    },
    briefings: {
      file: async (key) => records.get(name(key)),
      async putFile(file, bytes) {
        if (!objects.has(name(file))) objects.set(name(file), bytes);
        if (dies) throw new Error('the function was stopped');
        records.set(name(file), file);
      },
      signFile: async (key, fileName) => `https://bucket.example/${name(key)}?as=${fileName}`,
    },
  };
  return { parts: given, objects, read: () => reads, die: () => (dies = !dies) };
}

const csv = { meeting: 'ubqg-11', kind: 'csv', language: 'vi' } as const;

test('a file is made once, then found; the snapshot is not read again', async () => {
  const given = parts();
  const made = await briefingLocation(csv, given.parts);
  expect(made).toEqual({
    word: 'made',
    location: `https://bucket.example/${hash}/2/vi.csv?as=bao-cao-phien-11.csv`,
  });
  expect(await briefingLocation(csv, given.parts)).toEqual({ ...made, word: 'kept' });
  expect(given.read()).toBe(1);
});

test('a file is named by the number in the manifest, whatever the meeting’s id looks like', async () => {
  const given = parts();
  const frozen = await given.parts.snapshots.frozen('ubqg-11');
  given.parts.snapshots.frozen = async (id) => frozen && { ...frozen, meeting: id };
  const { location } = await briefingLocation({ ...csv, meeting: 'phien-hop-2026' }, given.parts);
  expect(location).toMatch(/as=bao-cao-phien-11\.csv$/);
  const { files } = await readBriefing('phien-hop-2026', given.parts);
  expect(files[0]?.name).toBe('bao-cao-phien-11.html');
});

test('what died after its put is made again, with the same bytes', async () => {
  const given = parts();
  given.die();
  await expect(briefingLocation(csv, given.parts)).rejects.toThrow('stopped');
  const [first] = [...given.objects.values()];
  given.die();
  expect((await briefingLocation(csv, given.parts)).word).toBe('made');
  expect([...given.objects.values()]).toEqual([first]);
});

test('the list makes what nobody has asked for yet, from one reading', async () => {
  const given = parts();
  const { files, snapshot: of } = await readBriefing('ubqg-11', given.parts);
  expect(of).toBe(hash);
  expect(files.map(({ name }) => name)).toEqual([
    ...['html', 'docx', 'xlsx', 'csv'].map((kind) => `bao-cao-phien-11.${kind}`),
    ...['html', 'docx', 'xlsx', 'csv'].map((kind) => `briefing-session-11.${kind}`),
  ]);
  expect(given.read()).toBe(1);
});

describe('refused', () => {
  test('a meeting that is planned, with the time of its freeze', async () => {
    const refused = briefingLocation({ ...csv, meeting: 'ubqg-12' }, parts().parts);
    await expect(refused).rejects.toMatchObject({
      code: 'meeting-not-frozen',
      about: { freeze: '2027-01-14T17:15:00' },
    });
  });

  test('a meeting that nobody planned', async () => {
    await expect(readBriefing('khong-co', parts().parts)).rejects.toMatchObject({ code: 'not-found' });
  });

  test('a snapshot that is not what its name says', async () => {
    const given = parts().parts;
    const other = { ...snapshot, manifest: { ...snapshot.manifest, engine: '2' } };
    given.snapshots.snapshot = async () => sealed(other).bytes;
    await expect(briefingLocation(csv, given)).rejects.toThrow('is not what its name says');
  });
});
