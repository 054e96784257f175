import type { CellSource } from '../../observations/observation.ts';
import { tidy } from '../fold.ts';
import { type Ledger, refOf } from '../ledger.ts';
import type { CellReading } from '../number/cell-reading.ts';
import { figureHint, shownIn } from '../number/figure-hint.ts';
import type { MissingStatus } from '../number/missing.ts';
import type { FormRow } from '../rules/rule.ts';
import type { Cell, Place } from '../table.ts';

/** A row with its figures read, and what observations and lineage need of it. */
export type ReadRow = FormRow & {
  /** Why nothing is reported, where nothing is. */
  missing: MissingStatus;
  note: string | null;
  approximate: boolean;
  cells: CellSource[];
};

/** A cell of a row, by the column in which it stands. */
export type FigureCell = {
  name: 'numerator' | 'denominator' | 'result';
  cell: Cell | undefined;
  place: Place;
  /** Dates are counted from 1904. */
  date1904: boolean;
};

/** Puts a cell's reading into its row, and notes what it found or repaired. */
export function takeFigure(read: ReadRow, figure: CellReading, at: FigureCell, ledger: Ledger): void {
  const { name, cell, place } = at;
  const raw = cell?.text ?? '';
  const isCheckOnly = name === 'result' && read.indicator.kind === 'ratio';
  if (figure.state === 'pair') {
    takePair(read, figure, at, ledger);
    return;
  }
  const number = figure.state === 'value' ? figure.value : null;
  const taken = read[name];
  if (taken) {
    // `390/1.086` was read as both parts: what stands beside it may say the same, or nothing.
    if (figure.state === 'missing' || taken.number === number) return;
    const source = read.cells.find((entry) => entry.role === name);
    ledger.find('two-values', taken.place, source?.raw ?? null, raw, { about: read.indicator.id });
    read.numerator = read.denominator = { number: null, readable: false, place };
    return;
  }
  const written = writtenAs(cell, number);
  read[name] = { number, readable: figure.state !== 'fault', place, ...(written ? { raw: written } : {}) };
  noteFigure(figure, { ...at, isCheckOnly }, read, ledger);
  if (isCheckOnly) return;
  if (figure.state === 'missing' && read.missing === 'missing') read.missing = figure.status;
  if (figure.state === 'value') {
    if (figure.approximate) read.approximate = true;
    if (figure.note !== null) read.note = [figure.note, read.note].filter((text) => text !== null).join('; ');
  }
  read.cells.push({ role: name === 'result' ? 'value' : name, ...sourceOf(cell, place) });
}

/** A number's own digits in a text (`85,84`); not where the text was counted in something else (`2,3 triệu`). */
function writtenAs(cell: Cell | undefined, number: string | null): string | undefined {
  if (cell?.kind !== 'text' || number === null || number === cell.text) return undefined;
  const digits = (text: string) => text.replace(/\D/g, '').replace(/^0+/, '');
  const [written, read] = [digits(cell.text), digits(number)];
  const zeros = number.includes('.') ? /^0*$/ : /^$/;
  return written.startsWith(read) && zeros.test(written.slice(read.length)) ? tidy(cell.text) : undefined;
}

/** Both parts of a ratio in one cell: the numerator's, or the result's where the parts' own are blank. */
function takePair(
  read: ReadRow,
  { numerator, denominator, repairs }: CellReading & { state: 'pair' },
  { name, cell, place }: FigureCell,
  ledger: Ledger,
): void {
  const raw = cell?.text ?? '';
  const given = [read.numerator, read.denominator];
  const blank = given.every((part) => part === null || (part.readable && part.number === null));
  if (name === 'denominator' || (name === 'result' && !blank)) {
    const agrees = given[0]?.number === numerator && given[1]?.number === denominator;
    if (name === 'result' && agrees) return;
    ledger.find(name === 'result' ? 'result-unread' : 'two-values', place, raw, null, {
      about: read.indicator.id,
    });
    if (name === 'denominator') read.denominator = { number: null, readable: false, place };
    return;
  }
  for (const code of repairs) ledger.repair(code, place, raw, `${numerator}/${denominator}`);
  read.numerator = { number: numerator, readable: true, place };
  read.denominator = { number: denominator, readable: true, place };
  const source = sourceOf(cell, place);
  read.cells = [
    { role: 'numerator', ...source },
    { role: 'denominator', ...source },
  ];
}

function sourceOf(cell: Cell | undefined, place: Place): Omit<CellSource, 'role'> {
  return { at: refOf(place), raw: cell?.text ?? '', format: cell?.format ?? null };
}

/** Notes what a figure's reading found or repaired. A ratio's result is only compared, so it warns at most. */
function noteFigure(
  figure: CellReading,
  { place, cell, isCheckOnly, date1904 }: FigureCell & { isCheckOnly: boolean },
  read: FormRow,
  ledger: Ledger,
): void {
  const raw = cell?.text ?? '';
  if (figure.state === 'value') {
    for (const code of figure.repairs) ledger.repair(code, place, raw, figure.value);
  }
  if (figure.state !== 'fault') return;
  // What the result would be follows from the parts.
  if (isCheckOnly && figure.fault === 'formula-without-value') return;
  if (isCheckOnly && figure.fault === 'cell-error') {
    // 0 of 0 has no result: Excel's #DIV/0! says so.
    if (read.denominator?.number === '0') return;
    ledger.find('cell-error', place, raw, null, { about: read.indicator.id });
  } else {
    const code = isCheckOnly ? 'result-unread' : figure.fault;
    const got = shownIn(figure.fault, cell, date1904);
    ledger.find(code, place, got, null, { hint: figureHint(figure.fault, cell), about: read.indicator.id });
  }
}
