import { expect, test } from '@jest/globals';
import { catalog } from '../../../shared/catalog/catalog.ts';
import { type Period, periodOf } from '../../../shared/catalog/period.ts';
import type { Form, Unit } from '../../../shared/catalog/schema.ts';
import { templateName } from '../../../shared/query/template-name.ts';

const nameOf = (code: string, period: string, unit: string) =>
  templateName({
    form: catalog.everyForm.find((form) => form.code === code) as Form,
    period: periodOf(period) as Period,
    unit: catalog.units.get(unit) as Unit,
  });

test('a workbook is named by its decision, its period and its unit', () => {
  expect(nameOf('qd766', '2026-Q4', 'province:82@2025')).toBe('Biểu QĐ 766 quý IV-2026 - Đồng Tháp.xlsx');
  expect(nameOf('dti922', '2026', 'province:01@2008')).toBe('Biểu QĐ 922 năm 2026 - Hà Nội.xlsx');
});

test('a form without a decision by its name', () => {
  expect(nameOf('nhiem-vu', '2026-Q4', 'province:82@2025')).toBe(
    'Biểu tình hình thực hiện nhiệm vụ được giao tại các phiên họp quý IV-2026 - Đồng Tháp.xlsx',
  );
});

test('none holds what a file system refuses', () => {
  const units = ['province:82@2025', 'province:79@2025'].filter((unit) => catalog.units.has(unit));
  for (const { code } of catalog.everyForm)
    for (const unit of units) expect(nameOf(code, '2026-Q4', unit)).not.toMatch(/[/\\:*?"<>|]/);
});
