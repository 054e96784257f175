import { expect, test } from '@jest/globals';
import type { Frozen } from '../../../shared/briefing/freeze-meeting.ts';
import { catalog } from '../../../shared/catalog/catalog.ts';
import { type ChainItem, type ChainParts, readChain } from '../../../shared/query/read-chain.ts';
import { emptySlot, type Past, type Slot, type SlotKey, slotName } from '../../../shared/submissions/slot.ts';

/** What Lambda answers at most ("6 MB", AWS Lambda quotas): the body stands in it as a string of JSON. */
const mostOfAnAnswer = 6 * 1024 * 1024;

const meeting = 'ubqg-11';
const cutOff = '2026-10-14T10:00:00.000Z';
const frozen: Frozen = {
  ...{ schema: 'frozen/2', meeting, hash: 'a'.repeat(64), cutOff, catalog: catalog.version, units: 34 },
  rounds: [{ form: 'cds', period: '2026-Q3' }],
};
const groups = Array.from({ length: 8 }, (_, at) => `P${at}`);
/** As large as a page may be. */
const page = new Uint8Array(350_000);

/** A slot with as many versions, each with explanations so long, as it takes to reach 350 kB. */
function largeSlot(key: SlotKey, explained: string): Slot {
  const version = (number: number): Past => ({
    ...{ version: number, submission: key.unit, sha256: 'b'.repeat(64), why: null, nil: false },
    ...{ receivedAt: '2026-10-10T02:00:00.000Z', signedAt: '2026-10-10T03:00:00.000Z', signedBy: 'a' },
    ...{ explanations: { warning: explained }, pages: groups, onBehalfOf: null },
  });
  const history = Array.from({ length: 99 }, (_, at) => version(at + 1));
  return { ...emptySlot(key), standing: version(100), history };
}

function parts(explained: string, pages: Uint8Array): ChainParts {
  return {
    catalogs: { version: async () => catalog },
    submissions: {
      slots: async (keys) => new Map(keys.map((key) => [slotName(key), largeSlot(key, explained)])),
      factsOf: async () => [],
    },
    snapshots: { frozen: async () => frozen },
    keptDocuments: async () =>
      groups.map((code) => ({
        ...{ name: { kind: 'indicator', code, period: null }, gzip: page, etag: 'e', sha256: null },
      })),
    keptPages: async (_, wanted) => wanted.map((group) => ({ group, bytes: pages, sha256: null })),
    fileAt: async (id) => `https://x/${id}?${'s'.repeat(1500)}`,
    contextAt: async (id) => `https://x/${id}?${'s'.repeat(1500)}`,
  };
}

async function walked(given: ChainParts): Promise<{ largest: number; items: ChainItem[] }> {
  const items: ChainItem[] = [];
  let largest = 0;
  for (let after: string | null = null, first = true; first || after !== null; first = false) {
    const part = await readChain({ meeting, after }, given);
    largest = Math.max(largest, Buffer.byteLength(JSON.stringify(JSON.stringify(part))));
    items.push(...part.items);
    after = part.next;
  }
  return { largest, items };
}

test.each([
  ['slots of 350 kB with the largest pages', 'Rà soát "lại". '.repeat(150), page],
  ['slots of 350 kB, whose pages are small', 'Rà soát "lại". '.repeat(150), new Uint8Array(10)],
  ['small slots with the largest pages', 'x', page],
])('no answer is larger than Lambda answers: %s', async (_, explained, pages) => {
  const { largest, items } = await walked(parts(explained, pages));
  expect(largest).toBeLessThan(mostOfAnAnswer);
  // Everything once, and each page behind its slot.
  const names = items.map((item) =>
    item.kind === 'document' ? item.name.code : item.kind === 'slot' ? slotName(item.key) : item.group,
  );
  const units = [...new Set(items.flatMap((item) => (item.kind === 'slot' ? [slotName(item.key)] : [])))];
  expect(units).toHaveLength(34);
  expect(names).toEqual([...groups, ...units.flatMap((unit) => [unit, ...groups])]);
});
