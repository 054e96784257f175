import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type AttributeValue,
  DynamoDBClient,
  ListTablesCommand,
  PutItemCommand,
  ScanCommand,
} from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { folderSource } from '../../cli/verify/folder-source.ts';
import { holds, type Verification, verifyChain } from '../../cli/verify/verify-chain.ts';
import { verifyCommand } from '../../cli/verify.ts';
import { Access } from '../../local/access/access.ts';
import { ApiClient } from '../../local/job/api-client.ts';
import { storedObjects } from '../../local/s3/object-store.ts';
import { startDynamoDb } from '../../local/services/dynamodb.ts';
import { region } from '../../local/template/place.ts';
import { firstMeeting, freeze, secondMeeting, tellFirst, tellSecond } from './freeze-story.ts';
import { capturePrinted } from './printed.ts';
import { startService } from './service.ts';

/** `npx diem-cau verify` on the folder that a stack left behind: what is untouched holds, a flipped bit is named. */

const printed = capturePrinted();
let root: string;
let folder: string;
let second: string;
/** What the command said of the service while it ran. */
const ofService: { status: number; text: string; refused: number } = { status: 9, text: '', refused: 9 };

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'diem-cau-verify-test-'));
  folder = join(root, 'data');
  const stack = await startService({ dataDir: folder });
  try {
    await tellFirst(stack, { reversed: false, twice: false });
    await freeze(stack, firstMeeting);
    await tellSecond(stack, { reversed: false, twice: false });
    second = await freeze(stack, secondMeeting);
    const api = new ApiClient(stack.url);
    const verifyAs = async (role: string, unit?: string) => {
      const { token } = await api.signIn({ subject: role, roles: [role], ...(unit && { unit }) });
      const file = join(root, `${role}.token`);
      writeFileSync(file, token);
      return verifyCommand.run(['--api', stack.url, '--token-file', file, '--json']);
    };
    ofService.refused = await verifyAs('reporter', 'province:52@2025');
    printed.stdout = '';
    ofService.status = await verifyAs('analyst');
    ofService.text = printed.stdout;
  } finally {
    await stack.stop();
  }
}, 180_000);
afterAll(() => rmSync(root, { recursive: true, force: true }));

async function verified(wanted: string | null = null): Promise<Verification> {
  const source = await folderSource(folder);
  try {
    const found = await source.find(wanted);
    if (!found) throw new Error(`no snapshot ${wanted}`);
    return await verifyChain(found, { source, lang: 'en', progress() {} });
  } finally {
    await source.close();
  }
}

/** Every file of the folder with the digest of its bytes and the time of its last change. */
function content(of = folder): string[] {
  return readdirSync(of, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => `${path} ${statSync(path).mtimeMs} ${sha256(readFileSync(path))}`)
    .sort();
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

describe('what is untouched', () => {
  test('holds, and nothing in the folder is changed by looking', async () => {
    const before = content();
    const verification = await verified();
    expect(verification).toMatchObject({
      meeting: 'ubqg-12',
      snapshot: second,
      chain: { intact: true, checked: { reports: 3, rawFiles: 3 }, faults: [] },
      today: { sameEngine: true, agrees: true, notReread: [], pages: [], documents: [] },
    });
    expect(holds(verification)).toBe(true);
    expect(content()).toEqual(before);
  }, 60_000);

  test('is the same of the service while it runs, to an analyst; a reporter is refused', async () => {
    expect([ofService.status, ofService.refused]).toEqual([0, 2]);
    expect(JSON.parse(ofService.text)).toEqual(await verified());
  }, 60_000);

  test('is found by a meeting or by a name; what is not there cannot be verified', async () => {
    expect((await verified('ubqg-11')).meeting).toBe('ubqg-11');
    expect((await verified(second)).meeting).toBe('ubqg-12');
    expect(await verifyCommand.run(['--data', folder, 'ubqg-10'])).toBe(2);
    expect(await verifyCommand.run(['--data', root])).toBe(2);
    expect(await verifyCommand.run(['--data', folder, '--lang', 'fr'])).toBe(2);
  }, 60_000);

  test('a folder that a stack has open is refused', async () => {
    const lock = join(folder, 'stack.lock');
    writeFileSync(lock, String(process.pid));
    try {
      expect(await verifyCommand.run(['--data', folder])).toBe(2);
    } finally {
      rmSync(lock);
    }
  });
});

/** Flips one bit of a file, and puts it back when what is to be seen was seen. */
async function withFlipped<T>(path: string, bit: number, see: () => Promise<T>): Promise<T> {
  const bytes = readFileSync(path);
  writeFileSync(path, flipped(bytes, bit));
  try {
    return await see();
  } finally {
    writeFileSync(path, bytes);
  }
}

function flipped(bytes: Uint8Array, bit: number): Uint8Array {
  const copy = Uint8Array.from(bytes);
  const place = bit % (copy.length * 8);
  copy[place >> 3] = (copy[place >> 3] as number) ^ (1 << (place & 7));
  return copy;
}

/** Bits from all over a body: its first, its last, and some between, the same in every run. */
const bitsOf = (length: number) =>
  [0, 7, 0.13, 0.37, 0.61, 0.83]
    .map((part) => (part >= 1 || part === 0 ? part : Math.floor(part * length * 8)))
    .concat(length * 8 - 1);

type Item = Record<string, AttributeValue>;

/** The table in the folder itself, to be changed. */
async function inTable<T>(work: (client: DynamoDBClient, table: string) => Promise<T>): Promise<T> {
  const access = new Access();
  const server = await startDynamoDb(access, join(folder, 'dynamodb'));
  const client = new DynamoDBClient({ region, endpoint: server.url, credentials: access.keys.user });
  try {
    const { TableNames } = await client.send(new ListTablesCommand({}));
    return await work(client, TableNames?.[0] ?? '');
  } finally {
    client.destroy();
    await server.stop();
  }
}

const put = (item: Item) =>
  inTable((client, TableName) => client.send(new PutItemCommand({ TableName, Item: item })));
const itemsOf = (prefix: string, sort: string) =>
  inTable(async (client, TableName) => {
    const { Items = [] } = await client.send(new ScanCommand({ TableName }));
    return Items.filter(({ pk, sk }) => pk?.S?.startsWith(prefix) && sk?.S?.startsWith(sort));
  });

/** Puts an item with one bit of an attribute flipped, and the item again when what is to be seen was seen. */
async function withFlippedItem<T>(
  item: Item,
  attribute: string,
  bit: number,
  see: () => Promise<T>,
): Promise<T> {
  const bytes = bytesIn(item, attribute);
  await put({ ...item, [attribute]: { B: flipped(bytes, bit) } });
  try {
    return await see();
  } finally {
    await put(item);
  }
}

function bytesIn(item: Item | undefined, attribute: string): Uint8Array {
  const bytes = item?.[attribute]?.B;
  if (!bytes) throw new Error(`there is no item with the bytes ${attribute}`);
  return bytes;
}

/** What a verification found, in words that a test can compare. */
const found = ({ chain }: Verification) =>
  chain.faults.map(({ what, wrong, of }) => [
    what,
    wrong,
    of.unit ?? of.snapshot,
    of.page ?? of.document?.code,
  ]);

describe('one flipped bit', () => {
  const objects = (purpose: string) =>
    storedObjects(join(folder, 's3')).filter(({ bucket }) => bucket.includes(`-${purpose}-`));

  test('of a raw file is named by the unit, form and period whose it is', async () => {
    const giaLai = await submissionOf('province:52@2025');
    const path = objects('uploads').find(({ key }) => key.includes(giaLai))?.path ?? '';
    for (const bit of bitsOf(statSync(path).size)) {
      const verification = await withFlipped(path, bit, () => verified());
      expect(found(verification)).toEqual([['raw-file', 'changed', 'province:52@2025', undefined]]);
      expect(verification.chain.faults[0]?.of).toMatchObject({
        form: 'cds',
        period: '2026-Q3',
        submission: giaLai,
      });
      expect(holds(verification)).toBe(false);
    }
  }, 180_000);

  test('of the snapshot is named as the manifest, as a document, or as what can no longer be read', async () => {
    const path = objects('snapshots').find(({ key }) => key.includes(second))?.path ?? '';
    const bytes = readFileSync(path);
    const places = ['"contents"', '"value"', '"749-02"', '"asks"', '"previous"', '"code":"cds"', 'T10:00:00'];
    const inside = places.map((text) => 8 * (bytes.lastIndexOf(text) + 2));
    for (const bit of [...bitsOf(bytes.length), ...inside]) {
      const verification = await withFlipped(path, bit, () => verified());
      const words = verification.chain.faults.map(({ what }) => what);
      expect(words.every((word) => word === 'snapshot' || word === 'manifest' || word === 'document')).toBe(
        true,
      );
      expect(words.length).toBeGreaterThan(0);
      expect(verification.chain.faults[0]?.of.snapshot).toBe(second);
      expect(holds(verification)).toBe(false);
    }
  }, 180_000);

  test('of the snapshot before is named by its name', async () => {
    const path = objects('snapshots').find(({ key }) => !key.includes(second))?.path ?? '';
    const verification = await withFlipped(path, 8 * 1000, () => verified());
    expect(verification.chain.intact).toBe(false);
    expect(path).not.toBe('');
    expect(verification.chain.faults[0]?.of.snapshot).not.toBe(second);
  }, 60_000);

  test('of a page is named by its unit and its group', async () => {
    const id = await submissionOf('province:46@2008');
    const [page] = await itemsOf(`submission#${id}`, 'page#');
    const { length } = bytesIn(page, 'page');
    for (const bit of bitsOf(length)) {
      const verification = await withFlippedItem(page as Item, 'page', bit, () => verified());
      const group = page?.sk?.S?.slice('page#'.length);
      expect(found(verification)).toEqual([['page', 'changed', 'province:46@2008', group]]);
    }
  }, 180_000);

  test('of a frozen document is named by its name', async () => {
    const [document] = await itemsOf(`snapshot#${second}`, 'indicator#cds/749-02');
    const { length } = bytesIn(document, 'body');
    for (const bit of bitsOf(length)) {
      const verification = await withFlippedItem(document as Item, 'body', bit, () => verified());
      expect(found(verification)).toEqual([['frozen-document', 'changed', second, 'cds/749-02']]);
    }
  }, 180_000);
});

/** The submission that stands for a unit. */
async function submissionOf(unit: string): Promise<string> {
  const [slot] = await itemsOf(`slot#${unit}/cds/2026-Q3`, 'slot');
  return (JSON.parse(slot?.slot?.S ?? '{}') as { standing: { submission: string } }).standing.submission;
}

describe('what is done to the data with its digests made good again', () => {
  test('a page whose digest is made anew is still not the one that the manifest names', async () => {
    const id = await submissionOf('province:46@2008');
    const pages = await itemsOf(`submission#${id}`, 'page#');
    const [one, other] = pages as [Item, Item];
    // The content of another page, with the digest of its own bytes: each by itself is whole.
    await put({ ...one, page: other.page as AttributeValue, sha256: other.sha256 as AttributeValue });
    try {
      const verification = await verified();
      const group = one.sk?.S?.slice('page#'.length);
      expect(found(verification)).toEqual([['page', 'changed', 'province:46@2008', group]]);
      // The raw file still says what it said.
      expect(verification.today?.agrees).toBe(true);
    } finally {
      await put(one);
    }
  }, 60_000);

  test('a folder that was put back as it was holds again', async () => {
    const copy = join(root, 'copy');
    cpSync(folder, copy, { recursive: true });
    expect(await verifyCommand.run(['--data', copy, '--lang', 'en'])).toBe(0);
    expect(printed.stdout).toContain('RESULT: it holds.');
  }, 60_000);
});
