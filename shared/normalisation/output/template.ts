import type { Catalog } from '../../catalog/catalog.ts';
import type { Period } from '../../catalog/period.ts';
import type { Form, Indicator, Unit } from '../../catalog/schema.ts';
import { nameOn } from '../../catalog/unit.ts';
import type { Figure } from '../../observations/page.ts';
import { cellName } from '../table.ts';
import { newPackage } from './new-package.ts';
import { frozenView, locationOf, type NewCell, type NewRow, sheetPart } from './new-sheet.ts';
import { plainStyles, StyleAdditions } from './styles.ts';
import { columnsOf, figureCells, headings, lastCells, type TemplateColumns } from './template-cells.ts';
import { guideSheet, guideSheetName, missingWordsName } from './template-guide.ts';
import { validationsOf } from './template-validations.ts';

/** A figure of an earlier period. */
export type LastFigure = Pick<Figure, 'indicator' | 'value' | 'numerator' | 'denominator' | 'status'> & {
  area?: string | undefined;
};

/** What a template is filled with. `last`: the figures that stand for the unit in an earlier period, by its code. */
export type TemplateAsk = {
  form: Form;
  unit: Unit;
  period: Period;
  last: { period: string; figures: readonly LastFigure[] } | null;
  catalog: Catalog;
};

const sheetName = 'Biểu mẫu';
const title = { bold: true, size: 14 } as const;
const section = { bold: true, fill: 'EDEDED', border: true, wrap: true } as const;

/**
 * The form as a workbook to be filled in: title, headings and rows as the engine reads them, with bounds and
 * lists on the cells that are asked for, all others protected (without a password), the figures of an earlier
 * period in grey beside them, and instructions made of the same catalogue and rules. Its parts are stored
 * unpacked, so that the same ask gives the same bytes in Node and in a browser.
 */
export function templateOf(ask: TemplateAsk): Uint8Array {
  const { form, period, unit } = ask;
  const styles = new StyleAdditions(plainStyles);
  const columns = columnsOf(ask);
  const unitName = nameOn(unit, period[form.window].to).full;
  const top = titleRows(form, unitName, period);
  const headingRow = top.length + 2;
  const { rows, placed } = indicatorRows(ask, columns, headingRow + 1);
  const heading: NewRow = {
    number: headingRow,
    cells: headings(columns, ask.last?.period ?? null),
    height: 32,
  };
  const last = rows.at(-1)?.number ?? headingRow;
  const form_ = sheetPart(
    {
      rows: [...top, heading, ...rows],
      widths: columns.widths,
      properties: '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
      views: frozenView(headingRow, columns.name + 1),
      // Whoever fills it in may still widen and format.
      behindData: `<sheetProtection sheet="1" objects="1" scenarios="1" formatCells="0" formatColumns="0" formatRows="0"/>${validationsOf(placed, columns, ask)}`,
      page: '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/><headerFooter><oddFooter>&amp;CTrang &amp;P/&amp;N</oddFooter></headerFooter>',
    },
    styles,
  );
  const guide = guideSheet(ask, styles);
  const place = (from: string, to = from) => `${locationOf(sheetName, from)}${from === to ? '' : `:${to}`}`;
  const corner = fixed(columns.width - 1, last);
  const parts = newPackage({
    sheets: [
      { name: sheetName, hidden: false, xml: form_ },
      { name: guideSheetName, hidden: false, xml: guide.xml },
    ],
    styles,
    names: [
      { name: '_xlnm.Print_Area', formula: place('$A$1', corner), sheet: 0 },
      {
        name: '_xlnm.Print_Titles',
        formula: place(`$${headingRow}`, `$${headingRow}`).replace(/(\$\d+)$/, '$1:$1'),
        sheet: 0,
      },
      { name: 'DIEM_CAU_BIEU_MAU', formula: place('$A$2') },
      { name: missingWordsName, formula: guide.words },
      { name: 'DIEM_CAU_DON_VI', formula: place('$A$3') },
      { name: 'DIEM_CAU_KY', formula: place('$A$4') },
      { name: 'DIEM_CAU_SO_LIEU', formula: place(fixed(0, headingRow), corner) },
    ],
  });
  return parts.storedZip();
}

function titleRows(form: Form, unitName: string, period: Period): NewRow[] {
  const lines: NewCell[] = [
    { column: 0, text: form.names.vi, style: title },
    { column: 0, text: `Biểu mẫu: ${form.code}` },
    { column: 0, text: `Đơn vị báo cáo: ${unitName}` },
    { column: 0, text: `Kỳ báo cáo: ${capitalised(period.names.vi)}` },
    {
      column: 0,
      text: `Chỉ nhập vào các ô màu vàng nhạt; xem trang “${guideSheetName}”. / Fill in the light yellow cells only; see the sheet “${guideSheetName}”.`,
      style: { italic: true },
    },
  ];
  return lines.map((cell, at) => ({ number: at + 1, cells: [cell] }));
}

const capitalised = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);

/** A row that asks for an indicator. */
export type PlacedIndicator = { indicator: Indicator; row: number };

function indicatorRows(
  { form, catalog, last }: TemplateAsk,
  columns: TemplateColumns,
  from: number,
): { rows: NewRow[]; placed: PlacedIndicator[] } {
  const rows: NewRow[] = [];
  const placed: PlacedIndicator[] = [];
  const whole = last?.figures.filter(({ area }) => area === undefined);
  const figures = new Map(whole?.map((figure) => [figure.indicator, figure]));
  for (const group of form.groups) {
    const members = form.indicators.filter((entry) => entry.group === group.code);
    if (members.length === 0) continue;
    const cells = Array.from({ length: columns.width }, (_, column): NewCell => ({ column, style: section }));
    cells[columns.name] = { column: columns.name, text: group.names.vi, style: section };
    rows.push({ number: from + rows.length, cells });
    for (const { indicator: id } of members) {
      const indicator = catalog.indicators.get(id) as Indicator;
      const row = from + rows.length;
      placed.push({ indicator, row });
      rows.push({
        number: row,
        cells: [
          ...figureCells(indicator, placed.length, row, columns),
          ...lastCells(indicator, figures.get(id), columns),
        ],
      });
    }
  }
  return { rows, placed };
}

function fixed(column: number, row: number): string {
  return cellName(column, row).replace(/^([A-Z]+)(\d+)$/, '$$$1$$$2');
}
