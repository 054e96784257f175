import { measureText, targetText } from '../../shared/briefing/measures.ts';
import type { Target } from '../../shared/catalog/schema.ts';
import type { Language } from '../app/language.tsx';
import { figureText } from './figures.ts';

/** A figure with its unit of measure: `88,47%`, `3.397,2 nghìn người`; a share in 0…1 has none. */
export function measuredText(value: string, unit: string, language: Language, decimals = 0): string {
  const figure = figureText(value, language, decimals);
  if (unit === '0..1') return figure;
  if (unit.startsWith('%')) return `${figure}${measureText({ language }, unit)}`;
  return `${figure} ${measureText({ language }, unit)}`;
}

/** What is to be reached, as its readers write it: `≥ 100`, `≥ 80 đến 2030`. */
export function aimText(target: Target, language: Language): string {
  const number = (value: string | number) => figureText(String(value), language);
  return targetText({ language, say: (texts) => texts[language], number }, target);
}
