import { limits } from '../limits.ts';
import { FileRefusal } from '../refusal.ts';
import { unescapeXml } from './xml-text.ts';

/** What a scanner tells. Names are without the prefix of the root element; foreign ones keep theirs. */
export type XmlHandler = {
  open(name: string, attributes: string): void;
  text(text: string): void;
  close(name: string): void;
};

/**
 * Reads XML as it arrives, in pieces cut anywhere. It knows no DTD: any DOCTYPE is refused, so that there
 * is nothing to expand and nothing to fetch.
 * @throws FileRefusal `xml-damaged`, `xml-doctype`, `xml-too-large`
 */
export class XmlScanner {
  readonly #handler: XmlHandler;
  readonly #open: string[] = [];
  #prefix: string | null = null;
  #rest = '';
  #rootClosed = false;

  constructor(handler: XmlHandler) {
    this.#handler = handler;
  }

  push(piece: string): void {
    const text = this.#rest + piece;
    let at = 0;
    while (at < text.length) {
      const next = text.charCodeAt(at) === 60 ? this.#markup(text, at) : this.#characters(text, at);
      if (next < 0) break;
      at = next;
    }
    this.#rest = text.slice(at);
    if (this.#rest.length > limits.xmlTokenLength) throw new FileRefusal('xml-too-large');
  }

  end(): void {
    if (!this.#rootClosed || this.#rest.trim() !== '') throw new FileRefusal('xml-damaged');
  }

  /** @returns where the text ends, or -1 when its end has not arrived */
  #characters(text: string, at: number): number {
    const end = text.indexOf('<', at);
    if (end < 0) return -1;
    if (this.#open.length > 0) this.#handler.text(unescapeXml(text.slice(at, end)));
    else if (
      text
        .slice(at, end)
        .replace(/^\uFEFF/, '')
        .trim() !== ''
    )
      throw new FileRefusal('xml-damaged');
    return end;
  }

  #markup(text: string, at: number): number {
    const second = text.charCodeAt(at + 1);
    if (second === 33) return this.#declaration(text, at);
    if (second === 63) return after(text, '?>', at + 2);
    if (second === 47) return this.#closingTag(text, at);
    return this.#openingTag(text, at);
  }

  #declaration(text: string, at: number): number {
    if (text.startsWith('<!--', at)) return after(text, '-->', at + 4);
    if (text.startsWith('<![CDATA[', at)) {
      const end = after(text, ']]>', at + 9);
      if (end >= 0 && this.#open.length > 0) this.#handler.text(text.slice(at + 9, end - 3));
      return end;
    }
    if (text.startsWith('<!DOCTYPE', at)) throw new FileRefusal('xml-doctype');
    if (text.length - at < 9) return -1;
    throw new FileRefusal('xml-damaged');
  }

  #closingTag(text: string, at: number): number {
    const end = text.indexOf('>', at);
    if (end < 0) return -1;
    const name = text.slice(at + 2, end).trimEnd();
    if (this.#open.pop() !== name) throw new FileRefusal('xml-damaged');
    this.#handler.close(this.#localName(name));
    if (this.#open.length === 0) this.#rootClosed = true;
    return end + 1;
  }

  #openingTag(text: string, at: number): number {
    const end = endOfTag(text, at + 1);
    if (end < 0) return -1;
    const selfClosing = text.charCodeAt(end - 1) === 47;
    const inside = text.slice(at + 1, selfClosing ? end - 1 : end);
    const split = inside.search(/\s/);
    const name = split < 0 ? inside : inside.slice(0, split);
    if (name === '' || this.#rootClosed) throw new FileRefusal('xml-damaged');
    this.#prefix ??= name.includes(':') ? name.slice(0, name.indexOf(':') + 1) : '';
    const local = this.#localName(name);
    this.#handler.open(local, split < 0 ? '' : inside.slice(split));
    if (!selfClosing) {
      this.#open.push(name);
      if (this.#open.length > limits.xmlDepth) throw new FileRefusal('xml-too-large');
      return end + 1;
    }
    this.#handler.close(local);
    if (this.#open.length === 0) this.#rootClosed = true;
    return end + 1;
  }

  #localName(name: string): string {
    return this.#prefix && name.startsWith(this.#prefix) ? name.slice(this.#prefix.length) : name;
  }
}

function after(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at < 0 ? -1 : at + mark.length;
}

/** Where a tag's `>` stands; one inside an attribute's quotes does not end it. */
function endOfTag(text: string, from: number): number {
  let quote = 0;
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 34 || code === 39) quote = code;
    else if (code === 62) return at;
    else if (code === 60) throw new FileRefusal('xml-damaged');
  }
  return -1;
}
