import type { ScoredUnit } from '../../aggregation/merged-score.ts';
import type { ScorecardRollup } from '../../aggregation/score-round.ts';
import { scorecardIn } from '../../catalog/catalog.ts';
import { periodOf } from '../../catalog/period.ts';
import { decimal, subtract, text } from '../../observations/decimal.ts';
import type { Block, Cell, TableBlock } from '../content.ts';
import { type Draft, figure, type Told, unitName, words } from '../told.ts';
import type { Texts } from '../voice.ts';

/** How many are named at either end; whoever shares the last place is named too. */
const namedAtAnEnd = 5;
/** More bars than these are not read: then the best and the last are drawn. */
const mostBars = 40;

/** Who leads, who lags behind and who has moved since the last meeting, by each scorecard of the meeting. */
export function moversSection(told: Told): Draft {
  const blocks = told.now.scorecards.flatMap((card) => cardBlocks(told, comparedWith(told, card)));
  return {
    id: 'movers',
    title: {
      vi: 'Xếp hạng và thay đổi so với phiên họp trước',
      en: 'Ranking, and moves since the last meeting',
    },
    blocks: blocks.length > 0 ? blocks : [{ kind: 'paragraph', text: told.voice.say(noScorecard) }],
  };
}

const noScorecard: Texts = {
  vi: 'Phiên họp này không có bộ chỉ số chấm điểm.',
  en: 'No scorecard is scored for this meeting.',
};

/** A scorecard, and the one of the last meeting with which it may be compared, or why there is none. */
type Compared = {
  card: ScorecardRollup;
  before: ScorecardRollup | null;
  why: Texts | null;
};
type Standing = Pick<ScoredUnit, 'rank' | 'total'>;
type Move = { unit: ScoredUnit; ranks: number; points: string };

function comparedWith({ before }: Told, card: ScorecardRollup): Compared {
  if (!before) {
    const why = {
      vi: 'Chưa có bản chốt của phiên họp trước nên chưa so sánh được.',
      en: 'There is no snapshot of a meeting before, so nothing is compared.',
    };
    return { card, before: null, why };
  }
  const same = before.scorecards
    .filter(({ scorecard, period }) => scorecard === card.scorecard && period <= card.period)
    .sort((a, b) => (a.period < b.period ? 1 : -1))[0];
  if (!same) {
    const why = {
      vi: 'Bản chốt của phiên họp trước không có bộ chỉ số này nên chưa so sánh được.',
      en: 'The snapshot of the meeting before does not hold this scorecard, so nothing is compared.',
    };
    return { card, before: null, why };
  }
  if (same.version !== card.version) {
    const why = {
      vi: `Bộ chỉ số đã thay đổi (phiên bản ${same.version} ở phiên họp trước, nay là phiên bản ${card.version}) nên không so sánh điểm và thứ hạng.`,
      en: `The scorecard has changed (version ${same.version} at the meeting before, version ${card.version} now), so points and ranks are not compared.`,
    };
    return { card, before: null, why };
  }
  return { card, before: same, why: null };
}

function cardBlocks(told: Told, compared: Compared): Block[] {
  const { card } = compared;
  const ranked = card.units.filter(({ rank }) => rank !== null);
  const moves = movesOf(compared);
  return [
    { kind: 'paragraph', text: introOf(told, compared, ranked.length) },
    { kind: 'list', items: ends(told, card, ranked) },
    ...(compared.why ? [{ kind: 'paragraph' as const, text: told.voice.say(compared.why) }] : []),
    ...(compared.before ? [{ kind: 'list' as const, items: moversOf(told, card, moves) }] : []),
    rankingTable(told, compared),
    ...(ranked.length > 1 ? [chartOf(told, card, ranked)] : []),
  ];
}

function cardName({ catalog, voice }: Told, { scorecard, period }: ScorecardRollup): string {
  const names = scorecardIn(catalog, scorecard, period)?.names;
  const periodNames = periodOf(period)?.names;
  return `${names?.[voice.language] ?? scorecard}, ${periodNames?.[voice.language] ?? period}`;
}

function introOf(told: Told, { card, before }: Compared, ranked: number): string {
  const { voice } = told;
  const { expected, counted } = card.coverage;
  const n = voice.number;
  const since = before
    ? voice.say({
        vi: ` So sánh với ${periodOf(before.period)?.names.vi ?? before.period} tại phiên họp trước.`,
        en: ` Compared with ${periodOf(before.period)?.names.en ?? before.period} at the meeting before.`,
      })
    : '';
  return voice.say({
    vi: `${cardName(told, card)} (tối đa ${n(card.max)} điểm): ${n(ranked)} đơn vị được xếp hạng trên ${n(counted)} đơn vị đã báo cáo và ${n(expected)} đơn vị phải báo cáo; các đơn vị bằng điểm có cùng thứ hạng.${since}`,
    en: `${cardName(told, card)} (at most ${n(card.max)} points): ${n(ranked)} units are ranked of ${n(counted)} that reported and ${n(expected)} that were expected; equal totals share a rank.${since}`,
  });
}

/** The best and the last, with whoever shares their rank. */
function ends(told: Told, card: ScorecardRollup, ranked: readonly ScoredUnit[]): string[] {
  const { voice } = told;
  if (ranked.length === 0)
    return [voice.say({ vi: 'Chưa đơn vị nào được xếp hạng.', en: 'No unit is ranked.' })];
  const lastLeader = ranked[Math.min(namedAtAnEnd, ranked.length) - 1]?.rank ?? 0;
  const firstLaggard = ranked[Math.max(0, ranked.length - namedAtAnEnd)]?.rank ?? 0;
  const leaders = ranked.filter(({ rank }) => rank !== null && rank <= lastLeader);
  const laggards = ranked.filter(({ rank }) => rank !== null && rank >= firstLaggard && rank > lastLeader);
  const told_ = (units: readonly ScoredUnit[]) => voice.list(units.map((unit) => standing(told, card, unit)));
  return [
    `${voice.say({ vi: 'Dẫn đầu', en: 'Leading' })}: ${told_(leaders)}.`,
    ...(laggards.length > 0
      ? [`${voice.say({ vi: 'Xếp cuối', en: 'At the end' })}: ${told_(laggards)}.`]
      : []),
  ];
}

function standing(told: Told, card: ScorecardRollup, unit: ScoredUnit): string {
  const { voice } = told;
  const total = points(told, card, unit.total).text;
  return voice.say({
    vi: `${nameIn(told, card, unit)} (hạng ${unit.rank}, ${total} điểm)`,
    en: `${nameIn(told, card, unit)} (rank ${unit.rank}, ${total} points)`,
  });
}

function nameIn(told: Told, { scorecard, period }: ScorecardRollup, unit: ScoredUnit): string {
  const form = scorecardIn(told.catalog, scorecard, period)?.form;
  return form === undefined ? unit.name : unitName(told, unit, { form, period });
}

function movesOf({ card, before }: Compared): Move[] {
  const earlier = standingsOf(before);
  return card.units.flatMap((unit) => {
    const then = earlier.get(unit.unit);
    if (!then || then.rank === null || then.total === null || unit.rank === null || unit.total === null) {
      return [];
    }
    return [{ unit, ranks: then.rank - unit.rank, points: difference(unit.total, then.total) }];
  });
}

function standingsOf(card: ScorecardRollup | null): ReadonlyMap<string, Standing> {
  return new Map((card?.units ?? []).map((unit) => [unit.unit, unit]));
}

function difference(now: string, then: string): string {
  return text(subtract(decimal(now), decimal(then)));
}

/** Who has moved the most in rank, up and down, with whoever moved as far. */
function moversOf(told: Told, card: ScorecardRollup, moves: readonly Move[]): string[] {
  const { voice } = told;
  const most = (sign: 1 | -1) => {
    const those = moves
      .filter(({ ranks }) => ranks * sign > 0)
      .sort((a, b) => sign * (b.ranks - a.ranks) || (a.unit.rank ?? 0) - (b.unit.rank ?? 0));
    const least = Math.abs(those[Math.min(namedAtAnEnd, those.length) - 1]?.ranks ?? 0);
    return those.filter(({ ranks }) => Math.abs(ranks) >= least);
  };
  const named = (those: readonly Move[]) =>
    those.length === 0
      ? voice.say({ vi: 'không có', en: 'none' })
      : voice.list(
          those.map(({ unit, ranks, points }) =>
            voice.say({
              vi: `${nameIn(told, card, unit)} (${Math.abs(ranks)} bậc, ${signed(told, points)} điểm)`,
              en: `${nameIn(told, card, unit)} (${Math.abs(ranks)} ${Math.abs(ranks) === 1 ? 'place' : 'places'}, ${signed(told, points)} points)`,
            }),
          ),
        );
  const still = moves.filter(({ ranks }) => ranks === 0).length;
  return [
    `${voice.say({ vi: 'Tăng hạng nhiều nhất', en: 'Up the most' })}: ${named(most(1))}.`,
    `${voice.say({ vi: 'Giảm hạng nhiều nhất', en: 'Down the most' })}: ${named(most(-1))}.`,
    voice.say({
      vi: `Giữ nguyên thứ hạng: ${voice.number(still)} đơn vị.`,
      en: `Unchanged in rank: ${voice.number(still)} units.`,
    }),
  ];
}

/** A change as words: `tăng 1,5`, since a text may not begin with a sign. */
function signed({ voice }: Told, points: string): string {
  if (/^[0.]+$/.test(points)) return voice.say({ vi: 'không đổi 0', en: 'unchanged by 0' });
  const size = voice.number(points.replace('-', ''));
  return points.startsWith('-')
    ? voice.say({ vi: `giảm ${size}`, en: `down ${size}` })
    : voice.say({ vi: `tăng ${size}`, en: `up ${size}` });
}

function rankingTable(told: Told, compared: Compared): TableBlock {
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
    id: `ranking-${card.scorecard}-${card.period}`.slice(0, 31),
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
      ...missing.map((unit) => missingRow(told, card, unit as ScoredUnit, compares.length)),
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

function unitRow(told: Told, card: ScorecardRollup, unit: ScoredUnit, then: Standing | 'new' | null): Cell[] {
  const { voice } = told;
  const none = (reason: Texts) => words(voice.say(reason));
  const notRanked = { vi: 'không xếp hạng', en: 'not ranked' };
  return [
    unit.rank === null ? none(notRanked) : figure(voice, unit.rank),
    words(unit.code),
    words(nameIn(told, card, unit)),
    points(told, card, unit.total),
    ...card.groups.map(({ code }) => points(told, card, unit.groups[code] ?? null)),
    ...(then === null ? [] : changeCells(told, unit, then)),
  ];
}

function changeCells(told: Told, unit: ScoredUnit, then: Standing | 'new'): Cell[] {
  const { voice } = told;
  const absent = words(voice.say({ vi: 'chưa xếp hạng', en: 'not ranked' }));
  if (then === 'new' || then.rank === null) return [absent, absent, absent];
  const isTold = unit.rank !== null && unit.total !== null && then.total !== null;
  return [
    figure(voice, then.rank),
    isTold ? change(told, String(then.rank - (unit.rank ?? 0))) : absent,
    isTold ? change(told, difference(unit.total ?? '0', then.total ?? '0')) : absent,
  ];
}

/** `▲ 3`, `▼ 0,25`, `0`: the sign is a mark, and the figure keeps its own. */
function change({ voice }: Told, by: string): Cell {
  const size = voice.number(by.replace('-', ''));
  const mark = by.startsWith('-') ? '▼ ' : /^[0.]+$/.test(by) ? '' : '▲ ';
  return { text: `${mark}${size}`, value: by };
}

function missingRow(told: Told, card: ScorecardRollup, unit: ScoredUnit, more: number): Cell[] {
  const absent = words(told.voice.say({ vi: 'chưa báo cáo', en: 'not submitted' }));
  const columns = 1 + card.groups.length + more;
  const rank = words(told.voice.say({ vi: 'không xếp hạng', en: 'not ranked' }));
  return [rank, words(unit.code), words(nameIn(told, card, unit)), ...Array(columns).fill(absent)];
}

/** As many decimals as the scorecard rounds to. */
function points(
  { voice, catalog }: Told,
  { scorecard, period }: ScorecardRollup,
  value: string | null,
): Cell {
  const places = scorecardIn(catalog, scorecard, period)?.rounding.places ?? 0;
  return value === null ? words(voice.say({ vi: 'không có', en: 'none' })) : figure(voice, value, places);
}

function chartOf(told: Told, card: ScorecardRollup, ranked: readonly ScoredUnit[]): Block {
  const { voice } = told;
  const half = mostBars / 2;
  const shown = ranked.length > mostBars ? [...ranked.slice(0, half), ...ranked.slice(-half)] : ranked;
  return {
    kind: 'chart',
    id: `chart-ranking-${card.scorecard}-${card.period}`.slice(0, 31),
    caption: voice.say({
      vi: `Tổng điểm theo ${cardName(told, card)}`,
      en: `Totals by ${cardName(told, card)}`,
    }),
    shape: 'bars',
    unit: voice.say({ vi: 'điểm', en: 'points' }),
    categories: shown.map((unit) => `${unit.rank}. ${nameIn(told, card, unit)}`),
    series: [{ name: voice.say({ vi: 'Tổng điểm', en: 'Total' }), values: shown.map(({ total }) => total) }],
  };
}
