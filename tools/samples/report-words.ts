/** The words of a report: headings, title lines, notes and footer, in the variants that offices use. */

export type ColumnKey = 'no' | 'code' | 'name' | 'unit' | 'a' | 'b' | 'result' | 'note';
export type HeadingSet = keyof typeof headings;

const standard = {
  no: 'STT',
  code: 'Mã chỉ tiêu',
  name: 'Chỉ tiêu',
  unit: 'ĐVT',
  a: 'Tử số (a)',
  b: 'Mẫu số (b)',
  result: 'Kết quả',
  note: 'Ghi chú',
} as const satisfies Record<ColumnKey, string>;

/** Heading texts by set. */
export const headings = {
  standard,
  done: { ...standard, unit: 'Đơn vị tính', result: 'Thực hiện', note: 'Ghi chú/Nguyên nhân' },
  short: { ...standard, no: 'TT', name: 'Tên chỉ tiêu', a: 'Tử số', b: 'Mẫu số', note: 'Nguyên nhân' },
  upper: {
    no: 'STT',
    code: 'MÃ CHỈ TIÊU',
    name: 'CHỈ TIÊU',
    unit: 'ĐVT',
    a: 'TỬ SỐ (A)',
    b: 'MẪU SỐ (B)',
    result: 'KẾT QUẢ',
    note: 'GHI CHÚ',
  },
  wrapped: {
    ...standard,
    code: 'Mã\nchỉ tiêu',
    a: 'Tử số\n(a)',
    b: 'Mẫu số\n(b)',
    result: 'Kết quả\nthực hiện',
  },
} as const satisfies Record<string, Record<ColumnKey, string>>;

export const stateName = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';
export const stateMotto = 'Độc lập - Tự do - Hạnh phúc';
export const reportTitle = 'BÁO CÁO KẾT QUẢ THỰC HIỆN BỘ CHỈ SỐ PHỤC VỤ NGƯỜI DÂN, DOANH NGHIỆP';
export const decisionLine =
  '(Theo Quyết định số 766/QĐ-TTg ngày 23 tháng 6 năm 2022 của Thủ tướng Chính phủ)';
export const formLine = {
  label: 'Biểu mẫu:',
  value: 'qd766 – Chỉ số phục vụ người dân và doanh nghiệp (QĐ 766/QĐ-TTg)',
};
export const unitLabel = 'Đơn vị báo cáo:';
export const periodLabel = 'Kỳ báo cáo:';

/** Ways to write the one period of these samples. */
export const periodTexts = {
  roman: 'Quý III/2026',
  year: 'Quý III năm 2026',
  arabic: 'Quý 3/2026',
} as const;

export const romanNumerals = ['I', 'II', 'III', 'IV', 'V', 'VI'];

export const footer = {
  left: ['Người lập biểu', '(Ký, ghi rõ họ tên)'],
  right: ['Thủ trưởng đơn vị', '(Ký tên, đóng dấu)'],
};

export const notes = {
  source: 'Nguồn: Cổng Dịch vụ công quốc gia',
  sourceInLines: 'Nguồn: Cổng Dịch vụ công quốc gia,\nmục "Bộ chỉ số 766"; đã đối chiếu',
  points: 'Điểm do Cổng Dịch vụ công quốc gia chấm',
  noCounts: 'Chưa có tử số, mẫu số',
  zeroOfZero: 'Tử số và mẫu số đều bằng 0',
};
