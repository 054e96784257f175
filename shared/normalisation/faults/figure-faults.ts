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
} as const satisfies Record<string, Message>;
