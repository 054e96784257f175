import { closedFor } from '../../app/closed-for.ts';
import { useMeetings } from '../../app/coming-meeting.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { momentText } from '../../format/days.ts';
import { meetingText } from '../../format/meetings.ts';

const words = {
  vi: {
    closed: (meeting: string, isFrozen: boolean, at: string) =>
      `${meeting} đã ${isFrozen ? 'chốt' : 'khóa'} số liệu lúc ${at}`,
    first: 'Báo cáo này có hiệu lực kể từ khi ký và được nêu ở phiên họp sau.',
    again: 'Bản này có hiệu lực kể từ khi ký; nội dung thay đổi được nêu ở phiên họp sau.',
  },
  en: {
    closed: (meeting: string, isFrozen: boolean, at: string) =>
      `${meeting}: ${isFrozen ? 'the figures were frozen' : 'the cut-off was'} at ${at}`,
    first: 'This report stands from its signature on, and is told at the next meeting.',
    again: 'This version stands from its signature on; what it changes is told at the next meeting.',
  },
};

/** That a signature comes too late for a meeting, and from when and where it counts; nothing where it is in time. */
export function AfterFreeze({
  slot,
  replaces,
  at,
}: {
  slot: { form: string; period: string };
  /** The version that it replaces; 0: none. */
  replaces: number;
  /** When it is signed, milliseconds since 1970; null: not known yet. */
  at: number | null;
}) {
  const say = useWords(words);
  const language = useLanguage();
  const { answer } = useMeetings();
  if (at === null || answer.state !== 'ready') return null;
  const closed = closedFor(answer.value.meetings, slot, at);
  if (closed === null) return null;
  const { number, cutOff, frozenAt } = closed;
  return (
    <p>
      {say.closed(meetingText(number, language), frozenAt !== null, momentText(frozenAt ?? cutOff, language))}
      . {replaces > 0 ? say.again : say.first}
    </p>
  );
}
