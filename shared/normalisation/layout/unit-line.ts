import type { Indicator } from '../../catalog/schema.ts';
import { fold } from '../fold.ts';
import type { Ledger } from '../ledger.ts';
import { readUnitOfMeasure, scaleOfParts, scaleTo, unitsListed } from '../number/unit-of-measure.ts';
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
    if (!line || indicator.kind === 'text') return 0;
    const other = others.find(({ text }) => fold(text) !== fold(line.text));
    if (other) return this.#tell('measure-differs', other, line.text, ledger);
    if (indicator.kind === 'ratio') return this.#partsShift(line, ledger);
    const scales = unitsListed(line.text).map((unit) => scaleTo(indicator.unit, unit));
    const fits = scales.flatMap((scale) => ('shift' in scale ? scale.shift : []));
    const [fit] = fits;
    if (fit !== undefined) return fit;
    const fault = scales.flatMap((scale) => ('fault' in scale ? scale.fault : []))[0] ?? 'measure-unknown';
    return this.#isAboutOthers(line.text) ? 0 : this.#tell(fault, line, indicator.unit, ledger);
  }

  /** What the parts of ratios are counted in; a unit of other indicators ("nghìn doanh nghiệp") is about those. */
  #partsShift(line: TitleFact, ledger: Ledger): number | null {
    for (const unit of unitsListed(line.text)) {
      const base = readUnitOfMeasure(unit)?.base ?? null;
      if (base !== null && this.#bases.has(base)) continue;
      const scale = scaleOfParts(unit);
      if ('fault' in scale) return this.#tell(scale.fault, line, '%', ledger);
      if (scale.shift !== 0) return scale.shift;
    }
    return 0;
  }

  /** True when the line names what other indicators of the table are counted in, ratios by their parts. */
  #isAboutOthers(text: string): boolean {
    return unitsListed(text).some((unit) => {
      const given = readUnitOfMeasure(unit);
      if (!given) return false;
      // A multiplier alone ("nghìn") is of whatever is counted.
      if (given.base === null || this.#bases.has(given.base)) return true;
      return this.#bases.has('%') && 'shift' in scaleOfParts(unit);
    });
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

/** What figures are counted in: the heading of their column ("Giá trị (triệu đồng)") before the line above. */
export function measureLines(
  heading: TitleFact | null | undefined,
  lines: readonly TitleFact[],
): readonly TitleFact[] {
  const inside = /\(([^()]+)\)\s*$/.exec(heading?.text ?? '')?.[1];
  if (!heading || !inside || readUnitOfMeasure(inside) === undefined) return lines;
  return [{ ...heading, text: inside }];
}
