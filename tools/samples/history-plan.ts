import type { Publication } from './published-history.ts';
import type { TextFormat } from './write-text.ts';
import type { WorkbookFormat } from './write-workbook.ts';

/** How one ministry lays out what it publishes of the provinces. */
export type HistoryStyle = {
  layout: 'cross' | 'long';
  /** Lines above the table. */
  title: readonly string[];
  /** Headings of the first columns: a number, a rank as published, the province, its code. */
  lead: readonly { column: 'no' | 'rank' | 'name' | 'code'; heading: string }[];
  /** In a cross-table, rows above and below the names of the indicators. */
  above?: { text: string; from: string; to: string };
  measures?: Readonly<Record<string, string>>;
};

/** One publication as a file: who publishes what of which year, under which name, laid out and written how. */
export type HistorySample = {
  publication: Publication;
  form: string;
  year: string;
  unit: string;
  file: string;
  style: HistoryStyle;
} & (
  | { kind: 'workbook'; sheet: string; format: WorkbookFormat }
  | { kind: 'xls'; sheet: string }
  | { kind: 'text'; format: TextFormat }
);

const workbook: WorkbookFormat = {
  writer: 'exceljs',
  strings: 'shared',
  numbers: 'general',
  percents: 'points',
};
const text: TextFormat = {
  delimiter: ',',
  encoding: 'utf-8',
  bom: true,
  newline: '\r\n',
  numbers: 'vietnamese',
  percentSign: false,
  padded: true,
  unicode: 'NFC',
};

const mic = 'BỘ THÔNG TIN VÀ TRUYỀN THÔNG';
const dtiTitle = (year: string) => `BẢNG XẾP HẠNG CHUYỂN ĐỔI SỐ CẤP TỈNH NĂM ${year}`;
const portalTitle = (year: string) =>
  `KẾT QUẢ ĐÁNH GIÁ CHẤT LƯỢNG PHỤC VỤ NGƯỜI DÂN, DOANH NGHIỆP CỦA CÁC TỈNH, THÀNH PHỐ NĂM ${year}`;
const yearbookTitle = (year: string) => `DÂN SỐ VÀ GRDP BÌNH QUÂN ĐẦU NGƯỜI PHÂN THEO ĐỊA PHƯƠNG NĂM ${year}`;
const measures = {
  population: 'Nghìn người',
  'urban-population': 'Nghìn người',
  'grdp-per-head': 'Triệu đồng',
};
const no = { column: 'no', heading: 'STT' } as const;

/** The nine files: three publications of three years, no two laid out and written alike. */
export const history: readonly HistorySample[] = [
  {
    publication: 'dti',
    form: 'dti922-published',
    year: '2022',
    unit: 'ministry:BTTTT',
    file: 'DTI 2022 - bảng xếp hạng 63 tỉnh, thành phố.xlsx',
    kind: 'workbook',
    sheet: 'Cấp tỉnh',
    format: workbook,
    style: {
      layout: 'cross',
      title: [mic, dtiTitle('2022'), '(Theo Quyết định số 922/QĐ-BTTTT ngày 20 tháng 5 năm 2022)'],
      lead: [no, { column: 'name', heading: 'Tỉnh, thành phố' }],
      above: { text: 'Trong đó: chỉ số chính', from: '922.3', to: '922.9' },
    },
  },
  {
    publication: 'dti',
    form: 'dti922-published',
    year: '2023',
    unit: 'ministry:BTTTT',
    file: 'dti-2023-cap-tinh.csv',
    kind: 'text',
    format: { ...text, delimiter: ';' },
    style: {
      layout: 'cross',
      title: [dtiTitle('2023')],
      lead: [
        { column: 'rank', heading: 'Xếp hạng' },
        { column: 'code', heading: 'Mã tỉnh' },
        { column: 'name', heading: 'Tên tỉnh/thành phố' },
      ],
    },
  },
  {
    publication: 'dti',
    form: 'dti2024-published',
    year: '2024',
    unit: 'ministry:BKHCN',
    file: 'dti-2024-cap-tinh-dang-dai.csv',
    kind: 'text',
    format: { ...text, numbers: 'plain', newline: '\n', bom: false },
    style: { layout: 'long', title: [], lead: [{ column: 'name', heading: 'Đơn vị' }] },
  },
  {
    publication: 'qd766',
    form: 'qd766-published',
    year: '2022',
    unit: 'ministry:VPCP',
    file: 'Bộ chỉ số 766 năm 2022 (34 tỉnh, thành phố).xlsx',
    kind: 'workbook',
    sheet: 'Kết quả',
    format: { ...workbook, writer: 'hucre', strings: 'inline', numbers: 'formatted' },
    style: {
      layout: 'cross',
      title: ['VĂN PHÒNG CHÍNH PHỦ', portalTitle('2022')],
      lead: [no, { column: 'name', heading: 'Đơn vị' }],
      above: { text: 'Điểm theo nhóm', from: '766.group-openness', to: '766.group-digitisation' },
    },
  },
  {
    publication: 'qd766',
    form: 'qd766-published',
    year: '2023',
    unit: 'ministry:VPCP',
    file: '766-nam-2023.tsv',
    kind: 'text',
    format: { ...text, delimiter: '\t', encoding: 'utf-16le' },
    style: {
      layout: 'cross',
      title: [portalTitle('2023')],
      lead: [
        { column: 'name', heading: 'Địa phương' },
        { column: 'code', heading: 'Mã' },
      ],
    },
  },
  {
    publication: 'qd766',
    form: 'qd766-published',
    year: '2024',
    unit: 'ministry:VPCP',
    file: '766 năm 2024.xlsx',
    kind: 'workbook',
    sheet: 'Sheet1',
    format: { ...workbook, writer: 'sheetjs', numbers: 'text' },
    style: {
      layout: 'long',
      title: [portalTitle('2024')],
      lead: [no, { column: 'name', heading: 'Đơn vị' }],
    },
  },
  {
    publication: 'population',
    form: 'population-published',
    year: '2022',
    unit: 'ministry:BKHDT',
    file: 'Dan so, GRDP binh quan 2022.xls',
    kind: 'xls',
    sheet: 'NGTK',
    style: {
      layout: 'cross',
      title: ['TỔNG CỤC THỐNG KÊ', yearbookTitle('2022')],
      lead: [{ column: 'name', heading: 'Tỉnh, thành phố' }],
      measures,
    },
  },
  {
    publication: 'population',
    form: 'population-published',
    year: '2023',
    unit: 'ministry:BKHDT',
    file: 'Niên giám thống kê 2023 - dân số và GRDP.csv',
    kind: 'text',
    format: text,
    style: {
      layout: 'cross',
      title: [yearbookTitle('2023')],
      lead: [no, { column: 'name', heading: 'Tỉnh/Thành phố' }],
      measures,
    },
  },
  {
    publication: 'population',
    form: 'population-published',
    year: '2024',
    unit: 'ministry:BKHDT',
    file: 'NGTK 2024.xlsx',
    kind: 'workbook',
    sheet: 'Dân số - GRDP',
    format: { ...workbook, strings: 'inline', numbers: 'formatted' },
    style: {
      layout: 'cross',
      title: ['BỘ KẾ HOẠCH VÀ ĐẦU TƯ', yearbookTitle('2024')],
      lead: [no, { column: 'code', heading: 'Mã tỉnh' }, { column: 'name', heading: 'Địa phương' }],
      above: { text: 'Dân số', from: 'population', to: 'urban-population' },
      measures,
    },
  },
];
