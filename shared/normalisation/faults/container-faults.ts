import { error, type Message } from './message.ts';

/** Files that cannot be opened, or must not be: the container and its limits. */
export const containerFaults = {
  'file-empty': error(
    'Tệp không có nội dung. Hãy kiểm tra lại tệp và gửi tệp có số liệu.',
    'The file is empty. Check the file and send the one that holds the figures.',
  ),
  'container-unknown': error(
    'Không nhận ra loại tệp. Hãy gửi tệp Excel (.xlsx, .xls) hoặc CSV.',
    'The type of the file is not recognised. Send an Excel workbook (.xlsx, .xls) or a CSV file.',
  ),
  'container-password': error(
    'Tệp được đặt mật khẩu nên không đọc được. Hãy mở bằng Excel, bỏ mật khẩu (Tệp > Thông tin > Bảo vệ sổ làm việc), lưu lại rồi gửi.',
    'The file is under a password and cannot be read. Open it in Excel, remove the password (File > Info > Protect Workbook), save it and send it again.',
  ),
  'xls-password': error(
    'Tệp .xls được đặt mật khẩu nên không đọc được. Hãy mở bằng Excel, bỏ mật khẩu, lưu thành .xlsx rồi gửi lại.',
    'The .xls file is under a password and cannot be read. Open it in Excel, remove the password, save it as .xlsx and send it again.',
  ),
  'xls-damaged': error(
    'Tệp .xls bị hỏng hoặc bị cắt ngắn. Hãy mở bằng Excel, lưu thành .xlsx rồi gửi lại.',
    'The .xls file is damaged or cut short. Open it in Excel, save it as .xlsx and send it again.',
  ),
  'xls-too-large': error(
    'Tệp .xls quá lớn. Hãy mở bằng Excel, chỉ giữ trang tính có biểu mẫu, lưu thành .xlsx rồi gửi lại.',
    'The .xls file is too large. Open it in Excel, keep only the sheet with the form, save it as .xlsx and send it again.',
  ),
  'container-xlsb': error(
    'Hệ thống không đọc tệp Excel nhị phân (.xlsb). Hãy mở bằng Excel, lưu thành .xlsx rồi gửi lại.',
    'Binary Excel workbooks (.xlsb) are not read. Open it in Excel, save it as .xlsx and send it again.',
  ),
  'container-ods': error(
    'Hệ thống không đọc tệp OpenDocument (.ods). Hãy mở bằng LibreOffice hoặc Excel, lưu thành .xlsx rồi gửi lại.',
    'OpenDocument spreadsheets (.ods) are not read. Open it in LibreOffice or Excel, save it as .xlsx and send it again.',
  ),
  'container-word': error(
    'Đây là tệp văn bản Word. Hãy chép bảng số liệu vào biểu mẫu Excel (.xlsx) rồi gửi tệp Excel.',
    'This is a Word document. Copy its figures into the Excel template (.xlsx) and send that.',
  ),
  'container-presentation': error(
    'Đây là tệp trình chiếu PowerPoint. Hãy nhập số liệu vào biểu mẫu Excel (.xlsx) rồi gửi tệp Excel.',
    'This is a PowerPoint presentation. Enter the figures in the Excel template (.xlsx) and send that.',
  ),
  'container-pdf': error(
    'Đây là tệp PDF. Hãy gửi tệp Excel (.xlsx) gốc dùng để tạo ra PDF, hoặc nhập số liệu vào biểu mẫu.',
    'This is a PDF. Send the Excel workbook (.xlsx) that it was made from, or enter the figures in the template.',
  ),
  'container-html': error(
    'Tệp là trang web (HTML) được đổi tên thành Excel. Hãy mở bằng Excel, lưu thành "Excel Workbook (.xlsx)" rồi gửi lại.',
    'The file is a web page (HTML) that is called a workbook. Open it in Excel, save it as "Excel Workbook (.xlsx)" and send it again.',
  ),
  'container-xml-spreadsheet': error(
    'Tệp là bảng tính XML 2003. Hãy mở bằng Excel, lưu thành .xlsx rồi gửi lại.',
    'The file is an XML Spreadsheet 2003. Open it in Excel, save it as .xlsx and send it again.',
  ),
  'container-rtf': error(
    'Đây là tệp văn bản RTF. Hãy chép bảng số liệu vào biểu mẫu Excel (.xlsx) rồi gửi tệp Excel.',
    'This is an RTF document. Copy its figures into the Excel template (.xlsx) and send that.',
  ),
  'container-image': error(
    'Đây là tệp ảnh. Hãy nhập số liệu vào biểu mẫu Excel (.xlsx) rồi gửi tệp Excel.',
    'This is a picture. Enter the figures in the Excel template (.xlsx) and send that.',
  ),
  'container-zip': error(
    'Tệp nén ZIP không chứa bảng tính đọc được. Hãy giải nén rồi gửi riêng tệp Excel (.xlsx) hoặc CSV bên trong.',
    'The ZIP archive is not a workbook. Unpack it and send the Excel workbook (.xlsx) or the CSV file inside.',
  ),
  'container-archive': error(
    'Đây là tệp nén. Hãy giải nén rồi gửi riêng tệp Excel (.xlsx) hoặc CSV bên trong.',
    'This is a packed archive. Unpack it and send the Excel workbook (.xlsx) or the CSV file inside.',
  ),
  'encoding-unknown': error(
    'Không xác định được bảng mã của tệp văn bản. Hãy lưu lại tệp dưới dạng CSV UTF-8 rồi gửi lại.',
    'The encoding of the text file cannot be told. Save it as CSV UTF-8 and send it again.',
  ),
  'encoding-vni': error(
    'Văn bản dùng bảng mã VNI. Hãy chuyển mã sang Unicode (ví dụ bằng UniKey Toolkit) rồi gửi lại.',
    'The text is in VNI encoding. Convert it to Unicode (with the UniKey toolkit, for example) and send it again.',
  ),
  'encoding-viscii': error(
    'Văn bản dùng bảng mã VISCII. Hãy chuyển mã sang Unicode (ví dụ bằng UniKey Toolkit) rồi gửi lại.',
    'The text is in VISCII encoding. Convert it to Unicode (with the UniKey toolkit, for example) and send it again.',
  ),
  'text-broken': error(
    'Chữ bị hỏng do chuyển mã hoặc chép từ PDF, không thể đoán lại chữ gốc. Hãy gõ lại bằng Unicode.',
    'The letters were damaged by a conversion or a copy from a PDF; what they were cannot be guessed. Type them again in Unicode.',
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
  'letters-lost': error(
    'Khi lưu CSV, các chữ có dấu tiếng Việt đã bị thay bằng dấu "?" và không thể khôi phục. Hãy lưu lại từ tệp gốc dạng "CSV UTF-8" hoặc .xlsx.',
    'When the CSV file was saved, Vietnamese letters were replaced by "?", and they cannot be brought back. Save it from the original as "CSV UTF-8" or .xlsx.',
  ),
} as const satisfies Record<string, Message>;
