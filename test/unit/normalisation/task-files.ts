import { catalog } from '../../../shared/catalog/catalog.ts';
import { engineVersion } from '../../../shared/catalog/engine.ts';
import type { AskedTask, Context } from '../../../shared/normalisation/context.ts';
import type { CheckRequest, Report } from '../../../shared/normalisation/report.ts';
import { check, dongThap } from './form-files.ts';

/** Tasks that are made up: of no meeting that was held. */
export const tasks = [
  task(1, 'Kết nối cơ sở dữ liệu đất đai với Cổng dịch vụ công quốc gia'),
  task(2, 'Công bố danh mục dữ liệu mở'),
  task(3, 'Bố trí kinh phí chuyển đổi số năm 2027'),
] as const;

export function task(number: number, text: string, more: Partial<AskedTask> = {}): AskedTask {
  const id = `ubqg-11/${number}`;
  return {
    id,
    text,
    deadline: '2026-12-31',
    assignedOn: '2026-06-20',
    role: 'lead',
    open: true,
    ...more,
  };
}

export const taskHeading = [
  'STT',
  'Mã nhiệm vụ',
  'Nội dung nhiệm vụ',
  'Tình trạng',
  'Ngày hoàn thành',
  'Kết quả thực hiện',
  'Nguyên nhân',
];
export const title = [['Đơn vị báo cáo: Tỉnh Đồng Tháp'], ['Kỳ báo cáo: Quý III/2026']];

/** What the three tasks say where all is well: one done, two that continue. */
export const goodRows = [
  ['1', 'ubqg-11/1', tasks[0].text, 'Hoàn thành', '15/9/2026', 'Đã kết nối', ''],
  ['2', 'ubqg-11/2', tasks[1].text, 'Đang thực hiện', '', '', 'Chờ hướng dẫn của Bộ'],
  ['3', 'ubqg-11/3', tasks[2].text, 'Chưa hoàn thành', '', 'Đã trình', 'Chưa được giao dự toán'],
];

export const taskSheet = (rows: readonly string[][] = goodRows, head: readonly string[] = taskHeading) => [
  ...title,
  [...head],
  ...rows,
];

/** What the good rows say, by hand. */
export const goodReports = [
  { task: 'ubqg-11/1', state: 'done', doneOn: '2026-09-15', result: 'Đã kết nối', cause: null },
  { task: 'ubqg-11/2', state: 'continuing', doneOn: null, result: null, cause: 'Chờ hướng dẫn của Bộ' },
  {
    task: 'ubqg-11/3',
    state: 'continuing',
    doneOn: null,
    result: 'Đã trình',
    cause: 'Chưa được giao dự toán',
  },
];

export function contextWith(
  known: readonly AskedTask[] | null,
  { form = 'nhiem-vu', unit = dongThap }: { form?: string; unit?: string } = {},
): Context {
  return {
    schema: 'context/2',
    catalog: catalog.version,
    engine: engineVersion,
    unit,
    form,
    period: '2026-Q3',
    rules: {},
    last: null,
    previous: null,
    day: '2026-09-20',
    tasks: known && [...known],
  };
}

/** The report on a file of tasks, of a unit that has these. */
export async function taskReport(
  content: string | Uint8Array,
  known: readonly AskedTask[] | null = tasks,
  request: Partial<CheckRequest> = {},
): Promise<Report> {
  const asked = { form: 'nhiem-vu', ...request };
  return (await check(content, { request: asked, context: contextWith(known, asked) })).report;
}

/** What a report says of tasks, without the cells. */
export const told = ({ tasks: reports }: Report) => reports.map(({ at: _, ...rest }) => rest);
