import { attributeOf } from '../xlsx/xml-text.ts';
import { Unpatchable } from './unpatchable.ts';
import { escapeXml } from './xml-write.ts';

/** A tag by its place in the text of a part; `name` is without the prefix of the root element. */
export type Tag = {
  kind: 'open' | 'close' | 'empty';
  name: string;
  /** How many elements it stands in. */
  depth: number;
  from: number;
  to: number;
  /** What stands behind the name. */
  attributes: string;
};

/** The prefix of a part's root element with its colon (`x:`), or none. */
export function prefixOf(xml: string): string {
  const root = tagsOf(xml).next().value;
  if (!root) throw new Unpatchable('unknown-form', 'no root');
  const match = /^<([^\s/>:]+:)/.exec(xml.slice(root.from, root.to));
  return match?.[1] ?? '';
}

/**
 * The tags of a part in order, so that it can be edited in place and every other byte stays.
 * @throws Unpatchable where the part is not well formed, or has a DOCTYPE
 */
export function* tagsOf(xml: string): Generator<Tag, undefined> {
  const open: string[] = [];
  let prefix: string | undefined;
  let at = xml.indexOf('<');
  while (at >= 0) {
    const passed = passedOver(xml, at);
    if (passed > at) {
      at = xml.indexOf('<', passed);
      continue;
    }
    const to = endOfTag(xml, at);
    const closing = xml.charCodeAt(at + 1) === 47;
    const empty = xml.charCodeAt(to - 2) === 47;
    const inside = xml.slice(at + (closing ? 2 : 1), to - (empty ? 2 : 1));
    const split = inside.search(/\s/);
    const full = split < 0 ? inside : inside.slice(0, split);
    prefix ??= full.includes(':') ? full.slice(0, full.indexOf(':') + 1) : '';
    const name = prefix !== '' && full.startsWith(prefix) ? full.slice(prefix.length) : full;
    if (closing && open.pop() !== full) throw new Unpatchable('unknown-form', `</${full}>`);
    const attributes = split < 0 ? '' : inside.slice(split);
    const kind = closing ? 'close' : empty ? 'empty' : 'open';
    yield { kind, name, depth: open.length, from: at, to, attributes };
    if (kind === 'open') open.push(full);
    at = xml.indexOf('<', to);
  }
  if (open.length > 0) throw new Unpatchable('unknown-form', `<${open[0]}>`);
}

/** Behind a comment, instruction or CDATA that starts here; the same place when a tag does. */
function passedOver(xml: string, at: number): number {
  const second = xml.charCodeAt(at + 1);
  if (second === 63) return behind(xml, '?>', at);
  if (second !== 33) return at;
  if (xml.startsWith('<!--', at)) return behind(xml, '-->', at + 4);
  if (xml.startsWith('<![CDATA[', at)) return behind(xml, ']]>', at);
  throw new Unpatchable('unknown-form', 'declaration');
}

function behind(xml: string, mark: string, from: number): number {
  const at = xml.indexOf(mark, from);
  if (at < 0) throw new Unpatchable('unknown-form', mark);
  return at + mark.length;
}

function endOfTag(xml: string, from: number): number {
  let quote = 0;
  for (let at = from + 1; at < xml.length; at += 1) {
    const code = xml.charCodeAt(at);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 34 || code === 39) quote = code;
    else if (code === 62) return at + 1;
  }
  throw new Unpatchable('unknown-form', 'tag');
}

/** A change of a text: what stands between the two places is replaced. */
export type Splice = { from: number; to: number; text: string };

/** A text with all changes made; of changes at one place, the first given comes first. */
export function spliced(xml: string, splices: readonly Splice[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { from, to, text } of splices.toSorted((a, b) => a.from - b.from)) {
    if (from < at) throw new Error('two changes of a part overlap');
    pieces.push(xml.slice(at, from), text);
    at = to;
  }
  pieces.push(xml.slice(at));
  return pieces.join('');
}

/** A tag's text with an attribute set to a value. */
export function withAttribute(tag: string, name: string, value: string): string {
  const pattern = new RegExp(`(\\s${name}\\s*=\\s*)("[^"]*"|'[^']*')`);
  const written = `"${escapeXml(value)}"`;
  if (pattern.test(tag)) return tag.replace(pattern, (_, start: string) => `${start}${written}`);
  const end = tag.endsWith('/>') ? tag.length - 2 : tag.length - 1;
  return `${tag.slice(0, end).trimEnd()} ${name}=${written}${tag.slice(end)}`;
}

/** The change that removes an attribute of a tag, or none when it has none. */
export function withoutAttribute(xml: string, tag: Tag, name: string): Splice[] {
  if (attributeOf(tag.attributes, name) === undefined) return [];
  const text = xml.slice(tag.from, tag.to);
  const match = new RegExp(`\\s${name}\\s*=\\s*(?:"[^"]*"|'[^']*')`).exec(text);
  if (!match) return [];
  const from = tag.from + match.index;
  return [{ from, to: from + match[0].length, text: '' }];
}

/** An element of a part: its first tag, and where it ends. */
export type Element = Tag & { end: number };

/** The elements right below the root. */
export function childrenOf(xml: string): { root: Tag; children: Element[]; rootEnd: number } {
  const children: Element[] = [];
  let root: Tag | undefined;
  let rootEnd = -1;
  let pending: Tag | undefined;
  for (const tag of tagsOf(xml)) {
    if (tag.depth === 0) {
      if (tag.kind === 'close') rootEnd = tag.from;
      else root = tag;
    } else if (tag.depth === 1) {
      if (tag.kind === 'open') pending = tag;
      else if (tag.kind === 'empty') children.push({ ...tag, end: tag.to });
      else if (pending) children.push({ ...pending, end: tag.to });
    }
  }
  if (!root) throw new Unpatchable('unknown-form', 'no root');
  // An empty root has no inside to write into.
  if (rootEnd < 0) throw new Unpatchable('unknown-form', 'empty root');
  return { root, children, rootEnd };
}

/**
 * The change that puts a child below the root where the schema wants it: before the first of `followers`.
 */
export function insertBefore(
  { children, rootEnd }: { children: readonly Element[]; rootEnd: number },
  followers: ReadonlySet<string>,
  text: string,
): Splice {
  const at = children.find(({ name }) => followers.has(name))?.from ?? rootEnd;
  return { from: at, to: at, text };
}
