import type { ComponentChildren } from 'preact';
import type { readSteps } from '../../../shared/meetings/read-calendar-records.ts';
import type { WorkList } from '../../../shared/query/read-work.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useAnswer } from '../../app/use-answer.ts';
import { useForms } from '../../app/use-forms.ts';
import { useSinceFreeze } from '../../app/use-since-freeze.ts';
import { momentText } from '../../format/days.ts';
import { periodText } from '../../format/periods.ts';
import { Answered } from '../../parts/answered.tsx';
import { Tag } from '../../parts/tag.tsx';
import { AccountsTodo } from './accounts-todo.tsx';
import type { Coverage } from './meeting-coverage.tsx';
import type { MeetingDetail } from './meeting-page.tsx';
import { type Group, isIn } from './reports-words.ts';
import { stepName, stepWords } from './step-words.ts';
import { todoWords } from './todo-words.ts';

type Steps = Awaited<ReturnType<typeof readSteps>>;

/** What is to be done for a meeting: failing steps, who is missing, what is held up, then what comes next. */
export function MeetingTodo({ meeting }: { meeting: MeetingDetail }) {
  const say = useWords(todoWords);
  const address = `/thu-ky/phien-hop/${meeting.id}`;
  return (
    <div>
      <StepsTodo id={meeting.id} address={address} />
      {meeting.snapshot === null ? (
        <MissingTodo id={meeting.id} address={address} />
      ) : (
        <>
          <Todo kind="good" word={say.done} text={say.briefing} address={`${address}?xem=tai-lieu`} />
          <Todo kind="plain" word={say.toDo} text={say.tasks} address={`${address}?xem=nhiem-vu`} />
          <SinceFreezeTodo id={meeting.id} address={address} />
        </>
      )}
      {meeting.asks.map(({ form, period }) => (
        <HeldUpTodo key={`${form} ${period}`} form={form} period={period} />
      ))}
      {meeting.snapshot === null && <AccountsTodo />}
    </div>
  );
}

/** One thing to be done: how it stands in a word, and the link that leads there. */
export function Todo({
  kind,
  word,
  text,
  address,
}: {
  kind: 'plain' | 'good' | 'attention' | 'bad';
  word: string;
  text: ComponentChildren;
  address: string;
}) {
  return (
    <p class="secretariat-todo">
      <Tag kind={kind}>{word}</Tag> <a href={address}>{text}</a>
    </p>
  );
}

function StepsTodo({ id, address }: { id: string; address: string }) {
  const say = useWords(todoWords);
  const steps = useWords(stepWords);
  const language = useLanguage();
  const { answer, reload } = useAnswer<Steps>(`/v1/meetings/${id}/steps`);
  return (
    <Answered answer={answer} reload={reload}>
      {({ items }) => {
        const failing = items.filter(({ state }) => state === 'missed' || state === 'not-scheduled');
        const next = items.find(({ state }) => state === 'waiting' || state === 'waiting-late');
        const place = `${address}?xem=buoc`;
        return (
          <>
            {failing.map(({ step, due }) => (
              <Todo
                key={`${step} ${due}`}
                kind="bad"
                word={say.failing}
                text={say.missed(stepName(step, steps), momentText(due, language))}
                address={place}
              />
            ))}
            {next && (
              <Todo
                kind="plain"
                word={say.nextStep}
                text={say.step(
                  stepName(next.step, steps),
                  momentText(next.scheduledFor ?? next.due, language),
                )}
                address={place}
              />
            )}
          </>
        );
      }}
    </Answered>
  );
}

function MissingTodo({ id, address }: { id: string; address: string }) {
  const say = useWords(todoWords);
  const { answer, reload } = useAnswer<Coverage>(`/v1/meetings/${id}/coverage`);
  return (
    <Answered answer={answer} reload={reload}>
      {({ totals: { expected, counted, missing } }) => {
        const place = `${address}?xem=bao-cao`;
        if (counted === expected)
          return <Todo kind="good" word={say.done} text={say.allReported(expected)} address={place} />;
        const text = say.reported(counted, expected, missing);
        return (
          <Todo
            kind={missing > 0 ? 'bad' : 'attention'}
            word={missing > 0 ? say.overdue : say.missing}
            text={text}
            address={place}
          />
        );
      }}
    </Answered>
  );
}

/** Reports that were signed or corrected after the freeze: the meeting does not see them. */
function SinceFreezeTodo({ id, address }: { id: string; address: string }) {
  const say = useWords(todoWords);
  const { answer } = useAnswer<Coverage>(`/v1/meetings/${id}/coverage`);
  const { length } = useSinceFreeze(answer.state === 'ready' ? answer.value : null);
  if (length === 0) return null;
  return (
    <Todo
      kind="attention"
      word={say.afterFreeze}
      text={say.sinceFreeze(length)}
      address={`${address}?xem=bao-cao`}
    />
  );
}

const heldUp: readonly Group[] = ['stuck', 'returned', 'question', 'waiting'];

/** What of a form's reports is held up, and where. */
function HeldUpTodo({ form, period }: { form: string; period: string }) {
  const say = useWords(todoWords);
  const language = useLanguage();
  const { nameOf } = useForms();
  const { answer, reload } = useAnswer<WorkList>(`/v1/work?form=${form}&period=${period}`);
  const named = `${nameOf(form)}, ${periodText(period, language)}`;
  return (
    <Answered answer={answer} reload={reload}>
      {({ items }) =>
        heldUp.map((group) => {
          const count = items.filter((item) => isIn(group, item)).length;
          if (count === 0) return null;
          return (
            <Todo
              key={group}
              kind={group === 'stuck' ? 'bad' : 'attention'}
              word={say.heldUp[group as 'stuck'].word}
              text={`${say.heldUp[group as 'stuck'].text(count)} (${named})`}
              address={`/thu-ky/bao-cao?bieu=${form}&ky=${period}&nhom=${group}`}
            />
          );
        })
      }
    </Answered>
  );
}
