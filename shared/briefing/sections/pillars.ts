import type { IndicatorRollup } from '../../aggregation/roll-up.ts';
import type { Block, ChartBlock } from '../content.ts';
import { type Draft, placesOf, roundName, type Told, withPlaces } from '../told.ts';
import {
  type Pillar,
  type Result,
  stateOf,
  stateOrder,
  stateTexts,
  type ToldProgress,
} from './pillar-result.ts';
import { pillarTable } from './pillar-table.ts';

/** By pillar, what the nation has reached of each indicator against its target, and how much time is left. */
export function pillarsSection(told: Told): Draft {
  const results = told.now.indicators.flatMap((rollup) => resultsOf(told, rollup));
  const blocks = pillars.flatMap(({ code, names }) => {
    const those = results.filter(({ indicator }) => (indicator.pillar ?? 'other') === code);
    return those.length === 0 ? [] : pillarBlocks(told, { code, names }, those);
  });
  return {
    id: 'pillars',
    title: results.some(({ progress }) => progress.target !== null)
      ? { vi: 'Kết quả theo trụ cột so với mục tiêu', en: 'Results by pillar against targets' }
      : { vi: 'Kết quả theo trụ cột', en: 'Results by pillar' },
    blocks,
  };
}

const pillars: readonly Pillar[] = [
  { code: 'government', names: { vi: 'Chính phủ số', en: 'Digital government' } },
  { code: 'economy', names: { vi: 'Kinh tế số', en: 'Digital economy' } },
  { code: 'society', names: { vi: 'Xã hội số', en: 'Digital society' } },
  {
    code: 'foundation',
    names: { vi: 'Nền tảng chuyển đổi số', en: 'Foundations of digital transformation' },
  },
  { code: 'other', names: { vi: 'Các chỉ tiêu khác', en: 'Other indicators' } },
];

/** One result for each aim of an indicator: one may have several, among others whom it is held against. */
function resultsOf(told: Told, rollup: IndicatorRollup): Result[] {
  const indicator = told.catalog.indicators.get(rollup.indicator);
  if (!indicator) throw new Error(`no indicator ${rollup.indicator} in catalogue ${told.catalog.version}`);
  const document = told.now.progress.find(
    ({ form, period }) => form === rollup.form && period === rollup.period,
  );
  const entries = (document?.indicators ?? []).filter((entry) => entry.indicator === rollup.indicator);
  if (entries.length === 0) return [{ rollup, indicator, progress: noTarget }];
  return entries.map(({ target, national, among }) => {
    const { state, distance, reached } = national;
    return { rollup, indicator, progress: { target, state, distance, reached, among } };
  });
}

const noTarget: ToldProgress = {
  target: null,
  state: 'no-target',
  distance: null,
  reached: null,
  among: null,
};

function pillarBlocks(told: Told, pillar: Pillar, results: readonly Result[]): Block[] {
  const chart = chartOf(told, pillar, results);
  return [
    { kind: 'paragraph', text: summaryOf(told, pillar, results) },
    pillarTable(told, pillar, results),
    ...(chart ? [chart] : []),
  ];
}

/** How many aims there are, and how they stand; what is none is not named. */
function summaryOf({ voice }: Told, pillar: Pillar, results: readonly Result[]): string {
  const n = voice.number;
  const name = voice.say(pillar.names);
  const indicators = new Set(results.map(({ rollup }) => rollup)).size;
  const aimed = results.filter(({ progress }) => progress.state !== 'no-target');
  if (aimed.length === 0) {
    return voice.say({
      vi: `${name}: ${n(indicators)} chỉ tiêu, không chỉ tiêu nào có mục tiêu.`,
      en: `${name}: ${n(indicators)} indicators, none of which has a target.`,
    });
  }
  const counted = stateOrder.flatMap((state) => {
    const count = aimed.filter((result) => stateOf(result) === state).length;
    return count === 0 ? [] : [`${n(count)} ${voice.say(stateTexts[state])}`];
  });
  return voice.say({
    vi: `${name}: ${n(indicators)} chỉ tiêu với ${n(aimed.length)} mục tiêu: ${voice.list(counted)}.`,
    en: `${name}: ${n(indicators)} indicators with ${n(aimed.length)} targets: ${voice.list(counted)}.`,
  });
}

/** What is measured in percent, side by side. */
function chartOf(told: Told, pillar: Pillar, results: readonly Result[]): ChartBlock | undefined {
  const { voice } = told;
  const shown = results.filter(
    ({ indicator, rollup }) => indicator.unit === '%' && rollup.national.value !== null,
  );
  if (shown.length < 2) return undefined;
  const rounds = new Set(shown.map(({ rollup }) => roundName(told, rollup)));
  const ofRound = (result: Result) => (rounds.size > 1 ? ` (${result.rollup.period})` : '');
  return {
    kind: 'chart',
    id: `chart-${pillar.code}`,
    caption: voice.say({
      vi: `${pillar.names.vi}: kết quả cả nước của các chỉ tiêu tính theo tỷ lệ`,
      en: `${pillar.names.en}: the nation's results in percent`,
    }),
    shape: 'bars',
    unit: '%',
    categories: shown.map((result) => result.indicator.names[voice.language] + ofRound(result)),
    series: [
      {
        name: voice.say({ vi: 'Kết quả cả nước', en: 'Nation' }),
        values: shown.map(({ rollup, indicator }) =>
          withPlaces(rollup.national.value ?? '', placesOf(indicator.unit)),
        ),
      },
    ],
  };
}
