import { writtenNumber } from '../../shared/written.ts';
import type { Language } from '../app/language.tsx';

/**
 * A decimal as readers of the language write it; its digits stay as they are, since figures are decimal text and never
 * binary floats.
 * @param decimal `-1234567.50`
 * @param decimals pads with zeros to so many, and never cuts
 * @returns `-1.234.567,50` · `-1,234,567.50`
 */
export function figureText(decimal: string, language: Language, decimals = 0): string {
  if (decimals === 0 || !/^-?\d+(\.\d*)?$/.test(decimal)) return writtenNumber(decimal, language);
  const [whole, fraction = ''] = decimal.split('.');
  return writtenNumber(`${whole}.${fraction.padEnd(decimals, '0')}`, language);
}

/** Points of a scorecard, with two decimals: `68,80`. */
export function pointsText(decimal: string, language: Language): string {
  return figureText(decimal, language, 2);
}

/** A change with its sign, plus too, and the minus as a sign (U+2212), not a hyphen: `+2,50`, `−0,31`; zero has none. */
export function changeText(decimal: string, language: Language, decimals = 0): string {
  const isFall = decimal.startsWith('-');
  const size = isFall ? decimal.slice(1) : decimal;
  const sign = /^[0.]+$/.test(size) ? '' : isFall ? '−' : '+';
  return `${sign}${figureText(size, language, decimals)}`;
}

/** A size in bytes: `1,4 MB`. */
export function bytesText(bytes: number, language: Language): string {
  const units = ['byte', 'kB', 'MB', 'GB'];
  let value = bytes;
  let at = 0;
  while (value >= 1000 && at < units.length - 1) {
    value /= 1000;
    at += 1;
  }
  return `${figureText(at === 0 ? String(value) : value.toFixed(1), language)} ${units[at]}`;
}
