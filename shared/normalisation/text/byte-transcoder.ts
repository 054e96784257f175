import { type ByteEncoding, byteLetters } from './byte-letters.ts';

/** For each byte its letter in UTF-8, and for a letter followed by a combining mark the two composed. */
type Tables = {
  /** Three bytes of UTF-8 for each byte. */
  letters: Uint8Array;
  lengths: Uint8Array;
  /** 1 + the number of the combining mark that a byte is; 0 when it is none. */
  marks: Uint8Array;
  /** Composed letters by byte × mark, as code points; 0 when the two do not compose. */
  composed: Uint16Array;
};

const markLimit = 8;

/** Turns bytes of one letter each into UTF-8, composed (NFC), piece by piece, by tables alone. */
export class ByteTranscoder {
  readonly #tables: Tables;
  /** The last byte of the piece before: a mark may follow it. */
  #held = -1;
  #out = new Uint8Array(0);

  constructor(encoding: ByteEncoding) {
    this.#tables = tablesOf(byteLetters[encoding]);
  }

  /** @returns bytes that are good until the next piece is given: a large file leaves none of them behind */
  push(piece: Uint8Array): Uint8Array {
    const { letters, lengths, marks, composed } = this.#tables;
    const most = (piece.length + 1) * 3;
    if (this.#out.length < most) this.#out = new Uint8Array(most);
    const out = this.#out;
    let last = this.#held;
    let length = last < 0 ? 0 : this.#write(out, 0, last);
    for (let at = 0; at < piece.length; at += 1) {
      const byte = piece[at] as number;
      const count = lengths[byte] as number;
      if (count === 1) {
        out[length] = byte;
        length += 1;
        last = byte;
        continue;
      }
      const mark = marks[byte] as number;
      const both = mark === 0 || last < 0 ? 0 : (composed[last * markLimit + mark] as number);
      if (both !== 0) {
        // In place of the letter that stands there without its mark.
        length = writeLetter(out, length - (lengths[last] as number), both);
        last = -1;
        continue;
      }
      const from = byte * 3;
      out[length] = letters[from] as number;
      out[length + 1] = letters[from + 1] as number;
      if (count === 3) out[length + 2] = letters[from + 2] as number;
      length += count;
      last = byte;
    }
    this.#held = last;
    return out.subarray(0, last < 0 ? length : length - (lengths[last] as number));
  }

  end(): Uint8Array {
    const out = new Uint8Array(3);
    const length = this.#held < 0 ? 0 : this.#write(out, 0, this.#held);
    this.#held = -1;
    return out.subarray(0, length);
  }

  #write(out: Uint8Array, length: number, byte: number): number {
    const { letters, lengths } = this.#tables;
    const count = lengths[byte] as number;
    for (let at = 0; at < count; at += 1) out[length + at] = letters[byte * 3 + at] as number;
    return length + count;
  }
}

/** Writes a code point between U+0080 and U+FFFF. */
function writeLetter(out: Uint8Array, length: number, code: number): number {
  if (code < 0x800) {
    out[length] = 0xc0 | (code >> 6);
    out[length + 1] = 0x80 | (code & 63);
    return length + 2;
  }
  out[length] = 0xe0 | (code >> 12);
  out[length + 1] = 0x80 | ((code >> 6) & 63);
  out[length + 2] = 0x80 | (code & 63);
  return length + 3;
}

function tablesOf(letters: readonly string[]): Tables {
  const encoder = new TextEncoder();
  const tables: Tables = {
    letters: new Uint8Array(256 * 3),
    lengths: new Uint8Array(256),
    marks: new Uint8Array(256),
    composed: new Uint16Array(256 * markLimit),
  };
  let known = 0;
  for (const [byte, letter] of letters.entries()) {
    const utf8 = encoder.encode(letter);
    tables.letters.set(utf8, byte * 3);
    tables.lengths[byte] = utf8.length;
    if (!/\p{M}/u.test(letter)) continue;
    known += 1;
    tables.marks[byte] = known;
    for (const [base, first] of letters.entries()) {
      const both = (first + letter).normalize('NFC');
      if (both.length === 1) tables.composed[base * markLimit + known] = both.charCodeAt(0);
    }
  }
  return tables;
}
