import type { MeetingView } from '../../../shared/query/read-meeting.ts';
import { useAnswer } from '../../app/use-answer.ts';

/** Another meeting than the page's, by its id; undefined until the calendar is there, and for no id. */
export function useMeeting(id: string | null): MeetingView | undefined {
  const { answer } = useAnswer<{ items: MeetingView[] }>(id && '/v1/meetings');
  return answer.state === 'ready' ? answer.value.items.find((meeting) => meeting.id === id) : undefined;
}
