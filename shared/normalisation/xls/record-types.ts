/** Records of BIFF2 to BIFF8 ([MS-XLS] 2.3 and, for the older ones, OpenOffice's description of the format). */
export const record = {
  formula: 0x06,
  eof: 0x0a,
  date1904: 0x22,
  filePass: 0x2f,
  continue: 0x3c,
  codePage: 0x42,
  boundSheet: 0x85,
  mulRk: 0xbd,
  mergeCells: 0xe5,
  sst: 0xfc,
  labelSst: 0xfd,
  string: 0x07,
  biff8String: 0x207,
  /** Known to SheetJS and passed over by it. */
  ignored: 0x50,
} as const;

export const beginnings = new Set([0x09, 0x209, 0x409, 0x809]);
export const fonts = new Set([0x31, 0x231]);
export const formats = new Set([0x1e, 0x41e]);
export const extendedFormats = new Set([0x43, 0x243, 0x443, 0xe0]);
export const formulas = new Set([0x06, 0x206, 0x406]);
/** A cell each: row, column and style stand at the same place in all of them. */
export const cells = new Set([
  0x02, 0x03, 0x04, 0x05, 0xd6, 0xfd, 0x203, 0x204, 0x205, 0x27e, 0x06, 0x206, 0x406,
]);
/** What SheetJS is given to read, beside the cells. */
export const kept = new Set([0x0a, 0x42, 0x85, 0xbd, 0xfc, 0x07, 0x207, ...beginnings, ...cells]);
