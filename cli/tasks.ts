import { readFileSync } from 'node:fs';
import process from 'node:process';
import { ApiClient } from '../local/job/api-client.ts';
import type { TaskView } from '../shared/query/read-tasks.ts';
import type { Passed } from '../shared/tasks/assign-tasks.ts';
import type { TasksDocument } from '../shared/tasks/task.ts';
import type { Command } from './command.ts';
import { serviceHelp } from './service/options.ts';
import { runServiceCommand } from './service/run-service-command.ts';
import { type Action, type TasksOptions, tasksOptions } from './tasks/options.ts';
import { meetingText, passedText, tasksText } from './tasks/print.ts';
import { UsageError } from './usage.ts';

const help = `npx diem-cau tasks: nhiệm vụ được giao tại các phiên họp: xem, giao, sửa (docs/tasks.md).
Giao và sửa là việc của Ban Thư ký; đơn vị xem được nhiệm vụ do mình chủ trì hoặc phối hợp.
npx diem-cau tasks: the tasks that meetings assign: read, assign, change (docs/tasks.md).
Assigning and changing are the secretariat's; a unit sees those that it leads or works on.

  tasks list [--meeting ID] [--unit UNIT] [--state open|closed]
  tasks meeting MEETING                 kết quả thực hiện tính đến phiên họp · what became of them at a meeting
  tasks assign MEETING FILE.json [--key KEY]
                                        chạy lại cùng tệp không giao hai lần · the same file again assigns nothing twice
  tasks change MEETING/NUMBER --why TEXT [--revision N] [--lead UNIT] [--with UNIT … | --alone]
               [--deadline YYYY-MM-DD] [--text TEXT] [--deliverable TEXT] [--measure TEXT]

  UNIT           mã định danh (province:82@2025), hoặc mã (82, BCA): khi giao là mã trong ngày họp, khi xem và sửa là
                 mã hiện nay · an identity, or a code: that of the meeting's day to assign, today's to list and change
  FILE.json      {"tasks": [{text, lead, with, deliverable, measure, deadline, constructed}, …]}
  --revision N   bản đã xem; không có thì lấy bản hiện tại · the revision that was seen (the present one)
${serviceHelp}
  --json         in kết quả dạng JSON · print the answer as JSON
  --lang vi|en   ngôn ngữ in ra · the language of what is printed (vi)
  --help         trang này · this text

Exit status: 0 done · 1 refused · 2 wrong option, or it could not run
`;

/** `npx diem-cau tasks …` */
export const tasksCommand: Command = {
  name: 'tasks',
  summary: {
    vi: 'nhiệm vụ: xem, đối chiếu, giao, sửa',
    en: 'tasks: list, reconcile, assign, change',
  },
  /** @returns the exit status: 0 done · 1 refused · 2 wrong option, or it could not run */
  run: (args) =>
    runServiceCommand(
      'tasks',
      help,
      () => tasksOptions(args, process.env),
      async (options: TasksOptions) => {
        await works[options.action](options);
        return 0;
      },
    ),
};

type Page = { items: TaskView[]; next: string | null };
type Assigned = { tasks: TaskView[]; passed: Passed[] };

const works: Readonly<Record<Action, (options: TasksOptions) => Promise<void>>> = {
  async list(options) {
    const tasks = await everyTask(options, options.filter);
    print({ items: tasks, next: null }, tasksText(tasks, options.lang), options);
  },
  async meeting(options) {
    const { client, person } = serviceOf(options);
    const path = `/v1/meetings/${encodeURIComponent(options.name)}/tasks`;
    const document = await client.get<TasksDocument & { provisional: boolean }>(path, person);
    print(document, meetingText(document, options.lang), options);
  },
  async assign(options) {
    const { client, person } = serviceOf(options);
    const path = `/v1/meetings/${encodeURIComponent(options.name)}/tasks`;
    const made = await client.post<Assigned>(path, person, tasksIn(options.file), options.key);
    const text = [tasksText(made.tasks, options.lang), ...passedText(made.passed, options.lang)].join('\n');
    print(made, text, options);
  },
  async change(options) {
    const { client, person } = serviceOf(options);
    const { name, why, changes, lang } = options;
    const revision = options.revision ?? (await revisionOf(options));
    const path = `/v1/tasks/${name}`;
    const task = await client.replace<TaskView & { passed: Passed[] }>(path, person, {
      revision,
      why,
      ...changes,
    });
    print(task, [tasksText([task], lang), ...passedText(task.passed, lang)].join('\n'), options);
  },
};

function serviceOf({ service }: TasksOptions) {
  return { client: new ApiClient(service.api), person: { token: service.token } };
}

/** Every page of a list. */
async function everyTask(options: TasksOptions, filter: TasksOptions['filter']): Promise<TaskView[]> {
  const { client, person } = serviceOf(options);
  const tasks: TaskView[] = [];
  let after: string | null = null;
  do {
    const query = new URLSearchParams({ ...filter, ...(after !== null && { after }) }).toString();
    const page: Page = await client.get<Page>(`/v1/tasks${query ? `?${query}` : ''}`, person);
    tasks.push(...page.items);
    after = page.next;
  } while (after !== null);
  return tasks;
}

/** The present revision of a task. @throws UsageError when there is no such task to be seen */
async function revisionOf(options: TasksOptions): Promise<number> {
  const [meeting = ''] = options.name.split('/');
  const found = (await everyTask(options, { meeting })).find(({ id }) => id === options.name);
  if (!found)
    throw new UsageError(`tasks change ${options.name}: không có nhiệm vụ này · there is no such task`);
  return found.revision;
}

/** A list of tasks, or a document that holds one. @throws UsageError when the file cannot be read, or is no JSON */
function tasksIn(path: string): object {
  try {
    const content = JSON.parse(readFileSync(path, 'utf8')) as object;
    return Array.isArray(content) ? { tasks: content } : content;
  } catch (error) {
    throw new UsageError(`${path}: ${(error as Error).message}`);
  }
}

function print(answer: object, text: string, { json }: Pick<TasksOptions, 'json'>): void {
  process.stdout.write(`${json ? JSON.stringify(answer, null, 2) : text}\n`);
}
