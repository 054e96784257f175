import { error, type Message, warning } from './message.ts';

/** Headings, titles and the sheet that holds the table. */
export const layoutFaults = {
  'header-not-found': error(
    'Không tìm thấy dòng tiêu đề của bảng: biểu mẫu có cột Chỉ tiêu, Tử số, Mẫu số, Kết quả; bảng dọc có thêm cột Đơn vị, Kỳ; bảng chéo có cột Đơn vị và mỗi chỉ tiêu một cột. Hãy dùng biểu mẫu của hệ thống.',
    'No heading was found: a form has columns for indicator, numerator, denominator and result; a long table has unit and period too; a cross-table has units and a column for each indicator. Use the template of this service.',
  ),
  'header-in-hidden-sheet': error(
    'Biểu mẫu nằm trong trang tính bị ẩn. Hãy bỏ ẩn trang tính đó rồi gửi lại.',
    'The form stands in a hidden sheet. Unhide that sheet and send the file again.',
  ),
  'column-twice': error(
    'Hai cột có cùng ý nghĩa nên không biết lấy số liệu ở cột nào. Hãy giữ lại một cột.',
    'Two columns mean the same, so it cannot be told which one holds the figures. Keep one of them.',
  ),
  'units-not-named': error(
    'Biểu mẫu này là số liệu của từng đơn vị, mỗi đơn vị một dòng; tệp không có cột Đơn vị nên không biết số liệu là của đơn vị nào. Hãy gửi bảng có cột Đơn vị.',
    'This form holds the figures of many units, a row each; without a column of units it cannot be told whose figures these are. Send a table with a column of units.',
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
  'period-cumulative': error(
    'Kỳ ghi trong tệp là kỳ lũy kế (6 tháng, 9 tháng, cả năm), không phải quý hay tháng được nộp. Hãy gửi số liệu của riêng quý hay tháng đó.',
    'The period named in the file is cumulative (6 months, 9 months, a year), not the quarter or month that is reported. Send the figures of that quarter or month alone.',
  ),
  'period-unclear': error(
    'Không đọc được kỳ báo cáo ghi trong tệp. Hãy ghi rõ kỳ và năm, ví dụ "Quý III/2026", "6 tháng đầu năm 2026".',
    'The period named in the file cannot be read. Write the period and its year, as in "Quý III/2026", "6 tháng đầu năm 2026".',
  ),
  'form-unclear': error(
    'Không biết tệp này là biểu mẫu nào. Hãy chọn biểu mẫu khi gửi, hoặc ghi "Biểu mẫu: …" ở phần đầu biểu.',
    'It cannot be told which form this file is. Choose the form when sending, or write "Biểu mẫu: …" at the top.',
  ),
  'form-differs': error(
    'Biểu mẫu ghi trong tệp khác biểu mẫu nộp báo cáo. Hãy dùng đúng biểu mẫu.',
    'The form named in the file is not the form reported. Use the right form.',
  ),
  'column-unknown': warning(
    'Tiêu đề cột không phải chỉ tiêu nào của biểu mẫu nên số liệu trong cột không được đọc. Hãy ghi đúng mã hoặc tên chỉ tiêu.',
    'The heading is not an indicator of the form, so the figures below it were not read. Write the code or name of the indicator.',
  ),
  'scope-unclear': error(
    'Không rõ cột này nói gì về số liệu: có thể là số của một địa bàn, một lĩnh vực, hay số kế hoạch, lũy kế. Hãy chỉ giữ các dòng số liệu chung của kỳ rồi xóa cột, hoặc ghi tiêu đề cột theo biểu mẫu.',
    'It is not clear what this column says of the figures: they may be of one place, of one field, planned or cumulative. Keep the rows of the whole in the period and delete the column, or give it a heading that the form has.',
  ),
  'ratio-without-parts': error(
    'Chỉ tiêu tỷ lệ chỉ có cột kết quả. Hãy thêm cột tử số (a) và mẫu số (b): tỷ lệ được tính lại từ hai số đó.',
    'A ratio has a column for its result only. Add the columns numerator (a) and denominator (b): the ratio is computed from them.',
  ),
  'unit-twice': error(
    'Đơn vị này có hai dòng; dòng trùng thường che mất một đơn vị khác. Hãy xóa hoặc sửa dòng trùng.',
    'This unit has two rows; a row that stands twice often hides another unit. Delete or mend the second row.',
  ),
  'units-missing': warning(
    'Bảng thiếu dòng của một số đơn vị. Hãy bổ sung; nếu đơn vị chưa có số liệu thì để trống ô.',
    'Some units have no row in the table. Add them; leave the cells blank where there is no figure yet.',
  ),
  'formula-differs': warning(
    'Số liệu không bằng công thức ghi ở dòng đánh số cột. Hãy kiểm tra lại các cột trong công thức.',
    'The figure is not what the formula in the row of column numbers gives. Check the columns of the formula.',
  ),
  'total-differs': warning(
    'Dòng tổng không bằng tổng các dòng thành phần. Hãy kiểm tra lại các dòng; dòng tổng không được nạp.',
    'The total is not the sum of its rows. Check the rows; the total itself is not loaded.',
  ),
  'sheet-unclear': error(
    'Có nhiều trang tính cùng giống biểu mẫu nên không biết đọc trang nào. Hãy giữ lại một trang, hoặc ghi rõ kỳ báo cáo ở phần đầu mỗi trang.',
    'Several sheets look like the form, so it cannot be told which one to read. Keep one of them, or name the period at the top of each.',
  ),
  'sheet-hidden': warning(
    'Tệp có trang tính bị ẩn chứa số liệu; trang đó không được đọc. Hãy xóa trang đó, hoặc bỏ ẩn nếu là số liệu báo cáo.',
    'The file has a hidden sheet of figures, which was not read. Delete it, or unhide it when its figures belong to the report.',
  ),
  'sheet-passed-over': warning(
    'Trang tính này có số liệu nhưng không phải biểu mẫu được nộp nên không được đọc. Hãy kiểm tra xem có bỏ sót số liệu không.',
    'This sheet holds figures but is not the form that is reported, so it was not read. Check that nothing is left out.',
  ),
  'column-unclear': error(
    'Tiêu đề cột này không phải là kết quả của kỳ báo cáo (kế hoạch, kỳ trước, lũy kế, so sánh), hoặc không rõ là số liệu gì, nên cột không được đọc. Hãy gửi số liệu của riêng kỳ báo cáo và ghi rõ ở tiêu đề cột, ví dụ "Kết quả quý III/2026".',
    'The heading of this column is not the result of the reported period (a plan, the period before, a cumulative sum, a comparison), or it cannot be told what it holds, so the column was not read. Send the figures of the period alone and say so in the heading, as in "Kết quả quý III/2026".',
  ),
  'title-is-plan': error(
    'Tiêu đề ghi đây là kế hoạch của kỳ báo cáo, không phải kết quả. Hãy gửi số liệu đã thực hiện, hoặc sửa lại tiêu đề nếu đây là kết quả.',
    'The title says that this is the plan of the period, not its result. Send the figures that were reached, or mend the title where these are the results.',
  ),
  'sheet-period-differs': warning(
    'Tên trang tính ghi một kỳ khác với kỳ ghi ở tiêu đề. Hãy kiểm tra xem số liệu trong trang là của kỳ nào.',
    'The name of the sheet names another period than its title. Check which period its figures belong to.',
  ),
} as const satisfies Record<string, Message>;
