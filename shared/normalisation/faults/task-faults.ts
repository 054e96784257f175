import { error, type Message, warning } from './message.ts';

/** The sheet of tasks and its rows. */
export const taskFaults = {
  'tasks-sheet-missing': error(
    'Biểu mẫu này chỉ gồm trang tính "Nhiệm vụ" nhưng tệp không có trang đó, hoặc trang đó bị ẩn. Hãy tải biểu mẫu có sẵn nhiệm vụ của đơn vị và điền vào.',
    'This form is the sheet "Nhiệm vụ" alone, and the file has none, or it is hidden. Fetch the template, which holds the tasks of the unit, and fill it in.',
  ),
  'tasks-sheet-unclear': error(
    'Có nhiều trang tính cùng là bảng nhiệm vụ nên không biết đọc trang nào. Hãy giữ lại một trang.',
    'Several sheets are tables of tasks, so it cannot be told which one to read. Keep one of them.',
  ),
  'task-heading-not-found': error(
    'Trang tính "Nhiệm vụ" không có dòng tiêu đề đọc được: cần cột Mã nhiệm vụ hoặc Nội dung nhiệm vụ, và cột Tình trạng. Hãy dùng biểu mẫu của hệ thống.',
    'The sheet "Nhiệm vụ" has no heading that can be read: it needs a column for the code or the text of the task, and one for its state. Use the template of this service.',
  ),
  'task-column-missing': error(
    'Bảng nhiệm vụ thiếu cột Tình trạng (Hoàn thành, Chưa hoàn thành). Hãy bổ sung cột này.',
    'The table of tasks has no column for the state (done, not done). Add it.',
  ),
  'tasks-none': warning(
    'Đơn vị không chủ trì nhiệm vụ nào của các phiên họp nên bảng nhiệm vụ trong tệp không được đọc. Nếu đơn vị được giao nhiệm vụ, hãy báo Ban Thư ký.',
    'The unit leads no task of any meeting, so the table of tasks in the file was not read. Tell the secretariat if a task was assigned to the unit.',
  ),
  'task-unnamed': error(
    'Dòng này có tình trạng hoặc kết quả nhưng không ghi nhiệm vụ nào. Hãy ghi mã hoặc nội dung nhiệm vụ.',
    'This row has a state or a result, but names no task. Write the code or the text of the task.',
  ),
  'task-unknown': error(
    'Không nhận ra nhiệm vụ này trong các nhiệm vụ đơn vị chủ trì. Hãy ghi đúng mã nhiệm vụ, ví dụ ubqg-11/3.',
    'This is none of the tasks that the unit leads. Write the code of the task, as in ubqg-11/3.',
  ),
  'task-ambiguous': error(
    'Nhiều nhiệm vụ có cùng nội dung này nên không biết là nhiệm vụ nào. Hãy ghi mã nhiệm vụ.',
    'Several tasks have this text, so it cannot be told which one is meant. Write the code of the task.',
  ),
  'task-code-differs': error(
    'Mã và nội dung trên dòng này là của hai nhiệm vụ khác nhau. Hãy sửa mã hoặc nội dung.',
    'The code and the text in this row are not of the same task. Mend one of them.',
  ),
  'task-of-another': error(
    'Nhiệm vụ này do đơn vị khác chủ trì; chỉ đơn vị chủ trì báo cáo tình trạng. Hãy xóa dòng này.',
    'Another unit leads this task, and only the lead reports on it. Delete this row.',
  ),
  'task-closed': warning(
    'Nhiệm vụ này đã được kết thúc tại một phiên họp; dòng này không được tính.',
    'A meeting has ended this task; the row does not count.',
  ),
  'task-twice': error(
    'Nhiệm vụ này có hai dòng nên không biết lấy dòng nào. Hãy giữ lại dòng đúng.',
    'This task has two rows, so it cannot be told which is right. Keep the right one.',
  ),
  'task-state-unclear': error(
    'Chưa rõ tình trạng của nhiệm vụ. Hãy ghi "Hoàn thành" hoặc "Chưa hoàn thành".',
    'The state of the task is not clear. Write "Hoàn thành" (done) or "Chưa hoàn thành" (not done).',
  ),
  'task-cause-missing': error(
    'Nhiệm vụ chưa hoàn thành phải ghi nguyên nhân cụ thể. Hãy ghi vào cột Nguyên nhân; "đang cập nhật", "như trên" không phải là nguyên nhân.',
    'For a task that is not done the cause is required. Write it in the column Nguyên nhân; "đang cập nhật" (being updated) or "như trên" (as above) is none.',
  ),
  'task-done-date-differs': error(
    'Nhiệm vụ ghi là chưa hoàn thành nhưng lại có ngày hoàn thành. Hãy sửa tình trạng hoặc xóa ngày.',
    'The task is said not to be done, yet a day is given on which it was. Mend the state or delete the day.',
  ),
  'task-date-implausible': error(
    'Ngày hoàn thành không thể trước ngày giao nhiệm vụ hoặc sau ngày gửi báo cáo. Hãy kiểm tra lại.',
    'A task cannot have been done before it was assigned or after the report was sent. Check the day.',
  ),
  'task-missing': warning(
    'Bảng nhiệm vụ chưa báo cáo một nhiệm vụ đơn vị đang chủ trì; nhiệm vụ đó được coi là chưa hoàn thành. Hãy bổ sung.',
    'The table says nothing of an open task that the unit leads; it is taken as not done. Add it.',
  ),
  'task-text-too-long': error(
    'Kết quả hoặc nguyên nhân quá dài (trên 1.000 ký tự). Hãy rút gọn và gửi phần còn lại bằng văn bản.',
    'The result or the cause is too long (more than 1,000 characters). Shorten it and send the rest as a document.',
  ),
  'tasks-too-long': error(
    'Kết quả và nguyên nhân trong bảng nhiệm vụ quá dài. Hãy rút gọn rồi gửi lại.',
    'The results and causes in the table of tasks hold more text than allowed. Shorten them and send the file again.',
  ),
} as const satisfies Record<string, Message>;
