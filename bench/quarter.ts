import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { packed } from '../shared/aws/pack.ts';
import { type Catalog, catalog as real } from '../shared/catalog/catalog.ts';
import { communesOf } from '../shared/catalog/communes.ts';
import type { Form, GroupRule, Indicator, MetricRule, Scorecard } from '../shared/catalog/schema.ts';
import { unitsOn } from '../shared/catalog/unit.ts';
import type { Observation } from '../shared/observations/observation.ts';
import { pagesOf } from '../shared/observations/page.ts';
import { benchNames, catalogWith, formOf } from './catalog-with.ts';
import { generator } from './random.ts';

/** What is recomputed: every province's report on every one of its communes. */
export const quarter = { form: 'communes', period: '2026-Q3' } as const;
const day = '2026-09-14';

/** Of ten indicators eight are ratios, one is counted, one has decimals. */
function indicators(count: number): Indicator[] {
  return Array.from({ length: count }, (_, at): Indicator => {
    const kind = at % 10 === 8 ? 'count' : at % 10 === 9 ? 'amount' : 'ratio';
    return {
      id: `CDS.CHI_TIEU_${String(at + 1).padStart(3, '0')}`,
      kind,
      unit: kind === 'ratio' ? '%' : 'đơn vị',
      direction: 'up',
      names: benchNames,
      source: 'bench',
      ...(kind === 'amount' && { over: { units: 'sum', time: 'sum' } }),
    };
  });
}

/** The catalogue with a form of so many indicators and a scorecard of its ratios. */
export function quarterCatalog(count: number): Catalog {
  const all = indicators(count);
  const form = formOf(all, { code: quarter.form, unitKind: 'province', period: quarter.period });
  const ratios = new Set(all.flatMap(({ id, kind }) => (kind === 'ratio' ? [id] : [])));
  const groups = form.groups.map(
    ({ code, names }): GroupRule => ({
      rule: 'sum-of-rounded',
      code,
      names,
      max: '25',
      metrics: form.indicators.flatMap(({ indicator, group }): MetricRule[] =>
        group === code && ratios.has(indicator)
          ? [{ rule: 'target-capped', indicator, max: '1', target: '90' }]
          : [],
      ),
    }),
  );
  const scorecard: Scorecard = {
    code: quarter.form,
    version: 1,
    names: benchNames,
    form: form.code,
    source: 'bench',
    max: '100',
    rounding: { places: 2, mode: 'half-even' },
    groups,
    merged: 'recompute',
  };
  return catalogWith(form, all, [scorecard]);
}

/** A unit's report as the table keeps it. */
export type PackedReport = { unit: string; pages: { name: string; bytes: Uint8Array }[] };

/** The packed reports of all provinces, made once in the folder; about as many figures as are asked for. */
export function quarterFile(folder: string, figures: number): string {
  const path = join(folder, `quarter-${figures}.packs`);
  if (existsSync(path)) return path;
  const catalog = quarterCatalog(indicatorCount(figures));
  const form = catalog.forms.get(quarter.form) as Form;
  const random = generator(20_260_914);
  const reports = unitsOn(real, 'province', day).map((unit): PackedReport => {
    const observations = communesOf(unit.code, day).flatMap(({ code }) =>
      form.indicators.map(({ indicator }) =>
        observation(unit.id, `commune:${code}`, indicator, catalog.indicators.get(indicator)?.kind, random),
      ),
    );
    const pages = pagesOf(observations, form).map((page) => ({ name: page.name, bytes: packed(page) }));
    return { unit: unit.id, pages };
  });
  writeFileSync(path, serialize(reports));
  return path;
}

export function indicatorCount(figures: number): number {
  return Math.ceil(figures / 3_330);
}

export function readQuarter(path: string): PackedReport[] {
  return deserialize(readFileSync(path)) as PackedReport[];
}

function observation(
  unit: string,
  area: string,
  indicator: string,
  kind: string | undefined,
  random: (below: number) => number,
): Observation {
  const whole = random(90_000) + 10;
  const part = String(Math.floor((whole * (random(40) + 60)) / 100));
  const isRatio = kind === 'ratio';
  const isThere = random(50) > 0;
  const value = kind === 'amount' ? `${whole}.${random(90) + 10}`.replace(/0$/, '') : String(whole);
  return {
    unit,
    area,
    indicator,
    period: quarter.period,
    value: isRatio || !isThere ? null : value,
    numerator: isRatio && isThere ? part : null,
    denominator: isRatio && isThere ? String(whole) : null,
    status: isThere ? 'reported' : 'missing',
    approximate: false,
    note: isThere ? null : 'Hệ thống chưa hoạt động trong kỳ',
    at: { sheet: null, cell: 'A1' },
  };
}
