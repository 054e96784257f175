/** Rows as a file of CSV that spreadsheets open as it is: lines end in CR LF, UTF-8 with a BOM, so that Excel reads Vietnamese. */
export function csvFile(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(csvField).join(',')}\r\n`).join('')}`;
}

/**
 * A field of CSV (RFC 4180) that a spreadsheet takes for nothing but what it is. Text that it would take for a formula
 * gets an apostrophe in front (OWASP, CSV injection: `= + - @`, TAB, CR, and their full-width forms); a number stays one.
 */
export function csvField(text: string): string {
  const isNumber = /^-?\d+(\.\d+)?$/.test(text);
  const safe = !isNumber && /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/u.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
