/** A number in plain digits, read from its bytes: `units` × 10^-`scale`, without trailing zeros behind the point. */
export class PlainDecimal {
  units = 0;
  scale = 0;
  /** The byte that stands between the digits, or 0. */
  separator = 0;
  /** Digits before and behind the separator, as they are written. */
  whole = 0;
  fraction = 0;

  /**
   * Reads digits with at most one `.` or `,` among them; fifteen at most, so that the number is exact.
   * @returns false when the bytes are anything else (signs, exponents, spaces, a zero in front): read as text
   */
  read(bytes: Uint8Array, from: number, to: number): boolean {
    const length = to - from;
    if (length === 0 || length > 16) return false;
    let units = 0;
    let point = -1;
    for (let at = from; at < to; at += 1) {
      const byte = bytes[at] as number;
      if (byte >= 48 && byte <= 57) units = units * 10 + byte - 48;
      else if ((byte === 46 || byte === 44) && point < 0) point = at;
      else return false;
    }
    const whole = (point < 0 ? to : point) - from;
    let fraction = point < 0 ? 0 : to - point - 1;
    if (whole === 0 || whole + fraction > 15 || (point >= 0 && fraction === 0)) return false;
    if (whole > 1 && bytes[from] === 48) return false;
    this.separator = point < 0 ? 0 : (bytes[point] as number);
    this.whole = whole;
    this.fraction = fraction;
    while (fraction > 0 && units % 10 === 0) {
      units /= 10;
      fraction -= 1;
    }
    this.units = units;
    this.scale = fraction;
    return true;
  }
}

/** The decimal that `units` × 10^-`scale` is written as. */
export function decimalText(units: number, scale: number): string {
  if (scale === 0) return String(units);
  const digits = String(Math.abs(units)).padStart(scale + 1, '0');
  const at = digits.length - scale;
  return `${units < 0 ? '-' : ''}${digits.slice(0, at)}.${digits.slice(at)}`;
}
