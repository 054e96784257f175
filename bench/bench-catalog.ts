import { type Catalog, catalog as real } from '../shared/catalog/catalog.ts';
import { communesOf } from '../shared/catalog/communes.ts';
import type { Indicator } from '../shared/catalog/schema.ts';
import { unitsOn } from '../shared/catalog/unit.ts';
import { catalogWith, formOf } from './catalog-with.ts';

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
  const indicators = indicatorsFor(rows).map(
    ({ id, kind }): Indicator => ({
      id,
      kind,
      unit: kind === 'count' ? 'hồ sơ' : '%',
      direction: 'up',
      names: { vi: `Chỉ tiêu ${id}`, en: `Indicator ${id}` },
      source: 'bench',
    }),
  );
  return catalogWith(
    formOf(indicators, { code: asked.form, unitKind: 'ministry', period: asked.period }),
    indicators,
  );
}
