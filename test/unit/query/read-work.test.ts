import { describe, expect, test } from '@jest/globals';
import { catalog } from '../../../shared/catalog/catalog.ts';
import type { Unit } from '../../../shared/catalog/schema.ts';
import { readWork, type WorkList, type WorkParts } from '../../../shared/query/read-work.ts';
import { type Slot, type SlotKey, slotName, withSigned } from '../../../shared/submissions/slot.ts';
import type { Fact } from '../../../shared/submissions/submission.ts';

const at = '2026-10-14T10:00:00.000Z';
const who = { subject: 'p', unit: null, roles: ['analyst' as const] };
const key: SlotKey = { unit: 'province:52@2025', form: 'qd766', period: '2026-Q4' };

/** A store with these submissions of one slot, the newest first; it counts which of them were read. */
function storeOf(slot: Slot | undefined, facts: ReadonlyMap<string, readonly Fact[]>) {
  const read: string[] = [];
  const slots = new Map(slot ? [[slotName(slot.key), slot]] : []);
  const submissions: WorkParts['submissions'] = {
    slots: async () => slots,
    slot: async (asked) => slots.get(slotName(asked)),
    openedIn: async (asked, { limit }) => {
      const ids = slotName(asked) === slotName(key) ? [...facts.keys()] : [];
      return { ids: ids.slice(0, limit), next: null };
    },
    factsOf: async (id) => {
      read.push(id);
      return [...(facts.get(id) ?? [])];
    },
  };
  return { submissions, read };
}

const counts = { observations: 21, errors: 0, warnings: 0, repairs: 0 };
const file = { fileName: 'a.csv', bytes: 9, sha256: 'b'.repeat(64), contentType: 'text/csv', by: 'r' };
const day = '2026-10-10T02:00:00.000Z';
const opened: Fact = { fact: 'opened', ...key, ...file, at: day };
const received: Fact = { fact: 'received', bytes: 9, versionId: null, at: day };
const judged = (verdict: 'passed' | 'returned'): Fact => ({
  fact: 'verdict',
  verdict,
  counts,
  warnings: [],
  pages: [],
  catalog: '1',
  engine: '1',
});
const question: Fact = {
  fact: 'question',
  number: 1,
  question: 'Vì sao?',
  cell: { sheet: null, cell: 'D12' },
  request: null,
  by: 'p',
  at: '2026-10-12T02:00:00.000Z',
};
const signedId = 'a'.repeat(32);
const slot = withSigned(key, undefined, {
  submission: signedId,
  sha256: file.sha256,
  receivedAt: day,
  signedAt: day,
  signedBy: 's',
  explanations: {},
  pages: [],
  why: null,
  nil: false,
  onBehalfOf: null,
});
const itemOf = ({ items }: WorkList) => items.find(({ unit }) => unit === key.unit);

describe('a version in force behind later files', () => {
  const ask = { form: key.form, period: key.period, after: null, who, at };
  const signed = [opened, received, judged('passed'), question];
  const returned = [opened, received, judged('returned')];

  test('is told with its question beside the newest, which was returned', async () => {
    const newest = 'c'.repeat(32);
    const { submissions, read } = storeOf(
      slot,
      new Map([
        [newest, returned],
        [signedId, signed],
      ]),
    );
    expect(itemOf(await readWork(ask, { catalog, submissions }))).toMatchObject({
      state: 'returned',
      submission: newest,
      question: null,
      standing: { submission: signedId, state: 'signed-questioned', question: { question: 'Vì sao?' } },
    });
    expect(read).toEqual([newest, signedId]);
  });

  test('is found behind more attempts than are looked at, by six reads at most', async () => {
    const unsent = Array.from({ length: 9 }, (_, n): [string, Fact[]] => [`${n}`.repeat(32), [opened]]);
    const { submissions, read } = storeOf(slot, new Map([...unsent, [signedId, signed]]));
    expect(itemOf(await readWork(ask, { catalog, submissions }))).toMatchObject({
      state: 'signed-questioned',
      submission: signedId,
      question: { number: 1 },
      standing: { question: { number: 1 } },
    });
    expect(read).toHaveLength(6);
  });

  test('that is itself the newest is read once', async () => {
    const { submissions, read } = storeOf(slot, new Map([[signedId, signed]]));
    expect(itemOf(await readWork(ask, { catalog, submissions }))?.standing?.state).toBe('signed-questioned');
    expect(read).toEqual([signedId]);
  });
});

describe('a list of more than 100 units', () => {
  // No form that is owed today has more than 34 reporters: the provinces of a country with 250 are made.
  const model = catalog.units.get('province:52@2025') as Unit;
  const many = Array.from({ length: 250 }, (_, n) => {
    const code = String(n + 1).padStart(3, '0');
    return { ...model, id: `province:${code}@2025`, code };
  });
  const large = { ...catalog, units: new Map(many.map((unit) => [unit.id, unit])) };
  const { submissions } = storeOf(undefined, new Map());
  const page = (after: string | null) =>
    readWork({ form: 'qd766', period: '2026-Q3', after, who, at }, { catalog: large, submissions });

  test('comes in pages of 100, each unit once and in order, and the last has no next', async () => {
    const pages: WorkList[] = [];
    do pages.push(await page(pages.at(-1)?.next ?? null));
    while (pages.at(-1)?.next && pages.length < 9);
    expect(pages.map(({ items, next }) => [items.length, next])).toEqual([
      [100, 'province:100@2025'],
      [100, 'province:200@2025'],
      [50, null],
    ]);
    expect(pages.flatMap(({ items }) => items.map(({ unit }) => unit))).toEqual(many.map(({ id }) => id));
  });

  test('has no page behind its last unit, and none behind a unit that is not in it', async () => {
    expect(await page('province:250@2025')).toMatchObject({ items: [], next: null });
    await expect(page('province:251@2025')).rejects.toMatchObject({ code: 'unit-unknown' });
  });
});
