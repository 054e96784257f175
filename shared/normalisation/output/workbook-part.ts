import { attributeOf } from '../xlsx/xml-text.ts';
import { namesWith, ownResultIn } from './defined-names.ts';
import { locationOf } from './new-sheet.ts';
import type { PackageParts } from './package-parts.ts';
import { type Relation, relationsOf } from './relations.ts';
import { resultSheetMark, resultSheetName } from './result-sheet.ts';
import { Unpatchable } from './unpatchable.ts';
import { childrenOf, prefixOf, type Splice, spliced, tagsOf } from './xml-edit.ts';
import { escapeXml, namespaces } from './xml-write.ts';

type SheetEntry = { name: string; sheetId: number; relation: Relation | undefined };

/** The part that lists a workbook's sheets and names. */
export class WorkbookPart {
  readonly path: string;
  readonly stylesPath: string | null;
  readonly #xml: string;
  readonly #sheets: readonly SheetEntry[];
  readonly #ownResult: string | undefined;
  readonly #splices: Splice[] = [];

  constructor(path: string, xml: string, relations: readonly Relation[]) {
    this.path = path;
    this.#xml = xml;
    this.stylesPath = relations.find(({ type }) => type.endsWith('/styles'))?.target ?? null;
    const byId = new Map(relations.map((relation) => [relation.id, relation]));
    this.#sheets = sheetsIn(xml).map(({ name, sheetId, id }) => ({ name, sheetId, relation: byId.get(id) }));
    if (this.#sheets.some(({ relation }) => /macrosheet$/i.test(relation?.type ?? ''))) {
      throw new Unpatchable('macro-sheets');
    }
    this.#ownResult = ownResultIn(xml);
  }

  /** @throws Unpatchable when the package holds no workbook in the transitional form */
  static async open(parts: PackageParts): Promise<WorkbookPart> {
    const root = await relationsOf(parts, '');
    const path = root.find(({ type }) => type.endsWith('/officeDocument'))?.target ?? 'xl/workbook.xml';
    const xml = await parts.text(path);
    const first = tagsOf(xml).next().value;
    if (first?.name !== 'workbook') throw new Unpatchable('unknown-form', 'workbook');
    if (!xml.slice(first.from, first.to).includes(namespaces.main)) throw new Unpatchable('strict-form');
    return new WorkbookPart(path, xml, await relationsOf(parts, path));
  }

  sheetNames(): string[] {
    return this.#sheets.map(({ name }) => name);
  }

  /** The part of a sheet of cells, or undefined. */
  sheetPath(name: string): string | undefined {
    const sheet = this.#sheets.find((candidate) => candidate.name === name);
    return sheet?.relation?.type.endsWith('/worksheet') ? sheet.relation.target : undefined;
  }

  /** The part of the list of findings that this service has put in before, or undefined. */
  ownResultPath(): string | undefined {
    return this.#ownResult === undefined ? undefined : this.sheetPath(this.#ownResult);
  }

  /** Lists the sheet of findings, and gives it a name by which it is known again. */
  addResultSheet(relation: string, place: 'first' | 'last'): void {
    const prefix = prefixOf(this.#xml);
    const { children, rootEnd } = childrenOf(this.#xml);
    const list = children.find(({ name, kind }) => name === 'sheets' && kind === 'open');
    if (!list) throw new Unpatchable('unknown-form', 'sheets');
    const name = freeName(this.sheetNames());
    const id = Math.max(0, ...this.#sheets.map(({ sheetId }) => sheetId)) + 1;
    const sheet = `<${prefix}sheet xmlns:r="${namespaces.office}" name="${escapeXml(name)}" sheetId="${id}" r:id="${relation}"/>`;
    const at = place === 'first' ? list.to : this.#xml.lastIndexOf('<', list.end - 1);
    this.#splices.push({ from: at, to: at, text: sheet });
    const value = escapeXml(locationOf(name, '$A$1'));
    const defined = `<${prefix}definedName name="${resultSheetMark}" hidden="1">${value}</${prefix}definedName>`;
    const names = children.find((child) => child.name === 'definedNames');
    this.#splices.push(...namesWith(this.#xml, names, defined, prefix, { children, rootEnd }));
  }

  xml(): string {
    return spliced(this.#xml, this.#splices);
  }
}

function sheetsIn(xml: string): { name: string; sheetId: number; id: string }[] {
  const sheets: { name: string; sheetId: number; id: string }[] = [];
  for (const { name, depth, kind, attributes } of tagsOf(xml)) {
    if (name !== 'sheet' || depth !== 2 || kind === 'close') continue;
    sheets.push({
      name: attributeOf(attributes, 'name') ?? '',
      sheetId: Number(attributeOf(attributes, 'sheetId') ?? 0),
      id: attributeOf(attributes, '*:id') ?? '',
    });
  }
  return sheets;
}

/** A sheet name that is free: names are compared without case. */
function freeName(taken: readonly string[]): string {
  const known = new Set(taken.map((name) => name.toLowerCase()));
  let name = resultSheetName;
  for (let number = 2; known.has(name.toLowerCase()); number += 1) name = `${resultSheetName} (${number})`;
  return name;
}
