import { targetOf } from '../../../shared/aggregation/target-distance.ts';
import type { Target } from '../../../shared/catalog/schema.ts';

/** The target that holds in a period; `several`: aims for different groups stand side by side. */
export function targetAt(targets: readonly Target[], period: string): Target | 'several' | null {
  return targetOf(targets, Number(period.slice(0, 4)), undefined);
}

/**
 * The target that a period's figures are held against, where it is one number that can be drawn: of a range its nearer
 * end; null where there is none, it is in words, or several aims stand side by side.
 */
export function aimedAt(
  targets: readonly Target[],
  period: string,
): { target: Target; value: string } | null {
  const target = targetAt(targets, period);
  if (target === null || target === 'several' || target.aim.is === 'words') return null;
  return { target, value: target.aim.is === 'range' ? target.aim.from : target.aim.value };
}
