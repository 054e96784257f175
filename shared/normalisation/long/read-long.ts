import type { LongSources, Observation } from '../../observations/observation.ts';
import { type FigureSource, type Page, packPages } from '../../observations/page.ts';
import type { Asked } from '../asked.ts';
import { checkScope } from '../layout/check-scope.ts';
import { checkTitle } from '../layout/check-title.ts';
import { readTitle } from '../layout/title.ts';
import { measureLines, UnitLine } from '../layout/unit-line.ts';
import { type Ledger, refOf } from '../ledger.ts';
import { limits } from '../limits.ts';
import type { AreaNames } from '../match/areas.ts';
import type { NumberReading } from '../match/unit-codes.ts';
import { bodyOf } from '../number/figure.ts';
import type { Reading } from '../reading.ts';
import { recordsOf } from '../records/records-of-rows.ts';
import type { Row, Sheet } from '../table.ts';
import { checkColumns } from './check-columns.ts';
import { FigureEvidence } from './figure-evidence.ts';
import { mergedPlaces } from './left-blank.ts';
import { findLongHeader, type LongHeader } from './long-header.ts';
import { LongReader } from './long-reader.ts';
import { LongSourcesBuilder } from './long-sources.ts';
import { Areas, namesAreas, PlaceNumbers, placeNamer } from './name-place.ts';
import { ObservationStore, type Stored } from './observation-store.ts';
import type { FigureColumn, FigureColumns } from './plain-row.ts';

/** So many rows below the heading tell how its columns most likely write decimals. */
const sampleRows = 500;
const names = ['numerator', 'denominator', 'result'] as const;

/**
 * Reads a sheet in the long layout, whose heading stands in the given row: a row a unit and indicator. How a column writes decimals is decided over the
 * whole column; since a table of a million rows is not held, its first rows are taken for all of it, and the sheet
 * is read once more when the rest says otherwise. Findings and repairs go to the ledger.
 */
export async function readLong(
  sheet: Sheet,
  headerRow: number,
  asked: Asked,
  ledger: Ledger,
): Promise<Reading> {
  const { header, above, below } = await sampleOf(sheet, headerRow, asked);
  checkHeading(sheet, header, above, asked, ledger);
  let inside = await asked.areas();
  const within = await communesWithin(header, asked, inside);
  const resultHeading = header.taken.find(({ role }) => role === 'result');
  let columns = columnsOf(header, sampleEvidence(header, below));
  let merged = new Map<number, number>();
  const title = readTitle(above);
  let restyled = false;
  let numbers: NumberReading = 'gso';
  let renumbered = false;
  const codeHeading = header.taken.find(({ role }) => role === 'unitCode')?.text ?? '';
  for (;;) {
    const attempt = ledger.attempt();
    const areas = new Areas();
    const store = new ObservationStore(asked.required.length);
    const sources = new LongSourcesBuilder();
    const placeNumbers = new PlaceNumbers();
    const namePlace = placeNamer(asked, inside, within, areas, placeNumbers);
    const reader = new LongReader({
      sheet: sheet.name,
      date1904: sheet.date1904 ?? false,
      header,
      asked,
      ledger,
      figures: columns,
      namePlace,
      inside,
      areaIds: areas.ids,
      store,
      sources,
      unitLine: new UnitLine(measureLines(resultHeading, title.measures), sheet.name, asked.required),
      title,
      mergedPlaces: merged,
    });
    await recordsOf(sheet, (record) => reader.visit(record));
    const said = placeNumbers.reading(inside, codeHeading);
    if (said !== numbers && !renumbered) {
      // In which system plain numbers are codes of provinces is known once all of them were seen.
      attempt.undo();
      [numbers, renumbered] = [said, true];
      inside = inside.codes?.readAs(numbers) ?? inside;
      continue;
    }
    const isRight = names.every((name) => isAsTaken(columns[name]));
    const down = reader.leftBlank && merged.size === 0 ? mergedPlaces(header, sheet.merges()) : merged;
    const isWhole = down.size === merged.size;
    if (isWhole && (isRight || restyled)) {
      reader.end();
      checkLongMerges(sheet, header, reader.lastRow, ledger);
      return readingOf(reader, { sheet, figures: columns, asked, areas, store, sources });
    }
    attempt.undo();
    merged = down;
    // Rows whose unit was not known yet have shown nothing of their columns.
    if (!isWhole) continue;
    columns = columnsOf(header, columns);
    restyled = true;
  }
}

/** A merge over several rows of figures leaves all but the first without their value, or their unit of measure. */
function checkLongMerges(sheet: Sheet, { row, columns }: LongHeader, lastRow: number, ledger: Ledger): void {
  const { numerator, denominator, result, measure } = columns;
  const told = [numerator, denominator, result, measure].filter((column) => column !== undefined);
  for (const { top, bottom, left, right } of sheet.merges()) {
    if (top === bottom || top <= row || bottom > lastRow) continue;
    if (!told.some((column) => left <= column && column <= right)) continue;
    ledger.find('cells-merged', { sheet: sheet.name, row: top, column: left });
  }
}

/** True when all of a column's numbers bear out how it was taken to write decimals. */
function isAsTaken(column: FigureColumn | null): boolean {
  return column === null || column.evidence.isEmpty || column.evidence.style() === column.style;
}

type Evidences = Record<FigureColumn['name'], { evidence: FigureEvidence } | null>;

/** The columns of figures, each in the style that the evidence shows, with room for evidence of its own. */
function columnsOf(header: LongHeader, evidences: Evidences): FigureColumns {
  const columnOf = (name: FigureColumn['name']): FigureColumn | null => {
    const column = header.columns[name];
    if (column === undefined) return null;
    const evidence = evidences[name]?.evidence;
    // Where nothing is said, most files that programs write have a point.
    const style = evidence && !evidence.isEmpty ? evidence.style() : 'point';
    return { name, column, style, evidence: new FigureEvidence() };
  };
  return {
    numerator: columnOf('numerator'),
    denominator: columnOf('denominator'),
    result: columnOf('result'),
  };
}

function sampleEvidence(header: LongHeader, rows: readonly Row[]): Evidences {
  const evidenceIn = (name: FigureColumn['name']) => {
    const evidence = new FigureEvidence();
    const measure = name === 'result' ? 'rate' : 'count';
    for (const row of rows) {
      const body = bodyOf(row.cells.find((cell) => cell.column === header.columns[name]));
      if (body !== undefined) evidence.add([{ body, measure }]);
    }
    return { evidence };
  };
  return {
    numerator: evidenceIn('numerator'),
    denominator: evidenceIn('denominator'),
    result: evidenceIn('result'),
  };
}

type Sample = { header: LongHeader; above: Row[]; below: Row[] };

async function sampleOf(sheet: Sheet, headerRow: number, asked: Asked): Promise<Sample> {
  const above: Row[] = [];
  const from: Row[] = [];
  for await (const rows of sheet.rows()) {
    for (const row of rows) {
      if (row.number < headerRow) above.push(row);
      else from.push(row);
    }
    if (from.length > sampleRows) break;
  }
  // The row was chosen without the sheet's merges: they may hide what it says.
  const header = findLongHeader(from, 0, sheet.merges(), asked) ?? findLongHeader(from, 0, [], asked);
  if (!header) throw new Error('no long heading stands in the row that was chosen');
  const below = from.filter(({ number }) => number > header.row).slice(0, sampleRows);
  return { header, above: above.slice(-limits.titleRows), below };
}

/** What the heading and the rows above it say: no column twice, those that are needed, the unit and period asked. */
function checkHeading(
  sheet: Sheet,
  header: LongHeader,
  above: readonly Row[],
  asked: Asked,
  ledger: Ledger,
): void {
  checkColumns(sheet.name, header, asked, ledger);
  for (const row of above) {
    for (const { code, column, got } of row.faults) {
      ledger.find(code, { sheet: sheet.name, row: row.number, column }, got);
    }
  }
  // The rows name their unit themselves, and mostly their period: a title must not say otherwise.
  const period = header.columns.period !== undefined;
  checkTitle(readTitle(above), sheet.name, asked, ledger, { unit: true, period });
  checkScope(above, sheet.name, asked, ledger);
}

/** Where a ministry's rows name a province and a commune, the communes of each province. */
async function communesWithin(
  header: LongHeader,
  asked: Asked,
  inside: AreaNames,
): Promise<ReadonlyMap<string, AreaNames> | undefined> {
  if (asked.unit.kind !== 'ministry' || !namesAreas(header)) return undefined;
  const within = new Map<string, AreaNames>();
  for (const { id } of inside.all) within.set(id, await asked.areasOf(id));
  return within;
}

type Parts = {
  sheet: Sheet;
  figures: FigureColumns;
  asked: Asked;
  areas: Areas;
  store: ObservationStore;
  sources: LongSourcesBuilder;
};

function readingOf({ rowsRead, rowsSkipped }: LongReader, parts: Parts): Reading {
  const { sheet, figures, asked, areas, store, sources } = parts;
  const observations: Observation[] = [];
  for (let number = 0; number < Math.min(store.count, limits.observationsListed); number += 1) {
    observations.push(observationOf(store.get(number), parts));
  }
  const indicators = asked.required.map(({ id }) => id);
  const lineage = (): LongSources =>
    sources.build({ sheet: sheet.name, figures }, { areas: areas.ids, indicators }, (area, indicator) =>
      store.rowOf(area, indicator),
    );
  return {
    layout: 'long',
    observations,
    pages: pagesIn(parts),
    sources: [],
    longSources: lineage,
    count: store.count,
    observationAt: (number) => observationOf(store.get(number), parts),
    rowsRead,
    rowsUsed: store.count,
    rowsSkipped,
  };
}

function observationOf(stored: Stored, { sheet, figures, asked, areas }: Parts): Observation {
  const indicator = asked.required[stored.indicator] as Asked['required'][number];
  const area = areas.ids[stored.area] ?? null;
  const isRatio = indicator.kind === 'ratio';
  const column = (isRatio ? figures.numerator : figures.result)?.column ?? 0;
  return {
    unit: asked.unit.id,
    ...(area === null ? {} : { area }),
    indicator: indicator.id,
    period: asked.period.code,
    ...figureOf(stored, isRatio),
    note: stored.note,
    at: refOf({ sheet: sheet.name, row: stored.row, column }),
  };
}

function figureOf({ first, second, status, approximate, note }: Stored, isRatio: boolean) {
  return {
    value: isRatio ? null : first,
    numerator: isRatio ? first : null,
    denominator: isRatio ? second : null,
    status,
    approximate,
    note,
  };
}

/** The pages, packed anew each time they are asked for, one by one. */
function pagesIn({ asked, areas, store }: Parts): Iterable<Page> {
  const isRatio = asked.required.map(({ kind }) => kind === 'ratio');
  const source: FigureSource = {
    numberOf: (area, indicator) => store.numberOf(area, indicator),
    columns: (indicator, figures) => store.columns(figures, isRatio[indicator] === true),
    textLength: (figure) => store.textLength(figure),
    note: (figure) => store.noteAt(figure),
    noteText: (note) => store.noteOf(note) ?? '',
  };
  return { [Symbol.iterator]: () => packPages(areas.ids, asked.form, source) };
}
