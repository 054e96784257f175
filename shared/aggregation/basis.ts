import { type Catalog, scorecardIn } from '../catalog/catalog.ts';
import { mapDay, reportingKinds } from '../catalog/reporters.ts';
import type { Form, Indicator, Scorecard, Unit } from '../catalog/schema.ts';
import { successorOn } from '../catalog/succession.ts';
import { changeDays } from '../catalog/unit-checks.ts';
import { agreed } from './area-sums.ts';
import { combine, figureFrom, type Reason } from './combine.ts';
import { areasOf, type EntryFigure, entryFigure, isAllNil, meanOf, partsOf } from './entry-figure.ts';
import { type Entry, type Named, named, type Round, type Silence, silenceOf } from './round.ts';

/** On which map figures are told: that of their period, or today's. */
export const bases = ['as-reported', 'current'] as const;
export type Basis = (typeof bases)[number];

/** One unit on a basis; `parts`: who reported in its place, more than one where it is their merger. */
export type Place = { unit: Unit; named: Named; parts: readonly Entry[] };
/** A round on a basis; `day`: the local day whose map and names it is told on. */
export type Placed = { round: Round; basis: Basis; day: string; places: readonly Place[] };

/** A unit's figure on a basis, and of a merged one what it was made from. */
export type PlacedFigure = EntryFigure & { predecessors?: PredecessorFigure[] };
type PredecessorFigure = Named &
  Omit<EntryFigure, 'counted' | 'expected' | 'reason'> & { reason: Reason | Silence | null };

/**
 * A round on a basis. On `current` every unit's figures are carried to the unit that it has become today, under that
 * unit's present code and name; a unit that was divided is carried nowhere, since its figures belong to no one unit.
 * @param today the local day on which it is asked, or as of which: a merger that is published ahead changes nothing
 *   before its own day
 */
export function placed(round: Round, basis: 'as-reported'): Placed;
export function placed(round: Round, basis: Basis, today: string): Placed;
export function placed(round: Round, basis: Basis, today = ''): Placed {
  const day = dayOf(round, basis, today);
  if (basis === 'as-reported') {
    const places = round.entries.map((entry) => ({
      unit: entry.unit,
      named: named(entry.unit, day),
      parts: [entry],
    }));
    return { round, basis, day, places };
  }
  const parts = new Map<Unit, Entry[]>();
  for (const entry of round.entries) {
    const unit = successorOn(round.catalog, entry.unit, day);
    if (unit) parts.set(unit, [...(parts.get(unit) ?? []), entry]);
  }
  const places = [...parts].map(([unit, entries]) => ({
    unit,
    named: named(unit, day),
    parts: entries,
  }));
  return { round, basis, day, places: places.sort((a, b) => (a.unit.code < b.unit.code ? -1 : 1)) };
}

/** The local day whose map and names a basis tells: today's, unless the period's own map is a later one still. */
export function dayOf({ form, period }: Pick<Round, 'form' | 'period'>, basis: Basis, today: string): string {
  const own = mapDay(form, period);
  return basis === 'current' && today > own ? today : own;
}

/**
 * The local days after a round's own map from which its figures are carried to other units, the earliest first. Which
 * of them is today's is not asked here, so that what is kept of a round depends on no clock.
 */
export function laterMaps({ form, period, entries, catalog }: Round): string[] {
  const own = mapDay(form, period);
  const days = laterDays(catalog, form, own);
  const reached = (day: string) => entries.map(({ unit }) => successorOn(catalog, unit, day));
  return days.filter((day, at) => {
    const [now, before] = [reached(day), reached(days[at - 1] ?? own)];
    return now.some((unit, place) => unit !== before[place]);
  });
}

/** The days behind one on which the map of a kind of unit changed that the form's figures are about. */
function laterDays(catalog: Catalog, form: Form, own: string): string[] {
  const kinds = form.about ? [form.about.kind] : reportingKinds(form);
  const days = new Set(kinds.flatMap((kind) => changeDays(catalog, kind)));
  return [...days].filter((day) => day > own).sort();
}

/** True when the unit is made from others that reported in its place. */
export function isMerged({ parts }: Place): boolean {
  return parts.length > 1;
}

/** True when every unit that reports in this place has; of a merged unit nothing is told without one of its parts. */
export function isCounted({ parts }: Place): boolean {
  return parts.every(({ standing }) => standing !== null);
}

/** True when at least one unit has reported in this place. */
export function isListed({ parts }: Place): boolean {
  return parts.some(({ standing }) => standing !== null);
}

/**
 * A unit's figure of an indicator. A merged unit's is combined from its predecessors', and refused where one of
 * them is missing; an index of a scorecard whose decision says so is their plain mean.
 */
export function figureAt({ round }: Placed, place: Place, indicator: Indicator): PlacedFigure {
  const [only] = place.parts;
  if (only && !isMerged(place)) return entryFigure(indicator, only);
  const parts = place.parts.map((entry) => entryFigure(indicator, entry));
  const scorecard = meanScorecardOf(round, indicator.id);
  const combined = scorecard
    ? meanOf(parts, scorecard.rounding)
    : combine(indicator, partsOf(place.parts, indicator), 'refused');
  const reason = mergedReason(place, combined.reason);
  const { status } = figureFrom(indicator.id, combined);
  const day = mapDay(round.form, round.period);
  return {
    ...combined,
    reason,
    status: status === 'missing' ? agreed(parts.map((part) => part.status)) : status,
    ...areasOf(parts),
    predecessors: place.parts.map((entry, at): PredecessorFigure => {
      const { counted: _, expected: __, ...said } = parts[at] as EntryFigure;
      const own = entry.standing ? said : { ...said, reason: silenceOf(round.form) };
      return { ...named(entry.unit, day), ...own };
    }),
  };
}

/**
 * One rule for sums, means and points: where all parts are nil, so is the whole; where only some are, or some did not
 * report, it is not told. Nothing to report in a part is not zero.
 */
function mergedReason(place: Place, reason: Reason | null): Reason | null {
  if (isNil(place)) return 'nil';
  return reason === 'missing' && isListed(place) && !isTold(place) ? 'parts-missing' : reason;
}

/** True when every unit that reports in this place has, and none of them that there is nothing to report. */
export function isTold({ parts }: Place): boolean {
  return parts.every(({ standing }) => standing !== null && !standing.nil);
}

/** True when everybody who reports in this place certified that there is nothing to report. */
export function isNil({ parts }: Place): boolean {
  return isAllNil(parts);
}

/** The scorecards of a round's form in its period. */
export function scorecardsOf({ catalog, form, period }: Round): Scorecard[] {
  return [...catalog.scorecards.keys()]
    .flatMap((code) => scorecardIn(catalog, code, period.code) ?? [])
    .filter((scorecard) => scorecard.form === form.code);
}

function meanScorecardOf(round: Round, indicator: string): Scorecard | undefined {
  return scorecardsOf(round).find(
    (scorecard) => scorecard.merged === 'mean' && indicesOf(scorecard).includes(indicator),
  );
}

/** The indicators whose values are a scorecard's main indices, or its published total. */
function indicesOf({ groups, total }: Scorecard): string[] {
  const indices = groups.flatMap((group) => (group.rule === 'sum-of-rounded' ? [] : [group.indicator]));
  return total?.reported === undefined ? indices : [...indices, total.reported];
}
