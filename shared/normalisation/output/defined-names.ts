import { attributeOf, unescapeXml } from '../xlsx/xml-text.ts';
import { resultSheetMark, resultSheetName } from './result-sheet.ts';
import { type Element, insertBefore, type Splice, type Tag, tagsOf } from './xml-edit.ts';

/** What may follow the defined names (ECMA-376 part 1, 18.2.27). */
const afterNames = new Set([
  'calcPr',
  'oleSize',
  'customWorkbookViews',
  'pivotCaches',
  'smartTagPr',
  'smartTagTypes',
  'webPublishing',
  'fileRecoveryPr',
  'webPublishObjects',
  'extLst',
]);

/** The sheet that our defined name points to, if it is named as ours are. */
export function ownResultIn(xml: string): string | undefined {
  const found = resultNameIn(xml);
  const name = found && /^'(.*)'!\$A\$1$/s.exec(unescapeXml(found.value))?.[1]?.replaceAll("''", "'");
  return name?.startsWith(resultSheetName) ? name : undefined;
}

function resultNameIn(xml: string): { from: number; end: number; value: string } | undefined {
  let open: Tag | undefined;
  for (const tag of tagsOf(xml)) {
    if (tag.name !== 'definedName') continue;
    if (tag.kind === 'open') open = attributeOf(tag.attributes, 'name') === resultSheetMark ? tag : undefined;
    else if (tag.kind === 'close' && open) {
      return { from: open.from, end: tag.to, value: xml.slice(open.to, tag.from) };
    }
  }
  return undefined;
}

/** The defined names with one more, and without another of the same name that points nowhere any more. */
export function namesWith(
  xml: string,
  names: Element | undefined,
  defined: string,
  prefix: string,
  around: { children: readonly Element[]; rootEnd: number },
): Splice[] {
  if (names?.kind === 'open') {
    const end = xml.lastIndexOf('<', names.end - 1);
    const stale = resultNameIn(xml);
    const removed = stale ? [{ from: stale.from, to: stale.end, text: '' }] : [];
    return [...removed, { from: end, to: end, text: defined }];
  }
  const element = `<${prefix}definedNames>${defined}</${prefix}definedNames>`;
  if (names) return [{ from: names.from, to: names.end, text: element }];
  return [insertBefore(around, afterNames, element)];
}
