import { add, type Decimal, decimal, multiply, text, zero } from './decimal.ts';
import type { PageNumber } from './page.ts';

/** As many digits as a number of a page has at most; one with more is a text there. */
const mostDigits = 15;
const mostAddend = 10 ** mostDigits;
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
    else this.#addWhole(number);
  }

  addDecimal(value: Decimal): void {
    this.#wide = add(this.#wide, value);
  }

  /** Adds a × b. */
  addProduct(a: Exclude<PageNumber, null>, b: Exclude<PageNumber, null>): void {
    if (typeof a === 'number' && typeof b === 'number') {
      const product = a * b;
      if (Math.abs(product) < mostAddend) {
        this.#addWhole(product);
        return;
      }
    }
    this.addDecimal(multiply(decimal(String(a)), decimal(String(b))));
  }

  /** Adds every number of a column that is there. @returns how many were */
  addColumn(column: readonly PageNumber[]): number {
    let counted = 0;
    for (let at = 0; at < column.length; at += 1) {
      const number = column[at] as PageNumber;
      if (number === null) continue;
      counted += 1;
      if (typeof number === 'string') this.#addText(number);
      else this.#addWhole(number);
    }
    return counted;
  }

  total(): Decimal {
    let total = add({ units: BigInt(this.#whole), scale: 0 }, this.#wide);
    for (const [scale, units] of this.#scaled?.entries() ?? []) {
      if (units !== 0) total = add(total, { units: BigInt(units), scale });
    }
    return total;
  }

  /** The sum as text; of whole numbers in the range without a detour. */
  text(): string {
    const isWhole = this.#scaled === null && this.#wide === zero;
    return isWhole ? String(this.#whole) : text(this.total());
  }

  #addWhole(number: number): void {
    if (!Number.isInteger(number) || number >= mostAddend || number <= -mostAddend) {
      throw new RangeError(`not a whole number of at most ${mostDigits} digits: ${number}`);
    }
    const sum = this.#whole + number;
    if (sum < mostSum && sum > -mostSum) this.#whole = sum;
    else {
      this.#wide = add(this.#wide, { units: BigInt(sum), scale: 0 });
      this.#whole = 0;
    }
  }

  #addText(number: string): void {
    const point = number.indexOf('.');
    const scale = point < 0 ? 0 : number.length - point - 1;
    if (number.length > mostDigits || scale === 0) {
      this.addDecimal(decimal(number));
      return;
    }
    const units = unitsOf(number, point);
    this.#scaled ??= new Float64Array(mostDigits);
    const sum = (this.#scaled[scale] as number) + units;
    if (sum < mostSum && sum > -mostSum) this.#scaled[scale] = sum;
    else {
      this.#wide = add(this.#wide, { units: BigInt(sum), scale });
      this.#scaled[scale] = 0;
    }
  }
}

const [zeroDigit, nineDigit, minus] = [48, 57, 45];

/** The digits of a decimal as one whole number: `-88.47` → -8847. */
function unitsOf(number: string, point: number): number {
  const isNegative = number.charCodeAt(0) === minus;
  const from = isNegative ? 1 : 0;
  if (point === from) throw new RangeError(`not a decimal number: ${number}`);
  let units = 0;
  for (let at = from; at < number.length; at += 1) {
    if (at === point) continue;
    const digit = number.charCodeAt(at);
    if (digit < zeroDigit || digit > nineDigit) throw new RangeError(`not a decimal number: ${number}`);
    units = units * 10 + digit - zeroDigit;
  }
  return isNegative ? -units : units;
}
