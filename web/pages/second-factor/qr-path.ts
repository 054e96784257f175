import { encodeQR } from 'qr';

/** Modules of white around the code (ISO/IEC 18004, 9.1). */
const quietZone = 4;

/** A text as a QR code: its dark modules as one path, each run of a row a rectangle, and how wide and high it is. */
export function qrPath(text: string): { path: string; size: number } {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: quietZone });
  const runs = rows.flatMap((row, y) =>
    [
      ...row
        .map((isDark) => (isDark ? '1' : '0'))
        .join('')
        .matchAll(/1+/g),
    ].map(({ 0: { length }, index: x }) => `M${x} ${y}h${length}v1h-${length}z`),
  );
  return { path: runs.join(''), size: rows.length };
}
