import { limits } from '../limits.ts';
import { FileRefusal } from '../refusal.ts';

/**
 * What a scanner of bytes tells. A name is its place in the list that the scanner was given, from 1, or 0 for
 * a name that is not in it. The bytes are the scanner's own: they are valid during the call only.
 */
export type XmlByteHandler = {
  /** `from` to `to`: the attributes, as they are written. */
  open(name: number, bytes: Uint8Array, from: number, to: number): void;
  /** @param raw true for CDATA, in which nothing is escaped */
  text(bytes: Uint8Array, from: number, to: number, raw: boolean): void;
  close(name: number): void;
  /**
   * Takes whole elements `c` of the plainest form that follow each other, where it can.
   * @returns where the last one ends, or -1 when it is to be told element by element
   */
  quick?(bytes: Uint8Array, from: number, to: number): number;
};

const [lessThan, greaterThan, slash, bang, question, colon] = [60, 62, 47, 33, 63, 58];
const [doubleQuote, singleQuote, space, letterC] = [34, 39, 32, 99];

const bytesOf = (text: string) => new TextEncoder().encode(text);
const commentStart = bytesOf('<!--');
const commentEnd = bytesOf('-->');
const dataStart = bytesOf('<![CDATA[');
const dataEnd = bytesOf(']]>');
const instructionEnd = bytesOf('?>');
const doctype = bytesOf('<!DOCTYPE');

/**
 * Reads XML in UTF-8 as it arrives, in pieces cut anywhere, and makes no string of it: worksheets are most of
 * a workbook. As `XmlScanner`, it knows no DTD and takes the prefix of the root element away.
 * @throws FileRefusal `xml-damaged`, `xml-doctype`, `xml-too-large`
 */
export class XmlBytes {
  readonly #handler: XmlByteHandler;
  readonly #names: readonly Uint8Array[];
  #buffer = new Uint8Array(131_072);
  #from = 0;
  #to = 0;
  /** The names of the open elements, one behind the other, so that each can be held against its end. */
  #stack = new Uint8Array(1_024);
  readonly #starts = new Int32Array(limits.xmlDepth + 2);
  readonly #codes = new Int32Array(limits.xmlDepth + 2);
  #depth = 0;
  #prefixLength = -1;
  /** True in a document without prefixes whose handler takes plain cells whole. */
  #takesCells = false;
  #prefix: Uint8Array = new Uint8Array(0);
  #rootClosed = false;
  #atStart = true;

  constructor(handler: XmlByteHandler, names: readonly string[]) {
    this.#handler = handler;
    this.#names = names.map(bytesOf);
  }

  push(piece: Uint8Array): void {
    this.#append(piece);
    let at = this.#from;
    while (at < this.#to) {
      const next = this.#buffer[at] === lessThan ? this.#markup(at) : this.#characters(at);
      if (next < 0) break;
      at = next;
    }
    this.#from = at;
    if (this.#to - at > limits.xmlTokenLength) throw new FileRefusal('xml-too-large');
  }

  end(): void {
    if (!this.#rootClosed || !isBlank(this.#buffer, this.#from, this.#to)) throw damaged();
  }

  #append(piece: Uint8Array): void {
    if (this.#to + piece.length > this.#buffer.length) {
      const rest = this.#buffer.subarray(this.#from, this.#to);
      const needed = rest.length + piece.length;
      if (needed > this.#buffer.length) {
        this.#buffer = new Uint8Array(Math.max(2 * this.#buffer.length, needed));
        this.#buffer.set(rest);
      } else this.#buffer.copyWithin(0, this.#from, this.#to);
      this.#to = rest.length;
      this.#from = 0;
    }
    this.#buffer.set(piece, this.#to);
    this.#to += piece.length;
  }

  /** @returns where the text ends, or -1 when its end has not arrived */
  #characters(from: number): number {
    const buffer = this.#buffer;
    let at = from;
    while (at < this.#to && buffer[at] !== lessThan) at += 1;
    if (at === this.#to) return -1;
    if (this.#depth > 0) this.#handler.text(buffer, from, at, false);
    else {
      const start = this.#atStart && startsWith(buffer, from, at, byteOrderMark) ? from + 3 : from;
      if (!isBlank(buffer, start, at)) throw damaged();
    }
    this.#atStart = false;
    return at;
  }

  #markup(at: number): number {
    this.#atStart = false;
    if (at + 1 >= this.#to) return -1;
    const second = this.#buffer[at + 1];
    if (second === slash) return this.#closingTag(at);
    if (second === bang) return this.#declaration(at);
    if (second === question) return this.#behind(instructionEnd, at + 2);
    if (second === letterC && this.#takesCells && this.#buffer[at + 2] === space) {
      const end = this.#handler.quick?.(this.#buffer, at, this.#to) ?? -1;
      if (end >= 0) return end;
    }
    return this.#openingTag(at);
  }

  #declaration(at: number): number {
    const buffer = this.#buffer;
    const to = this.#to;
    if (startsWith(buffer, at, to, commentStart)) return this.#behind(commentEnd, at + 4);
    if (startsWith(buffer, at, to, dataStart)) {
      const end = this.#behind(dataEnd, at + 9);
      if (end >= 0 && this.#depth > 0) this.#handler.text(buffer, at + 9, end - 3, true);
      return end;
    }
    if (startsWith(buffer, at, to, doctype)) throw new FileRefusal('xml-doctype');
    if (to - at < 9) return -1;
    throw damaged();
  }

  #closingTag(at: number): number {
    const buffer = this.#buffer;
    let end = at + 2;
    while (end < this.#to && buffer[end] !== greaterThan) end += 1;
    if (end === this.#to) return -1;
    let nameEnd = end;
    while (nameEnd > at + 2 && isSpace(buffer[nameEnd - 1] as number)) nameEnd -= 1;
    if (this.#depth === 0) throw damaged();
    const start = this.#starts[this.#depth - 1] as number;
    const length = (this.#starts[this.#depth] as number) - start;
    if (nameEnd - at - 2 !== length) throw damaged();
    for (let index = 0; index < length; index += 1) {
      if (buffer[at + 2 + index] !== this.#stack[start + index]) throw damaged();
    }
    this.#depth -= 1;
    this.#handler.close(this.#codes[this.#depth] as number);
    if (this.#depth === 0) this.#rootClosed = true;
    return end + 1;
  }

  #openingTag(at: number): number {
    const buffer = this.#buffer;
    const end = this.#endOfTag(at + 1);
    if (end < 0) return -1;
    const selfClosing = buffer[end - 1] === slash;
    const inside = selfClosing ? end - 1 : end;
    let nameEnd = at + 1;
    while (nameEnd < inside && !isSpace(buffer[nameEnd] as number)) nameEnd += 1;
    if (nameEnd === at + 1 || this.#rootClosed) throw damaged();
    if (this.#prefixLength < 0) this.#takePrefix(at + 1, nameEnd);
    const code = this.#codeOf(at + 1, nameEnd);
    this.#handler.open(code, buffer, nameEnd, inside);
    if (selfClosing) {
      this.#handler.close(code);
      if (this.#depth === 0) this.#rootClosed = true;
    } else this.#enter(code, at + 1, nameEnd);
    return end + 1;
  }

  /** Where a tag's `>` stands; one inside an attribute's quotes does not end it. -1: it has not arrived. */
  #endOfTag(from: number): number {
    const buffer = this.#buffer;
    const to = this.#to;
    let at = from;
    while (at < to) {
      const byte = buffer[at] as number;
      at += 1;
      if (byte === greaterThan) return at - 1;
      if (byte === lessThan) throw damaged();
      if (byte === doubleQuote || byte === singleQuote) {
        while (at < to && buffer[at] !== byte) at += 1;
        at += 1;
      }
    }
    return -1;
  }

  #enter(code: number, from: number, to: number): void {
    const start = this.#starts[this.#depth] as number;
    const end = start + to - from;
    if (end > this.#stack.length) {
      const longer = new Uint8Array(2 * end);
      longer.set(this.#stack);
      this.#stack = longer;
    }
    for (let index = from; index < to; index += 1)
      this.#stack[start + index - from] = this.#buffer[index] as number;
    this.#codes[this.#depth] = code;
    this.#depth += 1;
    this.#starts[this.#depth] = end;
    if (this.#depth > limits.xmlDepth) throw new FileRefusal('xml-too-large');
  }

  #takePrefix(from: number, to: number): void {
    const end = this.#buffer.subarray(from, to).indexOf(colon);
    this.#prefixLength = end + 1;
    this.#prefix = this.#buffer.slice(from, from + end + 1);
    this.#takesCells = end < 0 && this.#handler.quick !== undefined;
  }

  #codeOf(nameFrom: number, to: number): number {
    const buffer = this.#buffer;
    const isPrefixed = this.#prefixLength > 0 && startsWith(buffer, nameFrom, to, this.#prefix);
    const from = isPrefixed ? nameFrom + this.#prefixLength : nameFrom;
    const names = this.#names;
    for (let index = 0; index < names.length; index += 1) {
      const name = names[index] as Uint8Array;
      if (name.length === to - from && startsWith(buffer, from, to, name)) return index + 1;
    }
    return 0;
  }

  #behind(mark: Uint8Array, from: number): number {
    const buffer = this.#buffer;
    const last = this.#to - mark.length;
    for (let at = from; at <= last; at += 1) {
      if (buffer[at] === mark[0] && startsWith(buffer, at, this.#to, mark)) return at + mark.length;
    }
    return -1;
  }
}

const byteOrderMark = Uint8Array.from([0xef, 0xbb, 0xbf]);

function startsWith(buffer: Uint8Array, from: number, to: number, mark: Uint8Array): boolean {
  if (to - from < mark.length) return false;
  for (let index = 0; index < mark.length; index += 1) if (buffer[from + index] !== mark[index]) return false;
  return true;
}

function isSpace(byte: number): boolean {
  return byte === 32 || byte === 10 || byte === 13 || byte === 9;
}

function isBlank(buffer: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (!isSpace(buffer[at] as number)) return false;
  return true;
}

function damaged(): FileRefusal {
  return new FileRefusal('xml-damaged');
}
