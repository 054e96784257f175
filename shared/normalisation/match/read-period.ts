import { fold } from '../fold.ts';

const roman: Readonly<Record<string, string>> = { i: '1', ii: '2', iii: '3', iv: '4' };
const quarter = '(i{1,3}|iv|0?[1-4])';

/**
 * The periods that a text names, by code, each once: "Quý III/2026", "quý 3 năm 2026", "Q3.2026", "2026-Q3".
 * A quarter without its year names none.
 */
export function periodsIn(text: string): string[] {
  const folded = fold(text);
  const found = new Set<string>();
  const add = (year: string, number: string) =>
    found.add(`${year}-Q${roman[number] ?? number.replace(/^0/, '')}`);
  const named = new RegExp(`\\b(?:qui|quarter|q) ?${quarter} (?:nam )?(20\\d\\d)\\b`, 'g');
  for (const match of folded.matchAll(named)) add(match[2] as string, match[1] as string);
  for (const match of folded.matchAll(/\b(20\d\d) q([1-4])\b/g)) add(match[1] as string, match[2] as string);
  return [...found];
}
