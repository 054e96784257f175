import { type Catalog, loadCatalog, catalog as real } from '../shared/catalog/catalog.ts';
import { communesOf } from '../shared/catalog/communes.ts';
import { unitsOn } from '../shared/catalog/unit.ts';

/** What the benchmark's files report: a ministry's indicators for every commune of the country. */
export const asked = { unit: 'ministry:BKHCN', form: 'bench', period: '2026-Q3' } as const;
const day = '2026-09-14';

/** Every commune with its province, in the order of their codes: 3,321. */
export function communes(): { province: string; unit: string; code: string; name: string }[] {
  return unitsOn(real, 'province', day).flatMap((unit) =>
    communesOf(unit.code, day).map(({ code, name }) => ({
      province: unit.code,
      unit: unit.id,
      code,
      name: name.full,
    })),
  );
}

export type BenchIndicator = { id: string; kind: 'ratio' | 'count' | 'rate' };

/** As many indicators as a file of so many rows asks for; eight in ten are ratios. */
export function indicatorsFor(rows: number): BenchIndicator[] {
  const count = Math.ceil(rows / communes().length);
  return Array.from({ length: count }, (_, at) => ({
    id: `CDS.CHI_TIEU_${String(at + 1).padStart(3, '0')}`,
    kind: at % 10 === 8 ? 'count' : at % 10 === 9 ? 'rate' : 'ratio',
  }));
}

/** The catalogue with a form of those indicators, in groups of 25. */
export function benchCatalog(rows: number): Catalog {
  const indicators = indicatorsFor(rows);
  const group = (at: number) => `N${Math.floor(at / 25) + 1}`;
  const groups = [...new Set(indicators.map((_, at) => group(at)))];
  const base = loadCatalog({
    catalog: { schema: 'catalog/1', version: real.version },
    units: { schema: 'units/1', source: 'bench', units: [...real.units.values()] },
    indicators: {
      schema: 'indicators/1',
      indicators: indicators.map(({ id, kind }) => ({
        id,
        kind,
        unit: kind === 'count' ? 'hồ sơ' : '%',
        direction: 'up',
        names: { vi: `Chỉ tiêu ${id}`, en: `Indicator ${id}` },
        source: 'bench',
      })),
    },
    forms: {
      schema: 'forms/1',
      forms: [
        {
          code: asked.form,
          version: 1,
          names: { vi: 'Biểu đo tốc độ', en: 'Benchmark form' },
          unitKind: 'ministry',
          periodKind: 'quarter',
          window: 'administrative',
          from: asked.period,
          to: null,
          groups: groups.map((code) => ({ code, names: { vi: `Nhóm ${code}`, en: `Group ${code}` } })),
          indicators: indicators.map(({ id }, at) => ({ indicator: id, group: group(at) })),
        },
      ],
    },
    scorecards: { schema: 'scorecards/1', scorecards: [] },
    meetings: { schema: 'meetings/1', bodies: [], meetings: [] },
  });
  return base;
}
