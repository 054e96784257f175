export type Message = { severity: 'error' | 'warning'; vi: string; en: string };

const error = (vi: string, en: string): Message => ({ severity: 'error', vi, en });
const warning = (vi: string, en: string): Message => ({ severity: 'warning', vi, en });

/** What can be wrong in reading a file: each says what is wrong and what to do. The rules bring their own. */
export const readingFaults = {
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
  'too-many-rows': error(
    'Bảng có quá nhiều dòng. Hãy xóa các dòng thừa rồi gửi lại.',
    'The table has too many rows. Delete the rows that are not needed and send it again.',
  ),
  'too-many-columns': error(
    'Bảng có quá nhiều cột. Hãy xóa các cột thừa rồi gửi lại.',
    'The table has too many columns. Delete the columns that are not needed and send it again.',
  ),
  'field-too-long': error(
    'Một ô dài quá giới hạn cho phép. Thường do thiếu dấu ngoặc kép đóng; hãy sửa rồi gửi lại.',
    'A field is longer than allowed, most often because a closing quote is missing. Mend it and send it again.',
  ),
  'form-too-long': error(
    'Biểu mẫu có quá nhiều dòng. Hãy dùng đúng biểu mẫu và xóa các dòng thừa.',
    'The form has too many rows. Use the right form and delete the rows that are not needed.',
  ),
  'csv-stray-quote': error(
    'Có dấu ngoặc kép giữa ô không được bao bằng ngoặc kép. Hãy bao cả ô bằng ngoặc kép và viết đôi dấu bên trong.',
    'A quote stands inside a field that is not quoted. Quote the whole field and double the quote inside.',
  ),
  'csv-text-after-quote': error(
    'Có ký tự sau dấu ngoặc kép đóng. Hãy đưa vào trong ngoặc kép hoặc xóa đi.',
    'Text follows a closing quote. Put it inside the quotes or delete it.',
  ),
  'csv-unterminated-quote': error(
    'Thiếu dấu ngoặc kép đóng: từ ô này đến hết tệp không đọc được. Hãy thêm dấu ngoặc kép đóng.',
    'A closing quote is missing: from this field to the end nothing could be read. Add the closing quote.',
  ),
  'csv-cr-only': error(
    'Dòng kết thúc chỉ bằng ký tự CR. Hãy lưu lại tệp CSV với kết thúc dòng CRLF hoặc LF.',
    'A line ends with CR alone. Save the CSV file with CRLF or LF line ends.',
  ),
  'csv-ragged': error(
    'Số ô của dòng khác số ô của dòng tiêu đề. Thường do dấu phẩy trong số hoặc chữ không được bao bằng ngoặc kép.',
    'The row has another number of fields than the heading, most often because of a comma in a number or text that is not quoted.',
  ),
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
  'unit-unknown': error(
    'Không nhận ra đơn vị báo cáo ghi trong tệp. Hãy ghi đúng tên đơn vị đang có trong kỳ này.',
    'The reporting unit named in the file is not known. Write the name of a unit that exists in this period.',
  ),
  'unit-differs': error(
    'Đơn vị ghi trong tệp khác đơn vị nộp báo cáo. Hãy kiểm tra xem có nộp nhầm tệp không.',
    'The unit named in the file is not the unit that reports. Check whether this is the right file.',
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
  'indicator-unknown': error(
    'Không nhận ra chỉ tiêu của dòng này. Hãy ghi đúng mã hoặc tên chỉ tiêu của biểu mẫu.',
    'The indicator of this row is not known. Write the code or name that the form has.',
  ),
  'indicator-unclear': error(
    'Mã và tên của dòng này chỉ hai chỉ tiêu khác nhau. Hãy sửa mã hoặc tên cho khớp.',
    'Code and name of this row mean two different indicators. Mend the one that is wrong.',
  ),
  'cell-error': error(
    'Ô chứa lỗi của Excel. Hãy sửa công thức hoặc ghi số liệu vào ô.',
    'The cell holds an Excel error. Mend the formula or write the figure.',
  ),
  'missing-unclear': error(
    'Chưa rõ là số 0, chưa có số liệu hay không áp dụng. Hãy ghi 0 nếu bằng không, để trống nếu chưa có số liệu.',
    'It is not clear whether this is zero, missing or not applicable. Write 0 for zero, leave the cell blank when there is no figure.',
  ),
  'number-ambiguous': error(
    'Chưa rõ dấu chấm, dấu phẩy là phân cách hàng nghìn hay thập phân. Hãy viết thống nhất trong cả cột.',
    'It is not clear whether point and comma group digits or mark decimals. Write the whole column in one way.',
  ),
  'count-as-percent': error(
    'Tử số, mẫu số là số đếm nhưng ô lại định dạng phần trăm. Hãy đổi định dạng ô thành số rồi nhập lại số đếm.',
    'Numerator and denominator are counts, but the cell is formatted as a percentage. Format it as a number and type the count again.',
  ),
  'number-is-date': error(
    'Ô được định dạng ngày tháng, Excel có thể đã đổi số thành ngày. Hãy đổi định dạng thành số và nhập lại.',
    'The cell is formatted as a date; Excel may have turned a number into one. Format it as a number and type it again.',
  ),
  'number-too-large': error(
    'Số quá lớn nên không còn chính xác. Hãy kiểm tra lại số liệu.',
    'The number is too large to be exact. Check the figure.',
  ),
  'number-unreadable': error(
    'Không đọc được số trong ô này. Hãy chỉ ghi chữ số, không kèm chữ.',
    'No number can be read in this cell. Write digits only, without words.',
  ),
  'result-unread': warning(
    'Không đọc được ô kết quả nên không đối chiếu được với tử số và mẫu số. Số liệu lấy theo tử số và mẫu số.',
    'The result cannot be read, so it was not compared with numerator and denominator. The figures are those two.',
  ),
} as const satisfies Record<string, Message>;

export type ReadingFault = keyof typeof readingFaults;
