import type { WorkState } from '../../../shared/query/work-item.ts';
import type { Both, Language } from '../../app/language.tsx';
import { stateWords } from '../../parts/submission-state.tsx';
import type { WorkGroup } from './work-groups.ts';

type Kind = 'plain' | 'good' | 'attention' | 'bad';

/** Every state of a report in the list; those of a submission are called as on its page. */
export const workStateWords: Readonly<Record<WorkState, Both & { kind: Kind }>> = {
  ...stateWords,
  none: { vi: 'Chưa gửi gì', en: 'Nothing sent', kind: 'plain' },
  answered: { vi: 'Đã trả lời, chờ ký', en: 'Answered, waiting for signature', kind: 'attention' },
};

/** The groups by which the list is counted and filtered. */
export const groupWords: Readonly<Record<WorkGroup, Both>> = {
  stuck: { vi: 'Bị kẹt', en: 'Stuck' },
  questioned: { vi: 'Có câu hỏi chưa trả lời', en: 'With an open question' },
  answered: { vi: 'Đã trả lời câu hỏi', en: 'Question answered' },
  returned: { vi: 'Bị trả lại', en: 'Returned' },
  unsigned: { vi: 'Chờ ký xác nhận', en: 'Waiting for signature' },
  overdue: { vi: 'Quá hạn, chưa có hiệu lực', en: 'Overdue, nothing stands' },
  late: { vi: 'Nộp muộn', en: 'Late' },
  signed: { vi: 'Đang có hiệu lực', en: 'Standing' },
};

export const listWords = {
  vi: {
    title: 'Rà soát báo cáo',
    lead: 'Báo cáo nào đang vướng, vướng ở đâu và từ khi nào. Việc gấp đứng trước.',
    form: 'Biểu mẫu',
    period: 'Kỳ',
    unit: 'Tìm đơn vị',
    groups: 'Lọc theo tình trạng',
    all: 'Tất cả',
    tableCaption: 'Báo cáo theo đơn vị',
    caption: (shown: number, all: number) => `${shown} trên ${all} báo cáo`,
    head: {
      unit: 'Đơn vị',
      state: 'Tình trạng',
      since: 'Từ',
      found: 'Kết quả kiểm tra',
      question: 'Câu hỏi, trả lời',
      due: 'Hạn nộp',
    },
    stuck: 'Bị kẹt quá lâu',
    counts: (errors: string, warnings: string) => `${errors} lỗi, ${warnings} cảnh báo`,
    notRead: 'chưa đọc tệp',
    asked: 'Hỏi',
    answeredBy: 'Trả lời',
    standing: (version: number) => `Bản thứ ${version} đang có hiệu lực`,
    version: (version: number) => `Bản thứ ${version}`,
    at: (cell: string) => `tại ${cell}`,
    noQuestion: 'không có',
    noDue: 'không có hạn',
    extended: (day: string) => `gia hạn đến hết ${day}`,
    punctuality: {
      'on-time': 'đúng hạn',
      late: 'nộp muộn',
      reported: 'đã có',
      missing: 'quá hạn',
      'not-due': 'chưa đến hạn',
    },
    none: 'Không có báo cáo nào như vậy.',
    noForm: 'Không có biểu mẫu nào phải báo cáo.',
    more: 'Danh sách còn tiếp; hãy tìm theo tên đơn vị ở trang sau.',
    next: 'Trang sau',
  },
  en: {
    title: 'Review of reports',
    lead: 'Which reports are held up, where and since when. What is urgent comes first.',
    form: 'Form',
    period: 'Period',
    unit: 'Find a unit',
    groups: 'Filter by state',
    all: 'All',
    tableCaption: 'Reports by unit',
    caption: (shown: number, all: number) => `${shown} of ${all} reports`,
    head: {
      unit: 'Unit',
      state: 'State',
      since: 'Since',
      found: 'Found by the check',
      question: 'Question, answer',
      due: 'Due',
    },
    stuck: 'Stuck for too long',
    counts: (errors: string, warnings: string) => `${errors} errors, ${warnings} warnings`,
    notRead: 'file not read',
    asked: 'Asked',
    answeredBy: 'Answered',
    standing: (version: number) => `Version ${version} stands`,
    version: (version: number) => `Version ${version}`,
    at: (cell: string) => `at ${cell}`,
    noQuestion: 'none',
    noDue: 'no due day',
    extended: (day: string) => `extended until ${day}`,
    punctuality: {
      'on-time': 'on time',
      late: 'late',
      reported: 'published',
      missing: 'overdue',
      'not-due': 'not due yet',
    },
    none: 'There is no such report.',
    noForm: 'No form has to be reported on.',
    more: 'The list goes on; look for the unit on the next page.',
    next: 'Next page',
  },
} satisfies Record<Language, unknown>;
