import type { SubmissionView } from '../../shared/query/read-submission.ts';
import type { MoveName } from '../../shared/submissions/moves.ts';
import type { Lang } from '../usage.ts';

/** What somebody does next with a submission in a state. */
export function nextStep(submission: SubmissionView, lang: Lang): string {
  const { state, warnings, questions, standingVersion } = submission;
  const open = questions.find(({ answer }) => answer === null);
  const step = steps[state][lang];
  if (state === 'checked') {
    return [
      step,
      ...(warnings.length > 0 ? [`${explain[lang]} ${warnings.join(', ')}.`] : []),
      ...(standingVersion > 0 ? [reason[lang](standingVersion)] : []),
    ].join(' ');
  }
  if (open) return `${step} (${open.number}: ${open.question})`;
  return step;
}

/** The states in words of the people who read them. */
export const stateNames: Readonly<Record<SubmissionView['state'], Record<Lang, string>>> = {
  opened: { vi: 'đã mở, chưa nhận được tệp', en: 'opened, its file has not come' },
  received: { vi: 'đã nhận, đang kiểm tra', en: 'received, being checked' },
  returned: { vi: 'bị trả lại vì có lỗi', en: 'returned with errors' },
  checked: { vi: 'đạt, chờ ký', en: 'passed, waits for a signature' },
  questioned: { vi: 'có câu hỏi chưa trả lời', en: 'questioned' },
  signed: { vi: 'đã ký, đang có hiệu lực', en: 'signed, it stands' },
  'signed-questioned': { vi: 'đã ký, có câu hỏi chưa trả lời', en: 'signed, questioned' },
  superseded: { vi: 'đã được thay bằng bản mới', en: 'superseded' },
  withdrawn: { vi: 'đã rút', en: 'withdrawn' },
};

/** What happened to a submission, in words of the people who read it. */
export const moveWords: Readonly<Record<'open' | MoveName, Record<Lang, string>>> = {
  open: { vi: 'mở', en: 'opened' },
  receive: { vi: 'nhận tệp', en: 'file received' },
  pass: { vi: 'đạt', en: 'passed' },
  reject: { vi: 'trả lại', en: 'returned' },
  return: { vi: 'hỏi', en: 'questioned' },
  answer: { vi: 'trả lời', en: 'answered' },
  attach: { vi: 'đính kèm', en: 'attached' },
  sign: { vi: 'ký', en: 'signed' },
  withdraw: { vi: 'rút', en: 'withdrawn' },
  supersede: { vi: 'được thay', en: 'superseded' },
};

const explain = { vi: 'Khi ký phải giải trình các cảnh báo:', en: 'Explain the warnings when signing:' };

const reason = {
  vi: (version: number) => `Khi ký phải nêu lý do thay bản số ${version} đang có hiệu lực.`,
  en: (version: number) => `When signing, say why it replaces version ${version}, which stands.`,
};

const steps: Readonly<Record<SubmissionView['state'], Record<Lang, string>>> = {
  opened: {
    vi: 'Chạy lại `npx diem-cau submit` với đúng tệp đó để gửi tệp.',
    en: 'Run `npx diem-cau submit` again with that very file to send it.',
  },
  received: {
    vi: 'Đợi kết quả kiểm tra, thường trong một phút.',
    en: 'Wait for the verdict, a minute as a rule.',
  },
  returned: {
    vi: 'Sửa các lỗi trong tệp rồi nộp bản mới: `npx diem-cau submit`.',
    en: 'Mend the errors in the file, then submit it anew: `npx diem-cau submit`.',
  },
  checked: {
    vi: 'Người phê duyệt của đơn vị xem lại và ký.',
    en: "The unit's approver looks at it and signs.",
  },
  questioned: {
    vi: 'Cán bộ báo cáo trả lời câu hỏi, sau đó mới ký được.',
    en: 'The reporter answers the question; then it can be signed.',
  },
  signed: { vi: 'Không phải làm gì thêm; biên nhận đã có.', en: 'Nothing more to do; the receipt is there.' },
  'signed-questioned': { vi: 'Cán bộ báo cáo trả lời câu hỏi.', en: 'The reporter answers the question.' },
  superseded: {
    vi: 'Không phải làm gì; bản mới hơn đang có hiệu lực.',
    en: 'Nothing to do; a newer version stands.',
  },
  withdrawn: { vi: 'Nộp bản mới nếu còn phải báo cáo.', en: 'Submit anew if a report is still due.' },
};
