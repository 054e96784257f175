import { expect, test } from '@jest/globals';
import { catalog } from '../../../../shared/catalog/catalog.ts';
import { actOf } from '../../../../web/format/sources.ts';

test.each([
  ['QĐ 766/QĐ-TTg 23/06/2022', 'QĐ 766/QĐ-TTg 23/06/2022'],
  ['QĐ 942/QĐ-TTg 15/06/2021; numerator and denominator inferred', 'QĐ 942/QĐ-TTg 15/06/2021'],
  [
    'QĐ 405/QĐ-BKHCN 03/04/2025, published by the Ministry of Science and Technology on dti.gov.vn',
    'QĐ 405/QĐ-BKHCN 03/04/2025',
  ],
  ['NQ 03/NQ-CP 09/01/2025, Phụ lục I', 'NQ 03/NQ-CP 09/01/2025, Phụ lục I'],
  ['Niên giám thống kê, Tổng cục Thống kê', 'Niên giám thống kê, Tổng cục Thống kê'],
])('of %s a reader is told %s', (source, told) => {
  expect(actOf(source)).toBe(told);
});

test('of every source of the catalogue a reader is told the act, and nothing in English', () => {
  for (const { source } of [...catalog.indicators.values(), ...catalog.scorecards.values()]) {
    expect(actOf(source)).not.toMatch(/\b(the|of|and|by|inferred|published)\b/);
    expect(actOf(source)).not.toBe('');
  }
});
