import { meetingOn, meetingText } from '../../format/meetings.ts';

export const words = {
  vi: {
    body: 'Cơ quan họp',
    number: 'Phiên họp lần thứ',
    numberHint: 'Ghi bằng chữ số, ví dụ 12. Cơ quan và số không đổi được sau khi lập.',
    date: 'Ngày họp',
    themeVi: 'Nội dung phiên họp (tiếng Việt)',
    themeEn: 'Nội dung phiên họp (tiếng Anh)',
    asks: 'Biểu mẫu và kỳ phải báo cáo',
    form: (at: number) => `Biểu mẫu ${at}`,
    period: (at: number) => `Kỳ của biểu mẫu ${at}`,
    choose: 'Chọn…',
    addAsk: 'Thêm biểu mẫu',
    takeOut: 'Bỏ',
    cutOff: 'Thời điểm khóa số liệu',
    cutOffHint: 'Giờ Việt Nam. Báo cáo ký đến thời điểm này được tính cho phiên họp; không sau ngày họp.',
    moments: 'Các mốc khác',
    momentsHint: 'Để trống thì hệ thống tự tính theo quy tắc ghi dưới từng mốc.',
    opening: 'Mở kỳ báo cáo',
    provisional: 'Tổng hợp tạm thời',
    freeze: 'Chốt số liệu',
    hints: {
      opening: 'Tự tính: 8 giờ ngày làm việc đầu tiên sau khi kỳ kết thúc, hoặc ngay khi lập.',
      provisional: 'Tự tính: 2 phút sau khi khóa số liệu.',
      freeze: 'Tự tính: 15 phút sau khi khóa số liệu; sớm nhất là 2 phút.',
    },
    reminders: 'Thư nhắc',
    remindersHint:
      'Tự tính: 8 giờ 30, trước hạn nộp và trước ngày khóa số liệu 7, 3 và 1 ngày làm việc. Không gửi trước 7 giờ 30, từ 20 giờ hoặc ngày nghỉ; tối đa 10 lần.',
    reminder: (at: number) => `Thư nhắc lần ${at}`,
    addReminder: 'Thêm lần nhắc',
    previous: 'Phiên họp trước',
    previousHint: 'Nhiệm vụ còn mở và số liệu đã chốt của phiên này được tiếp nối.',
    previousFound: 'Hệ thống tự xác định: phiên gần nhất của cơ quan',
    previousNone: 'Không có: đây là phiên đầu tiên',
    session: (number: number, body: string, date: string) =>
      meetingOn(meetingText(number, 'vi', body), date, 'vi'),
    why: 'Lý do thay đổi',
    needed: (label: string) => `${label}: cần điền mục này`,
    allNeeded: 'Cần điền mọi mục ghi (bắt buộc) trước khi gửi.',
    cutOffFaults: {
      'after-the-session': 'Thời điểm khóa số liệu không được sau ngày họp.',
      'in-the-past': 'Thời điểm khóa số liệu phải ở tương lai.',
    },
  },
  en: {
    body: 'Body',
    number: 'Number of the meeting',
    numberHint: 'In figures, for example 12. Body and number never change once it is planned.',
    date: 'Day of the meeting',
    themeVi: 'Theme, in Vietnamese',
    themeEn: 'Theme, in English',
    asks: 'Forms and periods to be reported',
    form: (at: number) => `Form ${at}`,
    period: (at: number) => `Period of form ${at}`,
    choose: 'Choose…',
    addAsk: 'Add a form',
    takeOut: 'Remove',
    cutOff: 'Cut-off',
    cutOffHint: 'Viet Nam time. What is signed until then counts for the meeting; not after its day.',
    moments: 'The other moments',
    momentsHint: 'What is left empty is computed by the rule below each of them.',
    opening: 'Opening of reporting',
    provisional: 'Provisional figures',
    freeze: 'Freeze',
    hints: {
      opening: 'Computed: 08:00 on the first working day after the period, or at once.',
      provisional: 'Computed: 2 minutes after the cut-off.',
      freeze: 'Computed: 15 minutes after the cut-off; 2 minutes at least.',
    },
    reminders: 'Reminders',
    remindersHint:
      'Computed: 08:30, 7, 3 and 1 working days before the due day and before the day of the cut-off. None before 07:30, from 20:00 on or on a day off; 10 at most.',
    reminder: (at: number) => `Reminder ${at}`,
    addReminder: 'Add a reminder',
    previous: 'The meeting before',
    previousHint: 'Its open tasks and its frozen figures are carried on.',
    previousFound: 'Found by the service: the newest earlier meeting of the body',
    previousNone: 'None: this is the first',
    session: (number: number, body: string, date: string) =>
      meetingOn(meetingText(number, 'en', body), date, 'en'),
    why: 'Reason for the change',
    needed: (label: string) => `${label}: this is needed`,
    allNeeded: 'Everything that is marked (required) has to be filled in.',
    cutOffFaults: {
      'after-the-session': 'The cut-off cannot be after the day of the meeting.',
      'in-the-past': 'The cut-off must be in the future.',
    },
  },
};

type FieldWords = (typeof words)['vi'];

/** What a control of the form is called, by its id. */
export function labelsOf(say: FieldWords, id: string): string {
  const [, name = '', place = '', part] = id.split('-');
  const at = Number(place) + 1;
  if (name === 'ask') return part === 'period' ? say.period(at) : say.form(at);
  if (name === 'reminder') return say.reminder(at);
  if (name === 'theme') return place === 'en' ? say.themeEn : say.themeVi;
  const named: Record<string, string> = {
    body: say.body,
    number: say.number,
    date: say.date,
    cutOff: say.cutOff,
    opening: say.opening,
    provisional: say.provisional,
    freeze: say.freeze,
    previous: say.previous,
    why: say.why,
  };
  return named[name] ?? name;
}
