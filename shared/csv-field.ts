/** Rows as a file of CSV that spreadsheets open as it is: lines end in CR LF, UTF-8 with a BOM, so that Excel reads Vietnamese. */
export function csvFile(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(csvField).join(',')}\r\n`).join('')}`;
}

/** Where a field begins, in whatever separator: at the beginning, and behind `;`, `|`, TAB and the end of a line. */
const fieldBegins = String.raw`(?:^|(?<=[;|\t\n])|(?<=\r)(?!\n))`;
/** What a spreadsheet takes for a formula, also behind blanks and quotes, which some readers drop. */
const formulaBegins = String.raw`(?=(?:[^\S\t\r\n]|[\0"])*[=+\-@＝＋－＠])`;
const formulas = new RegExp(fieldBegins + formulaBegins, 'gu');

/**
 * A field of CSV (RFC 4180) that a spreadsheet takes for nothing but what it is: text that it would take for a formula
 * gets an apostrophe in front; a number stays one, and nothing is taken away.
 *
 * "It is not sufficient to make sure that the untrusted user input does not start with these characters. You also need
 * to take care of the field separator […] and quotes […], as attackers could use this to start a new cell" (OWASP, CSV
 * Injection). A spreadsheet that separates by another sign than the comma finds the quotes in the middle of its field,
 * where they hold nothing together: so the apostrophe stands wherever a field would then begin. Behind a comma it needs
 * none: where the comma separates, the quotes hold.
 * @example 'xong; =1+1' → "xong;' =1+1"
 */
export function csvField(text: string): string {
  const isNumber = /^-?\d+(\.\d+)?$/.test(text);
  const safe = isNumber ? text : text.replace(formulas, "'").replace(/^[\t\r\n\0]/, "'$&");
  return /[",;|\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
