import { measureText, targetText } from '../../shared/briefing/measures.ts';
import type { Target } from '../../shared/catalog/schema.ts';
import { decimal, divide } from '../../shared/observations/decimal.ts';
import type { Language } from '../app/language.tsx';
import { figureText } from './figures.ts';

/** Shares in percent, and points, are told with so many decimals; a file and a lineage tell every digit. */
const places = 2;

/**
 * A decimal as it is shown in its unit of measure: a percentage or points with two decimals, padded, and rounded
 * half-even where there are more (`24.765` → `24.76`); any other as it is.
 */
export function shownDecimal(value: string, unit: string): string {
  const isEven = unit.startsWith('%') || unit.toLowerCase() === 'điểm';
  return isEven ? toPlaces(value, places) : value;
}

/** A decimal with just so many digits behind the point, half-even; what is no decimal stays as it is. */
export function toPlaces(value: string, count: number): string {
  if (!/^-?\d{1,400}(\.\d{1,400})?$/.test(value)) return value;
  const { units } = divide(decimal(value), decimal('1'), { mode: 'half-even', places: count });
  const digits = (units < 0n ? -units : units).toString().padStart(count + 1, '0');
  const whole = digits.slice(0, digits.length - count);
  return `${units < 0n ? '-' : ''}${whole}${count === 0 ? '' : `.${digits.slice(-count)}`}`;
}

/** A figure with its unit of measure: `88,47%`, `3.397,2 nghìn người`; a share in 0…1 has none. */
export function measuredText(value: string, unit: string, language: Language, decimals = 0): string {
  const figure = figureText(shownDecimal(value, unit), language, decimals);
  return withUnit(figure, unit, language);
}

/** A figure to its last digit, for who checks it, with its unit of measure: `13,3573%`. */
export function exactText(value: string, unit: string, language: Language, decimals = 0): string {
  return withUnit(figureText(value, language, decimals), unit, language);
}

function withUnit(figure: string, unit: string, language: Language): string {
  if (unit === '0..1') return figure;
  if (unit.startsWith('%')) return `${figure}${measureText({ language }, unit)}`;
  return `${figure} ${measureText({ language }, unit)}`;
}

/** What is to be reached, as its readers write it: `≥ 100`, `≥ 80 đến 2030`. */
export function aimText(target: Target, language: Language): string {
  const number = (value: string | number) => figureText(String(value), language);
  return targetText({ language, say: (texts) => texts[language], number }, target);
}
