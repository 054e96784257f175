import type { Entry, Round } from '../../../shared/aggregation/round.ts';
import { aboutUnits } from '../../../shared/aggregation/round.ts';
import type { WholeFigure } from '../../../shared/aggregation/whole-figures.ts';
import { catalog as builtIn, type Catalog } from '../../../shared/catalog/catalog.ts';
import { type Period, periodOf } from '../../../shared/catalog/period.ts';
import type { Form, Indicator, Scorecard, Unit } from '../../../shared/catalog/schema.ts';
import type { Figure } from '../../../shared/observations/page.ts';

/** A form, a scorecard and indicators of every carriage, so that a test says all that it is about. */

const names = { vi: 'Thử', en: 'Trial' };
const indicator = (id: string, more: Partial<Indicator>): Indicator => ({
  id,
  kind: 'count',
  unit: 'người',
  direction: 'up',
  names,
  source: 'thử',
  ...more,
});

export const indicators = [
  indicator('population', { kind: 'count' }),
  indicator('grdp', { kind: 'amount', unit: 'tỷ đồng', over: { units: 'sum', time: 'sum' } }),
  indicator('grdp-per-head', {
    kind: 'amount',
    unit: 'triệu đồng',
    over: { units: 'weighted', time: 'none', weight: 'population' },
  }),
  indicator('on-time', { kind: 'ratio', unit: '%' }),
  indicator('speed', { kind: 'amount', unit: 'Mbps' }),
  indicator('index', { kind: 'score', unit: 'điểm' }),
  indicator('late', { kind: 'count', direction: 'down' }),
];

export const form: Form = {
  code: 'thu',
  version: 1,
  names,
  unitKind: 'province',
  periodKind: 'year',
  window: 'statistical',
  from: '2020',
  to: null,
  groups: [{ code: 'A', names }],
  indicators: indicators.map(({ id }) => ({ indicator: id, group: 'A' })),
};

const scorecard = (code: string, more: Partial<Scorecard>): Scorecard => ({
  code,
  version: 1,
  names,
  form: form.code,
  source: 'thử',
  max: '100',
  rounding: { places: 4, mode: 'half-even' },
  groups: [],
  merged: 'recompute',
  ...more,
});

export const onTimeCard = scorecard('recomputed', {
  rounding: { places: 2, mode: 'half-even' },
  groups: [
    {
      rule: 'sum-of-rounded',
      code: 'R',
      names,
      max: '20',
      metrics: [{ rule: 'target-capped', indicator: 'on-time', max: '20', target: '100' }],
    },
  ],
});
export const reportedCard = scorecard('reported', {
  groups: [...onTimeCard.groups, { rule: 'reported', code: 'S', names, max: '10', indicator: 'speed' }],
});
export const meanCard = scorecard('mean', {
  merged: 'mean',
  groups: [{ rule: 'weighted', code: 'I', names, max: '1', indicator: 'index' }],
});

const scorecards = [onTimeCard, reportedCard, meanCard];
export const catalog: Catalog = {
  ...builtIn,
  indicators: new Map(indicators.map((each) => [each.id, each])),
  forms: new Map([[form.code, form]]),
  everyForm: [form],
  scorecards: new Map(scorecards.map((each) => [each.code, each])),
  everyScorecard: scorecards,
};

/** A unit that nobody has decided on: what Gia Lai and Đắk Lắk would become on 2027-01-01. */
export const together = 'province:66@2027';
const ending = ['province:52@2025', 'province:66@2025'].map((id): [string, Unit] => {
  const unit = builtIn.units.get(id) as Unit;
  return [id, { ...unit, to: '2026-12-31', successors: [together] }];
});
const begun = (ending[1] as [string, Unit])[1];
const newName = { ...(begun.names[0] as Unit['names'][0]), from: '2027-01-01', full: 'Tỉnh Thử Nghiệm' };
/** The catalogue when that merger is published ahead. */
export const mergerAhead: Catalog = {
  ...catalog,
  units: new Map([
    ...catalog.units,
    ...ending,
    [together, { ...begun, id: together, from: '2027-01-01', to: null, successors: [], names: [newName] }],
  ]),
};

/** A figure: a ratio where it has two parts. */
export function figure(id: string, value: string, denominator?: string): Figure {
  const isRatio = denominator !== undefined;
  return {
    indicator: id,
    value: isRatio ? null : value,
    numerator: isRatio ? value : null,
    denominator: denominator ?? null,
    status: 'reported',
    approximate: false,
    note: null,
  };
}

export const year = (code: string) => periodOf(code) as Period;

/** A round in which some units have reported: the figures of each by its id. */
export function roundOf(
  figures: Readonly<Record<string, readonly WholeFigure[]>>,
  { period = year('2024'), given = form }: { period?: Period; given?: Form } = {},
): Round {
  const entries = aboutUnits(catalog, given, period).map((unit): Entry => {
    const own = figures[unit.id];
    return own
      ? { unit, standing: { version: 1, state: 'reported' }, figures: own, extendedTo: null }
      : { unit, standing: null, figures: [], extendedTo: null };
  });
  return { form: given, period, entries, catalog };
}
