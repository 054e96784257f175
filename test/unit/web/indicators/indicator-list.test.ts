import { expect, test } from '@jest/globals';
import { catalog } from '../../../../shared/catalog/catalog.ts';
import { aimedAt } from '../../../../web/pages/indicators/aim.ts';
import { nationFormula, ownFormula } from '../../../../web/pages/indicators/formula.ts';
import { listedIndicators, matching } from '../../../../web/pages/indicators/indicator-list.ts';
import { englishPart } from '../../../../web/pages/indicators/part-names.ts';
import { inRankOrder } from '../../../../web/pages/indicators/units-order.ts';

const all = listedIndicators([...catalog.indicators.values()], catalog.everyForm);
const nothing = { text: '', pillar: '', form: '' };
const ids = (wanted: Partial<typeof nothing>) =>
  matching(all, { ...nothing, ...wanted }).map(({ indicator }) => indicator.id);

test('marks and capitals need not be typed; every word has to be there', () => {
  expect(ids({ text: 'TY LE  ho so' })).toEqual(ids({ text: 'tỷ lệ hồ sơ' }));
  expect(ids({ text: 'ho so giai quyet dung han' })).toContain('766.TDGQ');
  expect(ids({ text: '766.tdgq' })).toEqual(['766.TDGQ']);
  expect(ids({ text: 'khong co chi tieu nao nhu the' })).toEqual([]);
});

test('by pillar and by form', () => {
  expect(ids({ form: 'qd766' })).toHaveLength(21);
  expect(ids({ form: 'cds', pillar: 'society' })).toEqual(['411-03', '411-04', '411-06', '411-07']);
  expect(ids({ form: 'qd766', pillar: 'society' })).toEqual([]);
});

test('what units owe comes before what was published', () => {
  const published = all.find(({ indicator }) => indicator.id === '766.group-openness');
  expect(published?.askedBy.map(({ code }) => code)).toEqual(['qd766-published']);
  expect(all.find(({ indicator }) => indicator.id === '766.TDGQ')?.askedBy[0]?.code).toBe('qd766');
});

test('a target that can be drawn, and those that cannot', () => {
  const target = (aim: object, more = {}) => ({ aim, text: 't', source: 's', ...more }) as never;
  expect(aimedAt([target({ is: '>=', value: '90' })], '2026-Q3')?.value).toBe('90');
  expect(aimedAt([target({ is: 'words' })], '2026-Q3')).toBeNull();
  expect(aimedAt([], '2026-Q3')).toBeNull();
  const two = [
    target({ is: '<=', value: '3' }, { among: 'Đông Nam Á' }),
    target({ is: '<=', value: '50' }, { among: 'Thế giới' }),
  ];
  expect(aimedAt(two, '2026-Q3')).toBeNull();
  // What was due in an earlier year is no aim any more.
  expect(aimedAt([target({ is: '>=', value: '80' }, { year: 2025 })], '2026-Q3')).toBeNull();
});

test('the formula says that a ratio is never a mean, and what cannot be added is said so', () => {
  const indicator = catalog.indicators.get('766.TDGQ');
  if (!indicator) throw new Error('no 766.TDGQ');
  expect(ownFormula(indicator, 'vi')).toBe('(hồ sơ đúng hạn) chia cho (hồ sơ đã tiếp nhận) × 100');
  expect(ownFormula(indicator, 'en')).toBe('(dossiers settled on time) divided by (dossiers received) × 100');
  expect(nationFormula(indicator, 'en')).toContain('never a mean of ratios');
  expect(nationFormula({ kind: 'score', unit: 'điểm' }, 'vi')).toContain('không cộng được');
});

test('by rank, then without a figure; of what is better when it is less, the smaller first', () => {
  const unit = (id: string, value: string | null, rank: number | null = null) => ({
    unit: id,
    code: id,
    name: id,
    numerator: null,
    denominator: null,
    value,
    reason: null,
    rank,
  });
  const order = (units: ReturnType<typeof unit>[], direction: 'up' | 'down' | 'none') =>
    inRankOrder(units, direction).map((each) => each.unit);
  expect(order([unit('A', null), unit('B', '5', 2), unit('C', '9', 1)], 'up')).toEqual(['C', 'B', 'A']);
  expect(order([unit('A', '10'), unit('B', '9')], 'down')).toEqual(['B', 'A']);
  expect(order([unit('A', '9'), unit('B', null), unit('C', '10')], 'none')).toEqual(['C', 'A', 'B']);
});

test('what is counted has its name in English, for every indicator of the catalogue', () => {
  const parts = [...catalog.indicators.values()].flatMap(({ parts }) => (parts ? Object.values(parts) : []));
  expect(parts.length).toBeGreaterThan(60);
  expect(parts.filter((part) => englishPart(part) === undefined)).toEqual([]);
});
