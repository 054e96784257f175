import { author, commentOf, type Mark } from './marks.ts';
import { readComments } from './read-comments.ts';
import { type Element, prefixOf, type Splice, spliced } from './xml-edit.ts';
import { escapeXml, namespaces, textElement } from './xml-write.ts';

/** The comments of a sheet that had none. */
export const noComments = `<comments xmlns="${namespaces.main}"><authors/><commentList></commentList></comments>`;

/**
 * Writes the marks into a sheet's comments: into the comment of a cell that has one, else as a new one. What
 * this service wrote before is replaced. A cell with a thread keeps it alone, since Excel shows nothing else.
 * @returns the part, and the cells that got a comment of their own (which has to be drawn) or lost it
 */
export function withComments(
  xml: string,
  marks: readonly Mark[],
): { xml: string; drawn: Mark[]; gone: string[] } {
  const prefix = prefixOf(xml);
  const { authors, list, comments } = readComments(xml);
  const own = authors.names.indexOf(author);
  const authorId = own < 0 ? authors.names.length : own;
  const splices: Splice[] = [];
  if (own < 0) {
    const tag = `<${prefix}author>${escapeXml(author)}</${prefix}author>`;
    splices.push(inside(xml, authors.element, tag, `${prefix}authors`));
  }
  const taken = new Set<string>();
  const gone: string[] = [];
  const byCell = new Map(marks.map((mark) => [mark.cell, mark]));
  for (const { element, cell, kind, textEnd, ownRuns } of comments) {
    const mark = byCell.get(cell);
    if (mark) taken.add(cell);
    if (kind === 'ours') {
      const text = mark ? commentElement(prefix, mark, authorId) : '';
      splices.push({ from: element.from, to: element.end, text });
      if (!mark) gone.push(cell);
      continue;
    }
    for (const { from, end } of ownRuns) splices.push({ from, to: end, text: '' });
    if (!mark || kind === 'thread' || textEnd < 0) continue;
    splices.push({ from: textEnd, to: textEnd, text: runElement(prefix, `\n\n${commentOf(mark)}`) });
  }
  const drawn = marks.filter(({ cell }) => !taken.has(cell));
  const added = drawn.map((mark) => commentElement(prefix, mark, authorId)).join('');
  splices.push(inside(xml, list, added, `${prefix}commentList`));
  return { xml: spliced(xml, splices), drawn, gone };
}

function commentElement(prefix: string, mark: Mark, authorId: number): string {
  const text = `<${prefix}text>${runElement(prefix, commentOf(mark))}</${prefix}text>`;
  return `<${prefix}comment ref="${mark.cell}" authorId="${authorId}">${text}</${prefix}comment>`;
}

function runElement(prefix: string, text: string): string {
  const font = `<${prefix}rPr><${prefix}sz val="9"/><${prefix}rFont val="Tahoma"/><${prefix}family val="2"/></${prefix}rPr>`;
  return `<${prefix}r>${font}${textElement(prefix, text)}</${prefix}r>`;
}

/** Text at the end of an element's inside; an empty element is opened. */
function inside(xml: string, element: Element, text: string, name: string): Splice {
  if (element.kind === 'empty') {
    const opening = `${xml.slice(element.from, element.to - 2)}>`;
    return { from: element.from, to: element.end, text: `${opening}${text}</${name}>` };
  }
  const end = xml.lastIndexOf('<', element.end - 1);
  return { from: end, to: end, text };
}
