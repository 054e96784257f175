import { documentsOf } from '../../shared/aggregation/aggregate-period.ts';
import { gatherRound } from '../../shared/aggregation/gather-round.ts';
import type { IndicatorRollup } from '../../shared/aggregation/roll-up.ts';
import { type StoredRound, storedRound } from '../../shared/aggregation/stored-round.ts';
import { unpackedOf } from '../../shared/aws/pack.ts';
import { formIn } from '../../shared/catalog/catalog.ts';
import { periodOf } from '../../shared/catalog/period.ts';
import { emptySlot, type Slot, slotName } from '../../shared/submissions/slot.ts';
import type { SubmissionStore } from '../../shared/submissions/store.ts';
import { type Measured, timesOf } from '../measured.ts';
import { indicatorCount, type PackedReport, quarter, quarterCatalog, readQuarter } from '../quarter.ts';

/**
 * A period recomputed from its packed pages, as each acceptance has it done: every province's figures from those of its
 * communes, the round as it is kept, and what every document made from it says: nation, regions, ratios, ranks, points.
 */
export async function aggregate(path: string, figures: number): Promise<Measured> {
  const catalog = quarterCatalog(indicatorCount(figures));
  const reports = readQuarter(path);
  const form = formIn(catalog, quarter.form, quarter.period);
  const period = periodOf(quarter.period);
  if (!form || !period) throw new Error('the benchmark has no form');
  const submissions = storeOf(reports);
  let documents: ReturnType<typeof documentsOf> = [];
  let kept: StoredRound | undefined;
  const times = await timesOf(async () => {
    const { round } = await gatherRound({ form, period, cutOff: null }, { catalog, submissions });
    kept = storedRound(round);
    documents = documentsOf(round, at);
  });
  const packs = reports.flatMap(({ pages }) => pages);
  const rolled = documents.flatMap(({ name, document }) =>
    name.kind === 'indicator' ? [(document as IndicatorRollup).national] : [],
  );
  const counted = rolled.filter(({ value, counted: of }) => value !== null && of === reports.length);
  const { expected = 0 } = kept?.fromAreas[form.indicators[0]?.indicator ?? '']?.[0] ?? {};
  if (counted.length < form.indicators.length || expected === 0) throw new Error('figures were left out');
  return {
    milliseconds: times.again,
    rows: figures,
    packs: packs.length,
    figures,
    said: `${documents.length} documents; the first time ${times.first.toFixed(0)} ms`,
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

const at = '2026-09-22T02:00:00.000Z';

function standingSlot(key: Slot['key'], report: PackedReport | undefined): Slot {
  const pages = report?.pages.map(({ name }) => name) ?? [];
  const facts = { receivedAt: at, signedAt: at, signedBy: 'bench', explanations: {}, sha256: '' };
  const first = { why: null, nil: false, onBehalfOf: null };
  return {
    ...emptySlot(key),
    revision: 1,
    standing: { version: 1, submission: key.unit, pages, ...facts, ...first },
  };
}
