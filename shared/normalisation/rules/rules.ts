import { allZero, missingWithoutNote, reportBlank } from './blanks.ts';
import { countNotWhole, negative, scoreOutOfBounds } from './bounds.ts';
import { cumulativeSuspected } from './cumulative.ts';
import { figureGone } from './gone.ts';
import { indicatorMissing, indicatorTwice } from './indicators.ts';
import { jump } from './jump.ts';
import { numeratorOverDenominator, ratioIncomplete, resultDiffers } from './ratios.ts';
import { figureRepeated, reportRepeated } from './repeated.ts';
import type { Rule } from './rule.ts';
import { sumDiffers } from './sums.ts';
import { dateImplausible, indexOutOfBounds, rateOutOfBounds } from './values.ts';

/** Every check on submitted figures, in the order in which a reader meets them. */
export const rules: readonly Rule[] = [
  reportBlank,
  indicatorTwice,
  indicatorMissing,
  ratioIncomplete,
  negative,
  countNotWhole,
  numeratorOverDenominator,
  resultDiffers,
  scoreOutOfBounds,
  indexOutOfBounds,
  rateOutOfBounds,
  dateImplausible,
  sumDiffers,
  allZero,
  reportRepeated,
  figureRepeated,
  figureGone,
  jump,
  cumulativeSuspected,
  missingWithoutNote,
];
