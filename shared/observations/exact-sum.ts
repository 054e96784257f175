import { add, type Decimal, decimal, multiply, shortDecimal, shortDigits, text, zero } from './decimal.ts';
import type { PageNumber } from './page.ts';

const mostAddend = 10 ** shortDigits;
/** Up to here a sum takes one more addend and is still below 2^53, so that every step of it is exact. */
const mostSum = 2 ** 53 - mostAddend;

/**
 * An exact sum of numbers as pages hold them. Whole numbers, and decimals as whole numbers of their last place, are
 * added as integers in a range that is checked; what leaves it goes on as a BigInt. No step rounds, so the order in
 * which figures come cannot change a digit.
 */
export class ExactSum {
  #whole = 0;
  /** By the number of decimals, the sum of such figures in units of their last place. */
  #scaled: Float64Array | null = null;
  #wide: Decimal = zero;

  /** @throws RangeError for a binary fraction or a text that is no decimal: no page holds one */
  add(number: Exclude<PageNumber, null>): void {
    if (typeof number === 'string') this.#addText(number);
    else this.#whole = this.#within(this.#whole + checked(number));
  }

  addDecimal(value: Decimal): void {
    this.#wide = add(this.#wide, value);
  }

  /** Adds so many units of the last of so many decimals: a whole number of at most 15 digits. */
  addScaled(units: number, scale: number): void {
    this.#scaled ??= new Float64Array(shortDigits);
    this.#scaled[scale] = this.#within((this.#scaled[scale] as number) + checked(units), scale);
  }

  /** Adds a × b. */
  addProduct(a: Exclude<PageNumber, null>, b: Exclude<PageNumber, null>): void {
    const product = typeof a === 'number' && typeof b === 'number' ? a * b : mostAddend;
    if (Math.abs(product) < mostAddend) this.add(product);
    else this.addDecimal(multiply(decimal(String(a)), decimal(String(b))));
  }

  /** Adds every number of a column that is there. @returns how many were */
  addColumn(column: readonly PageNumber[]): number {
    let whole = this.#whole;
    let counted = 0;
    for (let at = 0; at < column.length; at += 1) {
      const number = column[at] as PageNumber;
      if (number === null) continue;
      counted += 1;
      if (typeof number === 'string') {
        this.#addText(number);
        continue;
      }
      whole += isSmall(number) ? number : checked(number);
      if (whole >= mostSum || whole <= -mostSum) whole = this.#within(whole);
    }
    this.#whole = whole;
    return counted;
  }

  /**
   * Adds the rows of two columns that both have: numerators to one sum, denominators to another.
   * @returns how many rows were added
   */
  static addPairs(a: ExactSum, b: ExactSum, of: readonly PageNumber[], by: readonly PageNumber[]): number {
    let counted = 0;
    let left = a.#whole;
    let right = b.#whole;
    for (let at = 0; at < of.length; at += 1) {
      const one = of[at] as PageNumber;
      const other = by[at] as PageNumber;
      if (one === null || other === null) continue;
      counted += 1;
      if (typeof one === 'string') a.#addText(one);
      else left += isSmall(one) ? one : checked(one);
      if (typeof other === 'string') b.#addText(other);
      else right += isSmall(other) ? other : checked(other);
      if (left >= mostSum || left <= -mostSum) left = a.#within(left);
      if (right >= mostSum || right <= -mostSum) right = b.#within(right);
    }
    a.#whole = left;
    b.#whole = right;
    return counted;
  }

  total(): Decimal {
    let total: Decimal = { units: BigInt(this.#whole), scale: 0 };
    if (this.#wide !== zero) total = add(total, this.#wide);
    for (let scale = 0; this.#scaled && scale < shortDigits; scale += 1) {
      const units = this.#scaled[scale] as number;
      if (units !== 0) total = add(total, { units: BigInt(units), scale });
    }
    return total;
  }

  /** The total as text; of whole numbers within the range, as nearly all are, without a detour. */
  text(): string {
    const isWhole = this.#scaled === null && this.#wide === zero;
    return isWhole ? String(this.#whole) : text(this.total());
  }

  /** A sum that may take another addend; one that may not goes on as a BigInt. */
  #within(whole: number, scale = 0): number {
    if (whole < mostSum && whole > -mostSum) return whole;
    this.addDecimal({ units: BigInt(whole), scale });
    return 0;
  }

  /** Values stand in pages as texts, whole ones too. */
  #addText(number: string): void {
    const short = shortDecimal(number);
    if (!short) {
      this.addDecimal(decimal(number));
      return;
    }
    this.addScaled(short.units, short.scale);
  }
}

/** A whole number of at most 31 bits, as nearly all are: nothing else needs to be asked about it. */
function isSmall(number: number): boolean {
  return (number | 0) === number;
}

/** @throws RangeError for a number that no page holds: it could make a sum inexact */
function checked(number: number): number {
  if (Number.isInteger(number) && number < mostAddend && number > -mostAddend) return number;
  throw new RangeError(`not a whole number of at most ${shortDigits} digits: ${number}`);
}
