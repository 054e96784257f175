import { expect, test } from '@jest/globals';
import { absenceOf, type Told } from '../../../shared/briefing/told.ts';
import { catalog } from '../../../shared/catalog/catalog.ts';

const unit = 'province:82@2025';
const toldWith = (state: string) =>
  ({
    catalog,
    now: { coverages: [{ form: 'qd766', period: '2026-Q3', units: [{ unit, state }] }] },
  }) as unknown as Told;

test.each([
  ['qd766', '2026-Q3', 'missing', 'chưa báo cáo'],
  ['qd766', '2026-Q3', 'not-due', 'chưa đến hạn'],
  ['qd766', '2026-Q4', 'not-due', 'chưa báo cáo'],
  ['qd766-published', '2024', 'missing', 'chưa có số liệu công bố'],
])('%s of %s, where the quarter asked for is %s, is absent: %s', (form, period, state, text) => {
  expect(absenceOf(toldWith(state), unit, { form, period }).vi).toBe(text);
});
