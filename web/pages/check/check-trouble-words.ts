import { mostReportBytes } from '../../../shared/submissions/report-file.ts';
import { bytesText, figureText } from '../../format/figures.ts';

const mostText = `${mostReportBytes / 1_000_000} MB`;

/** Why a file was not checked, and what mends it. */
export const troubleWords = {
  vi: {
    tooLarge: 'Tệp quá lớn, chưa được đọc',
    tooLargeWhat: ({ name, size }: File) =>
      `“${name}” có dung lượng ${bytesText(size, 'vi')} (${figureText(String(size), 'vi')} byte); hệ thống nhận tệp tối đa ${mostText}. Hãy bỏ các trang tính, hình ảnh không thuộc báo cáo rồi chọn lại.`,
    changed: 'Tệp đã thay đổi sau khi được chọn',
    changedWhat: ({ name }: File) =>
      `Không đọc được “${name}” nữa: tệp đã được lưu lại, đổi tên hoặc xóa sau khi bạn chọn. Hãy chọn lại tệp đó ở khung bên trên.`,
    broken: 'Không kiểm tra được tệp này',
    brokenWhat: ({ name }: File) =>
      `Có sự cố của trang trong lúc đọc “${name}”; tệp của bạn không bị thay đổi. Hãy thử lại; nếu vẫn lỗi, vẫn có thể gửi tệp: hệ thống sẽ kiểm tra.`,
    again: 'Thử lại',
  },
  en: {
    tooLarge: 'The file is too large, and was not read',
    tooLargeWhat: ({ name, size }: File) =>
      `“${name}” has ${bytesText(size, 'en')} (${figureText(String(size), 'en')} bytes); the service takes at most ${mostText}. Remove sheets and pictures that are no part of the report, then choose it again.`,
    changed: 'The file changed after it was chosen',
    changedWhat: ({ name }: File) =>
      `“${name}” cannot be read any more: it was saved, renamed or removed after you chose it. Choose it again in the frame above.`,
    broken: 'This file could not be checked',
    brokenWhat: ({ name }: File) =>
      `Something went wrong on this page while it read “${name}”; your file is as it was. Try again; if it persists, the file can still be sent: the service will check it.`,
    again: 'Try again',
  },
};
