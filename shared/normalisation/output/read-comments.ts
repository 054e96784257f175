import { attributeOf, unescapeXml } from '../xlsx/xml-text.ts';
import { author, severityNames } from './marks.ts';
import { Unpatchable } from './unpatchable.ts';
import { childrenOf, type Element, type Tag, tagsOf } from './xml-edit.ts';

/**
 * A comment that stands in a sheet. `ours`: written by this service before · `thread`: the shadow of a thread,
 * which Excel shows instead. `ownRuns`: what this service wrote behind somebody else's text.
 */
export type Comment = {
  element: Element;
  cell: string;
  kind: 'ours' | 'thread' | 'theirs';
  /** Where the text ends, or -1. */
  textEnd: number;
  ownRuns: { from: number; end: number }[];
};

/** A sheet's comments, and the places where authors and comments are added. @throws Unpatchable */
export function readComments(xml: string): {
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
  let author: Tag | undefined;
  let comment: Tag | undefined;
  let run: Tag | undefined;
  let textEnd = -1;
  let ownRuns: Comment['ownRuns'] = [];
  for (const tag of tagsOf(xml)) {
    const { name, depth, kind } = tag;
    if (name === 'author' && depth === 2) {
      if (kind === 'open') author = tag;
      else names.push(kind === 'close' && author ? unescapeXml(xml.slice(author.to, tag.from)) : '');
    } else if (name === 'comment' && depth === 2 && kind === 'open') {
      [comment, textEnd, ownRuns] = [tag, -1, []];
    } else if (name === 'comment' && depth === 2 && kind === 'close' && comment) {
      comments.push(commentAt(xml, { ...comment, end: tag.to }, names, { textEnd, ownRuns }));
    } else if (name === 'text' && depth === 3 && kind === 'close') textEnd = tag.from;
    else if (name === 'r' && depth === 4 && kind === 'open') run = tag;
    else if (name === 'r' && depth === 4 && kind === 'close' && run) {
      if (isOurText(plain(xml.slice(run.from, tag.to)))) ownRuns.push({ from: run.from, end: tag.to });
    }
  }
  return { authors: { element: authors, names }, list, comments };
}

function commentAt(
  xml: string,
  element: Element,
  authors: readonly string[],
  { textEnd, ownRuns }: Pick<Comment, 'textEnd' | 'ownRuns'>,
): Comment {
  const by = authors[Number(attributeOf(element.attributes, 'authorId') ?? 0)] ?? '';
  // LibreOffice forgets who wrote a comment; what it says remains.
  const isOurs = by === author || isOurText(plain(xml.slice(element.to, element.end)));
  const kind = isOurs ? 'ours' : by.startsWith('tc=') ? 'thread' : 'theirs';
  const cell = attributeOf(element.attributes, 'ref') ?? '';
  return { element, cell, kind, textEnd, ownRuns };
}

/** True for a text that begins as every comment of this service does. */
function isOurText(text: string): boolean {
  const start = text.trimStart();
  return Object.values(severityNames).some((severity) => start.startsWith(`${author}: ${severity} (`));
}

/** The text of an element, as far as it is needed to be told from another. */
function plain(xml: string): string {
  return xml.replace(/<[^<>]*>/g, '').replace(/&#10;|&#xA;/gi, '\n');
}
