import { carriageOf } from '../catalog/carriage.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { Form } from '../catalog/schema.ts';
import { type Figure, figuresOf, type Page, type Page1 } from '../observations/page.ts';
import { type Combined, combine, figureFrom, type Reason } from './combine.ts';

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
 * by area alone, the areas combined.
 * @param areas how many areas owe a figure (the communes of the province); absent: as many as stand in the pages
 */
export function wholeFigures(
  pages: readonly (Page | Page1)[],
  form: Form,
  catalog: Catalog,
  areas?: number,
): WholeFigure[] {
  const figures = pages.flatMap(figuresOf);
  const inside = [...figuresByArea(pages).values()];
  return form.indicators.flatMap(({ indicator: id }): WholeFigure[] => {
    const indicator = catalog.indicators.get(id);
    if (!indicator) throw new Error(`no indicator ${id} in catalogue ${catalog.version}`);
    const weight = carriageOf(indicator).weight;
    const reported = figures.find((figure) => figure.indicator === id && figure.area === undefined);
    const parts = inside.map((ofArea) => ({
      figure: ofArea.find((figure) => figure.indicator === id),
      weight: ofArea.find((figure) => figure.indicator === weight),
    }));
    if (parts.every(({ figure }) => figure === undefined)) return reported ? [reported] : [];
    const combined = combine(indicator, parts);
    const expected = combined.expected + Math.max(0, (areas ?? 0) - parts.length);
    if (reported) return [differs(reported, combined) ? { ...reported, areasDiffer: combined } : reported];
    const { counted, reason } = combined;
    return [{ ...figureFrom(id, combined), fromAreas: { counted, expected, reason } }];
  });
}

function differs(reported: Figure, areas: Combined): boolean {
  if (areas.reason !== null) return false;
  if (reported.numerator === null) return reported.value !== areas.value;
  return reported.numerator !== areas.numerator || reported.denominator !== areas.denominator;
}

/** Figures by area, for forms whose rows are other units. */
export function figuresByArea(pages: readonly (Page | Page1)[]): Map<string, Figure[]> {
  const byArea = new Map<string, Figure[]>();
  for (const figure of pages.flatMap(figuresOf)) {
    if (figure.area === undefined) continue;
    const ofArea = byArea.get(figure.area);
    if (ofArea) ofArea.push(figure);
    else byArea.set(figure.area, [figure]);
  }
  return byArea;
}
