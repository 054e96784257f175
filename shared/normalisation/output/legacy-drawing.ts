import { attributeOf } from '../xlsx/xml-text.ts';
import { Unpatchable } from './unpatchable.ts';
import { prefixOf, spliced, tagsOf } from './xml-edit.ts';
import { namespaces } from './xml-write.ts';

/** What may follow the relation to the comments' drawing (ECMA-376 part 1, 18.3.1.99). */
const afterDrawing = new Set([
  'legacyDrawingHF',
  'drawingHF',
  'picture',
  'oleObjects',
  'controls',
  'webPublishItems',
  'tableParts',
  'extLst',
]);

/** Where a sheet's comments are drawn: the relation's id, or null. */
export function legacyDrawingOf(xml: string): string | null {
  for (const tag of tagsOf(xml)) {
    if (tag.depth === 1 && tag.name === 'legacyDrawing') return attributeOf(tag.attributes, '*:id') ?? null;
  }
  return null;
}

/** The part with a relation to the drawing of its comments. */
export function withLegacyDrawing(xml: string, relation: string): string {
  let at = -1;
  let inData = true;
  for (const tag of tagsOf(xml)) {
    if (tag.name === 'sheetData' && tag.depth === 1 && tag.kind !== 'open') inData = false;
    // Controls and objects may stand in a choice between two ways to write them.
    const follows = afterDrawing.has(tag.name) || tag.name === 'mc:AlternateContent';
    const isEnd = tag.depth === 0 && tag.kind === 'close';
    if (isEnd || (tag.depth === 1 && tag.kind !== 'close' && follows && !inData)) {
      at = tag.from;
      break;
    }
  }
  if (at < 0) throw new Unpatchable('unknown-form', 'sheet');
  const text = `<${prefixOf(xml)}legacyDrawing xmlns:r="${namespaces.office}" r:id="${relation}"/>`;
  return spliced(xml, [{ from: at, to: at, text }]);
}
