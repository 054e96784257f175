import { deflateSync } from 'fflate';
import { newPackage } from '../../normalisation/output/new-package.ts';
import {
  frozenView,
  locationOf,
  type NewCell,
  type NewRow,
  sheetPart,
} from '../../normalisation/output/new-sheet.ts';
import { type CellStyle, plainStyles, StyleAdditions } from '../../normalisation/output/styles.ts';
import { cellName } from '../../normalisation/table.ts';
import { type Briefing, type Cell, headingOf, type TableBlock } from '../content.ts';
import type { Language } from '../voice.ts';
import { cleanText } from './docx/text.ts';
import { layoutWord } from './words.ts';

/**
 * The briefing as a workbook: a sheet with all that is said, with links, and a sheet for each table, whole. Numbers are
 * numbers with the digits that the API tells; one of more than 15 significant digits, which a spreadsheet would round,
 * is a text, and its sheet says so. Every text is an inline string, so that none can be a formula. Packing is
 * JavaScript's own: a zlib may pack differently on another processor, and then the bytes would differ.
 */
export async function xlsxOf(briefing: Briefing): Promise<Uint8Array> {
  const styles = new StyleAdditions(plainStyles);
  const tables = tablesIn(briefing);
  const first = layoutWord('contents', briefing.language);
  const sheets = [
    { name: first, hidden: false, xml: coverSheet(briefing, tables, styles) },
    ...tables.map((table) => ({
      name: table.sheet,
      hidden: false,
      xml: tableSheet(table, briefing.language, styles),
    })),
  ];
  const names = tables.map(({ sheet }, at) => ({
    name: '_xlnm.Print_Titles',
    formula: `${locationOf(sheet, '')}$${headRow}:$${headRow}`,
    sheet: at + 1,
  }));
  const parts = newPackage({ sheets, styles, names });
  return parts.zip(async (bytes) => deflateSync(bytes, { level: 6 }));
}

type Numbered = { block: TableBlock; caption: string; sheet: string };
/** The caption stands above the heads. */
const headRow = 2;

function tablesIn({ sections, language }: Briefing): Numbered[] {
  const blocks = sections.flatMap((section) => section.blocks.filter((block) => block.kind === 'table'));
  return blocks.map((block, at) => ({
    block,
    caption: `${layoutWord('table', language)} ${at + 1}. ${block.caption}`,
    sheet: sheetName(at + 1, block.caption),
  }));
}

const longestName = 31;

/**
 * A sheet's name by the table's number and caption, in the briefing's language: at most 31 characters, without those that
 * Excel forbids (: \ / ? * [ ]), cut between words; the number makes it unique.
 */
export function sheetName(number: number, caption: string): string {
  const words = `${number}. ${cleanText(caption)}`
    .replace(/:\s/g, ' – ')
    .replace(/[:\\/?*[\]\n]/g, ' ')
    .split(/ +/)
    .filter((word) => word !== '');
  let name = words[0] ?? '';
  for (const word of words.slice(1)) {
    if (name.length + 1 + word.length > longestName) break;
    name = `${name} ${word}`;
  }
  // A name that ends in a mark of punctuation was cut before its next word; an apostrophe may not end one.
  return name.replace(/[\s,;.(–'-]+$/, '');
}

/** A text: one that begins as a formula would is marked to stay a text when somebody edits its cell. */
function textCell(column: number, text: string, style: CellStyle): NewCell {
  return { column, text, style: /^[=+\-@\t\r]/.test(text) ? { ...style, quoted: true } : style };
}

const bold = { bold: true, wrap: true } as const;
const wrapped = { wrap: true } as const;
const linked = { colour: '0B5CAD', underline: true, wrap: true } as const;

/** The head, every paragraph, and where each table is. */
function coverSheet(briefing: Briefing, tables: readonly Numbered[], styles: StyleAdditions): string {
  const { letterhead: head, title, subject, preface, sections, foot } = briefing;
  const rows: NewRow[] = [];
  const links: { cell: string; location: string; display: string }[] = [];
  const line = (text: string, style: CellStyle = wrapped) => {
    rows.push({ number: rows.length + 1, cells: [textCell(0, text, style)] });
  };
  for (const text of [head.issuer, head.number, head.country, head.motto]) line(text, bold);
  line(head.placeAndDate, { italic: true, wrap: true });
  line(title, { bold: true, size: 14, wrap: true });
  line(subject, { bold: true, size: 12, wrap: true });
  for (const text of preface) line(text);
  for (const section of sections) {
    line(headingOf(section), bold);
    if (section.annex) line(section.annex.attached, { italic: true, wrap: true });
    for (const block of section.blocks) {
      if (block.kind === 'paragraph') line(block.text);
      if (block.kind === 'list') for (const item of block.items) line(`• ${item}`);
      const table = tables.find((each) => each.block === block);
      if (!table) continue;
      line(table.caption, linked);
      const cell = cellName(0, rows.length);
      links.push({ cell, location: locationOf(table.sheet, 'A1'), display: table.caption });
    }
  }
  line(foot, { italic: true, wrap: true });
  return sheetPart({ rows, widths: [110], links, page: pageOf('portrait'), ...fitted }, styles);
}

const fitted = { properties: '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' };
const pageOf = (orientation: 'portrait' | 'landscape') =>
  `<pageMargins left="0.5" right="0.4" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="${orientation}" fitToHeight="0"/><headerFooter><oddHeader>&amp;C&amp;P</oddHeader></headerFooter>`;

function tableSheet({ block, caption }: Numbered, language: Language, styles: StyleAdditions): string {
  const { columns, rows, full, note } = block;
  const told = full ?? rows;
  const alignOf = (at: number) => aligns[columns[at]?.align ?? 'start'];
  const body = told.map(
    (row, at): NewRow => ({
      number: headRow + 1 + at,
      cells: row.map((cell, column) => cellOf(cell, column, alignOf(column))),
    }),
  );
  const isAnyLong = told.some((row) => row.some(({ value }) => value !== undefined && isTooLong(value)));
  // Where all rows are here, a note that sends the reader to this very sheet is no help.
  const notes = [
    ...(note !== undefined && full === undefined ? [note] : []),
    ...(isAnyLong ? [layoutWord('longNumbers', language)] : []),
  ];
  const behind = notes.map(
    (text, at): NewRow => ({
      number: headRow + told.length + 2 + at,
      height: 15,
      cells: [textCell(0, text, { italic: true })],
    }),
  );
  return sheetPart(
    {
      rows: [
        { number: 1, height: 18, cells: [textCell(0, caption, { bold: true, size: 12 })] },
        { number: headRow, cells: columns.map(({ head }, column) => headCell(head, column)) },
        ...body,
        ...behind,
      ],
      widths: widthsOf(block),
      views: frozenView(headRow),
      behindData:
        told.length > 0
          ? `<autoFilter ref="A${headRow}:${cellName(columns.length - 1, headRow + told.length)}"/>`
          : '',
      page: pageOf('landscape'),
      ...fitted,
    },
    styles,
  );
}

const aligns = { start: 'left', end: 'right', center: 'center' } as const;

function headCell(text: string, column: number): NewCell {
  return textCell(column, text, { bold: true, fill: 'E6E9EF', border: true, wrap: true, align: 'center' });
}

function cellOf({ text, value }: Cell, column: number, align: 'left' | 'right' | 'center'): NewCell {
  if (value === undefined || !/^-?\d+(\.\d+)?$/.test(value)) {
    return textCell(column, text, { border: true, wrap: true, align });
  }
  if (isTooLong(value)) return textCell(column, value, { border: true, align });
  return { column, number: value, style: { border: true, align, format: formatOf(value) } };
}

/** As many decimals as the number has, so that all its digits are seen. */
function formatOf(value: string): string {
  const places = value.split('.')[1]?.length ?? 0;
  return places === 0 ? '#,##0' : `#,##0.${'0'.repeat(places)}`;
}

/** A spreadsheet's numbers are binary floats: of 15 significant digits each is its own, of more it may be another's. */
function isTooLong(value: string): boolean {
  return value.replace(/^-/, '').replace('.', '').replace(/^0+/, '').length > 15;
}

/** In characters, by the columns' relative widths. */
function widthsOf({ columns }: TableBlock): number[] {
  const sum = columns.reduce((total, { width }) => total + width, 0);
  const scale = Math.max(1, 100 / Math.max(1, sum));
  return columns.map(({ width }) => Math.max(9, Math.min(60, Math.round(width * scale * 1.25))));
}
