import type { ScoredUnit } from '../../aggregation/merged-score.ts';
import type { Named } from '../../aggregation/round.ts';
import type { ScorecardRollup } from '../../aggregation/score-round.ts';
import { scorecardIn } from '../../catalog/catalog.ts';
import { periodOf } from '../../catalog/period.ts';
import { decimal, subtract, text } from '../../observations/decimal.ts';
import type { Cell } from '../content.ts';
import { reasonTexts } from '../reasons.ts';
import { absenceOf, figure, type Told, unitName, withPlaces, words } from '../told.ts';
import type { Texts } from '../voice.ts';

/** A scorecard, and the one of the last meeting with which it may be compared, or why there is none. */
export type Compared = {
  card: ScorecardRollup;
  before: ScorecardRollup | null;
  why: Texts | null;
};
export type Standing = Pick<ScoredUnit, 'rank' | 'total'>;

export function comparedWith({ before }: Told, card: ScorecardRollup): Compared {
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

/** By unit, where it stood; empty where nothing is compared. */
export function standingsOf(card: ScorecardRollup | null): ReadonlyMap<string, Standing> {
  return new Map((card?.units ?? []).map((unit) => [unit.unit, unit]));
}

/** What was gained since, to the last digit; negative: lost. */
export function difference(now: string, then: string): string {
  return text(subtract(decimal(now), decimal(then)));
}

/** A scorecard and the period of which it is, as they are read. */
export function cardName({ catalog, voice }: Told, { scorecard, period }: ScorecardRollup): string {
  const names = scorecardIn(catalog, scorecard, period)?.names;
  const periodNames = periodOf(period)?.names;
  return `${names?.[voice.language] ?? scorecard}, ${periodNames?.[voice.language] ?? period}`;
}

/** A unit of a scorecard, named on the map of its period. */
export function nameIn(told: Told, card: ScorecardRollup, unit: Named): string {
  const round = roundOfCard(told, card);
  return round === null ? unit.name : unitName(told, unit, round);
}

/** Why a unit of a scorecard has no points: it has not reported, or it did not have to yet. */
export function absenceIn(told: Told, card: ScorecardRollup, unit: Named): Texts {
  const round = roundOfCard(told, card);
  return round === null ? reasonTexts['not-submitted'] : absenceOf(told, unit.unit, round);
}

/** The round whose figures a scorecard scores. */
function roundOfCard(
  { catalog }: Told,
  { scorecard, period }: ScorecardRollup,
): { form: string; period: string } | null {
  const form = scorecardIn(catalog, scorecard, period)?.form;
  return form === undefined ? null : { form, period };
}

/** As many decimals as the scorecard rounds to. */
export function points(told: Told, card: ScorecardRollup, value: string | null): Cell {
  return value === null
    ? words(told.voice.say({ vi: 'không có', en: 'none' }))
    : figure(told.voice, value, pointPlaces(told, card));
}

/** Points as a number with the decimals that its cell shows. */
export function pointsWritten(told: Told, card: ScorecardRollup, value: string | null): string | null {
  return value === null ? null : withPlaces(value, pointPlaces(told, card));
}

/** With how many decimals at least the points of a scorecard are written. */
export function pointPlaces({ catalog }: Told, { scorecard, period }: ScorecardRollup): number {
  return scorecardIn(catalog, scorecard, period)?.rounding.places ?? 0;
}
