import type { State } from '../../shared/submissions/moves.ts';
import { type Both, useLanguage } from '../app/language.tsx';
import { Tag } from './tag.tsx';

type Kind = 'plain' | 'good' | 'attention' | 'bad';

/** Every state of a submission in words (docs/submission-moves.md), and who has to act: by the kind of its tag. */
export const stateWords: Readonly<Record<State, Both & { kind: Kind }>> = {
  opened: { vi: 'Chưa gửi xong tệp', en: 'File not sent yet', kind: 'attention' },
  received: { vi: 'Đang kiểm tra', en: 'Being checked', kind: 'plain' },
  returned: { vi: 'Bị trả lại', en: 'Returned', kind: 'bad' },
  checked: { vi: 'Chờ ký xác nhận', en: 'Waiting for signature', kind: 'attention' },
  questioned: { vi: 'Có câu hỏi phải trả lời', en: 'Question to answer', kind: 'attention' },
  signed: { vi: 'Đã ký, đang có hiệu lực', en: 'Signed, standing', kind: 'good' },
  'signed-questioned': {
    vi: 'Đã ký; có câu hỏi phải trả lời',
    en: 'Signed; question to answer',
    kind: 'attention',
  },
  superseded: { vi: 'Đã được bản sau thay thế', en: 'Replaced by a later version', kind: 'plain' },
  withdrawn: { vi: 'Đã rút', en: 'Withdrawn', kind: 'plain' },
};

/** The state of a submission, in a word. */
export function StateTag({ state }: { state: State }) {
  const language = useLanguage();
  const words = stateWords[state];
  return <Tag kind={words.kind}>{words[language]}</Tag>;
}
