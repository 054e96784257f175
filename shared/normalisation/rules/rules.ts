import { countNotWhole, negative, scoreOutOfBounds } from './bounds.ts';
import { indicatorMissing, indicatorTwice } from './indicators.ts';
import { numeratorOverDenominator, ratioIncomplete, resultDiffers } from './ratios.ts';
import type { Rule } from './rule.ts';

/** Every check on a form's figures, in the order in which a reader meets them. */
export const rules: readonly Rule[] = [
  indicatorMissing,
  indicatorTwice,
  ratioIncomplete,
  negative,
  countNotWhole,
  numeratorOverDenominator,
  resultDiffers,
  scoreOutOfBounds,
];
