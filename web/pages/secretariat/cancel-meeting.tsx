import { apiPath } from '../../app/api-path.ts';
import { change as changeAt } from '../../app/change.ts';
import { useGoDone } from '../../app/done.ts';
import { useWords } from '../../app/language.tsx';
import { useDraft } from '../../app/use-draft.ts';
import { ChangeForm } from '../../parts/change-form.tsx';
import { changeOf, draftOf } from './meeting-draft.ts';
import type { MeetingPart } from './meeting-page.tsx';
import { WhyField, whyWords } from './why-field.tsx';

const words = {
  vi: {
    what: 'Hủy thì không bước nào của phiên họp còn chạy: không thư nhắc, không chốt. Báo cáo đã nộp vẫn được giữ. Phiên đã hủy không khôi phục được; muốn họp thì lập phiên mới với số khác.',
    submit: 'Hủy phiên họp',
  },
  en: {
    what: 'Once it is cancelled none of its steps runs: no reminder, no freeze. Reports that were sent are kept. A cancelled meeting stays cancelled; plan another one under another number.',
    submit: 'Cancel the meeting',
  },
};

/** A meeting is cancelled for good, with a reason that is kept. */
export function CancelMeeting({ meeting, reload }: MeetingPart) {
  const say = useWords(words);
  const reason = useWords(whyWords);
  const goDone = useGoDone();
  const [why, setWhy, forget] = useDraft(`meeting-cancel:${meeting.id}`, '');
  const send = async () => {
    const draft = draftOf(meeting);
    const body = { ...changeOf(draft, draft), revision: meeting.revision, why, state: 'cancelled' };
    await changeAt('PUT', apiPath`/v1/meetings/${meeting.id}`, { body });
    forget();
    reload();
    goDone(`/thu-ky/phien-hop/${meeting.id}`, 'huy');
  };
  return (
    <ChangeForm
      submit={say.submit}
      danger
      cancel={`/thu-ky/phien-hop/${meeting.id}`}
      onCancel={forget}
      check={() => (why.trim() === '' ? [{ id: 'cancel-why', message: reason.needed }] : [])}
      fieldOf={(field) => (field === 'why' ? { id: 'cancel-why', label: reason.why } : undefined)}
      send={send}
    >
      {(errorOf) => (
        <>
          <p>{say.what}</p>
          <WhyField id="cancel-why" value={why} onInput={setWhy} error={errorOf('cancel-why')} />
        </>
      )}
    </ChangeForm>
  );
}
