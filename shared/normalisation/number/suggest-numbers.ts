import type { Bilingual } from '../report.ts';

/** As it may be typed into a cell: with a decimal comma, and no grouping, whose mark would be asked about again. */
function inVietnamese(number: string): string {
  return number.replaceAll('.', ',');
}

/** Numbers that a figure may mean, as a hint: each language in its own decimal mark; null when there is none. */
export function suggestNumbers(numbers: readonly string[], why?: Bilingual): Bilingual | null {
  if (numbers.length === 0) return null;
  const [vi, en] = [numbers.map(inVietnamese), numbers].map((list) => list.join('; '));
  return {
    vi: `Có thể là: ${vi}${why ? ` (${why.vi})` : ''}.`,
    en: `It may be: ${en}${why ? ` (${why.en})` : ''}.`,
  };
}
