import type { Report } from '../../shared/normalisation/report.ts';
import { type CellReading, cellReadings } from './cell-readings.ts';
import {
  checkHazardFile,
  type HazardCell,
  type HazardContainer,
  type HazardRow,
  hazardCatalog,
  heading,
} from './hazard-files.ts';
import { sourceRows } from './hazard-source.ts';
import { type Judged, judge } from './score.ts';

const raws = new Map(sourceRows('cell_value_cases').map((row) => [Number(row.line), row]));

/** Every reading of `cell_value_cases.csv` in one container, each through a whole file of its own. */
export async function judgeCells(container: HazardContainer): Promise<Judged[]> {
  const judged: Judged[] = [];
  for (const reading of cellReadings) {
    if (reading.only && !(reading.only as readonly string[]).includes(container)) continue;
    const source = raws.get(reading.line);
    if (!source) throw new Error(`no line ${reading.line} in cell_value_cases.csv`);
    const raw = reading.raw ?? source.raw ?? '';
    const got = await readCase(reading, raw, container);
    const { expected } = reading;
    const kind = source.kind ?? '';
    const name = `line ${reading.line} "${raw}" as ${reading.place}`;
    judged.push({ list: 'cells', kind, name, container, expected, got, outcome: judge(expected, got) });
  }
  return judged;
}

const haNoi = 'province:01@2008';

/** How one case comes out of a whole file in one container. */
export async function readCase(
  reading: CellReading,
  raw: string,
  container: HazardContainer,
): Promise<string> {
  const period = reading.period ?? '2022-Q1';
  const rows = rowsOf(reading, raw, period);
  const report = await checkHazardFile(rows, container, { unit: haNoi, period });
  return outcomeOf(report, reading, rows);
}

/** The rows of a report in which the case stands and nothing else is reported. */
function rowsOf(reading: CellReading, raw: string, period: string): HazardRow[] {
  const { place } = reading;
  const cell: HazardCell = reading.stored ?? raw;
  const [year, quarter] = period.split('-Q');
  const title: HazardRow[] = [
    ['Đơn vị báo cáo', place === 'unit' ? cell : 'Thành phố Hà Nội'],
    ['Biểu mẫu', 'hazard'],
    ['Kỳ báo cáo', place === 'period' ? cell : `Quý ${quarter}/${year}`],
  ];
  const head: HazardRow = place === 'heading' ? [cell, ...heading.slice(1)] : heading;
  const under: HazardRow[] = place === 'row under the heading' ? [reading.row as HazardRow] : [];
  const form = hazardCatalog.forms.get('hazard');
  const rows = (form?.indicators ?? []).map(({ indicator: id }, at): HazardRow => {
    const { names, unit } = hazardCatalog.indicators.get(id) as { names: { vi: string }; unit: string };
    const row: HazardCell[] = [String(at + 1), id, names.vi, unit, '', '', '', ''];
    // A file without any figure is no report: of the others it says why they have none.
    if (id !== reading.indicator) return [...row.slice(0, 7), 'sau'];
    const column = columnOf[place];
    if (place === 'name') return [String(at + 1), '', cell, unit, '', '', '7', ''];
    if (place === 'code') return [String(at + 1), cell, '', unit, '', '', '7', ''];
    if (place === 'measure') return [...row.slice(0, 3), cell, '', '', '5', ''];
    if (column !== undefined) row[column] = cell;
    return row;
  });
  return [...(reading.above ? [reading.above] : []), ...title, head, ...under, ...rows];
}

const columnOf: Partial<Record<CellReading['place'], number>> = { result: 6, numerator: 4 };

/** What the report makes of the case: a question, or the observation's figures. */
function outcomeOf(report: Report, reading: CellReading, rows: readonly HazardRow[]): string {
  const at = placeOf(reading, rows);
  const asked = report.findings.find(
    (finding) => finding.severity === 'error' && (at === null || finding.at?.cell === at),
  );
  if (asked) return `ask ${asked.code}`;
  const { place, indicator } = reading;
  if (place === 'unit' || place === 'period' || place === 'heading' || place === 'row under the heading') {
    return report.findings.some(({ severity }) => severity === 'error') ? 'ask otherwise' : 'resolved';
  }
  const seen = report.observations.find((observation) => observation.indicator === indicator);
  if (!seen) return 'lost';
  const figure = seen.numerator === null ? seen.value : `${seen.numerator} of ${seen.denominator}`;
  const marks = `${seen.approximate ? ' ~' : ''}${seen.note === null ? '' : ` (${seen.note})`}`;
  return figure === null ? seen.status : `${figure}${marks}`;
}

/** The cell of the case; null where any error in the file is about it. */
function placeOf({ place, indicator }: CellReading, rows: readonly HazardRow[]): string | null {
  const form = hazardCatalog.forms.get('hazard');
  const index = form?.indicators.findIndex((row) => row.indicator === indicator) ?? -1;
  const row = rows.length - (form?.indicators.length ?? 0) + index + 1;
  const letters = { result: 'G', numerator: 'E', name: 'C', code: 'B', measure: 'D' } as const;
  return place in letters ? `${letters[place as keyof typeof letters]}${row}` : null;
}
