/** True for the fonts of the ABC family, which draw TCVN3: `.VnTime`, `.VnArialH`. */
export function isLegacyFont(name: string): boolean {
  return /^\.vn/i.test(name.trim());
}
