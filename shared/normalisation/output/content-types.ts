import { attributeOf } from '../xlsx/xml-text.ts';
import type { PackageParts } from './package-parts.ts';
import { childrenOf, type Element, type Splice, spliced, withAttribute } from './xml-edit.ts';
import { escapeXml } from './xml-write.ts';

const path = '[Content_Types].xml';
const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';
/** What a workbook with macros, or a template, is declared as. */
const otherWorkbookTypes = new Set([
  'application/vnd.ms-excel.sheet.macroEnabled.main+xml',
  'application/vnd.ms-excel.template.macroEnabled.main+xml',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml',
]);

export type TypeChanges = {
  /** Parts that were added, with their content types. */
  added: readonly { part: string; type: string }[];
  /** A default for an extension, where there is none. */
  defaults: readonly { extension: string; type: string }[];
  dropped: readonly string[];
};

/** Declares what was added and dropped, and the workbook as one without macros. */
export async function changeContentTypes(parts: PackageParts, changes: TypeChanges): Promise<void> {
  const xml = await parts.text(path);
  const { root, children, rootEnd } = childrenOf(xml);
  const prefix = /^<([^\s/>:]+:)?/.exec(xml.slice(root.from))?.[1] ?? '';
  const dropped = new Set(changes.dropped.map((part) => `/${part}`.toLowerCase()));
  const splices: Splice[] = [];
  const defaults = new Set<string>();
  for (const child of children) {
    if (child.name === 'Default') {
      const extension = (attributeOf(child.attributes, 'Extension') ?? '').toLowerCase();
      if (isDroppedDefault(child, extension, parts))
        splices.push({ from: child.from, to: child.end, text: '' });
      else defaults.add(extension);
    } else if (dropped.has((attributeOf(child.attributes, 'PartName') ?? '').toLowerCase())) {
      splices.push({ from: child.from, to: child.end, text: '' });
    } else if (otherWorkbookTypes.has(attributeOf(child.attributes, 'ContentType') ?? '')) {
      const tag = withAttribute(xml.slice(child.from, child.to), 'ContentType', workbookType);
      splices.push({ from: child.from, to: child.to, text: tag });
    }
  }
  const tags = [
    ...changes.defaults
      .filter(({ extension }) => !defaults.has(extension))
      .map(({ extension, type }) => `<${prefix}Default Extension="${extension}" ContentType="${type}"/>`),
    ...changes.added.map(
      ({ part, type }) => `<${prefix}Override PartName="/${escapeXml(part)}" ContentType="${type}"/>`,
    ),
  ];
  parts.put(path, spliced(xml, [...splices, { from: rootEnd, to: rootEnd, text: tags.join('') }]));
}

/** The default of an extension that said "macros" or "signature", once no part of that extension is left. */
function isDroppedDefault({ attributes }: Element, extension: string, parts: PackageParts): boolean {
  const type = attributeOf(attributes, 'ContentType') ?? '';
  if (!/vbaProject|digital-signature/.test(type)) return false;
  return !parts.names().some((name) => name.toLowerCase().endsWith(`.${extension}`));
}
