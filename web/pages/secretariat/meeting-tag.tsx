import type { MeetingView } from '../../../shared/query/read-meeting.ts';
import { apiPath } from '../../app/api-path.ts';
import { useWords } from '../../app/language.tsx';
import { useAnswer } from '../../app/use-answer.ts';
import { useBusinessNow } from '../../app/use-business-now.ts';
import { Tag } from '../../parts/tag.tsx';
import { calendarState, localTimeAt } from './freeze-moments.ts';
import type { MeetingDetail } from './meeting-page.tsx';

const words = {
  vi: {
    planned: 'Đã lập',
    frozen: 'Đã chốt',
    past: 'Đã họp',
    overdue: 'Quá giờ chốt',
    cancelled: 'Đã hủy',
  },
  en: {
    planned: 'Planned',
    frozen: 'Frozen',
    past: 'Held',
    overdue: 'Freeze overdue',
    cancelled: 'Cancelled',
  },
};

const kinds = { planned: 'plain', frozen: 'good', past: 'plain', overdue: 'bad', cancelled: 'bad' } as const;

/** Where a meeting stands; whether its figures are frozen is asked for only once they may be. */
export function MeetingTag({ meeting }: { meeting: MeetingView }) {
  const say = useWords(words);
  const now = useBusinessNow();
  const { freezeAt } = meeting;
  const mayBeFrozen = now !== null && freezeAt !== null && freezeAt <= localTimeAt(now);
  const { answer } = useAnswer<MeetingDetail>(mayBeFrozen ? apiPath`/v1/meetings/${meeting.id}` : null);
  if (now === null || (mayBeFrozen && answer.state !== 'ready')) return null;
  const snapshot = answer.state === 'ready' ? answer.value.snapshot : null;
  const state = calendarState({ ...meeting, snapshot }, now);
  return <Tag kind={kinds[state]}>{say[state]}</Tag>;
}
