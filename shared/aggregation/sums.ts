import type { Carriage } from '../catalog/schema.ts';
import { ExactSum } from '../observations/exact-sum.ts';
import type { Figure, Page, PageColumns, PageNumber, SummedColumns } from '../observations/page.ts';

type Way = Carriage['units'];
type Weights = ReadonlyMap<string | null, PageNumber>;

/**
 * Figures of one indicator that are being added up, each alone or whole columns of a page: `a` and, where there is
 * one, `b`, the numerator and the denominator. A figure that is itself made from many counts with both.
 */
export class Sums {
  readonly way: Way;
  readonly a = new ExactSum();
  readonly b = new ExactSum();
  /** How many figures were added; of those that cannot be, how many there were. */
  counted = 0;
  /** How many are ratios of which only the result was written: without their parts they are added to nothing. */
  withoutParts = 0;
  /** True when one that was added was written as an approximation. */
  approximate = false;

  constructor(way: Way) {
    this.way = way;
  }

  addFigure({ numerator, denominator, value, approximate }: Figure, weight?: Figure): void {
    const before = this.counted;
    this.#addRow(numerator, denominator, value, weight?.value ?? null);
    if (approximate && this.counted > before) this.approximate = true;
  }

  /** Adds what came to these sums while it was read. */
  addSummed(columns: SummedColumns): void {
    this.counted += columns.counted;
    if (columns.way === 'ratio') {
      this.a.add(columns.numerator);
      this.b.add(columns.denominator);
      return;
    }
    for (const [scale, units] of columns.byDecimals.entries()) {
      if (units !== 0) this.a.addScaled(units, scale);
    }
  }

  /** @param weights by area, the figures by which those of the column are weighed */
  addColumns(page: Pick<Page, 'area'>, columns: PageColumns, weights: Weights): void {
    const { numerator, denominator, value } = columns;
    const length = columns.areas?.length ?? page.area.length;
    if (this.way === 'sum') {
      if (value) this.counted += this.a.addColumn(value);
      if (columns.approximate.some((at) => (value?.[at] ?? null) !== null)) this.approximate = true;
    } else if (this.way === 'ratio') {
      if (numerator && denominator) {
        this.counted += ExactSum.addPairs(this.a, this.b, numerator, denominator);
      }
      const isPair = (at: number) =>
        (numerator?.[at] ?? null) !== null && (denominator?.[at] ?? null) !== null;
      if (columns.approximate.some(isPair)) this.approximate = true;
      for (const [at, result] of (value ?? []).entries()) {
        if (result !== null && !isPair(at)) this.withoutParts += 1;
      }
    } else {
      const approximate = new Set(columns.approximate);
      for (let at = 0; at < length; at += 1) {
        const area = page.area[columns.areas?.[at] ?? at] ?? null;
        const weight = this.way === 'weighted' ? (weights.get(area) ?? null) : null;
        const before = this.counted;
        this.#addRow(numerator?.[at] ?? null, denominator?.[at] ?? null, value?.[at] ?? null, weight);
        if (this.counted > before && approximate.has(at)) this.approximate = true;
      }
    }
  }

  #addRow(numerator: PageNumber, denominator: PageNumber, value: PageNumber, weight: PageNumber): void {
    const isPair = numerator !== null && denominator !== null;
    if (this.way === 'none') {
      if (!isPair && value === null) return;
    } else if (this.way === 'sum') {
      if (value === null) return;
      this.a.add(value);
    } else if (isPair) {
      this.a.add(numerator);
      this.b.add(denominator);
    } else if (value === null) {
      return;
    } else if (this.way === 'ratio') {
      this.withoutParts += 1;
      return;
    } else if (this.way === 'share-yes') {
      this.a.add(value === 'true' ? 1 : 0);
      this.b.add(1);
    } else {
      if (weight === null) return;
      this.a.addProduct(value, weight);
      this.b.add(weight);
    }
    this.counted += 1;
  }
}
