import { error, type Message, warning } from './message.ts';

/** Headings, titles and the sheet that holds the table. */
export const layoutFaults = {
  'header-not-found': error(
    'Không tìm thấy dòng tiêu đề của biểu mẫu (Chỉ tiêu, Tử số, Mẫu số, Kết quả). Hãy dùng biểu mẫu của hệ thống.',
    'The heading of the form (indicator, numerator, denominator, result) was not found. Use the template of this service.',
  ),
  'header-in-hidden-sheet': error(
    'Biểu mẫu nằm trong trang tính bị ẩn. Hãy bỏ ẩn trang tính đó rồi gửi lại.',
    'The form stands in a hidden sheet. Unhide that sheet and send the file again.',
  ),
  'column-twice': error(
    'Hai cột có cùng ý nghĩa nên không biết lấy số liệu ở cột nào. Hãy giữ lại một cột.',
    'Two columns mean the same, so it cannot be told which one holds the figures. Keep one of them.',
  ),
  'column-missing': error(
    'Thiếu cột số liệu mà biểu mẫu yêu cầu. Hãy dùng đúng biểu mẫu.',
    'A column of figures that the form asks for is missing. Use the right form.',
  ),
  'title-without-unit': warning(
    'Phần đầu biểu không ghi đơn vị báo cáo. Hãy ghi "Đơn vị báo cáo: …" để đối chiếu.',
    'The title does not name the reporting unit. Write "Đơn vị báo cáo: …" so that it can be compared.',
  ),
  'title-without-period': warning(
    'Phần đầu biểu không ghi kỳ báo cáo. Hãy ghi "Kỳ báo cáo: …" để đối chiếu.',
    'The title does not name the period. Write "Kỳ báo cáo: …" so that it can be compared.',
  ),
  'period-differs': error(
    'Kỳ ghi trong tệp khác kỳ nộp báo cáo. Hãy kiểm tra xem có nộp nhầm tệp không.',
    'The period named in the file is not the period reported. Check whether this is the right file.',
  ),
  'period-unclear': error(
    'Không đọc được kỳ báo cáo ghi trong tệp. Hãy ghi rõ quý và năm, ví dụ "Quý III/2026".',
    'The period named in the file cannot be read. Write quarter and year, as in "Quý III/2026".',
  ),
  'form-differs': error(
    'Biểu mẫu ghi trong tệp khác biểu mẫu nộp báo cáo. Hãy dùng đúng biểu mẫu.',
    'The form named in the file is not the form reported. Use the right form.',
  ),
} as const satisfies Record<string, Message>;
