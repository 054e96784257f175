import { error, type Message } from './message.ts';

/** Units and indicators that are named wrongly or not clearly. */
export const namingFaults = {
  'unit-unknown': error(
    'Không nhận ra đơn vị báo cáo ghi trong tệp. Hãy ghi đúng tên đơn vị đang có trong kỳ này.',
    'The reporting unit named in the file is not known. Write the name of a unit that exists in this period.',
  ),
  'unit-differs': error(
    'Đơn vị ghi trong tệp khác đơn vị nộp báo cáo. Hãy kiểm tra xem có nộp nhầm tệp không.',
    'The unit named in the file is not the unit that reports. Check whether this is the right file.',
  ),
  'indicator-unknown': error(
    'Không nhận ra chỉ tiêu của dòng này. Hãy ghi đúng mã hoặc tên chỉ tiêu của biểu mẫu.',
    'The indicator of this row is not known. Write the code or name that the form has.',
  ),
  'indicator-unclear': error(
    'Mã và tên của dòng này chỉ hai chỉ tiêu khác nhau. Hãy sửa mã hoặc tên cho khớp.',
    'Code and name of this row mean two different indicators. Mend the one that is wrong.',
  ),
} as const satisfies Record<string, Message>;
