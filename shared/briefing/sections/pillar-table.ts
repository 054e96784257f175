import type { IndicatorRollup } from '../../aggregation/roll-up.ts';
import { instantOf } from '../../catalog/period.ts';
import { decimal, divide, text } from '../../observations/decimal.ts';
import type { Cell, TableBlock } from '../content.ts';
import { measureText, targetText } from '../measures.ts';
import { reasonTexts } from '../reasons.ts';
import { timeLeft } from '../time-left.ts';
import { figure, placesOf, roundOf, type Told, words } from '../told.ts';
import type { Texts } from '../voice.ts';
import { type Pillar, type Result, stateOf, stateTexts, type ToldProgress } from './pillar-result.ts';

type Column = TableBlock['columns'][number] & { cell(result: Result): Cell };

/** The nation's results of a pillar, beside their targets where any has one. */
export function pillarTable(told: Told, pillar: Pillar, results: readonly Result[]): TableBlock {
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

/** Time is left from the day of the session, at its beginning. */
function sessionStart({ now }: Told): string {
  return instantOf(`${now.manifest.meeting.date}T00:00:00`);
}

function leftText(told: Told, { target }: ToldProgress): string {
  const { voice } = told;
  if (!target) return voice.say({ vi: 'không có', en: 'none' });
  if (target.year === undefined) return voice.say({ vi: 'duy trì liên tục', en: 'holds all the time' });
  return timeLeft(voice, sessionStart(told), target.year);
}
