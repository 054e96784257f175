import type { ProgressState } from '../../aggregation/progress.ts';
import type { IndicatorRollup } from '../../aggregation/roll-up.ts';
import type { Indicator, Target } from '../../catalog/schema.ts';
import type { Texts } from '../voice.ts';

export type Pillar = { code: NonNullable<Indicator['pillar']> | 'other'; names: Texts };
/** What stands in the progress document of a form, of one aim; of an indicator without a target nothing does. */
export type ToldProgress = {
  target: Target | null;
  state: ProgressState;
  distance: string | null;
  reached: boolean | null;
  among: string | null;
};
export type Result = { rollup: IndicatorRollup; indicator: Indicator; progress: ToldProgress };

/** What holds all the time and is not reached is neither early nor late: it is not held. */
export type ShownState = ProgressState | 'not-held';
/** In the order in which a summary names them. */
export const stateOrder: readonly ShownState[] = [
  'reached',
  'on-track',
  'behind',
  'not-held',
  'not-reached',
  'not-comparable',
  'not-a-number',
];

/** How a result stands, as it is told. */
export function stateOf({
  progress: { state, target },
}: {
  progress: Pick<ToldProgress, 'state' | 'target'>;
}): ShownState {
  return state === 'behind' && target?.year === undefined ? 'not-held' : state;
}

export const stateTexts: Readonly<Record<ShownState, Texts>> = {
  reached: { vi: 'đã đạt', en: 'reached' },
  'on-track': { vi: 'đúng tiến độ', en: 'on track' },
  behind: { vi: 'chậm tiến độ', en: 'behind' },
  'not-held': { vi: 'chưa đạt', en: 'not reached' },
  'not-reached': { vi: 'chưa đạt, chưa xác định được tiến độ', en: 'not reached, pace not known' },
  'no-target': { vi: 'không có mục tiêu', en: 'no target' },
  'not-a-number': { vi: 'không có số liệu', en: 'no figure' },
  'not-comparable': { vi: 'chưa so sánh được', en: 'not comparable' },
};
