import { measureText, targetText } from '../../shared/briefing/measures.ts';
import type { Target } from '../../shared/catalog/schema.ts';
import { decimal, divide } from '../../shared/observations/decimal.ts';
import type { Language } from '../app/language.tsx';
import { changeText, figureText } from './figures.ts';

/** Shares in percent, and points, are told with so many decimals; a file and a lineage tell every digit. */
const places = 2;

/**
 * A decimal as it is shown in its unit of measure: a percentage or points with two decimals, padded, and rounded
 * half-even where there are more (`24.765` → `24.76`); any other as it is.
 */
export function shownDecimal(value: string, unit: string): string {
  return isEven(unit) ? toPlaces(value, places) : value;
}

/** Whether figures of a unit of measure all have the same number of decimals. */
function isEven(unit: string): boolean {
  return unit.startsWith('%') || unit.toLowerCase() === 'điểm';
}

/** A decimal with just so many digits behind the point, half-even; what is no decimal stays as it is. */
export function toPlaces(value: string, count: number): string {
  if (!/^-?\d{1,400}(\.\d{1,400})?$/.test(value)) return value;
  const { units } = divide(decimal(value), decimal('1'), { mode: 'half-even', places: count });
  const digits = (units < 0n ? -units : units).toString().padStart(count + 1, '0');
  const whole = digits.slice(0, digits.length - count);
  return `${units < 0n ? '-' : ''}${whole}${count === 0 ? '' : `.${digits.slice(-count)}`}`;
}

/**
 * A figure with its unit of measure: `88,47%`, `3.397,2 nghìn người`; a share in 0…1 has none.
 * @param decimals pads to so many; what is rounded is never padded with zeros that it did not have
 */
export function measuredText(value: string, unit: string, language: Language, decimals = 0): string {
  const figure = figureText(shownDecimal(value, unit), language, isEven(unit) ? 0 : decimals);
  return withUnit(figure, unit, language);
}

/** A figure to its last digit, for who checks it, with its unit of measure: `13,3573%`, `90,00%`. */
export function exactText(value: string, unit: string, language: Language, decimals = 0): string {
  return withUnit(figureText(value, language, Math.max(decimals, isEven(unit) ? places : 0)), unit, language);
}

const points = { vi: 'điểm %', en: 'percentage points' };

/** How far one figure is from another, in its unit: `−22,20 điểm %`, `+0,31 điểm`, `+1.200 hồ sơ`. */
export function differenceText(difference: string, unit: string, language: Language): string {
  const told = changeText(shownDecimal(difference, unit), language);
  return unit === '%' ? `${told} ${points[language]}` : withUnit(told, unit, language);
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

/** All that is to be reached: `≤ 3 (Đông Nam Á)`, or where one target comes after another, each with its year. */
export function aimTexts(targets: readonly Target[], language: Language): string[] {
  // English tells the year of each target.
  const isTold = language === 'en' || new Set(targets.map(({ year }) => year)).size < 2;
  return targets.map((target) => {
    const text = aimText(target, language);
    return isTold || target.year === undefined || text.includes(String(target.year))
      ? text
      : `${text} (đến năm ${target.year})`;
  });
}
