import { limits } from '../limits.ts';
import { FileRefusal } from '../refusal.ts';
import { unescapeXml } from './xml-text.ts';

const [ampersand, semicolon, carriageReturn, lineFeed] = [38, 59, 13, 10];
/** The longest reference that means a character: `&#x10FFFF;`. */
const longestReference = 14;
const encoder = new TextEncoder();

/** The values of one row's cells, one behind the other, with their references resolved. */
export class ValueBytes {
  bytes = new Uint8Array(65_536);
  length = 0;

  /** Appends text of XML; its line ends become `\n`, as XML says. @throws FileRefusal `record-too-long`, `xml-damaged` */
  append(from: Uint8Array, start: number, end: number, raw: boolean): void {
    const bytes = this.room(end - start);
    let length = this.length;
    for (let at = start; at < end; at += 1) {
      let byte = from[at] as number;
      if (!raw && byte === ampersand) {
        const last = from.subarray(at, Math.min(end, at + longestReference)).indexOf(semicolon);
        const name = String.fromCharCode(
          ...from.subarray(at, last < 0 ? Math.min(end, at + longestReference) : at + last + 1),
        );
        // No character is longer in UTF-8 than its reference.
        length += encoder.encodeInto(unescapeXml(name), bytes.subarray(length)).written;
        at += last;
        continue;
      }
      if (!raw && byte === carriageReturn) {
        if (from[at + 1] === lineFeed && at + 1 < end) at += 1;
        byte = lineFeed;
      }
      bytes[length] = byte;
      length += 1;
    }
    this.length = length;
  }

  /** @returns the bytes, with room for so many more. @throws FileRefusal `record-too-long` */
  room(more: number): Uint8Array {
    const needed = this.length + more;
    if (needed <= this.bytes.length) return this.bytes;
    if (needed > limits.recordBytes) throw new FileRefusal('record-too-long');
    const longer = new Uint8Array(Math.max(2 * this.bytes.length, needed));
    longer.set(this.bytes.subarray(0, this.length));
    this.bytes = longer;
    return longer;
  }
}
