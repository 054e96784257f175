import type { WorkItem } from '../../../shared/query/work-item.ts';
import { hasOpenQuestion } from '../../app/open-question.ts';

export const reportsWords = {
  vi: {
    title: 'Tình hình báo cáo',
    lead: 'Ai đã báo cáo, ai còn thiếu, bản nào đang vướng ở đâu.',
    form: 'Biểu mẫu',
    period: 'Kỳ',
    show: 'Hiện',
    groups: {
      all: 'Mọi đơn vị',
      stuck: 'Bị tắc trong hệ thống',
      returned: 'Bị trả lại',
      question: 'Có câu hỏi chưa trả lời',
      waiting: 'Chờ ký xác nhận',
      missing: 'Chưa có bản đang hiệu lực',
      late: 'Nộp muộn',
      extended: 'Đã được gia hạn',
    },
    caption: (group: string, count: number) => `${group}: ${count} đơn vị`,
    none: 'Không có đơn vị nào.',
    unit: 'Đơn vị',
    attempt: 'Bản nộp gần nhất',
    since: 'từ',
    never: 'Chưa gửi gì',
    answered: 'Đã trả lời câu hỏi, chờ ký',
    stuck: 'Bị tắc',
    errors: (count: number) => `${count} lỗi`,
    question: 'Câu hỏi',
    standing: 'Bản đang hiệu lực',
    version: (number: number) => `bản ${number}`,
    standingAsked: 'có câu hỏi phải trả lời',
    noStanding: 'chưa có',
    punctuality: 'So với hạn',
    action: 'Việc làm được',
    extend: 'Gia hạn',
    rights: 'Quyền của đơn vị',
    open: 'Xem bản nộp',
    review: 'Rà soát',
    notAsked: 'Không đơn vị nào phải báo cáo biểu mẫu này trong kỳ.',
    more: 'Trang sau',
    noDue: 'không có hạn',
    extendTitle: 'Gia hạn nộp báo cáo',
    extendLead:
      'Gia hạn chỉ cho đơn vị này, biểu mẫu này, kỳ này. Báo cáo nhận đủ trong ngày gia hạn vẫn là đúng hạn.',
    until: 'Gia hạn đến hết ngày',
    untilHint:
      'Sau hạn hiện tại, không quá 366 ngày sau hạn ban đầu. Rơi vào ngày nghỉ thì tính đến hết ngày làm việc kế tiếp.',
    untilNeeded: 'Cần chọn ngày gia hạn',
    submitExtend: 'Gia hạn',
    submitAnyway: 'Vẫn gia hạn',
    beyond: (number: number, cutOff: string, until: string) =>
      `Phiên họp lần thứ ${number} khóa số liệu lúc ${cutOff}, trước khi hết ngày ${until}. Báo cáo ký sau thời điểm khóa không được tính cho phiên họp đó, dù vẫn đúng hạn.`,
    current: 'Hạn hiện tại',
    now: 'Tình trạng',
    done: { 'gia-han': 'Đã gia hạn.' },
  },
  en: {
    title: 'Reports',
    lead: 'Who has reported, who is missing, and what is held up where.',
    form: 'Form',
    period: 'Period',
    show: 'Show',
    groups: {
      all: 'Every unit',
      stuck: 'Stuck in the service',
      returned: 'Returned',
      question: 'Question open',
      waiting: 'Waiting for signature',
      missing: 'Nothing stands',
      late: 'Late',
      extended: 'Extended',
    },
    caption: (group: string, count: number) => `${group}: ${count} ${count === 1 ? 'unit' : 'units'}`,
    none: 'No unit.',
    unit: 'Unit',
    attempt: 'Latest submission',
    since: 'since',
    never: 'Nothing was sent',
    answered: 'Question answered, waiting for signature',
    stuck: 'Stuck',
    errors: (count: number) => `${count} ${count === 1 ? 'error' : 'errors'}`,
    question: 'Question',
    standing: 'What stands',
    version: (number: number) => `version ${number}`,
    standingAsked: 'question to answer',
    noStanding: 'nothing',
    punctuality: 'Against the due day',
    action: 'What can be done',
    extend: 'Extend',
    rights: 'Rights of the unit',
    open: 'See the submission',
    review: 'Review',
    notAsked: 'No unit owes this form in the period.',
    more: 'Next page',
    noDue: 'no due day',
    extendTitle: 'Extend a due day',
    extendLead:
      'For this unit, this form and this period alone. What is received by the end of that day is on time.',
    until: 'Until the end of',
    untilHint:
      'Later than the present due day and at most 366 days after the original one. A day off moves it to the next working day.',
    untilNeeded: 'Choose the day',
    submitExtend: 'Extend',
    submitAnyway: 'Extend all the same',
    beyond: (number: number, cutOff: string, until: string) =>
      `The cut-off of meeting no. ${number} is at ${cutOff}, before the end of ${until}. A report that is signed after it does not count for that meeting, though it is on time.`,
    current: 'Present due day',
    now: 'State',
    done: { 'gia-han': 'The due day is extended.' },
  },
};

export type Group = keyof (typeof reportsWords)['vi']['groups'];
export const groups = Object.keys(reportsWords.vi.groups) as Group[];

/** Whether a unit's report is of a group: what is to be done about it. */
export function isIn(group: Group, item: WorkItem): boolean {
  const { state, stuck, standing, punctuality, extendedTo } = item;
  const belongs: Record<Group, boolean> = {
    all: true,
    stuck,
    returned: state === 'returned',
    question: hasOpenQuestion(item),
    waiting: state === 'checked' || state === 'answered',
    missing: standing === null,
    late: punctuality === 'late',
    extended: extendedTo !== null,
  };
  return belongs[group];
}

/** What holds a report up comes first: stuck, returned, a question, a signature, nothing sent; then what stands. */
export function byUrgency(items: readonly WorkItem[]): WorkItem[] {
  const order: readonly Group[] = ['stuck', 'returned', 'question', 'waiting', 'missing', 'all'];
  const rank = (item: WorkItem) => order.findIndex((group) => isIn(group, item));
  return [...items].sort((a, b) => rank(a) - rank(b) || (a.code < b.code ? -1 : 1));
}
