import { type Basis, placed } from '../aggregation/basis.ts';
import {
  type IndicatorProgress,
  progressOfRollup,
  type ToldProgress,
} from '../aggregation/progress-rollup.ts';
import { type IndicatorRollup, rollUpIndicator } from '../aggregation/roll-up.ts';
import type { Round } from '../aggregation/round.ts';
import { localDayOf } from '../catalog/period.ts';
import type { Indicator } from '../catalog/schema.ts';

/** A form's figures of a period against their targets, with the time that was left at the cut-off. */
export type ProgressDocument = {
  schema: 'progress/1';
  form: string;
  period: string;
  basis: Basis;
  catalog: string;
  /** From when the time left is counted: the cut-off (ISO 8601, UTC). */
  at: string;
  coverage: IndicatorProgress['coverage'];
  /**
   * In the order of the form; an indicator with aims among several has one entry for each of those, and is compared with
   * none: its figure does not say among whom it is.
   */
  indicators: (Omit<IndicatorProgress, 'form' | 'period' | 'basis' | 'catalog' | 'coverage'> & {
    among: string | null;
  })[];
};

/**
 * Progress against every target of a form; undefined where none of its indicators has one.
 * @param before earlier rounds of the form, the nearest first: how fast it goes is told from them
 */
export function progressDocument(
  round: Round,
  before: readonly Round[],
  at: string,
  basis: Basis,
): ProgressDocument | undefined {
  const given = placed(round, basis, localDayOf(at));
  const [first, ...others] = targeted(round);
  if (!first) return undefined;
  const earlier = before.map((each) => placed(each, basis, localDayOf(at)));
  const entriesOf = (indicator: Indicator) => {
    const now = rollUpIndicator(given, indicator);
    const rollups = earlier.map((each): IndicatorRollup => rollUpIndicator(each, indicator));
    return aimsOf(indicator).map((among) => {
      const {
        form,
        period,
        basis: _,
        catalog,
        coverage,
        ...progress
      } = progressOfRollup({
        indicator,
        now,
        before: rollups,
        among: among ?? undefined,
        at,
      });
      const told = among === null ? progress : uncompared(progress);
      return { head: { form, period, catalog, coverage }, progress: { ...told, among } };
    });
  };
  const entries = [first, ...others].flatMap(entriesOf);
  const head = (entries[0] as (typeof entries)[number]).head;
  return { schema: 'progress/1', ...head, basis, at, indicators: entries.map(({ progress }) => progress) };
}

/** True where a form's progress can be told, and so its earlier rounds are asked for. */
export function hasTargets(round: Pick<Round, 'form' | 'catalog'>): boolean {
  return targeted(round).length > 0;
}

function targeted({ form, catalog }: Pick<Round, 'form' | 'catalog'>): Indicator[] {
  const indicators = form.indicators.flatMap(({ indicator }) => catalog.indicators.get(indicator) ?? []);
  return indicators.filter(({ targets = [] }) => targets.length > 0);
}

/**
 * An aim among some (a rank in Southeast Asia), beside a figure that does not say among whom it is: nothing that is
 * reported does, and a rank in the world is no rank in the region. The aim is told, and nothing is held against it.
 */
function uncompared<P extends Pick<IndicatorProgress, 'national' | 'units'>>(progress: P): P {
  const { national, units } = progress;
  return { ...progress, national: withoutDistance(national), units: units.map(withoutDistance) };
}

function withoutDistance<P extends ToldProgress>(told: P): P {
  if (told.state === 'no-target' || told.state === 'not-a-number') return told;
  return { ...told, distance: null, reached: null, pace: null, state: 'not-comparable' };
}

/** The names among which an indicator has aims; null: the one aim that names none. */
function aimsOf({ targets = [] }: Indicator): (string | null)[] {
  return [...new Set(targets.map(({ among }) => among ?? null))];
}
