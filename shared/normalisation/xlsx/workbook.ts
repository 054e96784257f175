import { limits } from '../limits.ts';
import { FileRefusal } from '../refusal.ts';
import { type Package, partOf, readPart } from './read-part.ts';
import { attributeOf } from './xml-text.ts';

/** What the workbook part says: its sheets in order, and where the parts that they share are. */
export type Workbook = {
  sheets: { name: string; hidden: boolean; path: string }[];
  sharedStrings: string | null;
  styles: string | null;
  /** Dates are counted from 1904. */
  date1904: boolean;
};

type Relation = { type: string; target: string };

/**
 * Finds the workbook part by the package's relations and reads it.
 * @returns undefined when the zip holds no workbook of XML parts
 */
export async function readWorkbook(pack: Package): Promise<Workbook | undefined> {
  const path = await workbookPath(pack);
  const entry = partOf(pack, path);
  if (!entry) return undefined;
  const relations = await readRelations(pack, path);
  const named: { name: string; hidden: boolean; relation: string }[] = [];
  let root: string | undefined;
  let date1904 = false;
  await readPart(pack, entry, {
    open(name, attributes) {
      root ??= name;
      if (name === 'workbookPr') date1904 = /^(?:1|true|on)$/.test(attributeOf(attributes, 'date1904') ?? '');
      if (name !== 'sheet') return;
      named.push({
        name: attributeOf(attributes, 'name') ?? '',
        hidden: (attributeOf(attributes, 'state') ?? 'visible') !== 'visible',
        relation: attributeOf(attributes, '*:id') ?? '',
      });
      if (named.length > limits.sheets) throw new FileRefusal('workbook-damaged', 'sheets');
    },
    text() {},
    close() {},
  });
  if (root !== 'workbook') return undefined;
  const sheets = named.flatMap(({ name, hidden, relation }) => {
    const target = relations.get(relation);
    // Chart and dialogue sheets have no cells.
    return target?.type.endsWith('/worksheet') ? [{ name, hidden, path: target.target }] : [];
  });
  // A sheet has a part of its own: a small file could otherwise name one a thousand times.
  if (new Set(sheets.map(({ path }) => path)).size < sheets.length) {
    throw new FileRefusal('workbook-damaged', 'sheets');
  }
  return {
    sheets,
    sharedStrings: partBy(relations, '/sharedStrings'),
    styles: partBy(relations, '/styles'),
    date1904,
  };
}

async function workbookPath(pack: Package): Promise<string> {
  const relations = await readRelations(pack, '');
  return partBy(relations, '/officeDocument') ?? 'xl/workbook.xml';
}

function partBy(relations: ReadonlyMap<string, Relation>, type: string): string | null {
  for (const relation of relations.values()) if (relation.type.endsWith(type)) return relation.target;
  return null;
}

async function readRelations(pack: Package, path: string): Promise<ReadonlyMap<string, Relation>> {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const entry = partOf(pack, `${folder}_rels/${path.slice(folder.length)}.rels`);
  const relations = new Map<string, Relation>();
  if (!entry) return relations;
  await readPart(pack, entry, {
    open(name, attributes) {
      if (name !== 'Relationship' || attributeOf(attributes, 'TargetMode') === 'External') return;
      relations.set(attributeOf(attributes, 'Id') ?? '', {
        type: attributeOf(attributes, 'Type') ?? '',
        target: resolved(folder, attributeOf(attributes, 'Target') ?? ''),
      });
    },
    text() {},
    close() {},
  });
  return relations;
}

/** `../styles.xml` seen from `xl/worksheets/` is `xl/styles.xml`; a target from `/` starts at the root. */
function resolved(folder: string, target: string): string {
  const path = target.replaceAll('\\', '/');
  const steps = (path.startsWith('/') ? path : folder + path).split('/');
  const kept: string[] = [];
  for (const step of steps) {
    if (step === '..') kept.pop();
    else if (step !== '' && step !== '.') kept.push(step);
  }
  return kept.join('/');
}
