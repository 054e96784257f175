import { nameOn } from '../../catalog/unit.ts';
import { type Asked, rulesAsked } from '../asked.ts';
import { tidy } from '../fold.ts';
import { findMisplaced } from '../form/misplaced.ts';
import { reportedBy } from '../form/observe.ts';
import { ShareEvidence } from '../form/share-evidence.ts';
import { type ReadRow, takeFigure } from '../form/take-figure.ts';
import { isColumnNumbers, isTotal } from '../layout/row-kind.ts';
import type { Title } from '../layout/title.ts';
import type { UnitLine } from '../layout/unit-line.ts';
import type { Ledger } from '../ledger.ts';
import type { AreaNames } from '../match/areas.ts';
import type { FigureContext } from '../number/cell-reading.ts';
import { isFigureLike } from '../number/figure.ts';
import { bodiesOf, readFigureOf } from '../number/read-figure.ts';
import { type ByteRecord, cellKinds, rowOf } from '../records/byte-record.ts';
import { RuleRun } from '../rules/run-rules.ts';
import { type Cell, isWithoutValue, type Place, type Row } from '../table.ts';
import { noteDecoding } from '../text/note-text.ts';
import { LeftBlank, MergedDown } from './left-blank.ts';
import { CellSlots, isBlankRecord } from './long-columns.ts';
import { isHeadingWord, isSameHeading, type LongHeader, readLongHeader } from './long-header.ts';
import type { LongSourcesBuilder } from './long-sources.ts';
import { LongTotals, type TotalFigure } from './long-totals.ts';
import { LowerLines } from './lower-lines.ts';
import { NameColumns, type ResolveCells } from './name-columns.ts';
import { indicatorNamer, indicatorRoles, type NamedIndicator } from './name-indicator.ts';
import { periodNamer, periodRoles, type SaidPeriod } from './name-period.ts';
import { type NamedPlace, placeColumns, placeRoles } from './name-place.ts';
import type { ObservationStore } from './observation-store.ts';
import { decimalText } from './plain-decimal.ts';
import { type FigureColumn, type FigureColumns, PlainRow } from './plain-row.ts';
import { UnknownColumns } from './unknown-columns.ts';

/** What the reading of one long table needs, and fills. */
export type LongParts = {
  sheet: string | null;
  date1904: boolean;
  header: LongHeader;
  asked: Asked;
  ledger: Ledger;
  figures: FigureColumns;
  namePlace: (cells: readonly (Cell | undefined)[]) => NamedPlace;
  inside: AreaNames;
  areaIds: readonly (string | null)[];
  store: ObservationStore;
  sources: LongSourcesBuilder;
  /** What the line above the table says that its figures are counted in. */
  unitLine: UnitLine;
  title: Title;
  /** The rows over which a unit's cell is merged, by the first of them. */
  mergedPlaces: ReadonlyMap<number, number>;
};

/** With these a row is passed over whose indicator is then missing. */
const lostRows = [
  ...['unit-unknown', 'unit-unclear', 'unit-differs', 'unit-dissolved', 'unit-is-region'],
  ...['period-differs', 'period-unclear', 'measure-unknown', 'measure-differs', 'formula-without-value'],
];

type KnownIndicator = Extract<NamedIndicator, { shift: number }>;

/**
 * Reads the records of a long table as they come. What names a place, an indicator or a period is worked out once
 * for each text; figures in plain digits go straight from their bytes into the store; every other row is read as
 * a form's row is.
 */
export class LongReader {
  rowsRead = 0;
  rowsSkipped = 0;
  /** The last row whose figures were read. */
  lastRow = 0;
  readonly #parts: LongParts;
  readonly #slots: CellSlots;
  readonly #places: NameColumns<NamedPlace>;
  readonly #indicators: NameColumns<NamedIndicator>;
  readonly #periods: NameColumns<SaidPeriod> | null;
  readonly #notes: NameColumns<number> | null;
  readonly #plain: PlainRow;
  readonly #rules: RuleRun;
  readonly #totals = new LongTotals();
  readonly #shares = new ShareEvidence();
  readonly #lines: LowerLines;
  readonly #left = new LeftBlank();
  readonly #merged: MergedDown | null;
  readonly #unknown: UnknownColumns;
  /** From the first heading on that has other columns, nothing is read. */
  #isOver = false;
  /** By indicator: 1 once the rules saw a plain row of it, after which another one tells them nothing new. */
  readonly #seen: Uint8Array;
  readonly #seesAll: boolean;

  constructor(parts: LongParts) {
    const { header, asked, ledger, store } = parts;
    const { columns, notes } = header;
    this.#parts = parts;
    this.#merged = parts.mergedPlaces.size > 0 ? new MergedDown(parts.mergedPlaces) : null;
    this.#unknown = new UnknownColumns(header.unknown, asked, parts.inside);
    const all = [...Object.values(columns), ...notes, ...this.#unknown.columns];
    this.#slots = new CellSlots(Math.max(...all), header.width);
    // A text that was read in other letters is listed once, where it first stands.
    const noted =
      <T>(resolve: ResolveCells<T>): ResolveCells<T> =>
      (cells, row) => {
        for (const cell of cells) {
          if (cell) noteDecoding(ledger, { sheet: parts.sheet, row, column: cell.column }, cell);
        }
        return resolve(cells, row);
      };
    this.#places = new NameColumns(
      placeColumns.map((role) => columns[role]),
      noted((cells, row) => {
        const place = parts.namePlace(cells);
        if (place.fault === null) this.#noteCoded(place, cells, row);
        return place;
      }),
    );
    this.#indicators = new NameColumns(
      indicatorRoles.map((role) => columns[role]),
      noted(indicatorNamer(asked, (indicator) => parts.unitLine.shiftFor(indicator, ledger))),
    );
    this.#periods =
      columns.period === undefined && columns.year === undefined
        ? null
        : new NameColumns(
            periodRoles.map((role) => columns[role]),
            noted(periodNamer(header, parts.title, asked)),
          );
    this.#notes =
      notes.length === 0
        ? null
        : new NameColumns(
            notes,
            noted((cells) =>
              store.noteNumber(
                joined(cells.map((cell) => (isWithoutValue(cell) ? '' : tidy(cell?.text ?? '')))),
              ),
            ),
          );
    this.#plain = new PlainRow(parts.figures, asked.maxima);
    this.#lines = new LowerLines(parts.sheet, asked, {
      period: columns.period === undefined,
      measure: columns.measure === undefined,
    });
    const without = new Set(['indicator-twice']);
    this.#rules = new RuleRun({ ...rulesAsked(asked), without }, ledger);
    this.#seen = new Uint8Array(asked.required.length);
    // What compares with the last report, or adds indicators up, must see every figure.
    this.#seesAll = asked.rules.last !== null || asked.required.some(({ sumOf }) => sumOf !== undefined);
  }

  visit(record: ByteRecord): void {
    this.rowsRead += 1;
    if (this.#isOver || record.number <= this.#parts.header.row || isBlankRecord(record)) {
      this.rowsSkipped += 1;
      return;
    }
    if (record.faults.length > 0 || record.width !== this.#parts.header.width) {
      this.#skipFaulty(record);
      return;
    }
    this.#slots.locate(record);
    const { slots } = this.#slots;
    const indicator = this.#indicators.read(record, slots);
    const own = this.#places.read(record, slots);
    const place = this.#merged ? this.#merged.placeOf(record.number, own) : own;
    if (indicator.number < 0 || place.fault !== null) {
      this.#skipUnnamed(record, indicator, place);
      return;
    }
    this.#unknown.visit(record, slots);
    this.#take(record, indicator as KnownIndicator, place.area);
  }

  /** True where rows say no unit: its cell may be merged over them, which is known once all rows were read. */
  get leftBlank(): boolean {
    return !this.#left.isEmpty;
  }

  end(): void {
    const { store, asked, ledger } = this.#parts;
    this.#shares.tell(ledger);
    const unit = nameOn(asked.unit, asked.day).full;
    this.#left.tell({ unit, period: asked.period.code }, ledger);
    const last = store.count === 0 ? 0 : store.rowAt(store.count - 1);
    this.#lines.check(last, ledger);
    this.#unknown.check(this.#parts.header.row, this.#parts.sheet, ledger);
    this.#totals.check(store, asked.required, ledger);
    // What stands below another heading is not read: nothing can be said to be missing.
    const isPart = this.#isOver || !this.#left.isEmpty;
    this.#rules.end(isPart ? new Set(['indicator-missing']) : undefined, lostRows);
  }

  #take(record: ByteRecord, named: KnownIndicator, area: number): void {
    const { store } = this.#parts;
    const { slots } = this.#slots;
    const period = this.#periods?.read(record, slots) ?? 'asked';
    const before = store.rowOf(area, named.number);
    if (period !== 'asked' || before > 0) {
      this.#skipFound(record, named, period, before);
      return;
    }
    this.lastRow = record.number;
    if (named.repaired !== null) this.#noteRepair(record, named);
    const isPlain = named.shift === 0 && this.#plain.read(record, slots, named.indicator);
    if (!isPlain || this.#seesAll || this.#seen[named.number] === 0) {
      if (isPlain) this.#seen[named.number] = 1;
      this.#takeSlowly(record, named, area);
      return;
    }
    const { numerator, denominator, result } = this.#plain;
    store.add(area, named.number, record.number, this.#notes?.read(record, slots) ?? -1);
    if (named.indicator.kind === 'ratio') {
      store.setPlain(0, numerator.units, 0);
      store.setPlain(1, denominator.units, 0);
    } else {
      store.setPlain(0, result.units, result.scale);
      if (result.scale !== result.fraction || this.#plain.hasComma)
        this.#parts.sources.keep(record.number, () => this.#cellAt(record, 'result'));
    }
    if (this.#plain.hasComma) this.#noteComma(record);
  }

  /** A result with a decimal comma, in a column that is known to write them so. */
  #noteComma(record: ByteRecord): void {
    const { ledger, figures } = this.#parts;
    if (!ledger.listsRepairs) {
      ledger.counts.repairs += 1;
      return;
    }
    const { units, scale } = this.#plain.result;
    const place = this.#placeOf(record, figures.result?.column ?? 0);
    const raw = this.#cellAt(record, 'result')?.text ?? '';
    ledger.repair('decimal-comma', place, raw, decimalText(units, scale));
  }

  /** Reads the row's figures as a form's are read, with everything that rules and lineage ask for. */
  #takeSlowly(record: ByteRecord, { indicator, number, shift }: KnownIndicator, area: number): void {
    const { ledger, store, areaIds, figures, sources } = this.#parts;
    const note = this.#notes?.read(record, this.#slots.slots) ?? -1;
    const read: ReadRow = {
      indicator,
      ...(area === 0 ? {} : { area: areaIds[area] as string }),
      place: this.#placeOf(record, this.#namingColumn()),
      numerator: null,
      denominator: null,
      result: null,
      value: null,
      missing: 'missing',
      note: store.noteOf(note),
      approximate: false,
      cells: [],
    };
    const isRatio = indicator.kind === 'ratio';
    for (const column of [figures.numerator, figures.denominator, figures.result]) {
      if (column === null || (!isRatio && column.name !== 'result')) continue;
      const { name, evidence } = column;
      const role = name === 'result' ? 'value' : name;
      const cell = this.#cellAt(record, name);
      const at = this.#placeOf(record, column.column);
      // What a ratio comes to is no matter of what its parts are counted in.
      const own = isRatio && role === 'value' ? 0 : shift;
      evidence.add(bodiesOf(indicator, role, cell, own));
      const figure = readFigureOf(indicator, role, cell, this.#contextOf(name, own));
      takeFigure(read, figure, { name, cell, place: at, date1904: this.#parts.date1904 }, ledger);
    }
    if (!isRatio) this.#findMisplaced(record, read);
    if (read.result) this.#shares.note(read, this.#cellAt(record, 'result'), read.result.place);
    this.#rules.row(read);
    const reported = reportedBy(read);
    if (!reported) {
      this.rowsSkipped += 1;
      return;
    }
    store.add(
      area,
      number,
      record.number,
      read.note === store.noteOf(note) ? note : store.noteNumber(read.note),
    );
    store.setText(0, isRatio ? reported.numerator : reported.value);
    store.setText(1, reported.denominator);
    store.setStatus(reported.status, read.approximate);
    for (const { role, at, raw, format } of read.cells) {
      const figure = role === 'value' ? reported.value : reported[role];
      if (raw !== (figure ?? '') || (format ?? 'General') !== 'General')
        sources.keepRaw(at.cell, raw, format);
    }
  }

  #findMisplaced(record: ByteRecord, read: ReadRow): void {
    const others = (['numerator', 'denominator'] as const).map((name) => {
      const place = this.#placeOf(record, this.#parts.figures[name]?.column ?? 0);
      return { cell: this.#cellAt(record, name), place };
    });
    findMisplaced(read, others, this.#parts.ledger);
  }

  #skipFaulty(record: ByteRecord): void {
    const { ledger, header } = this.#parts;
    this.rowsSkipped += 1;
    for (const { code, column, got } of record.faults) ledger.find(code, this.#placeOf(record, column), got);
    if (record.faults.length > 0 || isFooter(record)) return;
    const last = this.#placeOf(record, Math.max(0, (record.width ?? 1) - 1));
    ledger.find('csv-ragged', last, String(record.width), String(header.width));
  }

  #skipFound(record: ByteRecord, named: KnownIndicator, period: string, before: number): void {
    const { ledger, header, asked } = this.#parts;
    this.rowsSkipped += 1;
    if (period !== 'asked') {
      const { column, cell } = this.#cellOf(record, header.columns.period ?? header.columns.year);
      const at = this.#placeOf(record, column);
      if (period === 'unclear') this.#left.add('period-unclear', at, cell?.text ?? null);
      else ledger.find('period-differs', at, cell?.text ?? null, asked.period.code);
      return;
    }
    const place = this.#placeOf(record, this.#namingColumn());
    const about = named.indicator.id;
    const hint = {
      vi: `Dòng ${before} và dòng ${record.number} cùng nói về một đơn vị, chỉ tiêu và kỳ: giữ lại một dòng.`,
      en: `Rows ${before} and ${record.number} are about the same unit, indicator and period: keep one of them.`,
    };
    ledger.find('observation-twice', place, about, null, { about, hint });
  }

  /** A row whose place or indicator is not known: passed over when it holds no figures, else found fault with. */
  #skipUnnamed(record: ByteRecord, indicator: NamedIndicator, place: NamedPlace): void {
    const { header, ledger, store } = this.#parts;
    this.rowsSkipped += 1;
    const row = rowOf(record);
    if (row.cells.length === 0 || (store.count === 0 && isColumnNumbers(row))) return;
    const names = [...placeRoles, 'indicatorCode', 'indicatorName'] as const;
    const texts = names.map((role) => this.#cellOf(record, header.columns[role]).cell?.text ?? '');
    const isSum = texts.some((text) => text !== '' && isTotal(text));
    const figures = (['numerator', 'denominator', 'result'] as const).map((name) =>
      this.#cellAt(record, name),
    );
    const isNamed = texts.some((text) => text !== '');
    // A formula that was filled down below the table and never computed is no figure.
    const holdsFigures = figures.some(
      (cell) => cell !== undefined && isFigureLike(cell) && (isNamed || !isWithoutValue(cell)),
    );
    if (isSum && holdsFigures && indicator.number >= 0) this.#noteTotal(record, indicator as KnownIndicator);
    if (!holdsFigures && texts.filter(isHeadingWord).length > 1) {
      this.#meetHeading(row);
      return;
    }
    if (!holdsFigures) this.#lines.add(row);
    if (isSum || !holdsFigures || ('fault' in indicator && indicator.fault === 'told')) return;
    if (indicator.number < 0) {
      const fault = 'which' in indicator ? indicator : null;
      const column =
        header.columns[indicatorRoles[fault?.which ?? 0] ?? 'indicatorCode'] ?? this.#namingColumn();
      ledger.find(
        fault?.fault ?? 'indicator-unknown',
        this.#placeOf(record, column),
        fault?.got ?? null,
        fault?.expected ?? null,
        { hint: fault?.hint ?? null },
      );
    }
    if (place.fault === null) return;
    if (place.fault === 'blank') {
      this.#left.add('unit-unknown', this.#placeOf(record, this.#placeColumn()), null);
      return;
    }
    const which = 'which' in place ? place : null;
    const column = header.columns[placeRoles[which?.which ?? 1] ?? 'unitName'] ?? this.#placeColumn();
    ledger.find(
      which?.fault ?? 'unit-unknown',
      this.#placeOf(record, column),
      which?.got ?? null,
      which?.expected ?? null,
      { hint: which?.hint ?? null },
    );
  }

  /** A heading below the first one must have its columns, as at the top of each printed page. */
  #meetHeading(row: Row): void {
    const { header, ledger, sheet, asked } = this.#parts;
    const other = readLongHeader(row, asked);
    if (other && isSameHeading(other, header)) return;
    this.#isOver = true;
    const place = { sheet, row: row.number, column: row.cells[0]?.column ?? 0 };
    ledger.find('heading-differs', place, row.cells.map(({ text }) => tidy(text)).join(' | '));
  }

  #noteTotal(record: ByteRecord, { indicator, number, shift }: KnownIndicator): void {
    const figure = (name: FigureColumn['name']): TotalFigure | null => {
      const role = name === 'result' ? 'value' : name;
      const read = readFigureOf(indicator, role, this.#cellAt(record, name), this.#contextOf(name, shift));
      const isNumber = read.state === 'value' && /^-?\d+(\.\d+)?$/.test(read.value);
      const place = this.#placeOf(record, this.#parts.figures[name]?.column ?? 0);
      return isNumber ? { number: read.value, place } : null;
    };
    const isRatio = indicator.kind === 'ratio';
    this.#totals.add({
      indicator: number,
      first: figure(isRatio ? 'numerator' : 'result'),
      second: isRatio ? figure('denominator') : null,
    });
  }

  #contextOf(name: FigureColumn['name'], shift: number): FigureContext {
    const { asked, date1904, figures } = this.#parts;
    const style = figures[name]?.style ?? 'point';
    return { style, window: asked.period[asked.form.window], year: asked.period.year, date1904, shift };
  }

  #noteRepair(record: ByteRecord, { repaired, indicator }: KnownIndicator): void {
    const column = this.#parts.header.columns.indicatorCode ?? 0;
    this.#parts.ledger.repair('indicator-code', this.#placeOf(record, column), repaired ?? '', indicator.id);
  }

  /** Codes of another system, each listed once, where it first stands. */
  #noteCoded(
    { coded }: Extract<NamedPlace, { fault: null }>,
    cells: readonly (Cell | undefined)[],
    row: number,
  ): void {
    for (const { which, from, to } of coded) {
      const place = { sheet: this.#parts.sheet, row, column: cells[which]?.column ?? 0 };
      this.#parts.ledger.repair('unit-code', place, from, to);
    }
  }

  #namingColumn(): number {
    const { indicatorCode, indicatorName } = this.#parts.header.columns;
    return indicatorCode ?? indicatorName ?? 0;
  }

  #placeColumn(): number {
    const { columns } = this.#parts.header;
    return placeRoles.map((role) => columns[role]).find((column) => column !== undefined) ?? 0;
  }

  #placeOf({ number }: ByteRecord, column: number): Place {
    return { sheet: this.#parts.sheet, row: number, column };
  }

  #cellAt(record: ByteRecord, name: FigureColumn['name']) {
    return this.#cellOf(record, this.#parts.figures[name]?.column).cell;
  }

  #cellOf(record: ByteRecord, column = -1) {
    const slot = column < 0 ? -1 : (this.#slots.slots[column] as number);
    if (slot < 0) return { column, cell: undefined };
    const isBlank = record.kinds[slot] !== cellKinds.shared && record.starts[slot] === record.ends[slot];
    const cell = isBlank ? undefined : record.cell(slot);
    return { column, cell: cell?.text === '' ? undefined : cell };
  }
}

/** A line of text below the table: its first field, or one of its own, and nothing more. */
function isFooter(record: ByteRecord): boolean {
  let filled = 0;
  for (let index = 0; index < record.count; index += 1) {
    if (record.starts[index] !== record.ends[index]) filled += 1;
  }
  return filled <= 1;
}

function joined(texts: readonly string[]): string | null {
  return texts.filter((text) => text !== '').join('; ') || null;
}
