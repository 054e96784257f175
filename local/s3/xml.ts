/** A tree that becomes XML: a list repeats its element, `undefined` leaves it out. */
export type XmlTree = {
  [name: string]: string | number | boolean | XmlTree | readonly XmlTree[] | undefined;
};

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Writes an XML document; characters that XML does not have are written as references, as S3 does. */
export function xmlDocument(tree: XmlTree): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${elements(tree)}`;
}

function elements(tree: XmlTree): string {
  return Object.entries(tree)
    .flatMap(([name, value]) => [value].flat().map((one) => element(name, one as XmlTree[string])))
    .join('');
}

function element(tag: string, value: XmlTree[string]): string {
  if (value === undefined) return '';
  const name = tag.split(' ')[0];
  const inner = typeof value === 'object' ? elements(value as XmlTree) : escapeText(String(value));
  return `<${tag}>${inner}</${name}>`;
}

function escapeText(text: string): string {
  return text
    .replace(/[&<>"']/g, (character) => entities[character] ?? character)
    .replace(/[\r\n\t]/g, (character) => `&#${character.charCodeAt(0)};`);
}
