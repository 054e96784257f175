import type { Report } from '../report.ts';
import { emptyDrawing, withNotes } from './comment-drawing.ts';
import { noComments, withComments } from './comments.ts';
import { changeContentTypes } from './content-types.ts';
import { legacyDrawingOf, withLegacyDrawing } from './legacy-drawing.ts';
import { fillCells } from './mark-sheet.ts';
import { fills, type Mark, marksBySheet } from './marks.ts';
import { sheetPart } from './new-sheet.ts';
import type { PackageParts } from './package-parts.ts';
import { addRelation, relationsOf, relationsPath } from './relations.ts';
import { resultSheet } from './result-sheet.ts';
import { plainStyles, StyleAdditions } from './styles.ts';
import { WorkbookPart } from './workbook-part.ts';
import { namespaces } from './xml-write.ts';

const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export type MarkOptions = {
  /** Said at the top of the list of findings. */
  notes: readonly string[];
  /** Where the list of findings stands among the sheets. */
  place: 'first' | 'last';
  /** The sheet that stands for the one of a text file, which has no name. */
  textSheet: string | null;
  /** Parts that were dropped before, whose content types go too. */
  dropped: readonly string[];
};

/**
 * Marks the cells of a workbook's package that have findings, comments them, and adds a sheet that lists all
 * findings. Parts that are not about those stay as they are, byte for byte.
 * @throws Unpatchable when the package is not laid out so that this can be done safely
 */
export async function markPackage(
  parts: PackageParts,
  report: Report,
  { notes, place, textSheet, dropped }: MarkOptions,
): Promise<void> {
  const workbook = await WorkbookPart.open(parts);
  const added: { part: string; type: string }[] = [];
  const stylesPath = workbook.stylesPath ?? freePath(parts, 'xl/styles', '.xml', true);
  const styles = new StyleAdditions(workbook.stylesPath ? await parts.text(stylesPath) : plainStyles);
  if (!workbook.stylesPath) {
    await addRelation(parts, workbook.path, { type: `${namespaces.office}/styles`, target: stylesPath });
    added.push({ part: stylesPath, type: `${spreadsheet}.styles+xml` });
  }
  for (const [sheet, marks] of marksBySheet(report.findings)) {
    const path = workbook.sheetPath(sheet ?? textSheet ?? '');
    if (path !== undefined && path !== workbook.ownResultPath())
      added.push(...(await markSheet(parts, path, marks, styles)));
  }
  const names = new Set(workbook.sheetNames());
  const sheet = resultSheet(report, notes, (name) => {
    const own = name ?? textSheet;
    return own !== null && names.has(own) ? own : null;
  });
  const resultPath = workbook.ownResultPath() ?? freePath(parts, 'xl/worksheets/sheet', '.xml');
  if (!workbook.ownResultPath()) {
    const target = { type: `${namespaces.office}/worksheet`, target: resultPath };
    workbook.addResultSheet(await addRelation(parts, workbook.path, target), place);
    added.push({ part: resultPath, type: `${spreadsheet}.worksheet+xml` });
  } else parts.drop(relationsPath(resultPath));
  parts.put(resultPath, sheetPart(sheet, styles));
  parts.put(stylesPath, styles.xml());
  parts.put(workbook.path, workbook.xml());
  const defaults = [
    { extension: 'vml', type: 'application/vnd.openxmlformats-officedocument.vmlDrawing' },
    { extension: 'xml', type: 'application/xml' },
    { extension: 'rels', type: 'application/vnd.openxmlformats-package.relationships+xml' },
  ];
  await changeContentTypes(parts, { added, defaults, dropped });
}

/** Fills and comments the cells of one sheet. @returns the parts that were added */
async function markSheet(
  parts: PackageParts,
  path: string,
  marks: readonly Mark[],
  styles: StyleAdditions,
): Promise<{ part: string; type: string }[]> {
  const added: { part: string; type: string }[] = [];
  let xml = fillCells(await parts.text(path), marks, (base, severity) =>
    styles.filled(base, fills[severity]),
  );
  const relations = await relationsOf(parts, path);
  const drawingId = legacyDrawingOf(xml);
  const drawing = relations.find(({ id }) => drawingId !== null && id === drawingId)?.target;
  const comments = relations.find(({ type }) => type.endsWith('/comments'))?.target;
  const edited = withComments(comments ? await parts.text(comments) : noComments, marks);
  const commentsPath = comments ?? freePath(parts, 'xl/comments', '.xml');
  parts.put(commentsPath, edited.xml);
  if (!comments) {
    await addRelation(parts, path, { type: `${namespaces.office}/comments`, target: commentsPath });
    added.push({ part: commentsPath, type: `${spreadsheet}.comments+xml` });
  }
  const drawn = drawing ? await parts.bytes(drawing) : new TextEncoder().encode(emptyDrawing);
  const drawingPath = drawing ?? freePath(parts, 'xl/drawings/vmlDrawing', '.vml');
  parts.putBytes(drawingPath, withNotes(drawn, edited.drawn, edited.gone));
  if (!drawing) {
    const target = { type: `${namespaces.office}/vmlDrawing`, target: drawingPath };
    xml = withLegacyDrawing(xml, await addRelation(parts, path, target));
  }
  parts.put(path, xml);
  return added;
}

/** A path with the first number that is free, or with none. */
function freePath(parts: PackageParts, start: string, end: string, plain = false): string {
  if (plain && !parts.has(start + end)) return start + end;
  let number = 1;
  while (parts.has(`${start}${number}${end}`)) number += 1;
  return `${start}${number}${end}`;
}
