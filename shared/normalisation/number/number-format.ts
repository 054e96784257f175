/** True when a format shows a share: what is stored as 0.955 is read as 95.5 %. */
export function isPercentFormat(format: string): boolean {
  return bare(format).includes('%');
}

/** True when a format shows a date or a time: what looks like 9/10 in the cell is a serial in the file. */
export function isDateFormat(format: string): boolean {
  if (/^general$/i.test(format)) return false;
  return /[dmyhs]/i.test(bare(format));
}

/** A format without its literals, colours and conditions. */
function bare(format: string): string {
  return format.replace(/"[^"]*"|\\.|_.|\*.|\[(?!h|m|s)[^\]]*\]/gi, '');
}
