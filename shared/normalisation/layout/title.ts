import { fold } from '../fold.ts';
import { periodsIn } from '../match/read-period.ts';
import type { Row } from '../table.ts';

/** What the title block says of itself, with the cell that says it. */
export type TitleFact = { text: string; row: number; column: number };
export type Title = {
  /** "Đơn vị báo cáo: …"; without such a label, lines that start with UBND. */
  units: TitleFact[];
  /** "Kỳ báo cáo: …"; without such a label, lines that name a quarter of a year. */
  periods: TitleFact[];
  /** "Biểu mẫu: …" */
  forms: TitleFact[];
  periodLabelled: boolean;
};

const labels: ReadonlyMap<string, 'units' | 'periods' | 'forms'> = new Map([
  ['don vi bao cao', 'units'],
  ['ten don vi', 'units'],
  ['ma don vi', 'units'],
  ['tinh thanh pho', 'units'],
  ['co quan bao cao', 'units'],
  ['reporting unit', 'units'],
  ['ki bao cao', 'periods'],
  ['ki', 'periods'],
  ['quarter', 'periods'],
  ['period', 'periods'],
  ['reporting period', 'periods'],
  ['bieu mau', 'forms'],
  ['mau bieu', 'forms'],
  ['ma bieu mau', 'forms'],
  ['form', 'forms'],
]);

/** Reads the rows above a form's heading. A label's value stands behind its colon or in the next cell. */
export function readTitle(rows: readonly Row[]): Title {
  const title: Title = { units: [], periods: [], forms: [], periodLabelled: false };
  const loose: Pick<Title, 'units' | 'periods'> = { units: [], periods: [] };
  for (const row of rows) {
    for (const [index, cell] of row.cells.entries()) {
      const colon = cell.text.search(/[:：]/);
      const label = fold(colon < 0 ? cell.text : cell.text.slice(0, colon));
      const kind = labels.get(label);
      const behind = colon < 0 ? '' : cell.text.slice(colon + 1).trim();
      const next = row.cells[index + 1];
      if (kind !== undefined && behind !== '') {
        title[kind].push({ text: behind, row: row.number, column: cell.column });
      } else if (kind !== undefined && next) {
        title[kind].push({ text: next.text, row: row.number, column: next.column });
      } else if (/^(ubnd|ui ban nhan dan) /.test(label)) {
        loose.units.push({ text: cell.text, row: row.number, column: cell.column });
      } else if (label === 'don vi' && /^(ubnd|ui ban nhan dan|tinh|thanh pho|tp) /.test(fold(behind))) {
        // "Đơn vị: triệu đồng" is a unit of measure.
        loose.units.push({ text: behind, row: row.number, column: cell.column });
      }
      if (kind === undefined && periodsIn(cell.text).length > 0) {
        loose.periods.push({ text: cell.text, row: row.number, column: cell.column });
      }
    }
  }
  title.periodLabelled = title.periods.length > 0;
  return {
    ...title,
    units: title.units.length > 0 ? title.units : loose.units,
    periods: title.periodLabelled ? title.periods : loose.periods,
  };
}
