import { error, type Message } from './message.ts';

/** Rows and records that are written wrongly or are too many. */
export const recordFaults = {
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
  'sheets-too-long': error(
    'Các trang tính có quá nhiều dữ liệu nên không thể tìm biểu mẫu trong tất cả. Hãy chỉ giữ trang chứa biểu mẫu rồi gửi lại.',
    'The sheets hold too much for the form to be looked for in all of them. Keep only the sheet of the form and send it again.',
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
  'record-too-long': error(
    'Một dòng dài quá giới hạn cho phép. Hãy kiểm tra dấu xuống dòng và dấu ngoặc kép rồi gửi lại.',
    'A row is longer than allowed. Check the line ends and the quotes and send the file again.',
  ),
  'notes-too-long': error(
    'Cột ghi chú có quá nhiều nội dung. Hãy rút gọn ghi chú rồi gửi lại.',
    'The notes hold more text than allowed. Shorten them and send the file again.',
  ),
  'observation-twice': error(
    'Hai dòng cùng ghi số liệu của một đơn vị, một chỉ tiêu và một kỳ nên không biết lấy dòng nào. Hãy giữ lại dòng đúng.',
    'Two rows give a figure for the same unit, indicator and period, so it cannot be told which is right. Keep the right one.',
  ),
  'heading-differs': error(
    'Bên dưới có một bảng khác: dòng tiêu đề này không cùng các cột với tiêu đề ở trên nên các dòng dưới nó không được đọc. Hãy gửi một bảng trong một trang tính.',
    'Another table stands below: this heading does not have the columns of the first one, so the rows below it were not read. Send one table in one sheet.',
  ),
} as const satisfies Record<string, Message>;
