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
    'Mã và tên của dòng này không cùng nói về một chỉ tiêu. Hãy sửa mã hoặc tên cho khớp.',
    'Code and name of this row do not speak of one indicator. Mend the one that is wrong.',
  ),
  'unit-unclear': error(
    'Chưa rõ đơn vị nào: tên bị mất chữ, là tên cũ, hoặc nhiều đơn vị cùng tên. Hãy ghi đúng tên đầy đủ của đơn vị trong kỳ này.',
    'It is not clear which unit is meant: letters of the name were lost, it is a former name, or several units share it. Write the full name that the unit has in this period.',
  ),
  'unit-dissolved': error(
    'Đơn vị này đã giải thể trước kỳ báo cáo. Hãy ghi tên đơn vị kế thừa.',
    'This unit was dissolved before the period. Write the name of the unit that took its place.',
  ),
  'unit-is-region': error(
    'Đây là tên vùng hoặc dòng tổng, không phải đơn vị báo cáo. Hãy ghi tên tỉnh, thành phố.',
    'This is a region or a total, not a reporting unit. Write the name of the province or city.',
  ),
  'indicator-damaged': error(
    'Tên hoặc mã chỉ tiêu bị mất chữ hoặc hiểu được theo nhiều cách. Hãy ghi đúng mã chỉ tiêu của biểu mẫu.',
    'The name or code of the indicator lost letters or can be read in several ways. Write the code that the form has.',
  ),
} as const satisfies Record<string, Message>;
