import { documentsOf } from '../../shared/aggregation/aggregate-period.ts';
import { expectedUnits, type IndicatorRollup } from '../../shared/aggregation/roll-up.ts';
import { wholeFigures } from '../../shared/aggregation/whole-figures.ts';
import { unpacked } from '../../shared/aws/pack.ts';
import { formIn } from '../../shared/catalog/catalog.ts';
import { communesOf } from '../../shared/catalog/communes.ts';
import { periodOf } from '../../shared/catalog/period.ts';
import { type Measured, processorTime } from '../measured.ts';
import { indicatorCount, quarter, quarterCatalog, readQuarter } from '../quarter.ts';

/** A period recomputed from its packed pages, as each acceptance has it done, up to the documents' content. */
export async function aggregate(path: string, figures: number): Promise<Measured> {
  const catalog = quarterCatalog(indicatorCount(figures));
  const reports = readQuarter(path);
  const form = formIn(catalog, quarter.form, quarter.period);
  const period = periodOf(quarter.period);
  if (!form || !period) throw new Error('the benchmark has no form');
  const units = expectedUnits(catalog, form, period);
  const byUnit = new Map(reports.map((report) => [report.unit, report]));
  const at = '2026-09-22T02:00:00.000Z';
  const facts = { receivedAt: at, signedAt: at, signedBy: 'bench', explanations: {}, sha256: '' };
  const start = processorTime();
  const pages = new Map(units.map(({ id }) => [id, lazily(byUnit.get(id)?.pages ?? [])]));
  const t1 = processorTime();
  const entries = units.map((unit) => ({
    unit,
    standing: { version: 1, submission: unit.id, pages: [], ...facts },
    figures: wholeFigures(
      pages.get(unit.id) ?? [],
      form,
      catalog,
      communesOf(unit.code, '2026-09-14').length,
    ),
  }));
  const t2 = processorTime();
  const round = { form, period, entries, catalog };
  const documents = documentsOf({ round, slots: new Map(), progress: 0, cutOff: null });
  const milliseconds = processorTime() - start;
  const packs = reports.flatMap(({ pages: all }) => all);
  const rolled = documents.flatMap(({ name, document }) =>
    name.kind === 'indicator' ? [(document as IndicatorRollup).national] : [],
  );
  const told = rolled.filter(({ value }) => value !== null).length;
  return {
    milliseconds,
    rows: told,
    packs: packs.length,
    figures,
    said: `${told}/${rolled.length} decode ${t1 - start} sums ${t2 - t1} documents ${processorTime() - t2}`,
  };
}

function* lazily(pages: readonly { bytes: Uint8Array }[]) {
  for (const { bytes } of pages) yield unpacked(bytes);
}
