import type { StepName } from '../../../shared/meetings/meeting.ts';
import type { StepView } from '../../../shared/meetings/read-calendar-records.ts';

export const stepWords = {
  vi: {
    caption: 'Các bước theo thứ tự thời gian',
    none: 'Không còn bước nào.',
    step: 'Bước',
    due: 'Theo lịch',
    state: 'Trạng thái',
    ran: 'Đã chạy lúc',
    what: 'Kết quả',
    notYet: 'chưa chạy',
    steps: {
      opening: 'Mở kỳ báo cáo',
      'cut-off': 'Khóa số liệu',
      provisional: 'Tổng hợp tạm thời',
      freeze: 'Chốt số liệu',
    },
    reminder: (number: string) => `Thư nhắc lần ${number}`,
    states: {
      done: 'Đã chạy đúng giờ',
      'done-late': 'Đã chạy, muộn',
      waiting: 'Chờ đến giờ',
      'waiting-late': 'Sẽ chạy muộn',
      missed: 'Không chạy',
      'not-scheduled': 'Chưa được đặt lịch',
      'of-an-earlier-plan': 'Theo lịch cũ',
    },
    late: (minutes: number) => `muộn ${minutes} phút`,
    scheduled: (at: string) => `vào ${at}`,
    words: {
      opened: 'đã báo mở kỳ',
      reminded: 'đã gửi thư nhắc',
      'nobody-owes': 'không đơn vị nào còn thiếu nên không gửi thư',
      'digest-sent': 'đã gửi tổng hợp cho Ban Thư ký',
      'aggregation-asked': 'đã yêu cầu tổng hợp lại',
      postponed: 'hoãn, sẽ chạy lại',
      'too-late': 'đã qua thời điểm khóa, không gửi',
      frozen: 'đã chốt',
      'already-frozen': 'đã chốt từ trước',
    } as Record<string, string>,
    told: (units: number, unreached: number) =>
      unreached === 0
        ? `thư đã gửi cho ${units} đơn vị`
        : units === 0
          ? `không đơn vị nào nhận được thư; ${unreached} đơn vị không có người nhận`
          : `thư đã gửi cho ${units} đơn vị; ${unreached} đơn vị không có người nhận`,
    unreached: (count: number) => `Xem ${count} đơn vị không có người nhận thư`,
    accounts: 'Lập hoặc sửa tài khoản cho các đơn vị này',
    reschedule: 'Đặt lại lịch chạy',
    rescheduleHint:
      'Có bước không chạy hoặc chưa được đặt lịch. Đặt lại lịch để bước đó chạy sớm nhất có thể.',
    rescheduleWhy: 'Đặt lại lịch chạy cho các bước chưa chạy.',
    rescheduled: 'Đã đặt lại lịch.',
  },
  en: {
    caption: 'Steps in the order of time',
    none: 'No step is left.',
    step: 'Step',
    due: 'Planned for',
    state: 'State',
    ran: 'Ran at',
    what: 'Outcome',
    notYet: 'not yet',
    steps: {
      opening: 'Opening',
      'cut-off': 'Cut-off',
      provisional: 'Provisional figures',
      freeze: 'Freeze',
    },
    reminder: (number: string) => `Reminder ${number}`,
    states: {
      done: 'Ran in time',
      'done-late': 'Ran late',
      waiting: 'Waits for its time',
      'waiting-late': 'Will run late',
      missed: 'Did not run',
      'not-scheduled': 'Not scheduled',
      'of-an-earlier-plan': 'Of an earlier plan',
    },
    late: (minutes: number) => (minutes === 1 ? 'by 1 minute' : `by ${minutes} minutes`),
    scheduled: (at: string) => `at ${at}`,
    words: {
      opened: 'the opening was told',
      reminded: 'reminders were sent',
      'nobody-owes': 'no unit owed anything, so no mail went out',
      'digest-sent': 'the digest went to the secretariat',
      'aggregation-asked': 'figures were asked to be computed again',
      postponed: 'postponed, and runs again',
      'too-late': 'past the cut-off, nothing was sent',
      frozen: 'frozen',
      'already-frozen': 'was frozen already',
    } as Record<string, string>,
    told: (units: number, unreached: number) =>
      unreached === 0
        ? `mail went to ${units} ${units === 1 ? 'unit' : 'units'}`
        : `mail went to ${units === 0 ? 'no unit' : units === 1 ? '1 unit' : `${units} units`}; ${unreached} ${unreached === 1 ? 'has' : 'have'} nobody to receive it`,
    unreached: (count: number) =>
      `See the ${count === 1 ? 'unit' : `${count} units`} that mail does not reach`,
    accounts: 'Make or mend accounts for them',
    reschedule: 'Set the schedules again',
    rescheduleHint: 'A step did not run or is not scheduled. Set again, it runs as soon as it can.',
    rescheduleWhy: 'Schedules were set again for steps that had not run.',
    rescheduled: 'The schedules were set again.',
  },
};

type StepWords = (typeof stepWords)['vi'];

export function stepName(step: StepName, say: StepWords): string {
  const [, number] = /^reminder-(\d+)$/.exec(step) ?? [];
  return number ? say.reminder(number) : say.steps[step as keyof StepWords['steps']];
}

/**
 * What came of a step, in words; a word that is not known here is told as it is. That reminders were sent is said by how
 * many units they told: a run that reached nobody sent none.
 */
export function outcomeOf({ word, told }: Pick<StepView, 'word' | 'told'>, say: StepWords): string {
  if (word === null) return '';
  const named = say.words[word] ?? word;
  if (told === null || told.units + told.unreached.length === 0) return named;
  const mails = say.told(told.units, told.unreached.length);
  return word === 'reminded' ? mails : `${named}; ${mails}`;
}

export const historyWords = {
  vi: {
    caption: 'Lịch sử thay đổi, mới nhất trước',
    at: 'Thời điểm',
    change: 'Việc',
    by: 'Người làm',
    why: 'Lý do',
    afterwards: 'Các mốc sau thay đổi',
    changes: { planned: 'Lập', changed: 'Sửa', cancelled: 'Hủy', rescheduled: 'Đặt lại lịch chạy' },
    reminded: (at: string) => `Thêm lần nhắc lúc ${at}`,
    noReason: 'không cần khi lập',
    moments: (cutOff: string, freeze: string) => `khóa ${cutOff}; chốt ${freeze}`,
  },
  en: {
    caption: 'History of changes, newest first',
    at: 'When',
    change: 'What',
    by: 'Who',
    why: 'Reason',
    afterwards: 'Moments after it',
    changes: {
      planned: 'Planned',
      changed: 'Changed',
      cancelled: 'Cancelled',
      rescheduled: 'Schedules set again',
    },
    reminded: (at: string) => `A reminder added, at ${at}`,
    noReason: 'none is needed to plan',
    moments: (cutOff: string, freeze: string) => `cut-off ${cutOff}; freeze ${freeze}`,
  },
};
