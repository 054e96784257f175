import { FileRefusal } from '../refusal.ts';

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Text with its entities resolved and its line ends as XML says (`\r\n` is `\n`). */
export function unescapeXml(text: string): string {
  const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  if (!lines.includes('&')) return lines;
  return lines.replace(/&([^;&]{0,12})(;?)/g, (_, name: string, end: string) => {
    const known = Object.hasOwn(named, name) ? named[name] : characterOf(name);
    if (end === '' || known === undefined) throw new FileRefusal('xml-damaged', `&${name}`);
    return known;
  });
}

function characterOf(name: string): string | undefined {
  const match = /^#(?:x([0-9a-fA-F]{1,6})|(\d{1,7}))$/.exec(name);
  if (!match) return undefined;
  const code = match[1] === undefined ? Number(match[2]) : Number.parseInt(match[1], 16);
  if (code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return undefined;
  return String.fromCodePoint(code);
}

/**
 * The value of an attribute, by its whole name, or by its local name with any prefix when asked for as
 * `*:id`. Undefined when the tag has none.
 */
export function attributeOf(attributes: string, name: string): string | undefined {
  const pattern = /\s+([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/y;
  const suffix = name.startsWith('*:') ? name.slice(1) : undefined;
  for (let match = pattern.exec(attributes); match !== null; match = pattern.exec(attributes)) {
    const found = match[1] as string;
    if (found === name || (suffix !== undefined && found.endsWith(suffix))) {
      return unescapeXml(match[2] ?? match[3] ?? '');
    }
  }
  return undefined;
}

/** A workbook writes characters that XML forbids as `_xHHHH_`, and a literal such text with `_x005F_` before it. */
export function unescapeWorkbookText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
