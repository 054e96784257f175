import type { ScoredUnit } from '../../aggregation/merged-score.ts';
import type { ScorecardRollup } from '../../aggregation/score-round.ts';
import type { Told } from '../told.ts';
import type { Texts } from '../voice.ts';
import { absenceIn, type Compared, difference, nameIn, points, standingsOf } from './compared-scorecard.ts';

/** How many are named at either end; whoever shares the last place is named too. */
const namedAtAnEnd = 5;
/** More names than these are not read in one line. */
const mostNamed = 10;

type Move = { unit: ScoredUnit; ranks: number; points: string };

/** The best and the last, with whoever shares their rank. */
export function endsOf(told: Told, card: ScorecardRollup, ranked: readonly ScoredUnit[]): string[] {
  const { voice } = told;
  if (ranked.length === 0)
    return [voice.say({ vi: 'Chưa đơn vị nào được xếp hạng.', en: 'No unit is ranked.' })];
  const lastLeader = ranked[Math.min(namedAtAnEnd, ranked.length) - 1]?.rank ?? 0;
  const firstLaggard = ranked[Math.max(0, ranked.length - namedAtAnEnd)]?.rank ?? 0;
  const leaders = ranked.filter(({ rank }) => rank !== null && rank <= lastLeader);
  const laggards = ranked.filter(({ rank }) => rank !== null && rank >= firstLaggard && rank > lastLeader);
  const named = (units: readonly ScoredUnit[], edge: number) =>
    bounded(told, {
      those: units,
      isAtTheEdge: ({ rank }) => rank === edge,
      name: (unit) => standing(told, card, unit),
      count: (n) => ({ vi: `${n} đơn vị cùng hạng ${edge}`, en: `${n} units that share rank ${edge}` }),
    });
  return [
    `${voice.say({ vi: 'Dẫn đầu', en: 'Leading' })}: ${named(leaders, lastLeader)}.`,
    ...(laggards.length > 0
      ? [`${voice.say({ vi: 'Xếp cuối', en: 'At the end' })}: ${named(laggards, firstLaggard)}.`]
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

type Bounded<T> = {
  those: readonly T[];
  /** True of those that share the last place of the list. */
  isAtTheEdge(one: T): boolean;
  name(one: T): string;
  count(n: string): Texts;
};

/** Names, as many as are read; where too many share the last place, they are counted. */
function bounded<T>({ voice }: Told, { those, isAtTheEdge, name, count }: Bounded<T>): string {
  if (those.length <= mostNamed) return voice.list(those.map(name));
  const before = those.filter((one) => !isAtTheEdge(one));
  const shared = those.length - before.length;
  return voice.list([...before.map(name), voice.say(count(voice.number(shared)))]);
}

/** How ranks have moved: who the most, up and down, how many have not, and who was ranked and is no more. */
export function movesTold(told: Told, compared: Compared & { before: ScorecardRollup }): string[] {
  const { voice } = told;
  const moves = movesOf(compared);
  const still = moves.filter(({ ranks }) => ranks === 0).length;
  return [
    `${voice.say({ vi: 'Tăng hạng nhiều nhất', en: 'Up the most' })}: ${mostMoved(told, compared.card, moves, 1)}.`,
    `${voice.say({ vi: 'Giảm hạng nhiều nhất', en: 'Down the most' })}: ${mostMoved(told, compared.card, moves, -1)}.`,
    voice.say({
      vi: `Giữ nguyên thứ hạng: ${voice.number(still)} đơn vị.`,
      en: `Unchanged in rank: ${voice.number(still)} ${still === 1 ? 'unit' : 'units'}.`,
    }),
    ...noMoreRanked(told, compared),
  ];
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

/** Who has moved the most in rank, up (1) or down (-1), with whoever moved as far. */
function mostMoved(told: Told, card: ScorecardRollup, moves: readonly Move[], sign: 1 | -1): string {
  const { voice } = told;
  const moved = moves
    .filter(({ ranks }) => ranks * sign > 0)
    .sort((a, b) => sign * (b.ranks - a.ranks) || (a.unit.rank ?? 0) - (b.unit.rank ?? 0));
  const least = Math.abs(moved[Math.min(namedAtAnEnd, moved.length) - 1]?.ranks ?? 0);
  const those = moved.filter(({ ranks }) => Math.abs(ranks) >= least);
  if (those.length === 0) return voice.say({ vi: 'không có', en: 'none' });
  const places = (ranks: number) => `${ranks} ${ranks === 1 ? 'place' : 'places'}`;
  return bounded(told, {
    those,
    isAtTheEdge: ({ ranks }) => Math.abs(ranks) === least,
    name: ({ unit, ranks, points: by }) =>
      voice.say({
        vi: `${nameIn(told, card, unit)} (${Math.abs(ranks)} bậc, ${gained(told, card, by)})`,
        en: `${nameIn(told, card, unit)} (${places(Math.abs(ranks))}, ${gained(told, card, by)})`,
      }),
    count: (n) => ({ vi: `${n} đơn vị cùng ${least} bậc`, en: `${n} units by ${places(least)} each` }),
  });
}

/** A change as words: `tăng 1,5 điểm`, since a text may not begin with a sign. */
function gained(told: Told, card: ScorecardRollup, by: string): string {
  const { voice } = told;
  if (/^[0.]+$/.test(by)) return voice.say({ vi: 'điểm không đổi', en: 'points unchanged' });
  const { text: size } = points(told, card, by.replace('-', ''));
  return by.startsWith('-')
    ? voice.say({ vi: `giảm ${size} điểm`, en: `down ${size} points` })
    : voice.say({ vi: `tăng ${size} điểm`, en: `up ${size} points` });
}

/** Whoever had a rank and has none now, by name: a rank that is lost is news as well. */
function noMoreRanked(
  told: Told,
  { card, before }: { card: ScorecardRollup; before: ScorecardRollup },
): string[] {
  const { voice } = told;
  const now = new Map(card.units.map((unit) => [unit.unit, unit]));
  const absent = new Map(card.coverage.missing.map((unit) => [unit.unit, unit]));
  const lost = before.units.filter(
    ({ unit, rank }) => rank !== null && (now.get(unit)?.rank ?? null) === null,
  );
  if (lost.length === 0) return [];
  const named = lost.slice(0, mostNamed).map((unit) => {
    const missing = absent.get(unit.unit);
    const why = missing ? `, ${voice.say(absenceIn(told, card, missing))}` : '';
    return voice.say({
      vi: `${nameIn(told, before, unit)} (hạng trước ${unit.rank}${why})`,
      en: `${nameIn(told, before, unit)} (rank ${unit.rank} before${why})`,
    });
  });
  const more = lost.length - named.length;
  const rest = more > 0 ? [voice.say({ vi: `${more} đơn vị khác`, en: `${more} more` })] : [];
  const head = voice.say({
    vi: 'Được xếp hạng tại phiên trước, nay không xếp hạng',
    en: 'Ranked before and not now',
  });
  return [`${head}: ${voice.list([...named, ...rest])}.`];
}
