import { meetingText } from '../../format/meetings.ts';

/** What the page of a meeting says around its parts, and once something was done. */
export const meetingWords = {
  vi: {
    calendar: 'Lịch phiên họp',
    meeting: (number: number, body: string) => meetingText(number, 'vi', body),
    parts: 'Các phần của phiên họp',
    none: 'Không có phiên họp này',
    constructed: 'Phiên họp này được dựng để minh họa.',
    views: {
      '': 'Tóm tắt',
      'bao-cao': 'Báo cáo và đơn vị còn thiếu',
      nhac: 'Thư nhắc',
      buoc: 'Các bước và lịch sử',
      chot: 'Chốt số liệu',
      'tai-lieu': 'Tài liệu họp',
      'nhiem-vu': 'Giao nhiệm vụ',
      sua: 'Sửa hoặc dời phiên họp',
      huy: 'Hủy phiên họp',
    },
    done: {
      lap: 'Đã lập phiên họp. Các mốc và giờ chạy ở bên dưới.',
      sua: 'Đã lưu thay đổi. Lịch chạy đã được đặt lại.',
      huy: 'Đã hủy phiên họp. Không bước nào của phiên còn chạy.',
      chot: 'Đã dời thời điểm khóa và chốt. Việc chốt chạy vào giờ ghi ở bên dưới.',
      giao: 'Đã giao nhiệm vụ.',
      'sua-nhiem-vu': 'Đã lưu thay đổi của nhiệm vụ.',
    },
  },
  en: {
    calendar: 'Calendar of meetings',
    meeting: (number: number, body: string) => meetingText(number, 'en', body),
    parts: 'Parts of the meeting',
    none: 'There is no such meeting',
    constructed: 'This meeting is constructed for the demonstration.',
    views: {
      '': 'Summary',
      'bao-cao': 'Reports and who is missing',
      nhac: 'Reminders',
      buoc: 'Steps and history',
      chot: 'Freeze',
      'tai-lieu': 'Briefing',
      'nhiem-vu': 'Assign tasks',
      sua: 'Change or move it',
      huy: 'Cancel it',
    },
    done: {
      lap: 'The meeting is planned. Its moments and when they run stand below.',
      sua: 'The change is kept, and the schedules are set again.',
      huy: 'The meeting is cancelled. None of its steps runs any more.',
      chot: 'Cut-off and freeze were moved. The freeze runs at the time below.',
      giao: 'The task is assigned.',
      'sua-nhiem-vu': 'The change of the task is kept.',
    },
  },
};
