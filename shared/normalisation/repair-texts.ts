/** What each repair did, by its code. A repair asks for nothing; it is listed so that a person can object. */
export const repairTexts = {
  approximation: {
    vi: 'Số ước lượng (gần, hơn, khoảng) được đọc là số và đánh dấu là gần đúng.',
    en: 'An approximation (about, more than) was read as its number and marked as approximate.',
  },
  'binary-residue': {
    vi: 'Phần dư nhị phân của Excel được bỏ: lấy số thập phân ngắn nhất tương ứng.',
    en: 'The binary residue of Excel was dropped: the shortest decimal of the same value was taken.',
  },
  'decimal-comma': {
    vi: 'Dấu phẩy được đọc là dấu thập phân, theo cách viết của cả cột.',
    en: 'The comma was read as the decimal mark, as the whole column is written.',
  },
  'digit-grouping': {
    vi: 'Dấu phân cách hàng nghìn được bỏ, theo cách viết của cả cột.',
    en: 'The grouping of thousands was dropped, as the whole column is written.',
  },
  'full-width-digits': {
    vi: 'Chữ số dạng toàn khổ (full-width) được đọc như chữ số thường.',
    en: 'Full-width digits were read as plain digits.',
  },
  'stray-marks': {
    vi: 'Dấu thừa quanh số (dấu nháy, dấu bằng, dấu chấm hoặc phẩy ở cuối) được bỏ.',
    en: 'Marks around the number (an apostrophe, an equals sign, a point or comma at its end) were dropped.',
  },
  'percent-format': {
    vi: 'Ô định dạng phần trăm được đọc theo số hiển thị (0,955 là 95,5).',
    en: 'A cell in percent format was read as it is shown (0.955 is 95.5).',
  },
  'percent-sign': {
    vi: 'Dấu phần trăm sau số được bỏ.',
    en: 'The percent sign behind the number was dropped.',
  },
  'number-words': {
    vi: 'Số kèm chữ (nghìn, triệu, tỷ) được quy về đơn vị tính của chỉ tiêu.',
    en: 'A number with words (thousand, million, billion) was brought to the unit of its indicator.',
  },
  'unit-scaled': {
    vi: 'Số liệu được quy đổi từ đơn vị tính ghi trong tệp sang đơn vị tính của chỉ tiêu.',
    en: 'The figure was converted from the unit of measure in the file to that of its indicator.',
  },
  'two-values': {
    vi: 'Ô ghi "a/b" được đọc thành tử số và mẫu số.',
    en: 'A cell with "a/b" was read as numerator and denominator.',
  },
  'date-text': {
    vi: 'Ngày được đọc theo thứ tự ngày, tháng, năm.',
    en: 'The date was read as day, month, year.',
  },
  'date-serial': {
    vi: 'Số ngày của Excel được đổi thành ngày tháng.',
    en: 'The serial number of Excel was turned into its date.',
  },
  'date-year': {
    vi: 'Ngày không ghi năm: năm được lấy theo kỳ báo cáo.',
    en: 'The date has no year: it was taken from the period of the report.',
  },
  'indicator-name': {
    vi: 'Tên chỉ tiêu viết trên hai dòng, có mã hoặc ký hiệu đi kèm; đã ghép và bỏ phần đi kèm khi đối chiếu.',
    en: 'The name of the indicator stood in two rows, or with its code or marks around it; it was joined and compared without them.',
  },
  'indicator-code': {
    vi: 'Mã trong tệp không phải mã của biểu mẫu; chỉ tiêu được lấy theo tên.',
    en: 'The code in the file is not one of the form; the indicator was taken by its name.',
  },
  'unit-code': {
    vi: 'Đơn vị ghi bằng mã của hệ thống khác (mã H của Cổng DVCQG, ISO 3166-2, PAPI, PCI, bản đồ sáp nhập); đã đọc thành đơn vị có mã đó trong kỳ.',
    en: 'A unit is written with a code of another system (H code of the public service portal, ISO 3166-2, PAPI, PCI, merger map); it was read as the unit that has this code in the period.',
  },
  'task-code': {
    vi: 'Mã nhiệm vụ viết khác cách ghi của hệ thống (chữ hoa, khoảng trắng, số 0 ở đầu); đã đọc thành mã đúng.',
    en: 'The code of a task was written otherwise (capitals, spaces, a leading zero); it was read as its code.',
  },
  'task-state': {
    vi: '"Cơ bản hoàn thành" được tính là hoàn thành, như cách tính của phiên họp thứ ba năm 2022. Nếu còn việc phải làm, hãy ghi "Chưa hoàn thành".',
    en: '"Cơ bản hoàn thành" (done in the main) counts as done, as the third session of 2022 counted it. If work remains, write "Chưa hoàn thành" (not done).',
  },
  'task-text': {
    vi: 'Dòng không ghi mã nhiệm vụ; nhiệm vụ được lấy theo nội dung, chỉ một nhiệm vụ có nội dung này.',
    en: 'The row has no code of a task; the task was taken by its text, which only one has.',
  },
  tcvn3: {
    vi: 'Chữ theo bảng mã TCVN3 (phông .Vn…) được chuyển sang Unicode.',
    en: 'Text in TCVN3 (a .Vn… font) was converted to Unicode.',
  },
  composed: {
    vi: 'Chữ có dấu viết rời (tổ hợp) được ghép thành chữ dựng sẵn, không đổi nội dung.',
    en: 'Letters written apart from their marks were composed; the text is the same.',
  },
  'sep-line': {
    vi: 'Dòng khai báo dấu phân cách (sep=) được bỏ qua.',
    en: 'The line that declares the delimiter (sep=) was passed over.',
  },
  'sheet-without-figures': {
    vi: 'Trang tính không có số liệu (trang bìa, hướng dẫn, danh mục, kể cả trang bị ẩn) được bỏ qua.',
    en: 'A sheet without figures (a cover, instructions, a list, even a hidden one) was passed over.',
  },
} as const satisfies Record<string, { vi: string; en: string }>;

export type RepairCode = keyof typeof repairTexts;
