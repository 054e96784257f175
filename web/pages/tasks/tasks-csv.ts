import { csvFile } from '../../../shared/csv-field.ts';
import type { Language } from '../../app/language.tsx';
import { isOverdue, type ShownTask } from './shown-task.ts';

const heads: Record<Language, readonly string[]> = {
  vi: [
    'Mã nhiệm vụ',
    'Nội dung nhiệm vụ',
    'Đơn vị chủ trì',
    'Đơn vị phối hợp',
    'Sản phẩm',
    'Thước đo hoàn thành',
    'Thời hạn',
    'Tình trạng',
    'Quá hạn',
    'Ngày hoàn thành',
    'Kết quả',
    'Nguyên nhân chưa hoàn thành',
  ],
  en: [
    'Task code',
    'Task',
    'Lead',
    'Units that work with it',
    'What is handed over',
    'By what it is measured',
    'Deadline',
    'State',
    'Overdue',
    'Done on',
    'Result',
    'Why it is not done',
  ],
};
const states: Record<Language, Record<ShownTask['state'], string>> = {
  vi: { done: 'Hoàn thành', continuing: 'Tiếp tục', open: 'Đang mở', closed: 'Đã kết thúc' },
  en: { done: 'Done', continuing: 'Continuing', open: 'Open', closed: 'Closed' },
};
const yes: Record<Language, string> = { vi: 'Có', en: 'Yes' };

/**
 * Tasks as a file of CSV that spreadsheets open as it is: UTF-8 with its mark, days as ISO 8601.
 * @param today local day, which tells what is overdue
 */
export function tasksCsv(tasks: readonly ShownTask[], today: string, language: Language): string {
  const rows = tasks.map((task) => [
    task.id,
    task.text,
    task.leadName,
    task.withNames.join('; '),
    task.deliverable,
    task.measure,
    task.deadline,
    states[language][task.state],
    isOverdue(task, today) ? yes[language] : '',
    task.report?.doneOn ?? '',
    task.report?.result ?? '',
    task.report?.cause ?? '',
  ]);
  return csvFile([heads[language], ...rows]);
}
