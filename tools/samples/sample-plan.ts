import type { Style } from './report-layout.ts';
import type { ColumnKey } from './report-words.ts';
import { withLateTone } from './vietnamese-writing.ts';
import type { TextFormat } from './write-text.ts';
import type { WorkbookFormat } from './write-workbook.ts';

/** One province's file: for which unit, under which name, laid out and written how. */
export type Sample = { unit: string; file: string; style: Style } & (
  | { kind: 'workbook'; sheet: string; cover: boolean; hidden: boolean; format: WorkbookFormat }
  | { kind: 'text'; format: TextFormat }
);

const columns = {
  full: ['no', 'code', 'name', 'unit', 'a', 'b', 'result', 'note'],
  noCode: ['no', 'name', 'unit', 'a', 'b', 'result', 'note'],
  codeFirst: ['code', 'name', 'unit', 'a', 'b', 'result', 'note'],
  codeLater: ['no', 'name', 'code', 'unit', 'a', 'b', 'result', 'note'],
  denominatorFirst: ['no', 'code', 'name', 'unit', 'b', 'a', 'result', 'note'],
  resultFirst: ['no', 'code', 'name', 'unit', 'result', 'a', 'b', 'note'],
} as const satisfies Record<string, readonly ColumnKey[]>;

const plainStyle: Style = {
  columns: columns.full,
  headings: 'standard',
  title: 'full',
  period: 'roman',
  columnNumbers: false,
  sections: 'none',
  numbering: 'running',
  results: 'blank',
  notes: 'none',
  footer: false,
  spelling: (text) => text,
};
const upper = (text: string) => text.toUpperCase();

function workbook(
  unit: string,
  file: string,
  style: Partial<Style>,
  format: Partial<WorkbookFormat>,
  extras: { sheet?: string; cover?: boolean; hidden?: boolean } = {},
): Sample {
  return {
    unit,
    file,
    kind: 'workbook',
    style: { ...plainStyle, ...style },
    sheet: extras.sheet ?? 'Biểu 766',
    cover: extras.cover ?? false,
    hidden: extras.hidden ?? false,
    format: { writer: 'hucre', strings: 'shared', numbers: 'formatted', percents: 'points', ...format },
  };
}

function text(unit: string, file: string, style: Partial<Style>, format: Partial<TextFormat>): Sample {
  return {
    unit,
    file,
    kind: 'text',
    style: { ...plainStyle, ...style },
    format: {
      delimiter: ',',
      encoding: 'utf-8',
      bom: true,
      newline: '\r\n',
      numbers: 'vietnamese',
      percentSign: false,
      padded: true,
      unicode: 'NFC',
      ...format,
    },
  };
}

const semicolons: Partial<TextFormat> = { delimiter: ';' };
const bareSemicolons: Partial<TextFormat> = { delimiter: ';', bom: false, newline: '\n' };
const utf16: Partial<TextFormat> = { delimiter: '\t', encoding: 'utf-16le' };
const bigEndian: Partial<TextFormat> = { delimiter: '\t', encoding: 'utf-16be' };
const sections = { sections: 'columns', columnNumbers: true } as const;
const byGroup = { sections: 'joined', numbering: 'by-group' } as const;
const percents = { results: 'percent' } as const;

/** The 34 files, each unlike the others. */
export const samples: readonly Sample[] = [
  workbook('01', '01-ha-noi.xlsx', { ...sections, ...percents, footer: true }, {}),
  workbook(
    '04',
    '04-cao-bang.xlsx',
    { headings: 'done', period: 'year' },
    { writer: 'sheetjs', strings: 'inline', numbers: 'general' },
  ),
  text('08', '08-tuyen-quang.csv', { ...percents, notes: 'some' }, { numbers: 'plain' }),
  workbook(
    '11',
    '11-dien-bien.xlsx',
    { columns: columns.noCode, ...sections },
    { strings: 'inline', numbers: 'text' },
  ),
  text('12', '12-lai-chau.csv', { columns: columns.noCode, ...percents, footer: true }, semicolons),
  workbook(
    '14',
    '14-son-la.xlsx',
    { ...percents, notes: 'some', footer: true },
    { writer: 'exceljs' },
    { hidden: true },
  ),
  text('15', '15-lao-cai.csv', { headings: 'short', title: 'short' }, bareSemicolons),
  workbook(
    '19',
    '19-thai-nguyen.xlsx',
    { columns: columns.codeLater, ...byGroup, ...percents },
    { writer: 'exceljs', percents: 'formula' },
  ),
  text('20', '20-lang-son.tsv', { ...percents, ...sections }, utf16),
  workbook(
    '22',
    '22-quang-ninh.xlsx',
    { title: 'split', headings: 'wrapped' },
    { writer: 'sheetjs' },
    { sheet: 'Sheet1' },
  ),
  text('24', 'Bắc Ninh - đủ 100% chỉ tiêu.csv', { notes: 'lines', ...byGroup }, {}),
  workbook('25', '25-phu-tho.xlsx', { ...sections, ...percents }, { percents: 'fraction' }, { cover: true }),
  workbook(
    '31',
    '31-hai-phong.xlsx',
    { headings: 'upper', title: 'short', spelling: upper },
    { writer: 'exceljs', numbers: 'general' },
  ),
  text(
    '33',
    '33-hung-yen.csv',
    { columns: columns.denominatorFirst, ...percents },
    { ...semicolons, percentSign: true },
  ),
  text('37', '37-ninh-binh.tsv', { title: 'split', headings: 'done' }, { ...utf16, padded: false }),
  workbook(
    '38',
    '38-thanh-hoa.xlsx',
    { columns: columns.noCode, headings: 'done', ...percents, spelling: withLateTone },
    { writer: 'sheetjs', strings: 'inline' },
    { cover: true },
  ),
  workbook(
    '40',
    'BC 766 quý III năm 2026 tỉnh Nghệ An.xlsx',
    { ...byGroup, footer: true, period: 'year' },
    { strings: 'inline', numbers: 'general' },
  ),
  text(
    '42',
    '42-ha-tinh.csv',
    { ...percents, headings: 'done', period: 'arabic' },
    { ...bareSemicolons, numbers: 'plain' },
  ),
  workbook(
    '44',
    '44-quang-tri.xlsx',
    { columns: columns.resultFirst, ...percents },
    { writer: 'exceljs', strings: 'inline' },
    { sheet: 'Q3-2026' },
  ),
  text('46', 'TP Huế Q3.2026.tsv', { columns: columns.noCode, ...sections, footer: true }, utf16),
  workbook(
    '48',
    'Báo cáo CĐS Đà Nẵng (quý III+766).xlsx',
    { ...sections, ...percents, notes: 'lines', footer: true },
    {},
    { cover: true, hidden: true },
  ),
  text('51', '51-quang-ngai.csv', { ...percents, title: 'short' }, { unicode: 'NFD' }),
  text('52', '52-gia-lai.csv', { columns: columns.codeFirst, ...percents }, { ...semicolons, padded: false }),
  workbook(
    '56',
    '56-khanh-hoa.xlsx',
    { headings: 'short', columns: columns.denominatorFirst, spelling: withLateTone },
    { writer: 'exceljs', numbers: 'text' },
    { hidden: true },
  ),
  text(
    '66',
    'Đắk Lắk - số liệu 766 + giải trình.csv',
    { notes: 'lines', ...percents },
    { ...semicolons, newline: '\n' },
  ),
  workbook(
    '68',
    'Lâm Đồng_Biểu 766 (100%, bản chính).xlsx',
    { title: 'split', ...percents, footer: true },
    { writer: 'sheetjs', numbers: 'text' },
    { sheet: 'Biểu 766 + GT' },
  ),
  workbook(
    '75',
    '75-dong-nai.xlsx',
    { ...byGroup, headings: 'wrapped', ...percents },
    { percents: 'formula' },
  ),
  workbook(
    '79',
    'TP.HCM_766_Quý III.xlsx',
    { ...sections, footer: true },
    { writer: 'exceljs', percents: 'fraction' },
    { cover: true, sheet: '766' },
  ),
  text(
    '80',
    '80-tay-ninh.csv',
    { columns: columns.codeLater, ...byGroup, footer: true },
    { encoding: 'utf-16be', delimiter: ';' },
  ),
  workbook('82', '82-dong-thap.xlsx', { ...sections, ...percents, notes: 'some', footer: true }, {}),
  text(
    '86',
    '86-vinh-long.csv',
    { columns: columns.noCode, headings: 'upper' },
    { ...bareSemicolons, unicode: 'NFD' },
  ),
  text(
    '91',
    '91-an-giang.csv',
    { columns: columns.resultFirst, ...percents, notes: 'some' },
    { newline: '\n' },
  ),
  workbook(
    '92',
    '92-can-tho.xlsx',
    { columns: columns.codeFirst, period: 'arabic', ...percents },
    { writer: 'sheetjs' },
  ),
  text('96', '96-ca-mau.tsv', { ...percents, headings: 'short', spelling: withLateTone }, bigEndian),
];
