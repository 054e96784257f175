import { documentsOf } from '../../shared/aggregation/aggregate-period.ts';
import { gatherRound } from '../../shared/aggregation/gather-round.ts';
import type { IndicatorRollup } from '../../shared/aggregation/roll-up.ts';
import { unpackedOf } from '../../shared/aws/pack.ts';
import { formIn } from '../../shared/catalog/catalog.ts';
import { periodOf } from '../../shared/catalog/period.ts';
import { emptySlot, type Slot, slotName } from '../../shared/submissions/slot.ts';
import type { SubmissionStore } from '../../shared/submissions/store.ts';
import { type Measured, processorTime } from '../measured.ts';
import { indicatorCount, type PackedReport, quarter, quarterCatalog, readQuarter } from '../quarter.ts';

/** A period recomputed from its packed pages, as each acceptance has it done, up to the documents' content. */
export async function aggregate(path: string, figures: number): Promise<Measured> {
  const catalog = quarterCatalog(indicatorCount(figures));
  const reports = readQuarter(path);
  const form = formIn(catalog, quarter.form, quarter.period);
  const period = periodOf(quarter.period);
  if (!form || !period) throw new Error('the benchmark has no form');
  const submissions = storeOf(reports);
  const start = processorTime();
  const gathered = await gatherRound({ form, period, cutOff: null }, { catalog, submissions });
  const documents = documentsOf(gathered.round, '2026-10-14T10:00:00.000Z');
  const milliseconds = processorTime() - start;
  const packs = reports.flatMap(({ pages }) => pages);
  const rolled = documents.flatMap(({ name, document }) =>
    name.kind === 'indicator' ? [(document as IndicatorRollup).national] : [],
  );
  const told = rolled.filter(({ value }) => value !== null).length;
  return {
    milliseconds,
    rows: told,
    packs: packs.length,
    figures,
    said: `${told} of ${rolled.length} national figures in ${documents.length} documents`,
  };
}

/** The reports as the table hands them over: every one stands. */
function storeOf(reports: readonly PackedReport[]): Pick<SubmissionStore, 'slots' | 'pagesOf'> {
  const byUnit = new Map(reports.map((report) => [report.unit, report]));
  return {
    async slots(keys) {
      return new Map(keys.map((key) => [slotName(key), standingSlot(key, byUnit.get(key.unit))]));
    },
    async pagesOf(wanted) {
      return new Map(
        wanted.map(({ id, groups }) => {
          const pages = byUnit.get(id)?.pages.filter(({ name }) => groups.includes(name)) ?? [];
          return [id, unpackedOf(pages.map(({ bytes }) => bytes))];
        }),
      );
    },
  };
}

function standingSlot(key: Slot['key'], report: PackedReport | undefined): Slot {
  const at = '2026-09-22T02:00:00.000Z';
  const pages = report?.pages.map(({ name }) => name) ?? [];
  const facts = { receivedAt: at, signedAt: at, signedBy: 'bench', explanations: {}, sha256: '' };
  const first = { why: null, nil: false, onBehalfOf: null };
  return {
    ...emptySlot(key),
    revision: 1,
    standing: { version: 1, submission: key.unit, pages, ...facts, ...first },
  };
}
