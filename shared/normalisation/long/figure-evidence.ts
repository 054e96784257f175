import { type Body, type ColumnStyle, type Measure, styleOf } from '../number/column-style.ts';
import { type Evidence, evidenceOf } from '../number/number-text.ts';

/** A body of each kind of evidence that the fast path meets, by a bit of its own. */
const plainBodies: readonly { body: string; measure: Measure }[] = (
  ['count', 'rate', 'amount'] as const
).flatMap((measure) => ['1.5', '1.234', '1,5', '1,234'].map((body) => ({ body, measure })));
const bits: Readonly<Record<Measure, number>> = { count: 0, rate: 4, amount: 8 };

/**
 * What a column's numbers say of its decimal mark, gathered while they are read: one body stands for all that
 * say the same, so that a million rows cost a dozen texts.
 */
export class FigureEvidence {
  #plain = 0;
  readonly #others = new Map<string, Body>();

  /** A number in plain digits with one separator among them. */
  addPlain(measure: Measure, isComma: boolean, isEither: boolean): void {
    this.#plain |= 1 << (bits[measure] + (isComma ? 2 : 0) + (isEither ? 1 : 0));
  }

  add(bodies: readonly Body[]): void {
    for (const body of bodies) {
      const evidence: Evidence = evidenceOf(body.body);
      const key = `${evidence} ${body.measure}`;
      if (evidence !== 'none' && !this.#others.has(key)) this.#others.set(key, body);
    }
  }

  get isEmpty(): boolean {
    return this.#plain === 0 && this.#others.size === 0;
  }

  /** How the column writes decimals, over all that was gathered. */
  style(): ColumnStyle {
    const plain = plainBodies.filter((_, bit) => (this.#plain & (1 << bit)) !== 0);
    return styleOf([...plain, ...this.#others.values()]);
  }
}
