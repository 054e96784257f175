import { useLocation } from 'preact-iso';
import type { MeetingView } from '../../../shared/query/read-meeting.ts';
import { change as changeAt } from '../../app/change.ts';
import { businessNow } from '../../app/clock.ts';
import { useWords } from '../../app/language.tsx';
import { useBusinessNow } from '../../app/use-business-now.ts';
import { useDraft } from '../../app/use-draft.ts';
import { useForms } from '../../app/use-forms.ts';
import { Answered, Loading } from '../../parts/answered.tsx';
import { ChangeForm } from '../../parts/change-form.tsx';
import { Area } from './area.tsx';
import { localTimeAt } from './freeze-moments.ts';
import { controlOf, cutOffFault, emptyDraft, missingIn, requestOf } from './meeting-draft.ts';
import { MeetingFields } from './meeting-fields.tsx';
import { words as fieldWords, labelsOf } from './meeting-fields-words.ts';

const words = {
  vi: {
    title: 'Lập phiên họp mới',
    lead: 'Sau khi lập, hệ thống cho biết từng mốc đã tính và giờ sẽ chạy. Chưa ai nhận thư trước mốc mở kỳ báo cáo.',
    above: 'Lịch phiên họp',
    submit: 'Lập phiên họp',
  },
  en: {
    title: 'Plan a new meeting',
    lead: 'Once it is planned, the service tells each moment that it computed and when it will run. Nobody is written to before the opening.',
    above: 'Calendar of meetings',
    submit: 'Plan the meeting',
  },
};

/** A meeting is planned: the page of it then tells what was computed. */
export function PlanMeeting({ meetings }: { meetings: readonly MeetingView[] }) {
  const say = useWords(words);
  const label = useWords(fieldWords);
  const { route } = useLocation();
  const { answer } = useForms();
  const now = useBusinessNow();
  const [draft, write, forget] = useDraft('meeting:new', emptyDraft);
  const send = async () => {
    const planned = await changeAt<MeetingView>('POST', '/v1/meetings', { body: requestOf(draft) });
    forget();
    route(`/thu-ky/phien-hop/${planned.id}?xem=buoc&da=lap`);
  };
  const check = async () => {
    const fault = cutOffFault(draft, localTimeAt(await businessNow()));
    return [
      ...missingIn(draft).map((id) => ({ id, message: label.needed(labelsOf(label, id)) })),
      ...(fault === null ? [] : [{ id: 'meeting-cutOff', message: label.cutOffFaults[fault] }]),
    ];
  };
  return (
    <Area title={say.title} lead={say.lead} above={<a href="/thu-ky/phien-hop">{say.above}</a>}>
      <Answered answer={answer}>
        {({ items }) =>
          now === null ? (
            <Loading />
          ) : (
            <ChangeForm
              submit={say.submit}
              cancel="/thu-ky/phien-hop"
              onCancel={forget}
              check={check}
              fieldOf={(field) => {
                const id = controlOf(field);
                return id === undefined ? undefined : { id, label: labelsOf(label, id) };
              }}
              send={send}
            >
              {(errorOf) => (
                <MeetingFields
                  isFixed={false}
                  draft={draft}
                  change={(next) => write({ ...draft, ...next })}
                  errorOf={errorOf}
                  forms={items}
                  meetings={meetings}
                  today={localTimeAt(now).slice(0, 10)}
                />
              )}
            </ChangeForm>
          )
        }
      </Answered>
    </Area>
  );
}
