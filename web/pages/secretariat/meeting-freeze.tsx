import { useLocation } from 'preact-iso';
import { useWords } from '../../app/language.tsx';
import { useLookAgain } from '../../app/use-look-again.ts';
import { FreezeEarly } from './freeze-early.tsx';
import { freezeState, isNearFreeze, mayBeSooner } from './freeze-moments.ts';
import { MeetingState } from './meeting-overview.tsx';
import type { MeetingPart } from './meeting-page.tsx';
import { MissingNow } from './missing-now.tsx';
import { SnapshotFacts } from './snapshot-facts.tsx';

const words = {
  vi: {
    what: 'Chốt là lập một bản số liệu không sửa được nữa, mang tên là mã băm của chính nó. Hệ thống tự chốt theo lịch; tài liệu họp được làm từ bản chốt.',
    early: 'Chốt sớm hơn lịch',
    steps: 'Xem các bước của phiên họp',
    wait: 'Trang tự xem lại sau mỗi 15 giây cho đến khi có bản chốt.',
  },
  en: {
    what: 'Freezing makes a set of figures that never changes, named by its own hash. The service freezes by the calendar; the briefing is made from the snapshot.',
    early: 'Freeze earlier than planned',
    steps: 'See the steps of the meeting',
    wait: 'This page looks again every 15 seconds until there is a snapshot.',
  },
};

/** The freeze of a meeting: what would be missing before it, the snapshot after it. `?viec=som`: it is brought forward. */
export function MeetingFreeze({ meeting, now, reload }: MeetingPart) {
  const say = useWords(words);
  const { query } = useLocation();
  const state = freezeState(meeting, now);
  const isNear = isNearFreeze(meeting, now);
  useLookAgain(isNear, reload);
  if (state === 'frozen') return <SnapshotFacts meeting={meeting} />;
  const mayMove = state === 'collecting' || state === 'after-cut-off';
  const isOffered = mayMove && meeting.moments !== null && mayBeSooner(meeting.moments, now);
  if (query.viec === 'som' && mayMove) return <FreezeEarly meeting={meeting} now={now} reload={reload} />;
  return (
    <>
      <MeetingState meeting={meeting} now={now} />
      {isNear && <p role="status">{say.wait}</p>}
      {state !== 'held' && state !== 'cancelled' && (
        <>
          <p>{say.what}</p>
          <MissingNow id={meeting.id} />
        </>
      )}
      {isOffered && (
        <p>
          <a href={`/thu-ky/phien-hop/${meeting.id}?xem=chot&viec=som`}>{say.early}</a>
        </p>
      )}
      {state === 'overdue' && (
        <p>
          <a href={`/thu-ky/phien-hop/${meeting.id}?xem=buoc`}>{say.steps}</a>
        </p>
      )}
    </>
  );
}
