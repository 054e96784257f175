import { fold } from '../fold.ts';
import { periodsIn } from '../match/read-period.ts';
import { readUnitOfMeasure } from '../number/unit-of-measure.ts';
import type { Cell, Row } from '../table.ts';
import { type NamedPeriods, periodsOfLine } from './title-period.ts';

/** What the title block says of itself, with the cell that says it. */
export type TitleFact = { text: string; row: number; column: number };
export type PeriodFact = TitleFact & NamedPeriods;
export type Title = {
  /** "Đơn vị báo cáo: …"; without such a label, lines that start with UBND. */
  units: TitleFact[];
  /** Cells that may be no more than a unit's name: "TỈNH ĐỒNG THÁP", "BỘ TÀI CHÍNH". */
  bareNames: TitleFact[];
  /** "Kỳ báo cáo: …" */
  periods: PeriodFact[];
  /** Other lines that name a period. */
  loosePeriods: PeriodFact[];
  /** "Biểu mẫu: …" */
  forms: TitleFact[];
  /** "Đơn vị tính: triệu đồng": what the figures below are counted in. */
  measures: TitleFact[];
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

/** "(Đơn vị tính: triệu đồng)", "ĐVT: %", "Đơn vị: Triệu đồng.". */
const measureLine = /^[([]?\s*(đơn vị tính|đvt|đơn vị|unit of measure)\s*[:：]?\s*(.+?)[\s)\].;]*$/iu;

const typeFirst = /^(tinh|thanh pho|tp|bo|ban|thanh tra|van phong|ngan hang) \S/;

/** Reads the rows above a table's heading. A label's value stands behind its colon or in the next cell. */
export function readTitle(rows: readonly Row[]): Title {
  const title: Title = { units: [], bareNames: [], periods: [], loosePeriods: [], forms: [], measures: [] };
  const looseUnits: TitleFact[] = [];
  for (const row of rows) {
    for (const [index, cell] of row.cells.entries()) {
      const fact = { text: cell.text, row: row.number, column: cell.column };
      const { label, behind } = labelOf(cell);
      const kind = labels.get(label);
      const next = row.cells[index + 1];
      const value =
        behind !== '' ? { ...fact, text: behind } : next && { ...fact, text: next.text, column: next.column };
      const measure = kind === undefined ? measureOf(cell.text) : undefined;
      if (kind === 'periods' && value) {
        title.periods.push({ ...value, codes: periodsIn(value.text), passing: false });
      } else if (kind !== undefined && kind !== 'periods' && value) title[kind].push(value);
      else if (measure !== undefined) title.measures.push({ ...fact, text: measure });
      else if (/^(ubnd|ui ban nhan dan) /.test(label)) looseUnits.push(fact);
      else if (label === 'don vi' && /^(ubnd|ui ban nhan dan|tinh|thanh pho|tp) /.test(fold(behind))) {
        looseUnits.push({ ...fact, text: behind });
      } else if (cell.text.length <= 80 && typeFirst.test(label)) title.bareNames.push(fact);
      if (kind !== undefined) continue;
      const periods = periodsOfLine(cell.text);
      if (periods.codes.length > 0) title.loosePeriods.push({ ...fact, ...periods });
    }
  }
  return { ...title, units: title.units.length > 0 ? title.units : looseUnits };
}

function labelOf({ text }: Cell): { label: string; behind: string } {
  const colon = text.search(/[:：]/);
  if (colon < 0) return { label: fold(text), behind: '' };
  return { label: fold(text.slice(0, colon)), behind: text.slice(colon + 1).trim() };
}

/** What a unit line says; "Đơn vị: …" is one only where a unit of measure follows. */
function measureOf(text: string): string | undefined {
  if (text.length > 200) return undefined;
  const match = measureLine.exec(text.normalize('NFC').replace(/\s+/g, ' ').trim());
  if (!match) return undefined;
  const [, label, measure] = match as unknown as [string, string, string];
  const plain = /^đơn vị$/i.test(label);
  return plain && readUnitOfMeasure(measure) === undefined ? undefined : measure;
}
