import { type Catalog, catalog as real } from '../shared/catalog/catalog.ts';
import type { Form, Indicator, Scorecard } from '../shared/catalog/schema.ts';

/** The units and regions of the catalogue, with a form, its indicators and scorecards of the benchmark's own. */
export function catalogWith(
  form: Form,
  indicators: readonly Indicator[],
  scorecards: Scorecard[] = [],
): Catalog {
  return {
    ...real,
    indicators: new Map(indicators.map((indicator) => [indicator.id, indicator])),
    forms: new Map([[form.code, form]]),
    everyForm: [form],
    scorecards: new Map(scorecards.map((scorecard) => [scorecard.code, scorecard])),
    everyScorecard: scorecards,
    meetings: new Map(),
    bodies: new Map(),
  };
}

export const benchNames = { vi: 'Biểu đo tốc độ', en: 'Benchmark form' };

/** A form of indicators in groups of 25, asked for in one period. */
export function formOf(
  indicators: readonly Indicator[],
  form: Pick<Form, 'code' | 'unitKind'> & { period: string },
): Form {
  const { period, ...rest } = form;
  const group = (at: number) => `N${Math.floor(at / 25) + 1}`;
  const groups = [...new Set(indicators.map((_, at) => group(at)))];
  return {
    ...rest,
    version: 1,
    names: benchNames,
    periodKind: 'quarter',
    window: 'administrative',
    from: period,
    to: null,
    groups: groups.map((code) => ({ code, names: { vi: `Nhóm ${code}`, en: `Group ${code}` } })),
    indicators: indicators.map(({ id }, at) => ({ indicator: id, group: group(at) })),
  };
}
