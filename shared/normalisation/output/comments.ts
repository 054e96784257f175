import { attributeOf, unescapeXml } from '../xlsx/xml-text.ts';
import { author, commentOf, type Mark } from './marks.ts';
import { Unpatchable } from './unpatchable.ts';
import { childrenOf, type Element, prefixOf, type Splice, spliced, type Tag, tagsOf } from './xml-edit.ts';
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
  const { authors, list, comments } = partsOf(xml);
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
  for (const { element, cell, author: by, textEnd } of comments) {
    const mark = byCell.get(cell);
    if (by === authorId && own >= 0) {
      splices.push({ from: element.from, to: element.end, text: '' });
      if (!mark) gone.push(cell);
      else taken.add(cell);
      if (mark)
        splices.push({ from: element.end, to: element.end, text: commentElement(prefix, mark, authorId) });
    } else if (mark) {
      taken.add(cell);
      const isThread = (authors.names[by] ?? '').startsWith('tc=');
      if (isThread || textEnd < 0) continue;
      const run = runElement(prefix, `\n\n${commentOf(mark)}`);
      splices.push({ from: textEnd, to: textEnd, text: run });
    }
  }
  const drawn = marks.filter(({ cell }) => !taken.has(cell));
  const added = drawn.map((mark) => commentElement(prefix, mark, authorId)).join('');
  splices.push(inside(xml, list, added, `${prefix}commentList`));
  return { xml: spliced(xml, splices), drawn, gone };
}

type Comment = { element: Element; cell: string; author: number; textEnd: number };

function partsOf(xml: string): {
  authors: { element: Element; names: string[] };
  list: Element;
  comments: Comment[];
} {
  const { children } = childrenOf(xml);
  const authors = children.find(({ name }) => name === 'authors');
  const list = children.find(({ name }) => name === 'commentList');
  if (!authors || !list) throw new Unpatchable('unknown-form', 'comments');
  const names: string[] = [];
  const comments: Comment[] = [];
  let from: Tag | undefined;
  let textEnd = -1;
  for (const tag of tagsOf(xml)) {
    if (tag.name === 'author' && tag.depth === 2) {
      if (tag.kind === 'close') names.push(unescapeXml(xml.slice((from as Tag).to, tag.from)));
      else if (tag.kind === 'empty') names.push('');
      from = tag;
    } else if (tag.name === 'comment' && tag.depth === 2) {
      if (tag.kind === 'open') from = tag;
      else if (tag.kind === 'close' && from) comments.push(commentAt({ ...from, end: tag.to }, textEnd));
      if (tag.kind === 'open') textEnd = -1;
    } else if (tag.name === 'text' && tag.depth === 3 && tag.kind === 'close') textEnd = tag.from;
  }
  return { authors: { element: authors, names }, list, comments };
}

function commentAt(element: Element, textEnd: number): Comment {
  const cell = attributeOf(element.attributes, 'ref') ?? '';
  return { element, cell, author: Number(attributeOf(element.attributes, 'authorId') ?? 0), textEnd };
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
    const opening = xml.slice(element.from, element.to).replace(/\s*\/>$/, '>');
    return { from: element.from, to: element.end, text: `${opening}${text}</${name}>` };
  }
  const end = xml.lastIndexOf('<', element.end - 1);
  return { from: end, to: end, text };
}
