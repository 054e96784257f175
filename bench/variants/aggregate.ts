import { aggregatePeriod, type RollupStore } from '../../shared/aggregation/aggregate-period.ts';
import type { SeriesPoint } from '../../shared/aggregation/series-point.ts';
import type { StoredRound } from '../../shared/aggregation/stored-round.ts';
import { summedOf } from '../../shared/aws/pack.ts';
import { packedRound } from '../../shared/aws/round-codec.ts';
import { packedPoint } from '../../shared/aws/series-codec.ts';
import { emptySlot, type Slot, slotName } from '../../shared/submissions/slot.ts';
import type { SubmissionStore } from '../../shared/submissions/store.ts';
import { type Measured, timesOf } from '../measured.ts';
import { indicatorCount, type PackedReport, quarter, quarterCatalog, readQuarter } from '../quarter.ts';

/**
 * A period recomputed from its packed pages, as each acceptance has it done: every province's figures from those of its
 * communes, the round as it is kept, and a point of every series: nation, units, points of the scorecard, all packed.
 */
export async function aggregate(path: string, figures: number): Promise<Measured> {
  const catalog = quarterCatalog(indicatorCount(figures));
  const reports = readQuarter(path);
  const submissions = storeOf(reports);
  const kept = new Kept();
  const times = await timesOf(async () => {
    kept.clear();
    await aggregatePeriod(quarter, { catalog, publication: 0, submissions, rollups: kept.store });
  });
  const packs = reports.flatMap(({ pages }) => pages);
  const { rounds, points } = kept;
  const counted = points.filter(({ national }) => national?.value && national.counted === reports.length);
  const [{ fromAreas = {} } = {}] = rounds;
  const isWhole = Object.values(fromAreas).every((byPlace) => (byPlace[0]?.expected ?? 0) > 0);
  const indicators = catalog.indicators.size;
  if (counted.length < indicators || !isWhole || Object.keys(fromAreas).length < indicators) {
    throw new Error('figures were left out');
  }
  return {
    milliseconds: times.again,
    rows: figures,
    packs: packs.length,
    figures,
    said: `${points.length} points; ${kept.bytes} bytes kept; the first time ${times.first.toFixed(0)} ms`,
  };
}

/** What the table would be given: packed as it is there, and counted. */
class Kept {
  readonly rounds: StoredRound[] = [];
  readonly points: SeriesPoint[] = [];
  bytes = 0;
  readonly store: RollupStore = {
    putRound: async (round) => {
      this.bytes += packedRound(round).length;
      this.rounds.push(round);
      return 'written';
    },
    putPoint: async (_at, point) => {
      this.bytes += packedPoint(point).length;
      this.points.push(point);
    },
    rounds: async () => [],
    points: async () => [],
  };

  clear(): void {
    this.rounds.length = 0;
    this.points.length = 0;
    this.bytes = 0;
  }
}

/** The reports as the table hands them over: every one stands. */
function storeOf(
  reports: readonly PackedReport[],
): Pick<SubmissionStore, 'slots' | 'pagesOf' | 'pagesToSum'> {
  const byUnit = new Map(reports.map((report) => [report.unit, report]));
  return {
    async slots(keys) {
      return new Map(keys.map((key) => [slotName(key), standingSlot(key, byUnit.get(key.unit))]));
    },
    async pagesToSum(wanted, summable) {
      return new Map(
        wanted.map(({ id, groups }) => {
          const pages = byUnit.get(id)?.pages.filter(({ name }) => groups.includes(name)) ?? [];
          const packs = pages.map(({ bytes }) => bytes);
          return [id, summedOf(packs, summable)];
        }),
      );
    },
    pagesOf: () => Promise.reject(new Error('every unit reports for itself')),
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
