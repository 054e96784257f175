import type { Period } from '../catalog/period.ts';
import type { Form, Unit } from '../catalog/schema.ts';
import { nameOn } from '../catalog/unit.ts';

/**
 * What the workbook of a form is called, in words that whoever fills it in knows: by the decision that the form's name
 * stands on, else by that name; no letter of it is one that a file system refuses.
 * @returns `Biểu QĐ 766 quý IV-2026 - Đồng Tháp.xlsx`
 */
export function templateName({ form, period, unit }: { form: Form; period: Period; unit: Unit }): string {
  const { vi } = form.names;
  const [, decision] = /\((QĐ \d+)\/[^)]*\)/.exec(vi) ?? [];
  const named = decision ?? `${vi.slice(0, 1).toLowerCase()}${vi.slice(1)}`;
  const name = nameOn(unit, period[form.window].to).vi;
  return `Biểu ${named} ${period.names.vi} - ${name}.xlsx`.replaceAll(/[/\\:*?"<>|]/g, '-');
}
