import { fold } from '../fold.ts';
import { readUnitOfMeasure } from './unit-of-measure.ts';

/** True when a format shows a share: what is stored as 0.955 is read as 95.5 %. */
export function isPercentFormat(format: string): boolean {
  return bare(format).includes('%');
}

/** True when a format shows a date or a time: what looks like 9/10 in the cell is a serial in the file. */
export function isDateFormat(format: string): boolean {
  if (/^general$/i.test(format)) return false;
  return /[dmyhs]/i.test(bare(format));
}

/**
 * The power of ten by which what a format shows differs from what is stored: `#,##0,` leaves three digits out,
 * `0" nghìn"` says thousands of what is stored.
 * @returns null when they do not differ
 */
export function scaleOfFormat(format: string): number | null {
  const literals = format.match(/"[^"]*"/g) ?? [];
  const [first, second] = fold(literals.join(' ')).split(' ');
  // `"tỷ lệ"` is a rate; `"tỷ đồng"` is a multiple, whatever is counted.
  const said = second === 'le' ? undefined : readUnitOfMeasure(first ?? '');
  if (said && said.power > 0) return said.power;
  const [positive = ''] = bare(format).split(';');
  const commas = /[0#?](,+)(?![0#?,])/.exec(positive)?.[1] ?? '';
  return commas === '' ? null : -3 * commas.length;
}

/** A format without its literals, colours and conditions. */
function bare(format: string): string {
  return format.replace(/"[^"]*"|\\.|_.|\*.|\[(?!h|m|s)[^\]]*\]/gi, '');
}
