import { type Progress, progressOf } from '../../aggregation/progress.ts';
import type { IndicatorRollup } from '../../aggregation/roll-up.ts';
import { instantOf, periodOf } from '../../catalog/period.ts';
import type { Indicator } from '../../catalog/schema.ts';
import type { Block, Cell, ChartBlock, TableBlock } from '../content.ts';
import { measureText, targetText } from '../measures.ts';
import { reasonTexts } from '../reasons.ts';
import { timeLeft } from '../time-left.ts';
import { type Draft, figure, roundName, roundOf, type Told, words } from '../told.ts';
import type { Texts } from '../voice.ts';

/** By pillar, what the nation has reached of each indicator against its target, and how much time is left. */
export function pillarsSection(told: Told): Draft {
  const results = told.now.indicators.map((rollup) => resultOf(told, rollup));
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

type Result = { rollup: IndicatorRollup; indicator: Indicator; progress: Progress };

/** Time is left from the day of the session, at its beginning. */
function sessionStart({ meeting }: Told): string {
  return instantOf(`${meeting.date}T00:00:00`);
}

function resultOf(told: Told, rollup: IndicatorRollup): Result {
  const indicator = told.catalog.indicators.get(rollup.indicator);
  if (!indicator) throw new Error(`no indicator ${rollup.indicator} in catalogue ${told.catalog.version}`);
  const earlier = told.before?.indicators.find(
    (each) => each.indicator === rollup.indicator && each.form === rollup.form && each.period < rollup.period,
  );
  const earlierPeriod = earlier && periodOf(earlier.period);
  const progress = progressOf({
    indicator,
    now: { period: roundOf(told, rollup).period, ...rollup.national },
    earlier: earlier && earlierPeriod ? { period: earlierPeriod, ...earlier.national } : null,
    at: sessionStart(told),
  });
  return { rollup, indicator, progress };
}

function pillarBlocks(told: Told, pillar: Pillar, results: readonly Result[]): Block[] {
  const chart = chartOf(told, pillar, results);
  return [
    { kind: 'paragraph', text: summaryOf(told, pillar, results) },
    tableOf(told, pillar, results),
    ...(chart ? [chart] : []),
  ];
}

function summaryOf({ voice }: Told, pillar: Pillar, results: readonly Result[]): string {
  const count = (...states: Progress['state'][]) =>
    voice.number(results.filter(({ progress }) => states.includes(progress.state)).length);
  const aimed = results.filter(({ progress }) => progress.state !== 'no-target').length;
  return voice.say({
    vi: `${pillar.names.vi}: ${voice.number(results.length)} chỉ tiêu, trong đó ${voice.number(aimed)} chỉ tiêu có mục tiêu: ${count('reached')} đã đạt, ${count('on-track')} đúng tiến độ, ${count('behind')} chậm so với mục tiêu, ${count('not-reached')} chưa đạt và chưa đủ căn cứ xác định tiến độ, ${count('not-comparable', 'not-a-number')} chưa so sánh được.`,
    en: `${pillar.names.en}: ${voice.number(results.length)} indicators, ${voice.number(aimed)} of which have a target: ${count('reached')} reached, ${count('on-track')} on track, ${count('behind')} behind, ${count('not-reached')} not reached without enough known to tell how fast it goes, ${count('not-comparable', 'not-a-number')} not comparable.`,
  });
}

const stateTexts: Readonly<Record<Progress['state'], Texts>> = {
  reached: { vi: 'đã đạt', en: 'reached' },
  'on-track': { vi: 'đúng tiến độ', en: 'on track' },
  behind: { vi: 'chậm', en: 'behind' },
  'not-reached': { vi: 'chưa đạt', en: 'not reached' },
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

function rowOf(told: Told, { rollup, indicator, progress }: Result): Cell[] {
  const { voice } = told;
  const { national } = rollup;
  const { period } = roundOf(told, rollup);
  return [
    words(indicator.names[voice.language]),
    words(period.names[voice.language]),
    words(measureText(voice, indicator.unit)),
    national.value === null
      ? words(voice.say(reasonTexts[national.reason ?? 'missing']))
      : figure(voice, national.value),
    words(`${voice.number(national.counted)}/${voice.number(national.expected)}`),
    words(progress.target ? targetText(voice, progress.target) : voice.say({ vi: 'không có', en: 'none' })),
    distanceCell(told, progress),
    words(voice.say(stateTexts[progress.state])),
    words(leftText(told, progress)),
  ];
}

/** What is still missing; nothing where the aim is reached. */
function distanceCell({ voice }: Told, { distance, reached }: Progress): Cell {
  if (distance === null) return words(voice.say({ vi: 'không xác định', en: 'not told' }));
  return reached ? figure(voice, '0') : figure(voice, distance);
}

function leftText(told: Told, { target }: Progress): string {
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
