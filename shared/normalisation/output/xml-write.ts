/** Namespaces of a workbook's parts in the transitional form of ECMA-376. */
export const namespaces = {
  main: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  relations: 'http://schemas.openxmlformats.org/package/2006/relationships',
  office: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  types: 'http://schemas.openxmlformats.org/package/2006/content-types',
} as const;

export const xmlDeclaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The most characters that a workbook's cell can hold. */
export const cellTextLength = 32_767;

/** Text as XML has it, in an element or between the quotes of an attribute. */
export function escapeXml(text: string): string {
  return wellFormed(text).replace(/[&<>"]/g, (letter) => entities[letter] as string);
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/**
 * Text as a workbook has it in a cell: characters that XML forbids are written `_xHHHH_`, a literal text of
 * that form with `_x005F_` before it (ECMA-376 part 1, 22.9.2.19). Cut at what a cell can hold.
 */
export function escapeCellText(text: string): string {
  const cut = text.length > cellTextLength ? `${text.slice(0, cellTextLength - 1)}…` : text;
  return escapeXml(
    cut
      .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
      .replace(
        forbidden,
        (letter) => `_x${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
      ),
  );
}

/** Text in one element of a cell or comment, its spaces and line ends kept. */
export function textElement(prefix: string, text: string): string {
  return `<${prefix}t xml:space="preserve">${escapeCellText(text)}</${prefix}t>`;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that XML 1.0 forbids
const forbidden = /[\u0000-\u0008\u000b\u000c\r\u000e-\u001f\ufffe\uffff]/g;

/** Without halves of characters and without what XML cannot hold. */
function wellFormed(text: string): string {
  return text.toWellFormed().replace(forbidden, '\ufffd');
}
