import { catalog } from '../../shared/catalog/catalog.ts';
import type { Form } from '../../shared/catalog/schema.ts';

/** A province's report on the form `cds`, as a file that its office would send. */

const form = catalog.forms.get('cds') as Form;
const heading = ['STT', 'Mã chỉ tiêu', 'Chỉ tiêu', 'ĐVT', 'Tử số (a)', 'Mẫu số (b)', 'Kết quả', 'Ghi chú'];

/** What stands in the columns of figures: numerator, denominator, result, remark. */
export type Cells = readonly [string, string, string, string?];

/**
 * The report as CSV (RFC 4180): one of two in every ratio and ten in every other figure, but for those that are given.
 * @param told.name the unit as the title block names it
 * @param told.quarter `II/2025`
 */
export function cdsFile(
  told: { name: string; quarter: string },
  given: Readonly<Record<string, Cells>> = {},
): Uint8Array {
  const rows = form.indicators.map(({ indicator: id }, at) => {
    const indicator = catalog.indicators.get(id);
    const usual: Cells = indicator?.kind === 'ratio' ? ['1', '2', '50'] : ['', '', '10'];
    const [numerator, denominator, result, note = ''] = given[id] ?? usual;
    const named = [String(at + 1), id, indicator?.names.vi ?? '', indicator?.unit ?? ''];
    return [...named, numerator, denominator, result, note];
  });
  const title = [[`Đơn vị báo cáo: ${told.name}`], ['Biểu mẫu: cds'], [`Kỳ báo cáo: Quý ${told.quarter}`]];
  return Buffer.from([...title, heading, ...rows].map((row) => `${row.map(field).join(',')}\r\n`).join(''));
}

function field(text: string): string {
  return /[",;\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
