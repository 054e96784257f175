import type { Catalog } from '../catalog/catalog.ts';
import { periodOf } from '../catalog/period.ts';
import { columnsOf, type Page, pageNumber } from '../observations/page.ts';
import { type Entry, figureOf, type Reported, type Round } from './round.ts';
import type { WholeFigure } from './whole-figures.ts';
import { figuresByArea } from './whole-figures.ts';

/**
 * A round as it is kept: its figures in the columns of one page whose areas are the units of the round, so that every
 * answer about a period is made from one small item, on whichever basis. What a province explained stays out of it:
 * whoever reads without a token may read it.
 */
export type StoredRound = {
  schema: 'round/1';
  form: string;
  /** The version of the form. */
  version: number;
  period: string;
  /** The catalogue under which it was gathered. */
  catalog: string;
  units: string[];
  /** By unit: what stands, null where nothing does. */
  standing: (Reported | null)[];
  /** By unit's place: the last day to which it was extended. */
  extended: Record<string, string>;
  columns: Page['columns'];
  /** By indicator and unit's place: of how many areas inside the unit its figure was combined. */
  fromAreas: ByPlace<'fromAreas'>;
  /** By indicator and unit's place: what the areas come to where the whole was reported otherwise; absent: nowhere. */
  areasDiffer?: ByPlace<'areasDiffer'>;
};

type ByPlace<K extends 'fromAreas' | 'areasDiffer'> = Record<
  string,
  Record<string, NonNullable<WholeFigure[K]>>
>;

/** A round as it is kept. */
export function storedRound({ form, period, entries, catalog }: Round): StoredRound {
  const columns = form.indicators.flatMap(({ indicator }): Page['columns'] => {
    const places = entries.flatMap((entry, place) => {
      const figure = figureOf(entry, indicator);
      return figure ? [{ place, figure }] : [];
    });
    if (places.length === 0) return [];
    const areas = places.length === entries.length ? null : places.map(({ place }) => place);
    const packed = columnsOf(places.map(({ figure }) => figure));
    const value = packed.value?.map((number) => pageNumber(number as string | null)) ?? null;
    return [{ indicator, areas, ...packed, value, note: null }];
  });
  const extended = entries.flatMap(({ extendedTo }, place) => (extendedTo ? [[place, extendedTo]] : []));
  const areasDiffer = byPlace(entries, 'areasDiffer');
  return {
    schema: 'round/1',
    form: form.code,
    version: form.version,
    period: period.code,
    catalog: catalog.version,
    units: entries.map(({ unit }) => unit.id),
    standing: entries.map(({ standing }) => standing),
    extended: Object.fromEntries(extended),
    columns,
    fromAreas: byPlace(entries, 'fromAreas'),
    ...(Object.keys(areasDiffer).length > 0 && { areasDiffer }),
  };
}

/**
 * The round that was kept, read under a catalogue.
 * @throws Error when it names a unit, a form or a period that the catalogue has not
 */
export function roundFrom(stored: StoredRound, catalog: Catalog): Round {
  const period = periodOf(stored.period);
  const form = catalog.everyForm.find(
    ({ code, version }) => code === stored.form && version === stored.version,
  );
  if (!period || !form)
    throw new Error(`catalogue ${catalog.version}: no round ${stored.form} ${stored.period}`);
  const { units, columns } = stored;
  const page: Page = { schema: 'page/2', name: 'round', group: 'round', area: units, notes: [], columns };
  const figures = figuresByArea([page]);
  const entries = units.map((id, place): Entry => {
    const unit = catalog.units.get(id);
    if (!unit) throw new Error(`catalogue ${catalog.version}: no unit ${id}`);
    return {
      unit,
      standing: stored.standing[place] ?? null,
      extendedTo: stored.extended[place] ?? null,
      figures: (figures.get(id) ?? []).map(({ area: _, ...figure }): WholeFigure => {
        const fromAreas = stored.fromAreas[figure.indicator]?.[place];
        const areasDiffer = stored.areasDiffer?.[figure.indicator]?.[place];
        return { ...figure, ...(fromAreas && { fromAreas }), ...(areasDiffer && { areasDiffer }) };
      }),
    };
  });
  return { form, period, entries, catalog };
}

function byPlace<K extends 'fromAreas' | 'areasDiffer'>(entries: readonly Entry[], key: K): ByPlace<K> {
  const all: ByPlace<K> = {};
  for (const [place, { figures }] of entries.entries()) {
    for (const figure of figures) {
      const told = figure[key];
      if (!told) continue;
      const ofIndicator = all[figure.indicator] ?? {};
      all[figure.indicator] = ofIndicator;
      ofIndicator[place] = told;
    }
  }
  return all;
}
