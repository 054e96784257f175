import { describe, expect, test } from '@jest/globals';
import { catalog } from '../../../shared/catalog/catalog.ts';
import type { Unit } from '../../../shared/catalog/schema.ts';
import { everyPredecessor } from '../../../shared/catalog/succession.ts';
import { requireReason } from '../../../shared/submissions/reason.ts';
import { actingFor, type Identity, maySee, maySeeUnit } from '../../../shared/submissions/rights.ts';
import type { SubmissionStore } from '../../../shared/submissions/store.ts';
import {
  decideSuccession,
  rightsFor,
  type Succession,
  successionAt,
} from '../../../shared/submissions/succession.ts';
import { mergerAhead } from '../aggregation/rounds.ts';

const binhDinh = 'province:52@2008';
const oldGiaLai = 'province:64@2008';
const giaLai = 'province:52@2025';
const person = (more: Partial<Identity> = {}): Identity => ({
  subject: 'somebody',
  unit: giaLai,
  roles: ['reporter'],
  ...more,
});
const decision = (allowed: boolean, at: string, over: object = {}) => ({
  allowed,
  forms: null,
  periods: null,
  why: 'Theo công văn.',
  by: 'secretariat',
  at,
  ...over,
});
const record: Succession = {
  schema: 'succession/1',
  unit: binhDinh,
  decisions: [
    decision(true, '2026-01-01T00:00:00.000Z', { forms: ['cds'], periods: ['2025-Q1', '2025-Q2'] }),
    decision(false, '2026-02-01T00:00:00.000Z'),
    decision(true, '2026-03-01T00:00:00.000Z'),
  ],
};

describe('a right of succession', () => {
  test.each([
    ['2025-12-31T23:59:59.999Z', null],
    ['2026-01-01T00:00:00.000Z', { decision: 1, forms: ['cds'], periods: ['2025-Q1', '2025-Q2'] }],
    ['2026-02-01T00:00:00.000Z', null],
    ['2026-03-01T00:00:00.000Z', { decision: 3, forms: null, periods: null }],
  ])('at %s is what the last decision by then says', (instant, right) => {
    expect(successionAt(record, instant)).toEqual(right && { unit: binhDinh, ...right });
  });

  test('nothing was decided: there is none', () => {
    expect(successionAt(undefined)).toBeNull();
  });

  test('is for its forms and periods, for its unit, and for people of the successor', () => {
    const right = successionAt(record, '2026-01-15T00:00:00.000Z');
    const heir = person({ successions: right ? [right] : [] });
    const slot = { unit: binhDinh, form: 'cds', period: '2025-Q2' };
    expect(actingFor(heir, slot)).toEqual({ onBehalfOf: { unit: binhDinh, by: giaLai, decision: 1 } });
    expect(actingFor(heir, { ...slot, unit: giaLai })).toEqual({ onBehalfOf: null });
    for (const other of [{ form: 'qd766' }, { period: '2024-Q4' }, { unit: oldGiaLai }]) {
      expect(actingFor(heir, { ...slot, ...other })).toBeUndefined();
      expect(maySee(heir, { ...slot, ...other })).toBe(false);
    }
    expect(maySee(heir, slot)).toBe(true);
    expect(maySee({ ...heir, roles: [] }, slot)).toBe(false);
    expect(maySeeUnit(heir, binhDinh)).toBe(false);
  });
});

describe('a unit whose merger is published ahead', () => {
  const submissions = {
    successions: async () => [],
    putSuccession: async () => 'put',
  } as unknown as SubmissionStore;
  const ask = (at: string) =>
    decideSuccession(
      {
        ...{ unit: giaLai, allowed: true, forms: null, periods: null, why: 'Theo công văn.', at },
        who: person({ unit: null, roles: ['secretariat'] }),
      },
      { catalog: mergerAhead, submissions },
    );

  test('speaks for itself until the end of its last day in Viet Nam', async () => {
    await expect(ask('2026-12-31T16:59:59.999Z')).rejects.toThrow('unit-not-dissolved');
    await expect(ask('2026-12-31T17:00:00.000Z')).resolves.toMatchObject({ word: 'decided' });
  });
});

describe('who asks', () => {
  const asked: string[][] = [];
  const parts = {
    catalog,
    submissions: {
      successions: async (units: readonly string[]) => {
        asked.push([...units]);
        return [record];
      },
    },
  };

  test('is asked about once, for all the predecessors of their own unit', async () => {
    asked.length = 0;
    const who = await rightsFor(person({ roles: ['approver'] }), parts);
    expect(asked).toEqual([[binhDinh, oldGiaLai]]);
    expect(who.successions).toMatchObject([{ unit: binhDinh, decision: 3 }]);
  });

  test.each([
    ['an analyst', person({ unit: null, roles: ['analyst'] })],
    ['a unit that succeeded none', person({ unit: 'province:01@2008' })],
    ['a unit that was dissolved itself', person({ unit: binhDinh })],
    ['a token without a role', person({ roles: [] })],
  ])('%s has no such right, and nothing is looked up', async (_who, who) => {
    asked.length = 0;
    expect(await rightsFor(who, parts)).toBe(who);
    expect(asked).toEqual([]);
  });
});

test('predecessors are found through others, each once', () => {
  const units = new Map(
    Object.entries({ a: ['b', 'c'], b: ['d'], c: ['d'], d: ['e'], e: [], f: [] }).map(([id, successors]) => {
      const unit = { ...(catalog.units.get(binhDinh) as Unit), id, code: id, successors };
      return [id, unit] as const;
    }),
  );
  const found = (id: string) => everyPredecessor({ ...catalog, units }, id).sort();
  expect(found('e')).toEqual(['a', 'b', 'c', 'd']);
  expect(found('d')).toEqual(['a', 'b', 'c']);
  expect(found('f')).toEqual([]);
  expect(found('nowhere')).toEqual([]);
});

describe('a reason', () => {
  test.each(['', '   ', 'sai số', '123456789', ` ${' '.repeat(20)}ngắn `, 'x'.repeat(2001), null, undefined])(
    '%j says too little, or too much',
    (why) => {
      expect(() => requireReason(why)).toThrow('reason-missing');
    },
  );

  test.each([
    ['', 'missing'],
    ['   ', 'missing'],
    [null, 'missing'],
    ['sai số', 'too-short'],
    ['123456789', 'too-short'],
    ['x'.repeat(2001), 'malformed'],
  ])('%j: its field says %s', (why, fault) => {
    const told = () => requireReason(why);
    expect(told).toThrow(expect.objectContaining({ fields: [{ field: 'why', fault }] }));
  });

  test('of ten to two thousand letters is kept, without the blanks around it', () => {
    expect(requireReason('  Rà soát lại ')).toBe('Rà soát lại');
    expect(requireReason('1234567890')).toBe('1234567890');
    expect(requireReason('x'.repeat(2000))).toHaveLength(2000);
  });
});
