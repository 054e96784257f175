/** A record's body in the stream. */
export type Segment = { from: number; length: number };

/**
 * True when the shared texts of a workbook ([MS-XLS] 2.4.265 SST, 2.5.293 XLUnicodeRichExtendedString) go on
 * beyond their records, or back: SheetJS would follow a length that is negative for ever, and one that is too
 * great through what is not there.
 * @param segments the body of the SST record and of those that continue it, in order
 */
export function sharedTextsOverrun(stream: Uint8Array, segments: readonly Segment[]): boolean {
  const [first] = segments;
  if (!first) return false;
  if (first.length < 8) return true;
  const walk = new TextWalk(stream, segments);
  const count = walk.view.getUint32(4, true);
  walk.at = 8;
  for (let index = 0; index < count && walk.at < walk.length; index += 1) if (!walk.pass()) return true;
  return false;
}

class TextWalk {
  /** The bodies one behind another, as they are to be read. */
  readonly view: DataView;
  readonly length: number;
  at = 0;
  readonly #ends: number[] = [];
  #segment = 0;

  constructor(stream: Uint8Array, segments: readonly Segment[]) {
    this.length = segments.reduce((sum, segment) => sum + segment.length, 0);
    const joined = new Uint8Array(this.length);
    let at = 0;
    for (const { from, length } of segments) {
      joined.set(stream.subarray(from, from + length), at);
      at += length;
      this.#ends.push(at);
    }
    this.view = new DataView(joined.buffer);
  }

  /** Passes over one text; false when it does not end inside the records. */
  pass(): boolean {
    if (this.at + 3 > this.length) return false;
    const letters = this.view.getUint16(this.at, true);
    const flags = this.view.getUint8(this.at + 2);
    this.at += 3;
    let behind = 0;
    if ((flags & 8) !== 0) {
      if (this.at + 2 > this.length) return false;
      behind += 4 * this.view.getUint16(this.at, true);
      this.at += 2;
    }
    if ((flags & 4) !== 0) {
      if (this.at + 4 > this.length) return false;
      const extended = this.view.getInt32(this.at, true);
      if (extended < 0) return false;
      behind += extended;
      this.at += 4;
    }
    if (!this.#passLetters(letters, (flags & 1) + 1)) return false;
    this.at += behind;
    return this.at <= this.length;
  }

  /** Letters that stand in the next record begin there with a byte that says anew how wide they are. */
  #passLetters(letters: number, width: number): boolean {
    let left = letters;
    let bytes = width;
    while (left > 0) {
      while ((this.#ends[this.#segment] ?? this.length) < this.at) this.#segment += 1;
      const end = this.#ends[this.#segment] ?? this.length;
      if (this.at === end) {
        if (this.at >= this.length) return false;
        const said = this.view.getUint8(this.at);
        if (said > 1) return false;
        bytes = said + 1;
        this.at += 1;
        this.#segment += 1;
        continue;
      }
      const taken = Math.min(left, Math.floor((end - this.at) / bytes));
      // Half a letter before the end of a record.
      if (taken === 0) return false;
      this.at += taken * bytes;
      left -= taken;
    }
    return true;
  }
}
