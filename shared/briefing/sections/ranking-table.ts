import type { ScoredUnit } from '../../aggregation/merged-score.ts';
import type { Named } from '../../aggregation/round.ts';
import type { ScorecardRollup } from '../../aggregation/score-round.ts';
import { blockId } from '../block-id.ts';
import type { Block, Cell, TableBlock } from '../content.ts';
import { figure, type Told, withPlaces, words } from '../told.ts';
import type { Texts } from '../voice.ts';
import {
  absenceIn,
  type Compared,
  cardName,
  difference,
  nameIn,
  pointPlaces,
  points,
  pointsWritten,
  type Standing,
  standingsOf,
} from './compared-scorecard.ts';

/** More bars than these are not read: then the best and the last are drawn. */
const mostBars = 40;

/** Every unit with its rank, its points and how both have changed; behind them those that did not report. */
export function rankingTable(told: Told, compared: Compared): TableBlock {
  const { voice } = told;
  const { card, before } = compared;
  const earlier = standingsOf(before);
  const missing = card.coverage.missing;
  const compares: TableBlock['columns'] = before
    ? [
        { head: voice.say({ vi: 'Hạng trước', en: 'Rank before' }), align: 'end', width: 7 },
        { head: voice.say({ vi: 'Thay đổi hạng', en: 'Move' }), align: 'end', width: 7 },
        { head: voice.say({ vi: 'Thay đổi điểm', en: 'Change of points' }), align: 'end', width: 8 },
      ]
    : [];
  return {
    kind: 'table',
    id: blockId('ranking', card.scorecard, card.period),
    caption: voice.say({
      vi: `Xếp hạng theo ${cardName(told, card)}`,
      en: `Ranking by ${cardName(told, card)}`,
    }),
    columns: [
      { head: voice.say({ vi: 'Hạng', en: 'Rank' }), align: 'center', width: 6 },
      { head: voice.say({ vi: 'Mã', en: 'Code' }), align: 'center', width: 6 },
      { head: voice.say({ vi: 'Đơn vị', en: 'Unit' }), align: 'start', width: 20 },
      { head: voice.say({ vi: 'Tổng điểm', en: 'Total' }), align: 'end', width: 8 },
      ...card.groups.map(({ names, max }) => ({
        head: `${names[voice.language]} (/${voice.number(max)})`,
        align: 'end' as const,
        width: 9,
      })),
      ...compares,
    ],
    rows: [
      ...card.units.map((unit) => unitRow(told, card, unit, before && (earlier.get(unit.unit) ?? 'new'))),
      ...missing.map((unit) => missingRow(told, card, unit, before && (earlier.get(unit.unit) ?? 'new'))),
    ],
    ...noteOf(told, card),
  };
}

function noteOf({ voice }: Told, { units }: ScorecardRollup): { note?: string } {
  if (!units.some(({ partial }) => partial)) return {};
  return {
    note: voice.say({
      vi: 'Đơn vị có số liệu mới tổng hợp từ một phần các đơn vị trực thuộc được tính điểm nhưng không xếp hạng.',
      en: 'A unit of which a figure is of some of its areas only is scored, and not ranked.',
    }),
  };
}

const notRanked: Texts = { vi: 'không xếp hạng', en: 'not ranked' };

function unitRow(told: Told, card: ScorecardRollup, unit: ScoredUnit, then: Standing | 'new' | null): Cell[] {
  const { voice } = told;
  return [
    unit.rank === null ? words(voice.say(notRanked)) : figure(voice, unit.rank),
    words(unit.code),
    words(nameIn(told, card, unit)),
    points(told, card, unit.total),
    ...card.groups.map(({ code }) => points(told, card, unit.groups[code] ?? null)),
    ...(then === null ? [] : changeCells(told, card, unit, then)),
  ];
}

function changeCells(told: Told, card: ScorecardRollup, unit: Standing, then: Standing | 'new'): Cell[] {
  const { voice } = told;
  const absent = words(voice.say(notRanked));
  if (then === 'new' || then.rank === null) return [absent, absent, absent];
  const isTold = unit.rank !== null && unit.total !== null && then.total !== null;
  return [
    figure(voice, then.rank),
    isTold ? change(told, String(then.rank - (unit.rank ?? 0))) : absent,
    isTold ? change(told, difference(unit.total ?? '0', then.total ?? '0'), pointPlaces(told, card)) : absent,
  ];
}

/** `▲ 3`, `▼ 0,25`, `0`: the sign is a mark, and the figure keeps its own. */
function change({ voice }: Told, by: string, places = 0): Cell {
  const size = voice.number(withPlaces(by.replace('-', ''), places));
  const mark = by.startsWith('-') ? '▼ ' : /^[0.]+$/.test(by) ? '' : '▲ ';
  return { text: `${mark}${size}`, value: by };
}

/** What a unit had before is told of one that did not report, too. */
function missingRow(told: Told, card: ScorecardRollup, unit: Named, then: Standing | 'new' | null): Cell[] {
  const absent = words(told.voice.say(absenceIn(told, card, unit)));
  return [
    words(told.voice.say(notRanked)),
    words(unit.code),
    words(nameIn(told, card, unit)),
    ...Array<Cell>(1 + card.groups.length).fill(absent),
    ...(then === null ? [] : changeCells(told, card, { rank: null, total: null }, then)),
  ];
}

/** The totals as bars, in the order of ranks. */
export function totalsChart(told: Told, card: ScorecardRollup, ranked: readonly ScoredUnit[]): Block {
  const { voice } = told;
  const half = mostBars / 2;
  const shown = ranked.length > mostBars ? [...ranked.slice(0, half), ...ranked.slice(-half)] : ranked;
  return {
    kind: 'chart',
    id: blockId('chart-ranking', card.scorecard, card.period),
    caption: voice.say({
      vi: `Tổng điểm theo ${cardName(told, card)}`,
      en: `Totals by ${cardName(told, card)}`,
    }),
    shape: 'bars',
    unit: voice.say({ vi: 'điểm', en: 'points' }),
    categories: shown.map((unit) => `${unit.rank}. ${nameIn(told, card, unit)}`),
    series: [
      {
        name: voice.say({ vi: 'Tổng điểm', en: 'Total' }),
        values: shown.map(({ total }) => pointsWritten(told, card, total)),
      },
    ],
  };
}
