import { error, type Message } from './message.ts';

/** Files that cannot be opened, or must not be: the container and its limits. */
export const containerFaults = {
  'file-empty': error(
    'Tệp không có nội dung. Hãy kiểm tra lại tệp và gửi tệp có số liệu.',
    'The file is empty. Check the file and send the one that holds the figures.',
  ),
  'container-unknown': error(
    'Không nhận ra loại tệp. Hãy gửi tệp Excel (.xlsx) hoặc CSV.',
    'The type of the file is not recognised. Send an Excel workbook (.xlsx) or a CSV file.',
  ),
  'container-unsupported': error(
    'Hệ thống không đọc được loại tệp này. Hãy mở tệp, lưu thành Excel (.xlsx, không đặt mật khẩu) hoặc CSV UTF-8 rồi gửi lại.',
    'This type of file cannot be read. Open it, save it as an Excel workbook (.xlsx, no password) or as CSV UTF-8 and send it again.',
  ),
  'encoding-unknown': error(
    'Không xác định được bảng mã của tệp văn bản. Hãy lưu lại tệp dưới dạng CSV UTF-8 rồi gửi lại.',
    'The encoding of the text file cannot be told. Save it as CSV UTF-8 and send it again.',
  ),
  'zip-damaged': error(
    'Tệp Excel bị hỏng hoặc bị cắt ngắn. Hãy mở và lưu lại tệp rồi gửi lại.',
    'The workbook is damaged or cut short. Open it, save it again and send it again.',
  ),
  'zip-encrypted': error(
    'Tệp được đặt mật khẩu. Hãy bỏ mật khẩu rồi gửi lại.',
    'The file is under a password. Remove the password and send it again.',
  ),
  'zip-unsupported': error(
    'Tệp được nén theo cách mà hệ thống không đọc được. Hãy mở bằng Excel, lưu lại rồi gửi lại.',
    'The file is packed in a way that cannot be read. Open it in Excel, save it and send it again.',
  ),
  'zip-too-large': error(
    'Tệp khi giải nén vượt quá giới hạn cho phép. Hãy chỉ giữ trang tính có biểu mẫu rồi gửi lại.',
    'The file is larger than allowed once unpacked. Keep only the sheet with the form and send it again.',
  ),
  'xml-damaged': error(
    'Nội dung bên trong tệp Excel bị hỏng. Hãy mở và lưu lại tệp rồi gửi lại.',
    'The inside of the workbook is damaged. Open it, save it again and send it again.',
  ),
  'xml-doctype': error(
    'Tệp Excel chứa khai báo DOCTYPE, không được chấp nhận vì lý do an toàn. Hãy lưu lại tệp bằng Excel.',
    'The workbook holds a DOCTYPE declaration, which is refused for safety. Save it again with Excel.',
  ),
  'xml-too-large': error(
    'Tệp Excel có ô hoặc phần tử quá dài. Hãy rút gọn nội dung rồi gửi lại.',
    'The workbook has a cell or element that is too long. Shorten it and send it again.',
  ),
  'workbook-damaged': error(
    'Cấu trúc tệp Excel không đầy đủ. Hãy mở và lưu lại tệp rồi gửi lại.',
    'The structure of the workbook is not whole. Open it, save it again and send it again.',
  ),
  'workbook-too-large': error(
    'Tệp Excel có quá nhiều chuỗi ký tự hoặc ô gộp. Hãy chỉ giữ trang tính có biểu mẫu rồi gửi lại.',
    'The workbook has too many texts or merged cells. Keep only the sheet with the form and send it again.',
  ),
  'sheet-damaged': error(
    'Trang tính có dòng hoặc ô sai vị trí. Hãy mở và lưu lại tệp bằng Excel rồi gửi lại.',
    'The sheet has rows or cells out of place. Open it in Excel, save it and send it again.',
  ),
} as const satisfies Record<string, Message>;
