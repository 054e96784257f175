import { type Basis, placed } from '../aggregation/basis.ts';
import { type IndicatorProgress, progressOfRollup } from '../aggregation/progress-rollup.ts';
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
  /** In the order of the form; an indicator with aims among several has one entry for each of those. */
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
  const told = (indicator: Indicator) => {
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
      return { head: { form, period, catalog, coverage }, progress: { ...progress, among } };
    });
  };
  const entries = [first, ...others].flatMap(told);
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

/** The names among which an indicator has aims; null: the one aim that names none. */
function aimsOf({ targets = [] }: Indicator): (string | null)[] {
  return [...new Set(targets.map(({ among }) => among ?? null))];
}
