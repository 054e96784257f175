import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { packed } from '../shared/aws/pack.ts';
import { type Catalog, loadCatalog, catalog as real } from '../shared/catalog/catalog.ts';
import { communesOf } from '../shared/catalog/communes.ts';
import type { Form } from '../shared/catalog/schema.ts';
import { unitsOn } from '../shared/catalog/unit.ts';
import type { Observation } from '../shared/observations/observation.ts';
import { pagesOf } from '../shared/observations/page.ts';
import { generator } from './random.ts';

/** What is recomputed: every province's report on every one of its communes. */
export const quarter = { form: 'communes', period: '2026-Q3' } as const;
const day = '2026-09-14';
const names = { vi: 'Biểu đo tốc độ', en: 'Benchmark form' };

type BenchIndicator = { id: string; kind: 'ratio' | 'count' | 'amount' };

/** Of ten indicators eight are ratios, one is counted, one has decimals. */
function indicators(count: number): BenchIndicator[] {
  return Array.from({ length: count }, (_, at) => ({
    id: `CDS.CHI_TIEU_${String(at + 1).padStart(3, '0')}`,
    kind: at % 10 === 8 ? 'count' : at % 10 === 9 ? 'amount' : 'ratio',
  }));
}

/** The catalogue with a form of so many indicators, in groups of 25, and a scorecard of its ratios. */
export function quarterCatalog(count: number): Catalog {
  const all = indicators(count);
  const group = (at: number) => `N${Math.floor(at / 25) + 1}`;
  const groups = [...new Set(all.map((_, at) => group(at)))];
  const named = { code: quarter.form, version: 1, names, source: 'bench' };
  return loadCatalog({
    catalog: { schema: 'catalog/1', version: real.version },
    units: { schema: 'units/1', source: 'bench', units: [...real.units.values()] },
    indicators: {
      schema: 'indicators/1',
      indicators: all.map(({ id, kind }) => ({
        id,
        kind,
        unit: kind === 'ratio' ? '%' : 'đơn vị',
        direction: 'up',
        names,
        source: 'bench',
        ...(kind === 'amount' && { over: { units: 'sum', time: 'sum' } }),
      })),
    },
    forms: {
      schema: 'forms/1',
      forms: [
        {
          code: quarter.form,
          version: 1,
          names,
          unitKind: 'province',
          periodKind: 'quarter',
          window: 'administrative',
          from: quarter.period,
          to: null,
          groups: groups.map((code) => ({ code, names })),
          indicators: all.map(({ id }, at) => ({ indicator: id, group: group(at) })),
        },
      ],
    },
    scorecards: {
      schema: 'scorecards/1',
      scorecards: [
        {
          ...named,
          form: quarter.form,
          max: '100',
          rounding: { places: 2, mode: 'half-even' },
          groups: groups.map((code) => ({
            rule: 'sum-of-rounded',
            code,
            names,
            max: '25',
            metrics: all.flatMap(({ id, kind }, at) =>
              kind === 'ratio' && group(at) === code
                ? [{ rule: 'target-capped', indicator: id, max: '1', target: '90' }]
                : [],
            ),
          })),
        },
      ],
    },
    meetings: { schema: 'meetings/1', bodies: [], meetings: [] },
  });
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
