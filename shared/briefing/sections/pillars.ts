import type { ProgressState } from '../../aggregation/progress.ts';
import type { IndicatorRollup } from '../../aggregation/roll-up.ts';
import { instantOf } from '../../catalog/period.ts';
import type { Indicator, Target } from '../../catalog/schema.ts';
import { decimal, divide, text } from '../../observations/decimal.ts';
import type { Block, Cell, ChartBlock, TableBlock } from '../content.ts';
import { measureText, targetText } from '../measures.ts';
import { reasonTexts } from '../reasons.ts';
import { timeLeft } from '../time-left.ts';
import { type Draft, figure, placesOf, roundName, roundOf, type Told, withPlaces, words } from '../told.ts';
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
    title: results.some(({ progress }) => progress.target !== null)
      ? { vi: 'Kết quả theo trụ cột so với mục tiêu', en: 'Results by pillar against targets' }
      : { vi: 'Kết quả theo trụ cột', en: 'Results by pillar' },
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

type Column = TableBlock['columns'][number] & { cell(result: Result): Cell };

function tableOf(told: Told, pillar: Pillar, results: readonly Result[]): TableBlock {
  const { voice } = told;
  const isAimed = results.some(({ progress }) => progress.target !== null);
  const periods = new Set(results.map(({ rollup }) => periodName(told, rollup)));
  const isOfOne = periods.size === 1;
  const columns: Column[] = [
    ...nameColumns(told, isOfOne),
    ...resultColumns(told),
    ...(isAimed ? targetColumns(told) : []),
  ];
  const against = isAimed ? { vi: ' so với mục tiêu', en: ' against targets' } : { vi: '', en: '' };
  const of = isOfOne ? `, ${[...periods][0]}` : '';
  return {
    kind: 'table',
    id: `pillar-${pillar.code}`,
    caption: voice.say({
      vi: `${pillar.names.vi}: kết quả cả nước${against.vi}${of}`,
      en: `${pillar.names.en}: the nation's results${against.en}${of}`,
    }),
    columns: columns.map(({ cell: _, ...column }) => column),
    rows: results.map((result) => columns.map(({ cell }) => cell(result))),
    note: notesOf(told, results, isAimed),
  };
}

function periodName(told: Told, rollup: IndicatorRollup): string {
  return roundOf(told, rollup).period.names[told.voice.language];
}

/** The period where there is more than one: of one the caption tells it. */
function nameColumns(told: Told, isOfOne: boolean): Column[] {
  const { voice } = told;
  const period: Column = {
    head: voice.say({ vi: 'Kỳ', en: 'Period' }),
    align: 'start',
    width: 10,
    cell: ({ rollup }) => words(periodName(told, rollup)),
  };
  return [
    {
      head: voice.say({ vi: 'Chỉ tiêu', en: 'Indicator' }),
      align: 'start',
      width: 30,
      cell: (result) => words(nameOf(told, result)),
    },
    ...(isOfOne ? [] : [period]),
  ];
}

function resultColumns({ voice }: Told): Column[] {
  return [
    {
      head: voice.say({ vi: 'Đơn vị tính', en: 'Unit' }),
      align: 'center',
      width: 8,
      cell: ({ indicator }) => words(measureText(voice, indicator.unit)),
    },
    {
      head: voice.say({ vi: 'Kết quả', en: 'Result' }),
      align: 'end',
      width: 10,
      cell: ({ rollup: { national }, indicator }) =>
        national.value === null
          ? words(voice.say(reasonTexts[national.reason ?? 'missing']))
          : figure(voice, national.value, placesOf(indicator.unit)),
    },
    {
      head: voice.say({ vi: 'Số đơn vị có số liệu', en: 'Units counted' }),
      align: 'center',
      width: 9,
      cell: ({ rollup: { national } }) =>
        words(`${voice.number(national.counted)}/${voice.number(national.expected)}`),
    },
  ];
}

function targetColumns(told: Told): Column[] {
  const { voice } = told;
  return [
    {
      head: voice.say({ vi: 'Mục tiêu', en: 'Target' }),
      align: 'start',
      width: 13,
      cell: ({ progress: { target } }) =>
        words(target ? targetText(voice, target) : voice.say({ vi: 'không có', en: 'none' })),
    },
    {
      head: voice.say({ vi: 'Còn thiếu', en: 'Still to go' }),
      align: 'end',
      width: 8,
      cell: (result) => distanceCell(told, result),
    },
    {
      head: voice.say({ vi: 'Đánh giá', en: 'State' }),
      align: 'start',
      width: 10,
      cell: (result) => words(voice.say(stateTexts[stateOf(result)])),
    },
    {
      head: voice.say({ vi: 'Thời gian còn lại', en: 'Time left' }),
      align: 'start',
      width: 14,
      cell: ({ progress }) => words(leftText(told, progress)),
    },
  ];
}

function notesOf({ voice }: Told, results: readonly Result[], isAimed: boolean): string {
  const notes: Texts[] = [
    {
      vi: 'Tỷ lệ của cả nước là tổng tử số chia tổng mẫu số của các đơn vị đã báo cáo, không phải trung bình cộng các tỷ lệ.',
      en: "The nation's ratio is the sum of numerators over the sum of denominators of the units that reported, never a mean of ratios.",
    },
    ...(isAimed
      ? [
          {
            vi: 'Thời gian còn lại tính từ ngày họp.',
            en: 'Time left is counted from the day of the session.',
          },
        ]
      : []),
    ...(results.some(({ progress }) => progress.among !== null)
      ? [
          {
            vi: 'Mục tiêu xếp hạng trong một phạm vi (khu vực, thế giới) chưa so sánh được: số liệu báo cáo không nêu xếp hạng trong phạm vi nào.',
            en: 'A target of a rank among some (a region, the world) is not compared: the figure that was reported does not say among whom it is.',
          },
        ]
      : []),
  ];
  return notes.map((note) => voice.say(note)).join(' ');
}

/** One of several aims says among whom. */
function nameOf({ voice }: Told, { indicator, progress }: Result): string {
  const name = indicator.names[voice.language];
  return progress.among === null ? name : `${name} (${progress.among})`;
}

/**
 * What is still missing, with the decimals of the figure, so that both make the aim; nothing where it is reached. A
 * share falls short by less than is written: then by how much to the last digit, since `0,00` is no distance.
 */
function distanceCell({ voice }: Told, { progress, indicator, rollup }: Result): Cell {
  const { target, distance, reached } = progress;
  if (target === null) return words(voice.say({ vi: 'không có', en: 'none' }));
  if (distance === null) return words(voice.say({ vi: 'không xác định', en: 'not told' }));
  const places = Math.max(placesOf(indicator.unit), rollup.national.value?.split('.')[1]?.length ?? 0);
  if (reached) return figure(voice, '0', places);
  const isRounded = indicator.kind === 'ratio' && indicator.unit === '%';
  const shown = isRounded ? rounded(distance, places) : distance;
  const isNothing = /^-?[0.]+$/.test(shown);
  return { ...figure(voice, isNothing ? distance : shown, places), value: distance };
}

function rounded(value: string, places: number): string {
  return text(divide(decimal(value), decimal('1'), { places, mode: 'half-even' }));
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
        values: shown.map(({ rollup, indicator }) =>
          withPlaces(rollup.national.value ?? '', placesOf(indicator.unit)),
        ),
      },
    ],
  };
}
