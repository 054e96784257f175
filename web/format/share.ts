import { decimal } from '../../shared/observations/decimal.ts';
import { quotientText } from '../../shared/observations/quotient.ts';

/** A part of a whole in percent, two decimals, half-even; null where there is none. */
export function shareOf(part: string | null, whole: string | null): string | null {
  if (part === null || whole === null || decimal(whole).units === 0n) return null;
  return quotientText(part, whole, 100, { places: 2, mode: 'half-even' });
}
