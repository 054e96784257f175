import { attributeOf } from '../xlsx/xml-text.ts';
import type { PackageParts } from './package-parts.ts';
import { childrenOf, type Element, spliced } from './xml-edit.ts';
import { escapeXml, namespaces } from './xml-write.ts';

/** A relation of a part; the target is a path from the package's root, or a URL where it is external. */
export type Relation = { id: string; type: string; target: string; external: boolean };

/** Where the relations of a part stand: those of `xl/workbook.xml` in `xl/_rels/workbook.xml.rels`. */
export function relationsPath(part: string): string {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  return `${folder}_rels/${part.slice(folder.length)}.rels`;
}

/** The relations of a part (of the package itself: `''`); none when it has none. */
export async function relationsOf(parts: PackageParts, part: string): Promise<Relation[]> {
  const path = relationsPath(part);
  if (!parts.has(path)) return [];
  return elementsOf(await parts.text(path)).map((element) => relationOf(element, part));
}

/** Adds a relation to a part and gives its id. */
export async function addRelation(
  parts: PackageParts,
  part: string,
  { type, target }: { type: string; target: string },
): Promise<string> {
  const path = relationsPath(part);
  const existing = await relationsOf(parts, part);
  const ids = new Set(existing.map(({ id }) => id));
  let number = existing.length + 1;
  while (ids.has(`rId${number}`)) number += 1;
  const id = `rId${number}`;
  const tag = `Relationship Id="${id}" Type="${escapeXml(type)}" Target="${escapeXml(relativeTo(part, target))}"`;
  if (existing.length === 0) {
    parts.put(path, `<Relationships xmlns="${namespaces.relations}"><${tag}/></Relationships>`);
    return id;
  }
  const xml = await parts.text(path);
  const { root, rootEnd } = childrenOf(xml);
  const prefix = /^<([^\s/>:]+:)?/.exec(xml.slice(root.from))?.[1] ?? '';
  parts.put(path, spliced(xml, [{ from: rootEnd, to: rootEnd, text: `<${prefix}${tag}/>` }]));
  return id;
}

/** Removes the relations that the test picks, and gives them. */
export async function removeRelations(
  parts: PackageParts,
  part: string,
  picks: (relation: Relation) => boolean,
): Promise<Relation[]> {
  const path = relationsPath(part);
  if (!parts.has(path)) return [];
  const xml = await parts.text(path);
  const picked = elementsOf(xml).filter((element) => picks(relationOf(element, part)));
  if (picked.length === 0) return [];
  parts.put(
    path,
    spliced(
      xml,
      picked.map(({ from, end }) => ({ from, to: end, text: '' })),
    ),
  );
  return picked.map((element) => relationOf(element, part));
}

function elementsOf(xml: string): Element[] {
  // A part without any relation may have an empty root.
  if (!/<[^<]*Relationship\s/.test(xml)) return [];
  return childrenOf(xml).children.filter(({ name }) => name === 'Relationship');
}

function relationOf({ attributes }: Element, part: string): Relation {
  const target = attributeOf(attributes, 'Target') ?? '';
  const external = attributeOf(attributes, 'TargetMode') === 'External';
  return {
    id: attributeOf(attributes, 'Id') ?? '',
    type: attributeOf(attributes, 'Type') ?? '',
    target: external ? target : resolved(part.slice(0, part.lastIndexOf('/') + 1), target),
    external,
  };
}

/** A path as it is seen from a part: not every reader follows one from the root. */
export function relativeTo(part: string, target: string): string {
  const from = part.split('/').slice(0, -1);
  const to = target.split('/');
  let same = 0;
  while (same < from.length && same < to.length - 1 && from[same] === to[same]) same += 1;
  return [...from.slice(same).map(() => '..'), ...to.slice(same)].join('/');
}

/** `../styles.xml` seen from `xl/worksheets/` is `xl/styles.xml`; a target from `/` starts at the root. */
function resolved(folder: string, target: string): string {
  const path = target.replaceAll('\\', '/');
  const kept: string[] = [];
  for (const step of (path.startsWith('/') ? path : folder + path).split('/')) {
    if (step === '..') kept.pop();
    else if (step !== '' && step !== '.') kept.push(step);
  }
  return kept.join('/');
}
