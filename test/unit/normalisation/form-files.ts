import { catalog } from '../../../shared/catalog/catalog.ts';
import { engineVersion } from '../../../shared/catalog/engine.ts';
import type { Form } from '../../../shared/catalog/schema.ts';
import { bytesInMemory } from '../../../shared/normalisation/bytes.ts';
import { checkFile } from '../../../shared/normalisation/check-file.ts';
import type { Context } from '../../../shared/normalisation/context.ts';
import { inflateWeb } from '../../../shared/normalisation/inflate-web.ts';
import type { Checked, CheckRequest, Report } from '../../../shared/normalisation/report.ts';
import type { Row, Table } from '../../../shared/normalisation/table.ts';

/** A whole report of Đồng Tháp as rows of text, to be changed by a test and written in any container. */

export const heading = [
  'STT',
  'Mã chỉ tiêu',
  'Chỉ tiêu',
  'ĐVT',
  'Tử số (a)',
  'Mẫu số (b)',
  'Kết quả',
  'Ghi chú',
];
export const titleRows = [
  ['Đơn vị báo cáo: Tỉnh Đồng Tháp'],
  ['Biểu mẫu: qd766'],
  ['Kỳ báo cáo: Quý III/2026'],
];
export const dongThap = 'province:82@2025';

/** What the check of Đồng Tháp's form knows where nothing stood before. */
export const emptyContext: Context = {
  schema: 'context/2',
  catalog: catalog.version,
  engine: engineVersion,
  unit: dongThap,
  form: 'qd766',
  period: '2026-Q3',
  rules: {},
  last: null,
  previous: null,
  day: '2026-09-20',
  tasks: null,
};

const form = catalog.forms.get('qd766') as Form;

/** One row per indicator: 1 of 2 for ratios, 5 points for scores; `changed` replaces rows by indicator. */
export function indicatorRows(changed: Record<string, string[]> = {}): string[][] {
  return form.indicators.map(({ indicator: id }, at) => {
    const indicator = catalog.indicators.get(id);
    const figures = indicator?.kind === 'score' ? ['', '', '5'] : ['1', '2', '50'];
    const row = [String(at + 1), id, indicator?.names.vi ?? '', indicator?.unit ?? '', ...figures, ''];
    return changed[id] ?? row;
  });
}

/** The row of an indicator with other figures: numerator, denominator, result, note. */
export function figures(id: string, ...cells: string[]): Record<string, string[]> {
  const row = indicatorRows().find((cellsOf) => cellsOf[1] === id) as string[];
  return { [id]: [...row.slice(0, 4), ...cells, ...row.slice(4 + cells.length)] };
}

export type FormParts = { title?: string[][]; header?: string[]; rows?: string[][]; footer?: string[][] };

export function formRows({
  title = titleRows,
  header = heading,
  rows = indicatorRows(),
  footer = [],
}: FormParts = {}): string[][] {
  return [...title, header, ...rows, ...footer];
}

/** Rows as RFC 4180 has them; short rows stay short. */
export function csvText(rows: readonly string[][], delimiter = ',', lineEnd = '\r\n'): string {
  const field = (text: string) => (/[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return rows.map((row) => row.map(field).join(delimiter) + lineEnd).join('');
}

export function check(
  content: string | Uint8Array,
  {
    request = {},
    pieceLength = 65_536,
    context = null,
  }: { request?: Partial<CheckRequest>; pieceLength?: number; context?: Context | null } = {},
): Promise<Checked> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return checkFile(
    bytesInMemory(bytes, pieceLength),
    { fileName: 'a', sha256: '00', unit: dongThap, form: 'qd766', period: '2026-Q3', ...request },
    { inflateRaw: inflateWeb, catalog, context },
  );
}

export async function reportOf(
  content: string | Uint8Array,
  request?: Partial<CheckRequest>,
): Promise<Report> {
  return (await check(content, request ? { request } : {})).report;
}

/** Findings in short: `code@cell`, in the order of the report. */
export function findingsOf(report: Report): string[] {
  return report.findings.map(({ code, at }) => (at ? `${code}@${at.cell}` : code));
}

/** All rows of a table's first sheet. */
export async function rowsOf(table: Table): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const batch of table.sheets[0]?.rows() ?? []) rows.push(...batch);
  return rows;
}
