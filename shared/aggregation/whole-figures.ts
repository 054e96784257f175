import { carriageOf } from '../catalog/carriage.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { Form, Indicator } from '../catalog/schema.ts';
import { compare, decimal } from '../observations/decimal.ts';
import {
  type Figure,
  figuresOf,
  isAreaPage,
  type Page,
  type Page1,
  type PageColumns,
  type PageNumber,
  pageName,
} from '../observations/page.ts';
import { type Combined, combinedFrom, figureFrom, type Reason } from './combine.ts';
import { Sums } from './sums.ts';

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
  pages: readonly (Page | Page1)[],
  form: Form,
  catalog: Catalog,
  areas?: number,
): WholeFigure[] {
  const reported = new Map<string, Figure>();
  const inside: Page[] = [];
  for (const page of byName(pages)) {
    if (page.schema === 'page/2' && isAreaPage(page.name)) inside.push(page);
    else for (const figure of figuresOf(page)) reported.set(figure.indicator, figure);
  }
  const sums = sumsInside(inside, form, catalog, areas);
  return form.indicators.flatMap(({ indicator }): WholeFigure[] => {
    const whole = reported.get(indicator);
    const ofAreas = sums.get(indicator);
    if (!ofAreas) return whole ? [whole] : [];
    // Where nothing was written of the whole, it is what its areas come to; every other word about it stands.
    if (whole && whole.status !== 'missing')
      return [differs(whole, ofAreas) ? { ...whole, areasDiffer: ofAreas } : whole];
    const { counted, expected, reason, approximate } = ofAreas;
    const figure = { ...figureFrom(indicator, ofAreas), approximate };
    return [{ ...figure, fromAreas: { counted, expected, reason } }];
  });
}

/** A page that is given twice is one page. */
function byName(pages: readonly (Page | Page1)[]): Iterable<Page | Page1> {
  return new Map(pages.map((page) => [pageName(page), page])).values();
}

type AreasSum = Combined & { approximate: boolean };
type Columns = { page: Page; columns: PageColumns };

/** By indicator, what the areas inside the unit come to. */
function sumsInside(
  pages: readonly Page[],
  form: Form,
  catalog: Catalog,
  owing: number | undefined,
): Map<string, AreasSum> {
  if (pages.length === 0) return new Map();
  const areas = Math.max(owing ?? 0, areasIn(pages));
  const columnsOf = new Map<string, Columns[]>();
  for (const page of pages) {
    for (const columns of page.columns) {
      const found = columnsOf.get(columns.indicator);
      if (found) found.push({ page, columns });
      else columnsOf.set(columns.indicator, [{ page, columns }]);
    }
  }
  const sums = new Map<string, AreasSum>();
  for (const { indicator: id } of form.indicators) {
    const all = columnsOf.get(id);
    const indicator = catalog.indicators.get(id);
    if (!indicator) throw new Error(`no indicator ${id} in catalogue ${catalog.version}`);
    if (all) sums.set(id, sumOf(indicator, all, columnsOf, areas));
  }
  return sums;
}

function sumOf(
  indicator: Indicator,
  all: readonly Columns[],
  columnsOf: ReadonlyMap<string, readonly Columns[]>,
  areas: number,
): AreasSum {
  const { units, weight } = carriageOf(indicator);
  const weights = weightsIn(weight === undefined ? [] : (columnsOf.get(weight) ?? []));
  const sums = new Sums(units);
  let expected = areas;
  let approximate = false;
  for (const { page, columns } of all) {
    sums.addColumns(page, columns, weights);
    expected -= notApplicableIn(page, columns);
    if (columns.approximate.length > 0) approximate = true;
  }
  return { ...combinedFrom(indicator, sums, expected), approximate };
}

function weightsIn(all: readonly Columns[]): Map<string | null, PageNumber> {
  const weights = new Map<string | null, PageNumber>();
  for (const { page, columns } of all) {
    for (const [at, value] of (columns.value ?? []).entries()) {
      weights.set(page.area[columns.areas?.[at] ?? at] ?? null, value);
    }
  }
  return weights;
}

function notApplicableIn(page: Page, { status, areas }: PageColumns): number {
  if (status === 'not-applicable') return areas?.length ?? page.area.length;
  if (typeof status === 'string') return 0;
  let count = 0;
  for (let at = 0; at < status.length; at += 1) if (status[at] === 'not-applicable') count += 1;
  return count;
}

/** How many areas the pages are about. */
function areasIn(pages: readonly Page[]): number {
  const groups = new Map<string, Set<string | null>>();
  const all = new Set<string | null>();
  for (const { group, area } of pages) {
    const ofGroup = groups.get(group) ?? new Set();
    groups.set(group, ofGroup);
    for (const each of area) {
      if (ofGroup.has(each)) throw new Error(`pages: the area ${each} stands twice in the group ${group}`);
      ofGroup.add(each);
      all.add(each);
    }
  }
  return all.size;
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
