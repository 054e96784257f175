import { describe, expect, test } from '@jest/globals';
import { pageKey } from '../../../shared/aws/keys.ts';
import { packed } from '../../../shared/aws/pack.ts';
import { catalog } from '../../../shared/catalog/catalog.ts';
import type { Form } from '../../../shared/catalog/schema.ts';
import type { Observation } from '../../../shared/observations/observation.ts';
import { pagesOf } from '../../../shared/observations/page.ts';

/**
 * What an item counts as, as DynamoDB documents it: the UTF-8 bytes of its attributes' names and texts, and its bytes
 * (*Item sizes and formats*); a write takes a unit for each begun KB of 1,024 bytes (*Write capacity units*).
 */
function itemBytes(attributes: Record<string, string | Uint8Array>): number {
  const bytes = (of: string | Uint8Array) => (typeof of === 'string' ? Buffer.byteLength(of) : of.length);
  return Object.entries(attributes).reduce((total, [name, value]) => total + bytes(name) + bytes(value), 0);
}
const writeUnits = (bytes: number) => Math.ceil(bytes / 1_024);

// A tenth of a million observations: of ten provinces, three quarters, 98 communes each, 34 indicators.
const [provinces, quarters, communes, indicators] = [10, 3, 98, 34];
const all = provinces * quarters * communes * indicators;
const ids = Array.from({ length: indicators }, (_, at) => `CDS.CHI_TIEU_${at + 1}`);
const names = { vi: 'x', en: 'x' };
const groups = [
  { code: 'N1', names },
  { code: 'N2', names },
];
const form: Form = {
  ...(catalog.forms.get('qd766') as Form),
  code: 'storage',
  groups,
  indicators: ids.map((indicator, at) => ({ indicator, group: at < indicators / 2 ? 'N1' : 'N2' })),
};

/** Whole numbers below a bound that no compression foresees, the same in every run. */
function generator(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Of ten figures eight are ratios; one in fifty is missing and says why. */
function reportOf(random: (below: number) => number): Observation[] {
  return Array.from({ length: communes }, (_, commune) =>
    ids.map((indicator, at): Observation => {
      const whole = random(90_000) + 10;
      const isThere = random(50) > 0;
      const isRatio = at % 10 < 8;
      return {
        unit: 'province:01@2008',
        period: '2026-Q3',
        area: `commune:${String(commune * 7).padStart(5, '0')}`,
        indicator,
        value: isRatio || !isThere ? null : `${whole}.${random(9) + 1}`,
        numerator: isRatio && isThere ? String(Math.floor((whole * (random(40) + 60)) / 100)) : null,
        denominator: isRatio && isThere ? String(whole) : null,
        status: isThere ? 'reported' : 'missing',
        approximate: false,
        note: isThere ? null : 'Hệ thống chưa hoạt động trong kỳ báo cáo',
        at: { sheet: null, cell: 'A1' },
      };
    }),
  ).flat();
}

describe('what storing observations costs', () => {
  const random = generator(20_261_122);
  const submissions = Array.from({ length: provinces * quarters }, (_, at) => ({
    id: at.toString(16).padStart(32, '0'),
    observations: reportOf(random),
  }));

  test('pages take at most a hundredth of the write units of an item each', () => {
    const anItemEach = submissions
      .flatMap(({ id, observations }) => observations.map((observation) => ({ id, observation })))
      .map(({ id, observation: { area = '', indicator, numerator, denominator, value, status } }) =>
        writeUnits(
          itemBytes({
            pk: `submission#${id}`,
            sk: `${area}#${indicator}`,
            numerator: numerator ?? '',
            denominator: denominator ?? '',
            value: value ?? '',
            status,
          }),
        ),
      );
    const inPages = submissions.flatMap(({ id, observations }) =>
      pagesOf(observations, form).map((page) => {
        const { pk, sk } = pageKey(id, page.name);
        return writeUnits(itemBytes({ pk, sk, page: packed(page) }));
      }),
    );
    const total = (units: readonly number[]) => units.reduce((sum, each) => sum + each, 0);
    expect(anItemEach).toHaveLength(all);
    // By the definition: no item is without a unit.
    expect(total(anItemEach)).toBe(all);
    expect(total(inPages) / total(anItemEach)).toBeLessThanOrEqual(0.01);
  });

  test('the units of an item are those of the documented examples', () => {
    // By hand: 2 + 2 bytes of names, 1,020 of values: 1,024, one unit; one byte more, two.
    expect(writeUnits(itemBytes({ pk: 'a'.repeat(1_000), sk: new Uint8Array(20) }))).toBe(1);
    expect(writeUnits(itemBytes({ pk: 'a'.repeat(1_000), sk: new Uint8Array(21) }))).toBe(2);
    expect(itemBytes({ ghi: 'ế' })).toBe(6);
  });
});
