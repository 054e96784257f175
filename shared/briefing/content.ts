/**
 * A briefing as content, before it is laid out: made once from one frozen snapshot, and given its form by one
 * renderer for each kind of file (a web page, DOCX, XLSX, CSV), none of which adds a word or a figure of its own.
 */
export type Briefing = {
  schema: 'briefing/1';
  language: 'vi' | 'en';
  /** The snapshot that everything in it was made from. */
  snapshot: string;
  meeting: { id: string; number: number; date: string };
  letterhead: Letterhead;
  /** `BÁO CÁO`, and below it what it reports on. */
  title: string;
  subject: string;
  /** Paragraphs before the first section: what it is made from, and of a constructed meeting that it is. */
  preface: string[];
  sections: Section[];
  closing?: Closing;
  /** In the foot of the page: which snapshot it was made from. */
  foot: string;
};

/** The head of an official document, by NĐ 30/2020/NĐ-CP, Annex I: lines as they are printed. */
export type Letterhead = {
  /** `ỦY BAN QUỐC GIA VỀ CHUYỂN ĐỔI SỐ` */
  issuer: string;
  /** `Số:      /BC-UBQGCĐS`: the number is given when it is signed. */
  number: string;
  /** Quốc hiệu and tiêu ngữ. */
  country: string;
  motto: string;
  /** `Hà Nội, ngày 15 tháng 10 năm 2026` */
  placeAndDate: string;
};

/** What stands below the text and before the annex: to whom it goes (`Nơi nhận`), and the place for a signature. */
export type Closing = {
  recipients: { head: string; lines: string[] };
  /** `TM. ỦY BAN`, then in brackets what who signs writes there: an office, never a person's name. */
  signature: string[];
};

/** Headings are numbered (`II. …`), the annex's is not; captions are not: tables and charts are counted where they are laid out. */
export type Section = {
  /** Stable, for links: `coverage`, `pillars`, `movers`, `tasks`, `changes`, `quality`, `annex`. */
  id: string;
  heading: string;
  /** Of an annex: its title, in capitals, and with which document it goes; both stand below its heading. */
  annex?: { title: string; attached: string };
  blocks: Block[];
};

/** A section's heading on one line, as a table of contents has it. */
export function headingOf({ heading, annex }: Section): string {
  return annex ? `${heading}: ${annex.title}` : heading;
}

export type Block = Paragraph | List | TableBlock | ChartBlock;
export type Paragraph = { kind: 'paragraph'; text: string };
export type List = { kind: 'list'; items: string[] };

export type TableBlock = {
  kind: 'table';
  /** Unique in the briefing, for links: ASCII, at most 31 characters. A sheet of the workbook is named by its caption. */
  id: string;
  caption: string;
  columns: { head: string; align: 'start' | 'end' | 'center' /** Relative. */; width: number }[];
  rows: Cell[][];
  note?: string;
  /** Too long to be read on paper: in the workbook and the CSV whole, elsewhere as `rows` with a note. */
  full?: Cell[][];
};

/** `text` is what is read; `value` the figure to its last digit, as the API tells it (a decimal number, point). */
export type Cell = { text: string; value?: string };

/** Every chart shows figures of a table that stands beside it. */
export type ChartBlock = {
  kind: 'chart';
  id: string;
  caption: string;
  /** `bars`: across, one for each category, the first on top · `columns`: upright. */
  shape: 'bars' | 'columns';
  /** Of the axis of figures: `%`, `điểm`. */
  unit: string;
  categories: string[];
  /** Decimal numbers; null: no figure, drawn as none. */
  series: { name: string; values: (string | null)[] }[];
};
