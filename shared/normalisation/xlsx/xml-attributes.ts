import { unescapeXml } from './xml-text.ts';

const [equals, ampersand, doubleQuote, singleQuote] = [61, 38, 34, 39];

/** Walks a tag's attributes in its bytes: name and value as spans, nothing made of them. */
export class XmlAttributes {
  bytes: Uint8Array = new Uint8Array(0);
  nameFrom = 0;
  nameTo = 0;
  from = 0;
  to = 0;
  #tag: Uint8Array = new Uint8Array(0);
  #at = 0;
  #end = 0;

  start(bytes: Uint8Array, from: number, to: number): void {
    this.#tag = bytes;
    this.#at = from;
    this.#end = to;
  }

  /** @returns false behind the last attribute, and where what follows is none */
  next(): boolean {
    const tag = this.#tag;
    const end = this.#end;
    let at = this.#at;
    while (at < end && (tag[at] as number) <= 32) at += 1;
    this.nameFrom = at;
    while (at < end && tag[at] !== equals && (tag[at] as number) > 32) at += 1;
    this.nameTo = at;
    while (at < end && (tag[at] as number) <= 32) at += 1;
    if (at >= end || tag[at] !== equals) return false;
    at += 1;
    while (at < end && (tag[at] as number) <= 32) at += 1;
    const quote = tag[at];
    if (at >= end || (quote !== doubleQuote && quote !== singleQuote)) return false;
    this.from = at + 1;
    at += 1;
    let escaped = false;
    while (at < end && tag[at] !== quote) {
      if (tag[at] === ampersand) escaped = true;
      at += 1;
    }
    if (at >= end) return false;
    this.to = at;
    this.#at = at + 1;
    this.bytes = tag;
    if (escaped) this.#unescape();
    return true;
  }

  /** The name's letter when it is one letter long, else 0. */
  get letter(): number {
    return this.nameTo - this.nameFrom === 1 ? (this.#tag[this.nameFrom] as number) : 0;
  }

  get name(): string {
    return new TextDecoder().decode(this.#tag.subarray(this.nameFrom, this.nameTo));
  }

  /** True when the value is just these bytes. */
  holds(value: Uint8Array): boolean {
    if (this.to - this.from !== value.length) return false;
    for (let at = 0; at < value.length; at += 1) {
      if (this.bytes[this.from + at] !== value[at]) return false;
    }
    return true;
  }

  /** The value. */
  get text(): string {
    return new TextDecoder().decode(this.bytes.subarray(this.from, this.to));
  }

  #unescape(): void {
    this.bytes = new TextEncoder().encode(unescapeXml(this.text));
    this.from = 0;
    this.to = this.bytes.length;
  }
}
