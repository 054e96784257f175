import { localDayOf } from '../../catalog/period.ts';
import { nameOn } from '../../catalog/unit.ts';
import { leadOn } from '../../tasks/lead.ts';
import type { ReportedTask, TasksDocument } from '../../tasks/task.ts';
import type { Block, Cell, TableBlock } from '../content.ts';
import { type Draft, figure, type Told, words } from '../told.ts';
import type { Texts } from '../voice.ts';

/** What became of the tasks that earlier meetings assigned, and why what is not done is not. */
export function tasksSection(told: Told): Draft {
  const { tasks } = told.now;
  return {
    id: 'tasks',
    title: { vi: 'Tình hình thực hiện nhiệm vụ được giao', en: 'Tasks' },
    blocks: tasks ? blocksOf(told, tasks) : [{ kind: 'paragraph', text: told.voice.say(noTasks) }],
  };
}

const noTasks: Texts = {
  vi: 'Không có nhiệm vụ nào được giao từ các phiên họp trước.',
  en: 'No tasks were assigned at the meetings before.',
};

function blocksOf(told: Told, document: TasksDocument): Block[] {
  const { voice } = told;
  if (document.tasks.length === 0) return [{ kind: 'paragraph', text: voice.say(noTasks) }];
  const of = (state: ReportedTask['state']) => document.tasks.filter((task) => task.state === state);
  const [open, done] = [of('continuing'), of('done')];
  return [
    { kind: 'paragraph', text: reconciled(told, document) },
    ...(document.tasks.some(({ constructed }) => constructed)
      ? [{ kind: 'paragraph' as const, text: voice.say(constructedTexts) }]
      : []),
    countsTable(told, document),
    ...(open.length > 0 ? [continuingTable(told, open)] : []),
    ...(done.length > 0 ? [doneTable(told, done)] : []),
  ];
}

const constructedTexts: Texts = {
  vi: 'Nội dung các nhiệm vụ có dấu * được dựng để trình diễn, không phải nội dung đã ban hành.',
  en: 'The texts of tasks marked * were constructed for a demonstration, and were never issued.',
};

/** carried + assigned = done + continuing, in words. */
function reconciled(
  { voice }: Told,
  { carried, assigned, done, continuing, notReported }: TasksDocument,
): string {
  const n = voice.number;
  const silent =
    notReported === 0
      ? ''
      : voice.say({
          vi: `, trong đó ${n(notReported)} nhiệm vụ chưa được đơn vị chủ trì báo cáo`,
          en: `, of which ${n(notReported)} were not reported on by their lead unit`,
        });
  return voice.say({
    vi: `Tổng số ${n(carried + assigned)} nhiệm vụ, gồm ${n(carried)} nhiệm vụ chuyển tiếp và ${n(assigned)} nhiệm vụ giao tại phiên họp trước; đã hoàn thành ${n(done)}, tiếp tục thực hiện ${n(continuing)}${silent}.`,
    en: `${n(carried + assigned)} tasks, ${n(carried)} carried over and ${n(assigned)} assigned at the meeting before: ${n(done)} are done and ${n(continuing)} continue${silent}.`,
  });
}

function countsTable({ voice }: Told, document: TasksDocument): TableBlock {
  const heads: readonly Texts[] = [
    { vi: 'Chuyển tiếp', en: 'Carried' },
    { vi: 'Giao tại phiên trước', en: 'Assigned' },
    { vi: 'Đã hoàn thành', en: 'Done' },
    { vi: 'Tiếp tục thực hiện', en: 'Continuing' },
    { vi: 'Chưa báo cáo', en: 'Not reported' },
  ];
  const { carried, assigned, done, continuing, notReported } = document;
  return {
    kind: 'table',
    id: 'tasks-counts',
    caption: voice.say({ vi: 'Tổng hợp tình hình thực hiện nhiệm vụ', en: 'Tasks, in numbers' }),
    columns: heads.map((head) => ({ head: voice.say(head), align: 'end', width: 10 })),
    rows: [[carried, assigned, done, continuing, notReported].map((count) => figure(voice, count))],
  };
}

/** The columns that both lists begin with. */
function taskColumns({ voice }: Told): TableBlock['columns'] {
  return [
    { head: voice.say({ vi: 'Số TT', en: 'No.' }), align: 'center', width: 9 },
    { head: voice.say({ vi: 'Nhiệm vụ', en: 'Task' }), align: 'start', width: 30 },
    {
      head: voice.say({ vi: 'Sản phẩm; thước đo', en: 'What is handed over; measure' }),
      align: 'start',
      width: 18,
    },
    { head: voice.say({ vi: 'Chủ trì', en: 'Lead' }), align: 'start', width: 15 },
    { head: voice.say({ vi: 'Thời hạn', en: 'Deadline' }), align: 'center', width: 11 },
  ];
}

function taskCells(told: Told, task: ReportedTask): Cell[] {
  const mark = task.constructed ? '*' : '';
  return [
    words(numberOf(told, task)),
    words(`${task.text}${mark}`),
    words([task.deliverable, task.measure].filter((text) => text.trim() !== '').join('; ')),
    words(leadOf(told, task)),
    words(told.voice.day(task.deadline)),
  ];
}

/** `16 (phiên họp lần thứ 10)`: a task's number at the meeting that assigned it. */
function numberOf({ voice, catalog, before }: Told, { meeting, number }: ReportedTask): string {
  const known = before?.manifest.meeting;
  const session = known?.id === meeting ? known.number : catalog.meetings.get(meeting)?.number;
  if (session === undefined) return `${number} (${meeting})`;
  return voice.say({
    vi: `${number} (phiên họp lần thứ ${session})`,
    en: `${number} (session ${session})`,
  });
}

function leadOf(told: Told, task: ReportedTask): string {
  const { voice } = told;
  const { lead, withNames } = namesOf(told, task);
  const beside =
    withNames.length === 0
      ? ''
      : voice.say({ vi: ` (phối hợp: ${withNames.join(', ')})`, en: ` (with ${withNames.join(', ')})` });
  const divided = task.leadDivided
    ? voice.say({
        vi: ' (đơn vị đã được chia tách, chưa có đơn vị nhận nhiệm vụ)',
        en: ' (the unit was divided, and nobody has taken the task over yet)',
      })
    : '';
  return `${lead}${beside}${divided}`;
}

/** The units of a task in the reader's language, on the map of the cut-off, on which they were frozen. */
function namesOf(told: Told, task: ReportedTask): { lead: string; withNames: string[] } {
  const { voice, catalog } = told;
  if (voice.language === 'vi') return { lead: task.leadName, withNames: task.withNames };
  const day = dayOfCutOff(told);
  const english = (id: string, otherwise: string) =>
    catalog.units.has(id) ? nameOn(leadOn(catalog, id, day).unit, day).en : otherwise;
  return {
    lead: english(task.lead, task.leadName),
    withNames: task.with.map((id, at) => english(id, task.withNames[at] ?? id)),
  };
}

/** The local day on which states of tasks were told, and by which a deadline has passed. */
function dayOfCutOff({ now }: Told): string {
  return localDayOf(now.manifest.cutOff);
}

function continuingTable(told: Told, tasks: readonly ReportedTask[]): TableBlock {
  const { voice } = told;
  const day = dayOfCutOff(told);
  return {
    kind: 'table',
    id: 'tasks-continuing',
    caption: voice.say({
      vi: 'Nhiệm vụ tiếp tục thực hiện và nguyên nhân',
      en: 'Tasks that continue, and why',
    }),
    columns: [
      ...taskColumns(told),
      { head: voice.say({ vi: 'Tình trạng', en: 'State' }), align: 'center', width: 8 },
      { head: voice.say({ vi: 'Kết quả đến nay', en: 'Reached so far' }), align: 'start', width: 18 },
      {
        head: voice.say({ vi: 'Nguyên nhân chưa hoàn thành', en: 'Why it is not done' }),
        align: 'start',
        width: 24,
      },
    ],
    rows: tasks.map((task) => [
      ...taskCells(told, task),
      words(
        task.deadline < day
          ? voice.say({ vi: 'quá hạn', en: 'overdue' })
          : voice.say({ vi: 'trong hạn', en: 'in time' }),
      ),
      words(task.result ?? voice.say({ vi: 'không nêu', en: 'not told' })),
      words(causeOf(told, task)),
    ]),
  };
}

function causeOf({ voice }: Told, { reported, cause }: ReportedTask): string {
  if (!reported)
    return voice.say({ vi: 'đơn vị chủ trì chưa báo cáo', en: 'its lead unit has not reported' });
  return cause ?? voice.say({ vi: 'không nêu', en: 'not told' });
}

function doneTable(told: Told, tasks: readonly ReportedTask[]): TableBlock {
  const { voice } = told;
  return {
    kind: 'table',
    id: 'tasks-done',
    caption: voice.say({ vi: 'Nhiệm vụ đã hoàn thành', en: 'Tasks that are done' }),
    columns: [
      ...taskColumns(told),
      { head: voice.say({ vi: 'Ngày hoàn thành', en: 'Done on' }), align: 'center', width: 11 },
      { head: voice.say({ vi: 'Kết quả', en: 'Result' }), align: 'start', width: 26 },
    ],
    rows: tasks.map((task) => [
      ...taskCells(told, task),
      words(doneOnOf(told, task)),
      words(task.result ?? voice.say({ vi: 'không nêu', en: 'not told' })),
    ]),
  };
}

/** When it was done, with a mark where that was after its deadline. */
function doneOnOf({ voice }: Told, { doneOn, deadline }: ReportedTask): string {
  if (doneOn === null) return voice.say({ vi: 'không nêu', en: 'not told' });
  const late = doneOn > deadline ? voice.say({ vi: ' (quá hạn)', en: ' (late)' }) : '';
  return `${voice.day(doneOn)}${late}`;
}
