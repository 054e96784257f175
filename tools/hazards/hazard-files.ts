import { readFileSync } from 'node:fs';
import * as XLSX from '@e965/xlsx';
import { type Catalog, type CatalogFiles, loadCatalog } from '../../shared/catalog/catalog.ts';
import { bytesInMemory } from '../../shared/normalisation/bytes.ts';
import { checkFile } from '../../shared/normalisation/check-file.ts';
import { inflateWeb } from '../../shared/normalisation/inflate-web.ts';
import type { Report } from '../../shared/normalisation/report.ts';
import { writeZip, type ZipFile } from '../../test/unit/normalisation/zip-writer.ts';

/** A cell to be written: a text, a stored number with its format, or an error. */
export type HazardCell = string | { number: string; format: string } | { error: string };
export type HazardRow = readonly HazardCell[];

/** In which container a case is written; text files hold what a workbook shows. */
export const containers = ['xlsx', 'xls', 'csv', 'csv-utf-16'] as const;
export type HazardContainer = (typeof containers)[number];

/** A whole file of these rows. */
export function writeHazardFile(
  rows: readonly HazardRow[],
  container: HazardContainer,
  date1904 = false,
): Uint8Array {
  if (container === 'xlsx') return writeXlsx(rows, date1904);
  if (container === 'xls') return writeXls(rows, date1904);
  const text = rows.map((row) => `${row.map(csvField).join(',')}\r\n`).join('');
  if (container === 'csv') return new TextEncoder().encode(text);
  const units = Uint16Array.from(`\uFEFF${text}`, (letter) => letter.charCodeAt(0));
  return new Uint8Array(units.buffer);
}

/** Checks the file as a report of the hazard form. */
export async function checkHazardFile(
  rows: readonly HazardRow[],
  container: HazardContainer,
  {
    unit,
    period,
    form = 'hazard',
    date1904 = false,
  }: { unit: string; period: string; form?: string; date1904?: boolean },
): Promise<Report> {
  const source = bytesInMemory(writeHazardFile(rows, container, date1904));
  const request = { fileName: `hazard.${container}`, sha256: '00', unit, form, period };
  return (await checkFile(source, request, { inflateRaw: inflateWeb, catalog: hazardCatalog })).report;
}

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

/** The catalogue's own files, with two forms of the hazards: one of all kinds of figure, one of a single figure. */
export const hazardCatalog: Catalog = loadHazardCatalog();

function loadHazardCatalog(): Catalog {
  const folder = new URL('../../shared/catalog/data/', import.meta.url);
  const file = (name: string) => JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8'));
  const own = JSON.parse(
    readFileSync(new URL('../../test/data/hazards/hazard-form.json', import.meta.url), 'utf8'),
  );
  const indicators = file('indicators');
  const forms = file('forms');
  const files: CatalogFiles = {
    catalog: file('catalog'),
    units: file('units'),
    indicators: { ...indicators, indicators: [...indicators.indicators, ...own.indicators] },
    forms: { ...forms, forms: [...forms.forms, ...own.forms] },
    scorecards: file('scorecards'),
    meetings: file('meetings'),
  };
  return loadCatalog(files);
}

function shown(cell: HazardCell): string {
  if (typeof cell === 'string') return cell;
  return 'error' in cell ? cell.error : cell.number;
}

function csvField(cell: HazardCell): string {
  const text = shown(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function writeXls(rows: readonly HazardRow[], date1904: boolean): Uint8Array {
  const sheet: XLSX.WorkSheet = {};
  for (const [row, cells] of rows.entries()) {
    for (const [column, cell] of cells.entries()) {
      if (cell === '') continue;
      sheet[XLSX.utils.encode_cell({ r: row, c: column })] =
        typeof cell === 'string'
          ? { t: 's', v: cell }
          : 'error' in cell
            ? { t: 'e', v: errorCodes[cell.error] }
            : { t: 'n', v: Number(cell.number), z: cell.format };
    }
  }
  sheet['!ref'] = XLSX.utils.encode_range({ s: { r: 0, c: 0 }, e: { r: rows.length, c: heading.length } });
  const book = XLSX.utils.book_new();
  book.Workbook = { WBProps: { date1904 } };
  XLSX.utils.book_append_sheet(book, sheet, 'Bieu');
  return new Uint8Array(XLSX.write(book, { type: 'array', bookType: 'biff8' }));
}

/** MS-XLS 2.5.10 (BErr). */
const errorCodes: Readonly<Record<string, number>> = { '#VALUE!': 15, '#REF!': 23, '#DIV/0!': 7, '#N/A': 42 };

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

function writeXlsx(rows: readonly HazardRow[], date1904: boolean): Uint8Array {
  const formats = ['General'];
  const rowTags = rows.map((row, at) => {
    const cells = row.map((cell, column) =>
      cellTag(cell, XLSX.utils.encode_cell({ r: at, c: column }), formats),
    );
    return `<row r="${at + 1}">${cells.join('')}</row>`;
  });
  const files: ZipFile[] = [
    part('_rels/.rels', link('w', 'officeDocument', 'xl/workbook.xml')),
    {
      name: 'xl/workbook.xml',
      content: `<workbook xmlns="${main}" xmlns:r="${office}"><workbookPr date1904="${date1904 ? 1 : 0}"/><sheets><sheet name="Bieu" sheetId="1" r:id="s"/></sheets></workbook>`,
    },
    part(
      'xl/_rels/workbook.xml.rels',
      link('s', 'worksheet', 'worksheets/sheet1.xml') + link('t', 'styles', 'styles.xml'),
    ),
    {
      name: 'xl/worksheets/sheet1.xml',
      content: `<worksheet xmlns="${main}"><sheetData>${rowTags.join('')}</sheetData></worksheet>`,
    },
    { name: 'xl/styles.xml', content: stylesOf(formats) },
  ];
  return writeZip(files.map((file) => ({ ...file, deflate: true })));
}

function cellTag(cell: HazardCell, name: string, formats: string[]): string {
  if (cell === '') return '';
  if (typeof cell === 'string') {
    return `<c r="${name}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
  }
  if ('error' in cell) return `<c r="${name}" t="e"><v>${cell.error}</v></c>`;
  if (!formats.includes(cell.format)) formats.push(cell.format);
  return `<c r="${name}" s="${formats.indexOf(cell.format)}"><v>${cell.number}</v></c>`;
}

function stylesOf(formats: readonly string[]): string {
  const own = formats.map((code, at) => `<numFmt numFmtId="${200 + at}" formatCode="${escaped(code)}"/>`);
  const styles = formats.map((_, at) => `<xf numFmtId="${200 + at}"/>`);
  return `<styleSheet xmlns="${main}"><numFmts>${own.join('')}</numFmts><cellXfs>${styles.join('')}</cellXfs></styleSheet>`;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function part(name: string, links: string): ZipFile {
  return { name, content: `<Relationships xmlns="${relations}">${links}</Relationships>` };
}

function link(id: string, type: string, target: string): string {
  return `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
}
