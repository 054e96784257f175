import { error, type Message, warning } from './message.ts';

/** Cells that hold no figure that can be read. */
export const figureFaults = {
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
  'rank-out-of-bounds': error(
    'Thứ hạng là số nguyên từ 1 trở lên. Hãy kiểm tra lại.',
    'A rank is a whole number from 1 up. Check it.',
  ),
  'date-unclear': error(
    'Không đọc được ngày trong ô. Hãy ghi ngày trước, tháng sau, kèm năm, ví dụ 24/9/2026.',
    'No date can be read in this cell. Write day, month and year in this order, as in 24/9/2026.',
  ),
  'yes-no-unclear': error(
    'Chưa rõ là có hay không. Hãy ghi "x" hoặc "có" nếu có, ghi "không" nếu không, để trống nếu chưa có thông tin.',
    'It is not clear whether this is yes or no. Write "x" or "có" for yes, "không" for no, and leave the cell blank when it is not known.',
  ),
  'target-unclear': error(
    'Không đọc được mục tiêu. Hãy ghi dấu so sánh và một số, ví dụ "≥ 80", hoặc một khoảng, ví dụ "20 - 50".',
    'The target cannot be read. Write a sign and a number, as in "≥ 80", or a range, as in "20 - 50".',
  ),
  'two-values': error(
    'Ô chứa hai số nên không biết lấy số nào. Hãy tách thành hai ô; nếu là tử số và mẫu số, ghi vào đúng hai cột.',
    'The cell holds two numbers, so it cannot be told which one is meant. Write each in a cell of its own; numerator and denominator have a column each.',
  ),
  'measure-unknown': error(
    'Không nhận ra đơn vị tính. Hãy ghi đúng đơn vị tính của biểu mẫu.',
    'The unit of measure is not known. Write the unit that the form has.',
  ),
  'measure-differs': error(
    'Đơn vị tính khác đơn vị tính của chỉ tiêu và không quy đổi được. Hãy ghi số liệu theo đơn vị tính của biểu mẫu.',
    'The unit of measure is not that of the indicator and cannot be converted. Write the figure in the unit that the form has.',
  ),
  'text-too-long': error(
    'Nội dung ô quá dài (trên 4.000 ký tự). Hãy rút gọn và gửi phần còn lại bằng văn bản.',
    'The text of the cell is too long (more than 4,000 characters). Shorten it and send the rest as a document.',
  ),
  'formula-without-value': error(
    'Ô có công thức nhưng tệp không lưu giá trị của công thức. Hãy mở tệp bằng Excel, lưu lại rồi gửi.',
    'The cell has a formula, but the file does not hold its value. Open the file in Excel, save it and send it again.',
  ),
  'figure-misplaced': error(
    'Số liệu nằm ở cột không dùng cho chỉ tiêu này, còn cột của chỉ tiêu để trống. Hãy chuyển số liệu sang đúng cột.',
    'The figure stands in a column that this indicator does not use, and its own column is blank. Move it to its column.',
  ),
  'cells-merged': error(
    'Ô gộp (merge) phủ lên nhiều dòng số liệu nên không rõ giá trị là của dòng nào. Hãy bỏ gộp ô và ghi đủ giá trị vào từng dòng.',
    'A merged cell spans several rows of figures, so it cannot be told whose value it is. Unmerge it and write the value in each row.',
  ),
  'rate-as-share': error(
    'Chưa rõ tỷ lệ này ghi theo phần trăm hay theo phần của một (0,955 hay 95,5 %), vì ô khác trong cột ghi theo phần của một. Hãy ghi số phần trăm.',
    'It is not clear whether this rate is a percentage or a part of one (0.955 or 95.5 %), since other cells of the column hold parts of one. Write the percentage.',
  ),
  'number-format-scales': error(
    'Định dạng ô làm số hiển thị khác số được lưu (hiển thị theo nghìn, triệu), nên không rõ số nào đúng. Hãy đổi định dạng thành số thường và nhập đủ số.',
    'The format of the cell shows another number than the one that is stored (in thousands, in millions), so it cannot be told which is right. Use a plain number format and type the whole number.',
  ),
} as const satisfies Record<string, Message>;
