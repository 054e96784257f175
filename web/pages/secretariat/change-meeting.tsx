import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { MeetingView } from '../../../shared/query/read-meeting.ts';
import { change as changeAt } from '../../app/change.ts';
import { useWords } from '../../app/language.tsx';
import { useAnswer } from '../../app/use-answer.ts';
import { useDraft } from '../../app/use-draft.ts';
import { useForms } from '../../app/use-forms.ts';
import { Answered } from '../../parts/answered.tsx';
import { ChangeForm } from '../../parts/change-form.tsx';
import { Notice } from '../../parts/notice.tsx';
import { localTimeAt } from './freeze-moments.ts';
import { changeOf, controlOf, draftOf, missingIn } from './meeting-draft.ts';
import { MeetingFields } from './meeting-fields.tsx';
import { words as fieldWords, labelsOf } from './meeting-fields-words.ts';
import type { MeetingPart } from './meeting-page.tsx';
import { WhyField } from './why-field.tsx';

const words = {
  vi: {
    submit: 'Lưu thay đổi',
    kept: 'Mốc nào không sửa thì giữ nguyên, trừ khi thời điểm khóa hoặc biểu mẫu thay đổi: khi đó hệ thống tính lại các mốc chưa tới.',
    frozen: 'Số liệu của phiên họp đã chốt nên không sửa được nữa.',
  },
  en: {
    submit: 'Keep the change',
    kept: 'Moments that are not touched stay, unless the cut-off or what is asked for changes: then those to come are computed again.',
    frozen: 'The figures are frozen, so the meeting cannot change any more.',
  },
};

/** A meeting is changed or moved, with a reason that is kept. */
export function ChangeMeeting({ meeting, now, reload }: MeetingPart) {
  const say = useWords(words);
  const label = useWords(fieldWords);
  const { route } = useLocation();
  const { answer } = useForms();
  const { answer: calendar } = useAnswer<{ items: MeetingView[] }>('/v1/meetings');
  const [before] = useState(() => ({ ...draftOf(meeting), why: '' }));
  // Of another revision nothing is taken over: it was made from what no longer stands.
  const [draft, write, forget] = useDraft(`meeting:${meeting.id}@${meeting.revision}`, before);
  const { why } = draft;
  if (meeting.snapshot) return <Notice kind="warning">{say.frozen}</Notice>;
  const send = async () => {
    const body = { ...changeOf(draft, before), revision: meeting.revision, why };
    await changeAt('PUT', `/v1/meetings/${meeting.id}`, { body });
    forget();
    reload();
    route(`/thu-ky/phien-hop/${meeting.id}?xem=buoc&da=sua`);
  };
  const needed = (id: string) => ({ id, message: label.needed(labelsOf(label, id)) });
  return (
    <Answered answer={answer}>
      {({ items: forms }) => (
        <Answered answer={calendar}>
          {({ items: meetings }) => (
            <ChangeForm
              submit={say.submit}
              cancel={`/thu-ky/phien-hop/${meeting.id}`}
              onCancel={forget}
              check={() => [
                ...missingIn(draft).map(needed),
                ...(why.trim() === '' ? [needed('meeting-why')] : []),
              ]}
              fieldOf={(field) => {
                const id = controlOf(field);
                return id === undefined ? undefined : { id, label: labelsOf(label, id) };
              }}
              send={send}
            >
              {(errorOf) => (
                <>
                  <p>{say.kept}</p>
                  <MeetingFields
                    isFixed
                    draft={draft}
                    change={(next) => write({ ...draft, ...next })}
                    errorOf={errorOf}
                    forms={forms}
                    meetings={meetings}
                    today={localTimeAt(now).slice(0, 10)}
                  />
                  <WhyField
                    id="meeting-why"
                    value={why}
                    onInput={(next) => write({ ...draft, why: next })}
                    error={errorOf('meeting-why')}
                  />
                </>
              )}
            </ChangeForm>
          )}
        </Answered>
      )}
    </Answered>
  );
}
