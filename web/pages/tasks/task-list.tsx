import { useLanguage, useWords } from '../../app/language.tsx';
import { dayText, timeLeftText } from '../../format/days.ts';
import { Facts } from '../../parts/facts.tsx';
import { Tag } from '../../parts/tag.tsx';
import { unitAddress } from '../../parts/unit-link.tsx';
import { isOpen, isOverdue, type ShownTask } from './shown-task.ts';

const words = {
  vi: {
    done: 'Hoàn thành',
    continuing: 'Tiếp tục thực hiện',
    open: 'Đang mở',
    closed: 'Đã kết thúc',
    overdue: 'Quá hạn',
    silent: 'chưa có báo cáo',
    lead: 'Chủ trì',
    passed: 'thay đơn vị được giao ban đầu',
    divided: 'Đơn vị được giao đã chia; chờ Ban Thư ký chỉ định đơn vị chủ trì.',
    with: 'Phối hợp',
    deadline: 'Hạn',
    deliverable: 'Sản phẩm',
    measure: 'Tiêu chí',
    doneOn: 'Ngày hoàn thành',
    result: 'Kết quả',
    cause: 'Nguyên nhân chưa hoàn thành',
    told: 'Báo cáo tại',
    cell: (cell: string, sheet: string | null, version: number) =>
      `ô ${cell}${sheet === null ? '' : `, trang “${sheet}”`}, bản ${version}`,
    constructed: 'Nhiệm vụ dựng để minh họa, chưa từng được giao.',
    closedAt: (meeting: string) => `tại phiên họp ${meeting}`,
  },
  en: {
    done: 'Done',
    continuing: 'Continuing',
    open: 'Open',
    closed: 'Closed',
    overdue: 'Overdue',
    silent: 'nothing reported',
    lead: 'Lead',
    passed: 'in the place of the unit that was named first',
    divided: 'The unit that was named was divided; the secretariat is to name another.',
    with: 'With',
    deadline: 'Deadline',
    deliverable: 'Deliverable',
    measure: 'Measure',
    doneOn: 'Done on',
    result: 'Result',
    cause: 'Why it is not done',
    told: 'Reported in',
    cell: (cell: string, sheet: string | null, version: number) =>
      `cell ${cell}${sheet === null ? '' : `, sheet “${sheet}”`}, version ${version}`,
    constructed: 'Made up for the demonstration; no such task was ever assigned.',
    closedAt: (meeting: string) => `at meeting ${meeting}`,
  },
};

/** Tasks with who leads them, until when, how they stand and why they are not done. */
export function TaskList({
  tasks,
  today,
  none,
}: {
  tasks: readonly ShownTask[];
  today: string;
  none: string;
}) {
  if (tasks.length === 0) return <p>{none}</p>;
  return (
    <ul class="tasks">
      {tasks.map((task) => (
        <Task key={task.id} task={task} today={today} />
      ))}
    </ul>
  );
}

function Task({ task, today }: { task: ShownTask; today: string }) {
  const say = useWords(words);
  const language = useLanguage();
  const { report } = task;
  const fact = (term: string, told: string | null | undefined) =>
    told
      ? ([
          [
            term,
            <span key={term} lang="vi">
              {told}
            </span>,
          ],
        ] as const)
      : [];
  return (
    <li class="card">
      <p class="tasks-head">
        <strong>{task.id}</strong> <State task={task} today={today} />
      </p>
      <p lang="vi">{task.text}</p>
      {task.constructed && <p class="soft">{say.constructed}</p>}
      <Facts
        facts={[
          [
            say.lead,
            <>
              <a href={unitAddress(task.lead)} lang="vi">
                {task.leadName}
              </a>
              {task.passedFrom !== null && (
                <span class="soft">
                  {' '}
                  ({say.passed}: <a href={unitAddress(task.passedFrom)}>{task.passedFrom}</a>)
                </span>
              )}
              {task.leadDivided && <span class="units-note">{say.divided}</span>}
            </>,
          ],
          ...fact(say.with, task.withNames.join(', ')),
          [say.deadline, deadlineText(task, today, language)],
          ...fact(say.deliverable, task.deliverable),
          ...fact(say.measure, task.measure),
          ...fact(say.doneOn, report?.doneOn && dayText(report.doneOn, language)),
          ...fact(say.result, report?.result),
          ...fact(say.cause, report?.cause),
          ...(report?.told
            ? ([
                [say.told, say.cell(report.told.at.cell, report.told.at.sheet, report.told.version)],
              ] as const)
            : []),
        ]}
      />
    </li>
  );
}

function State({ task, today }: { task: ShownTask; today: string }) {
  const say = useWords(words);
  const kind = isOpen(task) ? 'plain' : 'good';
  return (
    <>
      <Tag kind={kind}>{say[task.state]}</Tag> {task.closedAt !== null && say.closedAt(task.closedAt)}
      {isOverdue(task, today) && <Tag kind="bad">{say.overdue}</Tag>}{' '}
      {task.report?.reported === false && <Tag kind="attention">{say.silent}</Tag>}
    </>
  );
}

/** Until when, in words; of what is done only the day. */
function deadlineText(task: ShownTask, today: string, language: 'vi' | 'en'): string {
  if (!isOpen(task)) return dayText(task.deadline, language);
  return timeLeftText(task.deadline, Date.parse(`${today}T12:00:00+07:00`), language);
}
