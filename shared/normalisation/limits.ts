/** What a file may cost before it is refused. Checked on what the file declares, and again while reading. */
export const limits = {
  zipEntries: 1_000,
  zipEntryBytes: 512 * 2 ** 20,
  zipTotalBytes: 2 ** 30,
  /** Bytes out for one byte in. */
  zipRatio: 200,
  /** Below this an entry may be denser: a small sheet of one repeated row is honest. */
  zipRatioFreeBytes: 2 ** 20,
  /** Tags and texts of XML are held whole, one at a time. */
  xmlTokenLength: 2 ** 20,
  xmlDepth: 256,
  rows: 1_048_576,
  columns: 16_384,
  /** Old workbooks are held whole while they are read: as many cells take about 410 MB and 4 s of processor time. */
  xlsBytes: 32 * 2 ** 20,
  xlsCells: 250_000,
  /** Their shared texts: more than that takes SheetJS long. */
  xlsTextBytes: 2 * 2 ** 20,
  /** Held whole while a workbook is read: what a function of 1 GB has room for. */
  sharedStrings: 1_000_000,
  sharedStringsLength: 32 * 2 ** 20,
  sheets: 500,
  cellFormats: 65_536,
  merges: 10_000,
  csvFieldBytes: 2 ** 20,
  /** A record is held whole, with what its fields hold. */
  recordBytes: 16 * 2 ** 20,
  /** Different notes of a long table, in characters; and raw texts of its figures that are kept beside them. */
  notesLength: 64 * 2 ** 20,
  rawTexts: 20_000,
  /** How far down a form's heading is looked for. */
  titleRows: 200,
  /** Rows below a heading by which its sheet is judged, before it is chosen. */
  headRows: 400,
  /** All that is held of a sheet's head, in characters. */
  headLength: 4 * 2 ** 20,
  /** The same of all sheets together: each is looked through for a heading. */
  headsLength: 64 * 2 ** 20,
  /** Columns of a heading that are looked at, rows that it may have, and rows that are tried as one. */
  headingColumns: 300,
  headingRows: 6,
  formHeadings: 5,
  crossHeadings: 3,
  /** Rows below a heading that tell whether a column holds names or figures. */
  sampledRows: 20,
  formRows: 10_000,
  /** Lines between the rows of a long table that are read as titles. */
  lowerLines: 200,
  /** Totals and subtotals of one table that are held against their parts. */
  totals: 500,
  /** All that is kept of one form's rows, in characters; each cell adds a fixed weight. */
  formLength: 32 * 2 ** 20,
  numberDigits: 30,
  /** Observations that a report spells out; all are counted and stored. */
  observationsListed: 20_000,
  /** Findings, and repairs, that a report spells out; counts are always whole. */
  listed: 1_000,
  /** The largest file that is handed back with marks in it; of a larger one there is the report alone. */
  markedFileBytes: 25 * 2 ** 20,
  /** All parts of a workbook that are edited to mark it, inflated. */
  editedPartsBytes: 64 * 2 ** 20,
  /** Cells of a file that a new workbook shows. */
  shownCells: 200_000,
  /** Their texts together, in characters: one shared text may stand in every cell. */
  shownLength: 16 * 2 ** 20,
  /** Characters of a cell that a finding or a repair quotes. */
  quoted: 500,
} as const;
