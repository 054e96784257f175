import type { Task } from '../../../shared/tasks/task.ts';
import type { FieldError } from '../../parts/error-summary.tsx';

/** What is asked for of a task. */
export type TaskDraft = Pick<Task, 'text' | 'lead' | 'with' | 'deliverable' | 'measure' | 'deadline'>;
export const emptyTask: TaskDraft = {
  text: '',
  lead: '',
  with: [],
  deliverable: '',
  measure: '',
  deadline: '',
};

export const taskWords = {
  vi: {
    caption: 'Nhiệm vụ do phiên họp này giao',
    none: 'Chưa giao nhiệm vụ nào.',
    cancelled: 'Phiên họp đã hủy nên không giao nhiệm vụ.',
    cut: (count: number) => `Còn nhiều nhiệm vụ hơn. Trang này chỉ có ${count} nhiệm vụ đầu tiên.`,
    noSuchTask: (number: string) => `Phiên họp này không giao nhiệm vụ số “${number}”.`,
    notTold: (number: string) =>
      `Nhiệm vụ số “${number}” không có trong số các nhiệm vụ mà trang này đọc được.`,
    toTasks: 'Xem các nhiệm vụ do phiên họp này giao',
    number: 'Số',
    text: 'Nội dung nhiệm vụ',
    textHint: 'Theo thông báo kết luận; tối đa 2.000 ký tự.',
    lead: 'Đơn vị chủ trì',
    with: 'Đơn vị phối hợp',
    withHint: 'Chọn được nhiều đơn vị. Không bắt buộc.',
    withFind: 'Tìm đơn vị phối hợp',
    withFindHint: 'Gõ tên, có dấu hoặc không dấu. Đơn vị đã chọn luôn hiện ra.',
    withChosen: (count: number) => `Đã chọn ${count} đơn vị.`,
    deliverable: 'Sản phẩm',
    measure: 'Thước đo hoàn thành',
    deadline: 'Thời hạn',
    state: 'Trạng thái',
    states: { open: 'Đang mở', closed: 'Đã hoàn thành' },
    action: 'Việc làm được',
    change: 'Sửa nhiệm vụ',
    closed: 'đã khóa',
    assign: 'Giao thêm nhiệm vụ',
    submit: 'Giao nhiệm vụ',
    choose: 'Chọn…',
    changeTitle: (number: number) => `Sửa nhiệm vụ số ${number}`,
    save: 'Lưu thay đổi',
    needed: (label: string) => `${label}: cần điền mục này`,
    provinces: 'Tỉnh, thành phố',
    ministries: 'Bộ, ngành',
  },
  en: {
    caption: 'Tasks assigned by this meeting',
    none: 'No task has been assigned.',
    cancelled: 'The meeting was cancelled, so it assigns no tasks.',
    cut: (count: number) => `There are more tasks. This page has the first ${count} only.`,
    noSuchTask: (number: string) => `This meeting assigned no task number “${number}”.`,
    notTold: (number: string) => `Task number “${number}” is not among those that this page could read.`,
    toTasks: 'See the tasks assigned by this meeting',
    number: 'No.',
    text: 'Task',
    textHint: 'As the notice of conclusions words it, in Vietnamese; 2,000 characters at most.',
    lead: 'Lead',
    with: 'Units that work with it',
    withHint: 'Several may be chosen. Not required.',
    withFind: 'Find a unit that works with it',
    withFindHint: 'Type a name, with or without marks. Those that are chosen always show.',
    withChosen: (count: number) => `${count} ${count === 1 ? 'unit is' : 'units are'} chosen.`,
    deliverable: 'What is handed over',
    measure: 'By what it is measured',
    deadline: 'Deadline',
    state: 'State',
    states: { open: 'Open', closed: 'Done' },
    action: 'What can be done',
    change: 'Change task',
    closed: 'closed',
    assign: 'Assign another task',
    submit: 'Assign the task',
    choose: 'Choose…',
    changeTitle: (number: number) => `Change task ${number}`,
    save: 'Keep the change',
    needed: (label: string) => `${label}: this is needed`,
    provinces: 'Provinces',
    ministries: 'Ministries',
  },
};
type TaskWords = (typeof taskWords)['vi'];

const needed = ['text', 'lead', 'deliverable', 'measure', 'deadline'] as const;

/** What a task cannot be sent without. */
export function missingTask(task: TaskDraft, say: TaskWords): FieldError[] {
  return needed
    .filter((name) => task[name].trim() === '')
    .map((name) => ({ id: `task-${name}`, message: say.needed(say[name]) }));
}

/** The control of a field that the API names: `tasks.0.deadline` → `task-deadline`. */
export function taskControl(field: string): string | undefined {
  const parts = field.split('.');
  const name = parts[0] === 'tasks' ? parts[2] : parts[0];
  return ['text', 'lead', 'with', 'deliverable', 'measure', 'deadline', 'why'].includes(name ?? '')
    ? `task-${name}`
    : undefined;
}

export function taskLabel(id: string, say: TaskWords, why: string): string {
  return say[id.replace('task-', '') as (typeof needed)[number]] ?? why;
}
