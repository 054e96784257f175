import { type Element, type Splice, tagsOf, withAttribute } from './xml-edit.ts';

/** The lists of a workbook's styles, in the schema's order. */
export const lists = ['numFmts', 'fonts', 'fills', 'borders', 'cellStyleXfs', 'cellXfs'] as const;
export type List = (typeof lists)[number];
/** What may follow the lists (ECMA-376 part 1, 18.8.39). */
export const after = ['cellStyles', 'dxfs', 'tableStyles', 'colors', 'extLst'];
/** The list's own entry, as a list that was not there must have one. */
export const firstEntries: Partial<Record<List, string>> = {
  fonts: '<font/>',
  fills: '<fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>',
  borders: '<border/>',
  cellXfs: '<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>',
};

/** The entries of each list, as they are written. */
export function entriesOf(xml: string): Record<List, string[]> {
  const entries: Record<List, string[]> = {
    numFmts: [],
    fonts: [],
    fills: [],
    borders: [],
    cellStyleXfs: [],
    cellXfs: [],
  };
  let list: List | undefined;
  let from = 0;
  for (const tag of tagsOf(xml)) {
    if (tag.depth === 1) list = tag.kind === 'open' ? lists.find((name) => name === tag.name) : undefined;
    else if (tag.depth === 2 && list) {
      if (tag.kind === 'open') from = tag.from;
      else entries[list].push(xml.slice(tag.kind === 'close' ? from : tag.from, tag.to));
    }
  }
  return entries;
}

/** Entries behind those of a list, and its count. */
export function appended(xml: string, list: Element, entries: string, count: number): Splice[] {
  const end = xml.lastIndexOf('<', list.end - 1);
  const tag = withAttribute(xml.slice(list.from, list.to), 'count', String(count));
  return [
    { from: list.from, to: list.to, text: tag },
    { from: end, to: end, text: entries },
  ];
}
