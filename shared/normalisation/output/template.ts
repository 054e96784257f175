import type { Catalog } from '../../catalog/catalog.ts';
import type { Period } from '../../catalog/period.ts';
import { asksFigures } from '../../catalog/reporters.ts';
import type { Form, Indicator, Unit } from '../../catalog/schema.ts';
import { nameOn } from '../../catalog/unit.ts';
import type { Figure } from '../../observations/page.ts';
import { capitalised } from '../../written.ts';
import { cellName } from '../table.ts';
import { newPackage } from './new-package.ts';
import { frozenView, locationOf, type NewCell, type NewRow, sheetPart } from './new-sheet.ts';
import { plainStyles, StyleAdditions } from './styles.ts';
import { columnsOf, figureCells, headings, lastCells, type TemplateColumns } from './template-cells.ts';
import { guideSheet, guideSheetName, missingWordsName } from './template-guide.ts';
import { type TemplateTask, tasksSheet, tasksSheetName } from './template-tasks.ts';
import { validationsOf } from './template-validations.ts';

/** A figure of an earlier period. */
export type LastFigure = Pick<Figure, 'indicator' | 'value' | 'numerator' | 'denominator' | 'status'> & {
  area?: string | undefined;
};

/**
 * What a template is filled with. `last`: the figures that stand for the unit in an earlier period, by its code ·
 * `tasks`: the open ones that the unit leads; null: not known.
 */
export type TemplateAsk = {
  form: Form;
  unit: Unit;
  period: Period;
  last: { period: string; figures: readonly LastFigure[] } | null;
  tasks: readonly TemplateTask[] | null;
  catalog: Catalog;
};

const sheetName = 'Biểu mẫu';
const title = { bold: true, size: 14 } as const;
const section = { bold: true, fill: 'EDEDED', border: true, wrap: true } as const;

type TemplateSheet = { name: string; hidden: false; xml: string };
type Names = Parameters<typeof newPackage>[0]['names'];

/**
 * The form as a workbook to be filled in: title, headings and rows as the engine reads them, with bounds and
 * lists on the cells that are asked for, all others protected (without a password), the figures of an earlier
 * period in grey beside them, the unit's open tasks in a sheet of their own, and instructions made of the same
 * catalogue and rules. A form that asks for no figures is the sheet of tasks alone. Its parts are stored
 * unpacked, so that the same ask gives the same bytes in Node and in a browser.
 */
export function templateOf(ask: TemplateAsk): Uint8Array {
  const styles = new StyleAdditions(plainStyles);
  const isFigures = asksFigures(ask.form);
  const figures = isFigures ? figuresSheet(ask, styles) : null;
  const hasTasks = !isFigures || (ask.tasks?.length ?? 0) > 0;
  const tasks = hasTasks ? tasksOf(ask, figures ? 1 : 0, styles) : null;
  const guide = figures ? guideSheet(ask, styles) : null;
  const sheets = [
    ...(figures ? [figures.sheet] : []),
    ...(tasks ? [tasks.sheet] : []),
    ...(guide ? [{ name: guideSheetName, hidden: false, xml: guide.xml } as const] : []),
  ];
  const names = [
    ...(figures?.names ?? []),
    ...(tasks?.names ?? []),
    ...(guide ? [{ name: missingWordsName, formula: guide.words }] : []),
  ];
  return newPackage({ sheets, styles, names }).storedZip();
}

function figuresSheet(ask: TemplateAsk, styles: StyleAdditions): { sheet: TemplateSheet; names: Names } {
  const { form, period, unit } = ask;
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
  const xml = sheetPart(
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
  const corner = fixed(columns.width - 1, last);
  return {
    sheet: { name: sheetName, hidden: false, xml },
    names: [
      ...printNames({ sheet: 0, name: sheetName, headingRow, corner }),
      { name: 'DIEM_CAU_BIEU_MAU', formula: placeIn(sheetName, '$A$2') },
      { name: 'DIEM_CAU_DON_VI', formula: placeIn(sheetName, '$A$3') },
      { name: 'DIEM_CAU_KY', formula: placeIn(sheetName, '$A$4') },
      { name: 'DIEM_CAU_SO_LIEU', formula: placeIn(sheetName, fixed(0, headingRow), corner) },
    ],
  };
}

function tasksOf(
  { form, unit, period, tasks }: TemplateAsk,
  at: number,
  styles: StyleAdditions,
): { sheet: TemplateSheet; names: Names } {
  const unitName = nameOn(unit, period[form.window].to).full;
  const titles: NewCell[] = [
    { column: 0, text: 'Tình hình thực hiện nhiệm vụ được giao', style: title },
    // Beside the figures the other sheet is the one of the form.
    ...(asksFigures(form) ? [] : [{ column: 0, text: `Biểu mẫu: ${form.code}` }]),
    { column: 0, text: `Đơn vị báo cáo: ${unitName}` },
    { column: 0, text: `Kỳ báo cáo: ${capitalised(period.names.vi)}` },
  ];
  const { xml, headingRow, lastRow, width } = tasksSheet({ titles, tasks }, styles);
  const corner = fixed(width - 1, lastRow);
  return {
    sheet: { name: tasksSheetName, hidden: false, xml },
    names: [
      ...printNames({ sheet: at, name: tasksSheetName, headingRow, corner }),
      { name: 'DIEM_CAU_NHIEM_VU', formula: placeIn(tasksSheetName, fixed(0, headingRow), corner) },
    ],
  };
}

/** What is printed, and the heading on every page. */
function printNames({
  sheet,
  name,
  headingRow,
  corner,
}: {
  sheet: number;
  name: string;
  headingRow: number;
  corner: string;
}) {
  return [
    { name: '_xlnm.Print_Area', formula: placeIn(name, '$A$1', corner), sheet },
    { name: '_xlnm.Print_Titles', formula: `${locationOf(name, `$${headingRow}`)}:$${headingRow}`, sheet },
  ];
}

function placeIn(sheet: string, from: string, to = from): string {
  return `${locationOf(sheet, from)}${from === to ? '' : `:${to}`}`;
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
