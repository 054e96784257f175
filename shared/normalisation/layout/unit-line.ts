import type { Indicator } from '../../catalog/schema.ts';
import { fold } from '../fold.ts';
import type { Ledger } from '../ledger.ts';
import { readUnitOfMeasure, scaleTo } from '../number/unit-of-measure.ts';
import type { TitleFact } from './title.ts';

/**
 * The line above a table that says what its figures are counted in ("Đơn vị tính: triệu đồng"). It holds for every
 * figure whose own row or heading names no unit of measure. A line that fits some of the table's indicators is not
 * about the others ("ĐVT: %" over ratios and counts); one that fits none, or is not known, is found fault with once.
 */
export class UnitLine {
  readonly #lines: readonly TitleFact[];
  readonly #sheet: string | null;
  readonly #bases: ReadonlySet<string>;
  #told = false;

  constructor(lines: readonly TitleFact[], sheet: string | null, required: readonly Indicator[]) {
    this.#lines = lines;
    this.#sheet = sheet;
    this.#bases = new Set(required.map(baseOf));
  }

  /** The power of ten by which the line's unit differs from the indicator's; null: found fault with. */
  shiftFor(indicator: Indicator, ledger: Ledger): number | null {
    const [line, ...others] = this.#lines;
    if (!line || indicator.kind === 'ratio' || indicator.kind === 'text') return 0;
    const other = others.find(({ text }) => fold(text) !== fold(line.text));
    if (other) return this.#tell('measure-differs', other, line.text, ledger);
    const scale = scaleTo(indicator.unit, line.text);
    if ('shift' in scale) return scale.shift;
    const given = readUnitOfMeasure(line.text);
    // A multiplier alone ("nghìn") is of whatever is counted.
    const isOthers = given && (given.base === null || this.#bases.has(given.base));
    return isOthers ? 0 : this.#tell(scale.fault, line, indicator.unit, ledger);
  }

  #tell(
    code: 'measure-unknown' | 'measure-differs',
    { text, row, column }: TitleFact,
    expected: string,
    ledger: Ledger,
  ): null {
    if (!this.#told) ledger.find(code, { sheet: this.#sheet, row, column }, text, expected);
    this.#told = true;
    return null;
  }
}

function baseOf({ kind, unit }: Indicator): string {
  return kind === 'ratio' ? '%' : (readUnitOfMeasure(unit)?.base ?? fold(unit));
}
