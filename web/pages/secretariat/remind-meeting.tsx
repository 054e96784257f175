import type { readSteps } from '../../../shared/meetings/read-calendar-records.ts';
import { apiPath } from '../../app/api-path.ts';
import { change } from '../../app/change.ts';
import { businessNow } from '../../app/clock.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useAnswer } from '../../app/use-answer.ts';
import { useDraft } from '../../app/use-draft.ts';
import { useLookAgain } from '../../app/use-look-again.ts';
import { momentText } from '../../format/days.ts';
import { Answered } from '../../parts/answered.tsx';
import { ChangeForm } from '../../parts/change-form.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { Notice } from '../../parts/notice.tsx';
import { isNearStep } from './freeze-moments.ts';
import { draftOf, requestOf } from './meeting-draft.ts';
import type { MeetingPart } from './meeting-page.tsx';
import { MissingNow } from './missing-now.tsx';
import { NobodyToTell } from './nobody-to-tell.tsx';
import { remindedNow, reminderOfToday } from './remind-moments.ts';
import { StepOutcome } from './step-outcome.tsx';
import { stepName, stepWords } from './step-words.ts';
import { WhyField, whyWords } from './why-field.tsx';

const words = {
  vi: {
    caption: 'Thư đã gửi và sẽ gửi cho các đơn vị',
    wait: 'Trang tự xem lại sau mỗi 15 giây cho đến khi thư được gửi.',
    none: 'Lịch không có thư nào.',
    now: 'Nhắc ngay',
    what: 'Thêm một lần nhắc vào phút kế tiếp. Chỉ người của đơn vị còn thiếu nhận thư, mỗi người một thư, nêu đúng những gì đơn vị còn nợ.',
    submit: 'Nhắc ngay',
    reminder: 'Thư nhắc',
    'not-open': 'Kỳ báo cáo chưa mở nên chưa nhắc.',
    'too-late': 'Đã đến thời điểm khóa số liệu nên không nhắc nữa.',
    'too-many': 'Phiên họp đã có 10 lần nhắc, là số tối đa.',
    set: (at: string) => `Đã đặt lần nhắc lúc ${at}; thư đi trong ít phút.`,
    'later-today': (at: string) => `Hôm nay đã đặt lần nhắc lúc ${at}; mỗi ngày chỉ nhắc một lần.`,
    'already-today': (at: string) => `Hôm nay đã nhắc lúc ${at}; mỗi ngày chỉ nhắc một lần.`,
    frozen: 'Số liệu đã chốt nên không nhắc nữa.',
  },
  en: {
    caption: 'Mails that went and will go to the units',
    wait: 'This page looks again every 15 seconds until the mail has gone.',
    none: 'No mail is planned.',
    now: 'Remind now',
    what: 'Adds one reminder, at the next minute. Only the people of units that owe something get a mail, one each, which says exactly what is owed.',
    submit: 'Remind now',
    reminder: 'Reminder',
    'not-open': 'Reporting is not open yet, so nobody is reminded.',
    'too-late': 'The cut-off has come, so nobody is reminded any more.',
    'too-many': 'The meeting has 10 reminders, which is the most.',
    set: (at: string) => `The reminder is set for ${at}; the mail goes out in a few minutes.`,
    'later-today': (at: string) => `A reminder is set for today, at ${at}; one a day is enough.`,
    'already-today': (at: string) => `Units were reminded today, at ${at}; one a day is enough.`,
    frozen: 'The figures are frozen, so nobody is reminded any more.',
  },
};

/** The reminders of a meeting, sent and to come; and one more, at once. */
export function RemindMeeting({ meeting, now, reload }: MeetingPart) {
  const say = useWords(words);
  const { moments } = meeting;
  if (moments === null) return null;
  const next = remindedNow(moments, now);
  return (
    <>
      <Reminders key={meeting.revision} id={meeting.id} now={now} />
      <h2>{say.now}</h2>
      {meeting.snapshot !== null ? (
        <Notice>{say.frozen}</Notice>
      ) : next.word === 'already-today' ? (
        <RemindedToday at={next.at} now={now} />
      ) : next.word !== 'added' ? (
        <Notice>{say[next.word]}</Notice>
      ) : (
        <>
          <NobodyToTell id={meeting.id} />
          <RemindNow meeting={meeting} now={now} reload={reload} />
        </>
      )}
      {meeting.snapshot === null && <MissingNow id={meeting.id} />}
    </>
  );
}

/** The reminder of today: just set, to come later, or behind. */
function RemindedToday({ at, now }: { at: string; now: number }) {
  const say = useWords(words);
  const language = useLanguage();
  const word = reminderOfToday(at, now);
  return (
    <Notice kind={word === 'set' ? 'success' : 'info'} live>
      <p>{say[word](momentText(at, language))}</p>
    </Notice>
  );
}

function RemindNow({ meeting, reload }: MeetingPart) {
  const say = useWords(words);
  const reason = useWords(whyWords);
  const [why, setWhy, forget] = useDraft(`remind:${meeting.id}`, '');
  const send = async () => {
    if (meeting.moments === null) return;
    const next = remindedNow(meeting.moments, await businessNow());
    // What has come to stand in the way meanwhile, the page says once it is read again.
    if (next.word === 'added') {
      const request = { ...requestOf(draftOf(meeting)), moments: next.moments };
      await change('PUT', apiPath`/v1/meetings/${meeting.id}`, {
        body: { ...request, revision: meeting.revision, why },
      });
    }
    forget();
    reload();
  };
  return (
    <ChangeForm
      submit={say.submit}
      check={() => (why.trim() === '' ? [{ id: 'remind-why', message: reason.needed }] : [])}
      fieldOf={(field) => {
        if (field === 'why') return { id: 'remind-why', label: reason.why };
        // Quiet hours: no other control stands for the moment.
        return field.startsWith('moments.reminders') ? { id: 'remind-why', label: say.reminder } : undefined;
      }}
      send={send}
    >
      {(errorOf) => (
        <>
          <p>{say.what}</p>
          <WhyField id="remind-why" value={why} onInput={setWhy} error={errorOf('remind-why')} />
        </>
      )}
    </ChangeForm>
  );
}

type Steps = Awaited<ReturnType<typeof readSteps>>;

function mailsOf({ items }: Steps): Steps['items'] {
  return items.filter(({ step }) => step === 'opening' || step.startsWith('reminder-'));
}

function Reminders({ id, now }: { id: string; now: number }) {
  const say = useWords(words);
  const steps = useWords(stepWords);
  const language = useLanguage();
  const { answer, reload } = useAnswer<Steps>(apiPath`/v1/meetings/${id}/steps`);
  const isNear = answer.state === 'ready' && mailsOf(answer.value).some((step) => isNearStep(step, now));
  useLookAgain(isNear, reload);
  return (
    <>
      <Answered answer={answer} reload={reload}>
        {(read) => (
          <DataTable
            caption={say.caption}
            rows={mailsOf(read)}
            rowKey={({ step, due, state }) => `${step} ${due} ${state}`}
            empty={say.none}
            columns={[
              { key: 'step', head: steps.step, names: true, cell: ({ step }) => stepName(step, steps) },
              { key: 'due', head: steps.due, cell: ({ due }) => momentText(due, language) },
              { key: 'state', head: steps.state, cell: ({ state }) => steps.states[state] },
              { key: 'what', head: steps.what, cell: (row) => <StepOutcome step={row} /> },
            ]}
          />
        )}
      </Answered>
      {isNear && <p role="status">{say.wait}</p>}
    </>
  );
}
