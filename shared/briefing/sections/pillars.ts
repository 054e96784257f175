import type { ProgressState } from '../../aggregation/progress.ts';
import type { IndicatorRollup } from '../../aggregation/roll-up.ts';
import { instantOf } from '../../catalog/period.ts';
import type { Indicator, Target } from '../../catalog/schema.ts';
import type { Block, Cell, ChartBlock, TableBlock } from '../content.ts';
import { measureText, targetText } from '../measures.ts';
import { reasonTexts } from '../reasons.ts';
import { timeLeft } from '../time-left.ts';
import { type Draft, figure, placesOf, roundName, roundOf, type Told, words } from '../told.ts';
import type { Texts } from '../voice.ts';

/** By pillar, what the nation has reached of each indicator against its target, and how much time is left. */
export function pillarsSection(told: Told): Draft {
  const results = told.now.indicators.flatMap((rollup) => resultsOf(told, rollup));
  const blocks = pillars.flatMap(({ code, names }) => {
    const those = results.filter(({ indicator }) => (indicator.pillar ?? 'other') === code);
    return those.length === 0 ? [] : pillarBlocks(told, { code, names }, those);
  });
  return {
    id: 'pillars',
    title: { vi: 'Kết quả theo trụ cột so với mục tiêu', en: 'Results by pillar against targets' },
    blocks,
  };
}

type Pillar = { code: NonNullable<Indicator['pillar']> | 'other'; names: Texts };
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

/** What stands in the progress document of a form, of one aim; of an indicator without a target nothing does. */
type ToldProgress = {
  target: Target | null;
  state: ProgressState;
  distance: string | null;
  reached: boolean | null;
  among: string | null;
};
type Result = { rollup: IndicatorRollup; indicator: Indicator; progress: ToldProgress };

/** Time is left from the day of the session, at its beginning. */
function sessionStart({ now }: Told): string {
  return instantOf(`${now.manifest.meeting.date}T00:00:00`);
}

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
    tableOf(told, pillar, results),
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

/** What holds all the time and is not reached is neither early nor late: it is not held. */
type ShownState = ProgressState | 'not-held';
const stateOrder: readonly ShownState[] = [
  'reached',
  'on-track',
  'behind',
  'not-held',
  'not-reached',
  'not-comparable',
  'not-a-number',
];

function stateOf({ progress: { state, target } }: Result): ShownState {
  return state === 'behind' && target?.year === undefined ? 'not-held' : state;
}

const stateTexts: Readonly<Record<ShownState, Texts>> = {
  reached: { vi: 'đã đạt', en: 'reached' },
  'on-track': { vi: 'đúng tiến độ', en: 'on track' },
  behind: { vi: 'chậm tiến độ', en: 'behind' },
  'not-held': { vi: 'chưa đạt', en: 'not reached' },
  'not-reached': { vi: 'chưa đạt, chưa xác định được tiến độ', en: 'not reached, pace not known' },
  'no-target': { vi: 'không có mục tiêu', en: 'no target' },
  'not-a-number': { vi: 'không có số liệu', en: 'no figure' },
  'not-comparable': { vi: 'chưa so sánh được', en: 'not comparable' },
};

function tableOf(told: Told, pillar: Pillar, results: readonly Result[]): TableBlock {
  const { voice } = told;
  return {
    kind: 'table',
    id: `pillar-${pillar.code}`,
    caption: voice.say({
      vi: `${pillar.names.vi}: kết quả cả nước so với mục tiêu`,
      en: `${pillar.names.en}: the nation's results against targets`,
    }),
    columns: [
      { head: voice.say({ vi: 'Chỉ tiêu', en: 'Indicator' }), align: 'start', width: 30 },
      { head: voice.say({ vi: 'Kỳ', en: 'Period' }), align: 'start', width: 10 },
      { head: voice.say({ vi: 'Đơn vị tính', en: 'Unit' }), align: 'center', width: 8 },
      { head: voice.say({ vi: 'Kết quả', en: 'Result' }), align: 'end', width: 10 },
      { head: voice.say({ vi: 'Số đơn vị có số liệu', en: 'Units counted' }), align: 'center', width: 9 },
      { head: voice.say({ vi: 'Mục tiêu', en: 'Target' }), align: 'start', width: 13 },
      { head: voice.say({ vi: 'Còn thiếu', en: 'Still to go' }), align: 'end', width: 8 },
      { head: voice.say({ vi: 'Đánh giá', en: 'State' }), align: 'start', width: 10 },
      { head: voice.say({ vi: 'Thời gian còn lại', en: 'Time left' }), align: 'start', width: 14 },
    ],
    rows: results.map((result) => rowOf(told, result)),
    note: voice.say({
      vi: 'Tỷ lệ của cả nước là tổng tử số chia tổng mẫu số của các đơn vị đã báo cáo, không phải trung bình cộng các tỷ lệ. Thời gian còn lại tính từ ngày họp.',
      en: "The nation's ratio is the sum of numerators over the sum of denominators of the units that reported, never a mean of ratios. Time left is counted from the day of the session.",
    }),
  };
}

function rowOf(told: Told, result: Result): Cell[] {
  const { rollup, indicator, progress } = result;
  const { voice } = told;
  const { national } = rollup;
  const { period } = roundOf(told, rollup);
  return [
    words(nameOf(told, result)),
    words(period.names[voice.language]),
    words(measureText(voice, indicator.unit)),
    national.value === null
      ? words(voice.say(reasonTexts[national.reason ?? 'missing']))
      : figure(voice, national.value, placesOf(indicator.unit)),
    words(`${voice.number(national.counted)}/${voice.number(national.expected)}`),
    words(progress.target ? targetText(voice, progress.target) : voice.say({ vi: 'không có', en: 'none' })),
    distanceCell(told, progress),
    words(voice.say(stateTexts[stateOf(result)])),
    words(leftText(told, progress)),
  ];
}

/** One of several aims says among whom. */
function nameOf({ voice }: Told, { indicator, progress }: Result): string {
  const name = indicator.names[voice.language];
  return progress.among === null ? name : `${name} (${progress.among})`;
}

/** What is still missing; nothing where the aim is reached. */
function distanceCell({ voice }: Told, { distance, reached }: ToldProgress): Cell {
  if (distance === null) return words(voice.say({ vi: 'không xác định', en: 'not told' }));
  return reached ? figure(voice, '0') : figure(voice, distance);
}

function leftText(told: Told, { target }: ToldProgress): string {
  const { voice } = told;
  if (!target) return voice.say({ vi: 'không có', en: 'none' });
  if (target.year === undefined) return voice.say({ vi: 'duy trì liên tục', en: 'holds all the time' });
  return timeLeft(voice, sessionStart(told), target.year);
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
        values: shown.map(({ rollup }) => rollup.national.value),
      },
    ],
  };
}
