import { catalog } from '../../../shared/catalog/catalog.ts';
import type { Form, Indicator } from '../../../shared/catalog/schema.ts';
import type { Report } from '../../../shared/normalisation/report.ts';
import { cellName } from '../../../shared/normalisation/table.ts';
import { reportOf } from './form-files.ts';
import { writeWorkbook } from './workbook-writer.ts';

/** Whole reports of the form `cds` in workbooks whose cells are written by hand, so that one may be odd. */

/** What a cell holds; `xml`: what stands inside its element, `type` and `style` its attributes. */
export type OddCell = string | number | null | { xml: string; type?: string; style?: number };

const form = catalog.forms.get('cds') as Form;
const indicators = form.indicators.map(({ indicator }) => catalog.indicators.get(indicator) as Indicator);
const province = 'Tỉnh Đồng Tháp';

/** Columns of the form's table, by what they hold. */
const column = { code: 1, name: 2, measure: 3, a: 4, b: 5, result: 6, note: 7 } as const;
type Changed = { [indicator: string]: Partial<Record<keyof typeof column, OddCell>> };

/** 191 of 200 for ratios, 12.5 for rates, 1290 for counts; `changed` has other cells by indicator. */
export function formGrid(
  changed: Changed = {},
  heading: Partial<Record<keyof typeof column, string>> = {},
): OddCell[][] {
  const head: OddCell[] = [
    'STT',
    'Mã chỉ tiêu',
    'Chỉ tiêu',
    'ĐVT',
    'Tử số (a)',
    'Mẫu số (b)',
    'Kết quả',
    'Ghi chú',
  ];
  for (const [name, text] of Object.entries(heading)) head[column[name as keyof typeof column]] = text;
  return [
    [`Đơn vị báo cáo: ${province}`],
    ['Biểu mẫu: cds'],
    ['Kỳ báo cáo: Quý III/2026'],
    head,
    ...indicators.map((indicator, at) => {
      const row: OddCell[] = [
        at + 1,
        indicator.id,
        indicator.names.vi,
        indicator.unit,
        ...figuresOf(indicator),
        null,
      ];
      for (const [name, cell] of Object.entries(changed[indicator.id] ?? {}))
        row[column[name as keyof typeof column]] = cell ?? null;
      return row;
    }),
  ];
}

/** The same figures, a row a unit and indicator: place, code, name, measure, a, b, result, note, period. */
export function longGrid(changed: Changed = {}): OddCell[][] {
  const [, , , head, ...rows] = formGrid(changed) as [unknown, unknown, unknown, OddCell[], ...OddCell[][]];
  return [
    ['Đơn vị', ...head.slice(1), 'Kỳ'],
    ...rows.map((row) => [province, ...row.slice(1), 'Quý III/2026']),
  ];
}

function figuresOf({ kind }: Indicator): OddCell[] {
  if (kind === 'ratio') return [191, 200, 95.5];
  return [null, null, kind === 'rate' ? 12.5 : 1290];
}

export type OddParts = { styles?: string; sharedStrings?: string; merges?: readonly string[] };

export function oddBook(rows: readonly OddCell[][], { merges = [], ...parts }: OddParts = {}): Uint8Array {
  const tags = merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('');
  const body = rows.map(
    (row, y) => `<row r="${y + 1}">${row.map((cell, x) => cellXml(cell, x, y)).join('')}</row>`,
  );
  const xml = `<sheetData>${body.join('')}</sheetData>${tags && `<mergeCells>${tags}</mergeCells>`}`;
  return writeWorkbook({ sheets: [{ name: 'Biểu', xml }], ...parts });
}

function cellXml(cell: OddCell, x: number, y: number): string {
  const name = cellName(x, y + 1);
  if (cell === null || cell === '') return '';
  if (typeof cell === 'number') return `<c r="${name}"><v>${cell}</v></c>`;
  if (typeof cell === 'string') {
    return `<c r="${name}" t="inlineStr"><is><t xml:space="preserve">${cell.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</t></is></c>`;
  }
  const { xml, type, style } = cell;
  return `<c r="${name}"${style === undefined ? '' : ` s="${style}"`}${type ? ` t="${type}"` : ''}>${xml}</c>`;
}

/** The report of a workbook of `cds`. */
export function oddReport(rows: readonly OddCell[][], parts: OddParts = {}): Promise<Report> {
  return reportOf(oddBook(rows, parts), { form: 'cds' });
}

/** Styles by their number formats: style `n` has the n-th; 0 is General. */
export function stylesOf(...formats: string[]): string {
  const own = formats.map(
    (code, at) => `<numFmt numFmtId="${200 + at}" formatCode="${code.replaceAll('"', '&quot;')}"/>`,
  );
  const uses = formats.map((_, at) => `<xf numFmtId="${200 + at}"/>`);
  return `<numFmts>${own.join('')}</numFmts><fonts><font><name val="Arial"/></font></fonts><cellXfs><xf numFmtId="0"/>${uses.join('')}</cellXfs>`;
}

/** The figure of an indicator as it was read: its value, or both parts; the status where there is none. */
export function readOf(report: Report, indicator: string): string | undefined {
  const found = report.observations.find((each) => each.indicator === indicator);
  if (!found) return undefined;
  const { value, numerator, denominator, status } = found;
  return value ?? (numerator === null ? status : `${numerator}/${denominator}`);
}
