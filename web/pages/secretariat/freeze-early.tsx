import { useState } from 'preact/hooks';
import { apiPath } from '../../app/api-path.ts';
import { change as changeAt } from '../../app/change.ts';
import { businessNow } from '../../app/clock.ts';
import { useGoDone } from '../../app/done.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useDraft } from '../../app/use-draft.ts';
import { momentText } from '../../format/days.ts';
import { ChangeForm } from '../../parts/change-form.tsx';
import { Facts } from '../../parts/facts.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Confirmation } from './confirmation.tsx';
import { soonestMoments } from './freeze-moments.ts';
import { draftOf, requestOf } from './meeting-draft.ts';
import type { MeetingPart } from './meeting-page.tsx';
import { MissingNow } from './missing-now.tsx';
import { WhyField, whyWords } from './why-field.tsx';

const words = {
  vi: {
    title: 'Chốt sớm hơn lịch',
    what: 'Việc này dời thời điểm khóa số liệu về phút kế tiếp và thời điểm chốt về hai phút sau đó, là sớm nhất hệ thống cho phép. Sau khi chốt không mở lại được: bản sửa đổi nộp sau được tính cho phiên sau.',
    lost: 'Thư nhắc theo lịch cũ sau thời điểm khóa mới sẽ không gửi.',
    cutOff: 'Khóa số liệu',
    freeze: 'Chốt số liệu',
    now: (text: string) => `theo lịch: ${text}`,
    notOpened: 'Kỳ báo cáo chưa mở nên chưa có gì để chốt. Muốn đổi lịch, hãy sửa phiên họp.',
    confirm: (cutOff: string, freeze: string) =>
      `Tôi đã xem danh sách còn thiếu và muốn khóa số liệu lúc ${cutOff}, chốt lúc ${freeze}.`,
    later: 'Gửi muộn hơn thì hai giờ này lùi theo từng phút.',
    unconfirmed: 'Cần đánh dấu xác nhận trước khi chốt',
    submit: 'Khóa và chốt sớm',
  },
  en: {
    title: 'Freeze earlier than planned',
    what: 'This moves the cut-off to the next minute and the freeze to two minutes after it, the soonest that the service allows. What is frozen is never opened again: revisions that come later count for the next meeting.',
    lost: 'Reminders that were planned behind the new cut-off are not sent.',
    cutOff: 'Cut-off',
    freeze: 'Freeze',
    now: (text: string) => `planned: ${text}`,
    notOpened: 'Reporting is not open yet, so there is nothing to freeze. To move the meeting, change it.',
    confirm: (cutOff: string, freeze: string) =>
      `I have read what is missing, and want the cut-off at ${cutOff} and the freeze at ${freeze}.`,
    later: 'Sent later, both move on by the minute.',
    unconfirmed: 'Tick the confirmation first',
    submit: 'Close and freeze early',
  },
};

/** The confirmation before a freeze is brought forward: what it does, and what would be missing. */
export function FreezeEarly({ meeting, now, reload }: MeetingPart) {
  const say = useWords(words);
  const reason = useWords(whyWords);
  const language = useLanguage();
  const goDone = useGoDone();
  const [why, setWhy, forget] = useDraft(`freeze:${meeting.id}`, '');
  const [isConfirmed, setConfirmed] = useState(false);
  const planned = meeting.moments;
  const soonest = planned && soonestMoments(planned, now);
  if (!planned || !soonest) return <Notice kind="warning">{say.notOpened}</Notice>;
  const send = async () => {
    // The time that has passed since the page was opened counts.
    const moments = soonestMoments(planned, await businessNow()) ?? soonest;
    const request = requestOf(draftOf(meeting));
    const body = { ...request, moments, revision: meeting.revision, why };
    await changeAt('PUT', apiPath`/v1/meetings/${meeting.id}`, { body });
    forget();
    reload();
    goDone(`/thu-ky/phien-hop/${meeting.id}?xem=chot`, 'chot');
  };
  const time = (moment: string) => momentText(moment, language);
  return (
    <>
      <h2>{say.title}</h2>
      <p>{say.what}</p>
      <p>{say.lost}</p>
      <Facts
        facts={[
          [say.cutOff, `${time(soonest.cutOff)} (${say.now(time(planned.cutOff))})`],
          [say.freeze, `${time(soonest.freeze)} (${say.now(time(planned.freeze))})`],
        ]}
      />
      <MissingNow id={meeting.id} />
      <ChangeForm
        submit={say.submit}
        danger
        cancel={`/thu-ky/phien-hop/${meeting.id}?xem=chot`}
        onCancel={forget}
        check={() => [
          ...(why.trim() === '' ? [{ id: 'freeze-why', message: reason.needed }] : []),
          ...(isConfirmed ? [] : [{ id: 'freeze-confirm', message: say.unconfirmed }]),
        ]}
        fieldOf={(field) => (field === 'why' ? { id: 'freeze-why', label: reason.why } : undefined)}
        send={send}
      >
        {(errorOf) => (
          <>
            <WhyField id="freeze-why" value={why} onInput={setWhy} error={errorOf('freeze-why')} />
            <p class="hint">{say.later}</p>
            <Confirmation
              id="freeze-confirm"
              label={say.confirm(time(soonest.cutOff), time(soonest.freeze))}
              isChecked={isConfirmed}
              onChange={setConfirmed}
              error={errorOf('freeze-confirm')}
            />
          </>
        )}
      </ChangeForm>
    </>
  );
}
