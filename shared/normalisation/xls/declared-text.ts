import { record } from './record-types.ts';

/** Cells that hold their text themselves: LABEL of BIFF2 and of 3 to 8, RSTRING. */
const labels = new Set([0x04, 0x204, 0xd6]);
/** The text that a formula gave. */
const strings: ReadonlySet<number> = new Set([record.string, record.biff8String]);

/**
 * True when a record says that its text is longer than the record: SheetJS would read on, letter by letter, through
 * what follows, for each such record anew, which takes minutes when there are thousands.
 * @param from where the record's body begins
 */
export function textOverruns(
  view: DataView,
  { type, from, length, version }: { type: number; from: number; length: number; version: number },
): boolean {
  const isLabel = labels.has(type);
  if (!isLabel && !strings.has(type)) return false;
  // A text that goes on in the next record is bounded by how many of those there may be.
  if (!isLabel && isContinued(view, from + length)) return false;
  // BIFF2 has attributes of three bytes and a count of one; the others a style and a count of two. Its
  // records stand in later versions too, as SheetJS writes BIFF3 and BIFF4.
  const wide = version > 2 && type !== 0x04 && type !== record.string;
  const at = isLabel ? (wide ? 6 : 7) : 0;
  const room = length - at - (wide ? 2 : 1);
  if (room < 0) return true;
  return (wide ? view.getUint16(from + at, true) : view.getUint8(from + at)) > room;
}

function isContinued(view: DataView, next: number): boolean {
  return next + 2 <= view.byteLength && view.getUint16(next, true) === record.continue;
}
