import type { KeptPage } from '../briefing/kept.ts';
import type { OnePerson } from '../submissions/one-person.ts';
import { type Slot, type SlotKey, slotName } from '../submissions/slot.ts';
import type { SubmissionStore } from '../submissions/store.ts';
import { type Slot1, type Slot2, slotFrom } from '../submissions/stored-slot.ts';
import type { Fact } from '../submissions/submission.ts';
import type { Succession } from '../submissions/succession.ts';
import {
  factKey,
  factPrefix,
  type ItemKey,
  onePersonKey,
  openedKey,
  openedPrefix,
  pageKey,
  slotKey,
  slotPartition,
  submissionPartition,
  successionKey,
} from './keys.ts';
import { packed, summedOf, unpackedOf } from './pack.ts';
import { storedAs } from './stored.ts';
import { bytesOf, bytesSha256, digested, type Table, textOf, unlessThere } from './table.ts';

/** Pages are made as they are written: so many are held. */
const writesAtOnce = 8;

/** Submissions, slots and pages in the table. */
export function submissionTable(table: Table): SubmissionStore {
  return {
    async append(id, fact) {
      const key = factKey(id, fact.fact, 'number' in fact ? fact.number : undefined);
      const word = await table.putIf(key, { fact: { S: JSON.stringify(fact) } }, unlessThere);
      return word === 'put' ? 'appended' : 'already-recorded';
    },
    async factsOf(id) {
      const items = await table.all(submissionPartition(id), factPrefix);
      return items.map((item) => JSON.parse(textOf(item, 'fact')) as Fact);
    },
    async putPages(id, pages) {
      const names: string[] = [];
      let writes: Promise<unknown>[] = [];
      for (const page of pages) {
        names.push(page.name);
        writes.push(table.put(pageKey(id, page.name), digested('page', packed(page))));
        if (writes.length < writesAtOnce) continue;
        await Promise.all(writes);
        writes = [];
      }
      await Promise.all(writes);
      return names;
    },
    pagesOf: (wanted) => packsOf(table, wanted, unpackedOf),
    pagesToSum: (wanted, summable) => packsOf(table, wanted, (packs) => summedOf(packs, summable)),
    async slot(key) {
      const item = await table.get(slotKey(key), true);
      return item && slotIn(item);
    },
    async slots(keys) {
      const items = await table.getMany(keys.map(slotKey));
      const slots = items.map(slotIn);
      return new Map(slots.map((slot) => [slotName(slot.key), slot]));
    },
    async moveSlot(next) {
      // The attribute holds the revision; under slot/1 that was the version, whose name it still has.
      const item = { slot: { S: JSON.stringify(next) }, version: { N: String(next.revision) } };
      const word = await table.putIf(slotKey(next.key), item, after(next.revision - 1, 'version'));
      return word === 'put' ? 'moved' : 'somebody-was-first';
    },
    async noteOpened(key, id, at) {
      await table.put(openedKey(key, id, at), { submission: { S: id } });
    },
    async openedIn(key, { limit, after: last }) {
      const start = last === null ? undefined : cursorItem(key, last);
      const page = await table.page(slotPartition(key), openedPrefix, {
        limit,
        newestFirst: true,
        after: start,
      });
      const next = page.next ? textOf(page.next, 'sk').slice(openedPrefix.length) : null;
      return { ids: page.items.map((item) => textOf(item, 'submission')), next };
    },
    onePerson: (unit) => decided<OnePerson>(table, onePersonKey(unit), 'onePerson', 'one-person/1'),
    putOnePerson: (next) => putDecided(table, onePersonKey(next.unit), 'onePerson', next),
    async successions(units) {
      const asked = units.map((unit) =>
        decided<Succession>(table, successionKey(unit), 'succession', 'succession/1'),
      );
      return (await Promise.all(asked)).filter((record) => record !== undefined);
    },
    putSuccession: (next) => putDecided(table, successionKey(next.unit), 'succession', next),
  };
}

/** Some pages of a submission as they are kept, in the order that is asked for; a page that is not there is left out. */
export async function keptPages(table: Table, id: string, groups: readonly string[]): Promise<KeptPage[]> {
  const items = await table.getMany(groups.map((group) => pageKey(id, group)));
  const found = new Map(items.map((item) => [textOf(item, 'sk'), item]));
  return groups.flatMap((group) => {
    const item = found.get(pageKey(id, group).sk);
    return item ? [{ group, bytes: bytesOf(item, 'page'), sha256: bytesSha256(item) }] : [];
  });
}

/** The condition that an item's counter still has the value that was read; 0: that there is no item. */
function after(before: number, counter: 'version' | 'decisions') {
  if (before === 0) return unlessThere;
  return { expression: `${counter} = :before`, values: { ':before': { N: String(before) } } };
}

/** A unit's list of decisions, under its attribute. */
async function decided<T extends { schema: string }>(
  table: Table,
  key: ItemKey,
  attribute: string,
  schema: T['schema'],
): Promise<T | undefined> {
  const item = await table.get(key, true);
  return item && storedAs<T>(textOf(item, attribute), schema);
}

/** Keeps a list of decisions on condition that there was one fewer. */
async function putDecided(
  table: Table,
  key: ItemKey,
  attribute: string,
  next: { decisions: readonly unknown[] },
): Promise<'put' | 'somebody-was-first'> {
  const count = next.decisions.length;
  const item = { [attribute]: { S: JSON.stringify(next) }, decisions: { N: String(count) } };
  const word = await table.putIf(key, item, after(count - 1, 'decisions'));
  return word === 'put' ? 'put' : 'somebody-was-first';
}

function slotIn(item: Parameters<typeof textOf>[0]): Slot {
  return slotFrom(JSON.parse(textOf(item, 'slot')) as Slot1 | Slot2 | Slot);
}

function cursorItem(key: SlotKey, after: string) {
  return { pk: { S: slotPartition(key) }, sk: { S: `${openedPrefix}${after}` } };
}

async function packsOf<T>(
  table: Table,
  wanted: readonly { id: string; groups: readonly string[] }[],
  opened: (packs: readonly Uint8Array[]) => T,
): Promise<Map<string, T>> {
  const keys = wanted.flatMap(({ id, groups }) => groups.map((group) => pageKey(id, group)));
  const items = await table.getMany(keys);
  if (items.length !== keys.length) {
    throw new Error(`table: ${keys.length - items.length} pages of standing submissions are not there`);
  }
  const found = new Map(items.map((item) => [`${textOf(item, 'pk')} ${textOf(item, 'sk')}`, item]));
  return new Map(
    wanted.map(({ id, groups }) => {
      const packs = groups.map((group) => {
        const key = pageKey(id, group);
        const item = found.get(`${key.pk} ${key.sk}`);
        if (!item) throw new Error(`table: page ${group} of submission ${id} is not there`);
        return bytesOf(item, 'page');
      });
      return [id, opened(packs)];
    }),
  );
}
