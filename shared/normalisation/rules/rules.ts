import { countNotWhole, negative, scoreOutOfBounds } from './bounds.ts';
import { indicatorMissing, indicatorTwice } from './indicators.ts';
import { numeratorOverDenominator, ratioIncomplete, resultDiffers } from './ratios.ts';
import type { Rule } from './rule.ts';

/** Every check on submitted figures, in the order in which a reader meets them. */
export const rules: readonly Rule[] = [
  indicatorTwice,
  indicatorMissing,
  ratioIncomplete,
  negative,
  countNotWhole,
  numeratorOverDenominator,
  resultDiffers,
  scoreOutOfBounds,
];
