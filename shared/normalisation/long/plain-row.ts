import type { Indicator } from '../../catalog/schema.ts';
import type { ColumnStyle, Measure } from '../number/column-style.ts';
import { isDateFormat, isPercentFormat, scaleOfFormat } from '../number/number-format.ts';
import { measureOf } from '../number/read-numeric.ts';
import { type ByteRecord, cellKinds } from '../records/byte-record.ts';
import type { FigureEvidence } from './figure-evidence.ts';
import { PlainDecimal } from './plain-decimal.ts';

/** A column of figures: where it stands, how it is taken to write decimals, and what it shows of that. */
export type FigureColumn = {
  name: 'numerator' | 'denominator' | 'result';
  column: number;
  style: ColumnStyle;
  evidence: FigureEvidence;
};
export type FigureColumns = Record<FigureColumn['name'], FigureColumn | null>;

const comma = 44;

/**
 * Reads the rows that need no thought: plain digits, on which no rule finds anything. They are nearly all of a
 * large table. Every other row is read as a form's row is, by the same code and the same rules; a test holds the
 * two ways together.
 */
export class PlainRow {
  readonly numerator = new PlainDecimal();
  readonly denominator = new PlainDecimal();
  readonly result = new PlainDecimal();
  readonly #columns: FigureColumns;
  readonly #maxima: ReadonlyMap<string, string>;
  /** By style: 1 plain, 2 a date or a percentage. */
  readonly #formats = new Uint8Array(65_536);

  constructor(columns: FigureColumns, maxima: ReadonlyMap<string, string>) {
    this.#columns = columns;
    this.#maxima = maxima;
  }

  /** True when the last row that was read writes its result with a decimal comma: that is a repair, and is listed. */
  hasComma = false;

  /** True when the row is plain; its figures are then in `numerator` and `denominator`, or in `result`. */
  read(record: ByteRecord, slots: Int32Array, indicator: Indicator): boolean {
    const { numerator, denominator, result } = this.#columns;
    this.hasComma = false;
    if (indicator.kind === 'ratio') {
      if (!numerator || !denominator) return false;
      if (!this.#number(record, slots, numerator, 'count', this.numerator)) return false;
      if (!this.#number(record, slots, denominator, 'count', this.denominator)) return false;
      const isBlank = !result || isBlankAt(record, slots[result.column] as number);
      if (!isBlank && !this.#number(record, slots, result, 'rate', this.result)) return false;
      return this.#isPlainRatio(isBlank);
    }
    if (!result || !this.#number(record, slots, result, measureOf(indicator.kind, 'value'), this.result))
      return false;
    return this.#isPlainValue(indicator);
  }

  /** Whole numbers with 0 ≤ a ≤ b, b more than zero, and what a / b comes to. */
  #isPlainRatio(hasNoResult: boolean): boolean {
    const [a, b] = [this.numerator.units, this.denominator.units];
    if (this.numerator.separator !== 0 || this.denominator.separator !== 0) return false;
    if (a > b || b === 0) return false;
    if (hasNoResult) return true;
    const { units, scale } = this.result;
    const [left, right] = [units * b, 100 * a * 10 ** scale];
    // Beyond this, doubles are no longer exact.
    if (left > Number.MAX_SAFE_INTEGER || right > Number.MAX_SAFE_INTEGER) return false;
    return Math.abs(left - right) < b;
  }

  #isPlainValue({ id, kind }: Indicator): boolean {
    const { units, scale, separator } = this.result;
    if (units === 0) return false;
    if (kind === 'count') return separator === 0;
    if (kind === 'amount') return true;
    const most = kind === 'rate' ? 100 : kind === 'score' ? Number(this.#maxima.get(id) ?? 0) : 0;
    // What may be a share of one is weighed against the rest of its column.
    if (kind === 'rate' && units <= 10 ** scale) return false;
    // Just below the bound, so that no rounding of a double decides.
    return units / 10 ** scale < most * (1 - 1e-9);
  }

  #number(
    record: ByteRecord,
    slots: Int32Array,
    { column, style, evidence }: FigureColumn,
    measure: Measure,
    into: PlainDecimal,
  ): boolean {
    const slot = slots[column] as number;
    if (slot < 0) return false;
    const kind = record.kinds[slot];
    if (kind !== cellKinds.text && kind !== cellKinds.number) return false;
    if (!into.read(record.bytes, record.starts[slot] as number, record.ends[slot] as number)) return false;
    const { separator } = into;
    if (kind === cellKinds.number) return separator !== comma && this.#isPlainFormat(record, slot);
    if (separator === comma) this.hasComma = true;
    if (separator === 0) return true;
    // A mark that the column does not use, or a count that has one, is a matter of its own.
    if (style !== (separator === comma ? 'comma' : 'point') || measure === 'count') return false;
    const isEither =
      into.fraction === 3 && into.whole <= 3 && record.bytes[record.starts[slot] as number] !== 48;
    if (isEither && measure !== 'rate') return false;
    evidence.addPlain(measure, separator === comma, isEither);
    return true;
  }

  #isPlainFormat(record: ByteRecord, slot: number): boolean {
    const style = record.styles[slot] as number;
    if (style < 0 || style >= this.#formats.length) return false;
    const known = this.#formats[style] as number;
    if (known !== 0) return known === 1;
    const format = record.cell(slot).format ?? 'General';
    const isPlain = !isDateFormat(format) && !isPercentFormat(format) && scaleOfFormat(format) === null;
    this.#formats[style] = isPlain ? 1 : 2;
    return isPlain;
  }
}

function isBlankAt(record: ByteRecord, slot: number): boolean {
  return slot < 0 || (record.kinds[slot] !== cellKinds.shared && record.starts[slot] === record.ends[slot]);
}
