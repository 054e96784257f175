import type { Catalog } from '../catalog/catalog.ts';
import type { Period } from '../catalog/period.ts';
import type { Form, Unit } from '../catalog/schema.ts';
import { compare, decimal } from '../observations/decimal.ts';
import {
  type Figure,
  figuresOf,
  isAreaPage,
  type Page,
  type Page1,
  pageName,
  type SummedPage,
} from '../observations/page.ts';
import { AreaSums } from './area-sums.ts';
import { type Combined, combinedFrom, figureFromSums, type Reason } from './combine.ts';

/**
 * A figure of a unit as a whole. `fromAreas`: it was not reported so, but is combined from the figures of the areas
 * inside the unit. `areasDiffer`: it was reported as a whole, and the areas come to something else; what was
 * reported of the whole stands, and the difference is told.
 */
export type WholeFigure = Figure & {
  fromAreas?: { counted: number; expected: number; reason: Reason | null };
  areasDiffer?: Combined;
};

/**
 * What a submission's pages say of its unit as a whole: the figures that were reported so, and, of what was reported
 * by area alone, the areas combined (`combine`), in the order of the form.
 * @param areas how many areas owe a figure (the communes of the province); absent: as many as stand in the pages
 * @throws Error when an area stands in two pages of one group: it would be counted twice
 */
export function wholeFigures(
  pages: Iterable<Page | SummedPage | Page1>,
  form: Form,
  catalog: Catalog,
  areas?: number,
): WholeFigure[] {
  const indicators = form.indicators.map(({ indicator }) => indicator);
  const reported = new Map<string, Figure>();
  const inside = new AreaSums(indicators, catalog);
  const read = new Set<string>();
  for (const page of pages) {
    const name = pageName(page);
    // A page that is given twice is one page.
    if (read.has(name)) continue;
    read.add(name);
    if (page.schema === 'page/2' && isAreaPage(name)) inside.take(page);
    // Pages of the unit as a whole are never given as sums.
    else for (const figure of figuresOf(page as Page | Page1)) reported.set(figure.indicator, figure);
  }
  const byAreas = inside.sums(areas);
  return indicators.flatMap((indicator): WholeFigure[] => {
    const whole = reported.get(indicator);
    const ofAreas = byAreas.get(indicator);
    if (!ofAreas) return whole ? [whole] : [];
    // Where nothing was written of the whole, it is what its areas come to; every other word about it stands.
    if (whole && whole.status !== 'missing') {
      const areasDiffer = combinedFrom(ofAreas.indicator, ofAreas.sums, ofAreas.expected);
      return [differs(whole, areasDiffer) ? { ...whole, areasDiffer } : whole];
    }
    const { sums, expected } = ofAreas;
    const { figure, reason } = figureFromSums(indicator, sums, expected);
    const status = figure.status === 'missing' ? ofAreas.status : figure.status;
    return [{ ...figure, status, fromAreas: { counted: sums.counted, expected, reason } }];
  });
}

/**
 * How many areas inside a unit owe its figures: of a province its communes, of a period before July 2025 its wards. The
 * list is loaded when it is asked for.
 */
export async function areasInside({ kind, code }: Unit, form: Form, period: Period): Promise<number> {
  if (kind !== 'province') return 0;
  const { communesOn } = await import('../catalog/communes.ts');
  return (await communesOn(code, period[form.window].to)).length;
}

/** Whether areas come to other numbers than those that were reported of the whole. */
function differs(reported: Figure, areas: Combined): boolean {
  const { numerator, denominator, value } = reported;
  if (numerator !== null && denominator !== null) {
    return !isSame(numerator, areas.numerator) || !isSame(denominator, areas.denominator);
  }
  // A yes of the whole has no number to be held against how many of the areas said yes.
  return value !== null && decimalText.test(value) && !isSame(value, areas.value);
}

function isSame(reported: string, areas: string | null): boolean {
  return areas === null || compare(decimal(reported), decimal(areas)) === 0;
}

const decimalText = /^-?\d+(\.\d+)?$/;

/** Figures by area, for forms whose rows are other units. */
export function figuresByArea(pages: Iterable<Page | Page1>): Map<string, Figure[]> {
  const byArea = new Map<string, Figure[]>();
  for (const page of pages) {
    for (const figure of figuresOf(page)) {
      if (figure.area === undefined) continue;
      const ofArea = byArea.get(figure.area);
      if (ofArea) ofArea.push(figure);
      else byArea.set(figure.area, [figure]);
    }
  }
  return byArea;
}
