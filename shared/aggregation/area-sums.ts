import { carriageOf } from '../catalog/carriage.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { Indicator } from '../catalog/schema.ts';
import type { Page, PageColumns, PageNumber } from '../observations/page.ts';
import { Sums } from './sums.ts';

/** What was added up of one indicator, and how many areas owe a figure of it. */
export type AreaSum = { indicator: Indicator; sums: Sums; expected: number; approximate: boolean };

const unweighed: ReadonlyMap<string | null, PageNumber> = new Map();

type Columns = { page: Page; columns: PageColumns };
/** One indicator while pages are read; what is weighed waits until the pages with the weights are read too. */
type Running = {
  indicator: Indicator;
  sums: Sums;
  weight: string | undefined;
  waiting: Columns[];
  notApplicable: number;
  approximate: boolean;
};

/**
 * What the areas inside a unit come to, by indicator, from its pages of areas, each read once and let go. Figures are
 * added up column by column: a country's quarter is a third of a million of them.
 */
export class AreaSums {
  readonly #catalog: Catalog;
  readonly #running = new Map<string, Running>();
  readonly #wanted: ReadonlySet<string>;
  readonly #weighing: ReadonlySet<string>;
  /** By weighing indicator, the figure of each area. */
  readonly #weights = new Map<string, Map<string | null, PageNumber>>();
  /** By area, the groups in whose pages it stood. */
  readonly #areas = new Map<string | null, string[]>();

  /** @param indicators those whose sums are wanted */
  constructor(indicators: readonly string[], catalog: Catalog) {
    this.#catalog = catalog;
    this.#wanted = new Set(indicators);
    const weights = indicators.flatMap((id) => carriageOf(this.#indicator(id)).weight ?? []);
    this.#weighing = new Set(weights);
  }

  /** @throws Error when an area stands in two pages of one group: it would be counted twice */
  take(page: Page): void {
    const { group } = page;
    for (const area of page.area) {
      const groups = this.#areas.get(area);
      if (groups?.includes(group)) {
        throw new Error(`pages: the area ${area} stands twice in the group ${group}`);
      }
      if (groups) groups.push(group);
      else this.#areas.set(area, [group]);
    }
    for (const columns of page.columns) {
      const isWeight = this.#weighing.has(columns.indicator);
      if (isWeight) this.#keepWeights(page, columns);
      if (isWeight || this.#wanted.has(columns.indicator)) this.#addColumns(page, columns);
    }
  }

  /** @param owing how many areas owe a figure; fewer than stand in the pages: those */
  sums(owing = 0): Map<string, AreaSum> {
    const expected = Math.max(owing, this.#areas.size);
    return new Map(
      [...this.#running].map(([id, { indicator, sums, weight, waiting, notApplicable, approximate }]) => {
        const weights = this.#weights.get(weight ?? '') ?? new Map();
        for (const { page, columns } of waiting.splice(0)) sums.addColumns(page, columns, weights);
        return [id, { indicator, sums, expected: expected - notApplicable, approximate }];
      }),
    );
  }

  #addColumns(page: Page, columns: PageColumns): void {
    const running = this.#running.get(columns.indicator) ?? this.#start(columns.indicator);
    if (running.weight === undefined) running.sums.addColumns(page, columns, unweighed);
    else running.waiting.push({ page, columns });
    running.notApplicable += notApplicableIn(page, columns);
    if (columns.approximate.length > 0) running.approximate = true;
  }

  #start(id: string): Running {
    const indicator = this.#indicator(id);
    const { units, weight } = carriageOf(indicator);
    const counts = { notApplicable: 0, approximate: false };
    const running = { indicator, sums: new Sums(units), weight, waiting: [], ...counts };
    this.#running.set(id, running);
    return running;
  }

  #keepWeights(page: Page, { indicator, areas, value }: PageColumns): void {
    const weights = this.#weights.get(indicator) ?? new Map<string | null, PageNumber>();
    this.#weights.set(indicator, weights);
    for (const [at, number] of (value ?? []).entries()) {
      weights.set(page.area[areas?.[at] ?? at] ?? null, number);
    }
  }

  #indicator(id: string): Indicator {
    const indicator = this.#catalog.indicators.get(id);
    if (!indicator) throw new Error(`no indicator ${id} in catalogue ${this.#catalog.version}`);
    return indicator;
  }
}

function notApplicableIn(page: Page, { status, areas }: PageColumns): number {
  if (status === 'not-applicable') return areas?.length ?? page.area.length;
  if (typeof status === 'string' || !status.includes('not-applicable')) return 0;
  return status.filter((word) => word === 'not-applicable').length;
}
