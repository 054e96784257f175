import type { AskedTask } from '../context.ts';
import { readingFaults } from '../reading-faults.ts';
import type { RuleFacts, RuleState } from './rule.ts';
import { always } from './since.ts';

/** A small file as its rows of cells, and what it is sent for. */
export type FileExample = {
  unit: string;
  form: string;
  period: string;
  rows: readonly (readonly string[])[];
  /** The tasks of the unit, where the rule is of tasks, and the day on which the file came. */
  tasks?: readonly AskedTask[];
  day?: string;
};

/**
 * A rule that is decided while a file is read, since what it compares is not figures: the title and the ticket, a
 * row and the one before it, a total and its rows. The reader decides and names the code; the sentence is the
 * fault's; the state says whether what was found is shown, counted or left out, as with every other rule.
 */
export type ReadingRule = Pick<RuleFacts, 'code' | 'sentence' | 'state' | 'periods' | 'source'> & {
  /** Its state cannot be changed: what cannot be named is not loaded, and hiding that would lose figures unseen. */
  fixed?: true;
  /** The rule compares with the unit's tasks, and does not run where they are not given. */
  needs?: 'tasks';
  passing: FileExample;
  failing: FileExample;
};

type Code = keyof typeof readingFaults;
type Facts = Pick<ReadingRule, 'source' | 'passing' | 'failing' | 'fixed' | 'needs'>;

function rule(code: Code, facts: Facts): ReadingRule {
  const { severity, vi, en } = readingFaults[code];
  const state: RuleState = severity === 'error' ? 'blocking' : 'warning';
  return { code, sentence: { vi, en }, state, periods: always, ...facts };
}

const heading = ['STT', 'Mã chỉ tiêu', 'Tên chỉ tiêu', 'ĐVT', 'Tử số', 'Mẫu số', 'Kết quả'];
const figure = ['1', '766.TDGQ', '', '%', '1', '2', '50'];
const asked = { unit: 'province:82@2025', form: 'qd766', period: '2026-Q3' };

/** A form with one row, under a title that names a unit and a period. */
function form(unit: string, period: string, ...more: string[][]): FileExample {
  return { ...asked, rows: [...titleOf(unit, period), ...more, heading, figure] };
}

function titleOf(unit: string, period: string): string[][] {
  return [
    ...(unit === '' ? [] : [[`Đơn vị báo cáo: ${unit}`]]),
    ...(period === '' ? [] : [[`Kỳ báo cáo: ${period}`]]),
  ];
}

/** A table with a unit in each row. */
function cross(...rows: string[][]): FileExample {
  const head = ['STT', 'Xã, phường', '766.TDGQ (a)', '766.TDGQ (b)'];
  return { ...asked, rows: [...titleOf('Tỉnh Đồng Tháp', 'Quý III/2026'), head, ...rows] };
}

function long(...rows: string[][]): FileExample {
  const head = ['Đơn vị', 'Mã chỉ tiêu', 'Kỳ', 'Tử số', 'Mẫu số', 'Giá trị'];
  return { ...asked, rows: [head, ...rows] };
}

const right = form('Tỉnh Đồng Tháp', 'Quý III/2026');
const ticket =
  'NĐ 09/2019/NĐ-CP: a report names the unit that makes it and its period; they are those of the ticket';
const oneRow =
  'The figure of a unit and period is one: a row that stands twice hides another one. The first is the one that is used where this does not block';
const adding = 'What a table adds up is held against its rows, exactly, and is never loaded';
const [myTho, daoThanh, myPhong] = ['Phường Mỹ Tho', 'Phường Đạo Thạnh', 'Phường Mỹ Phong'] as const;

const tasks: readonly AskedTask[] = [
  {
    id: 'ubqg-11/1',
    text: 'Hoàn thành kết nối dữ liệu đất đai của 34 tỉnh, thành phố',
    deadline: '2026-12-31',
    assignedOn: '2026-06-20',
    role: 'lead',
    open: true,
  },
  {
    id: 'ubqg-11/2',
    text: 'Công bố danh mục dữ liệu mở',
    deadline: '2026-09-30',
    assignedOn: '2026-06-20',
    role: 'lead',
    open: true,
  },
];
const [land, open] = tasks as readonly [AskedTask, AskedTask];
const taskHead = ['Mã nhiệm vụ', 'Nội dung nhiệm vụ', 'Tình trạng', 'Ngày hoàn thành', 'Nguyên nhân'];

/** A sheet of tasks alone, of a unit that has been assigned some. */
function taskFile(known: readonly AskedTask[], ...rows: string[][]): FileExample {
  const where = titleOf('Tỉnh Đồng Tháp', 'Quý III/2026');
  const sent = { ...asked, form: 'nhiem-vu', day: '2026-09-20' };
  return { ...sent, tasks: known, rows: [...where, taskHead, ...rows] };
}
const assigned =
  'A task is assigned with one lead unit, which reports on it: assigned = done + continuing is reconciled at the next meeting';
const causes = 'Causes of what was not reached are required and travel to the briefing';
const bothDone = [
  ['ubqg-11/1', '', 'Hoàn thành', '15/9/2026', ''],
  ['ubqg-11/2', '', 'Hoàn thành', '', ''],
];
const passingTasks = taskFile(tasks, ...bothDone);

export const readingRules: readonly ReadingRule[] = [
  rule('unit-differs', { source: ticket, passing: right, failing: form('Tỉnh Gia Lai', 'Quý III/2026') }),
  rule('unit-unknown', {
    source: ticket,
    fixed: true,
    passing: right,
    failing: form('Tỉnh Không Đâu', 'Quý III/2026'),
  }),
  rule('unit-dissolved', {
    source:
      'NQ 15/2008/QH12: Hà Tây is part of Hà Nội since 01/08/2008; a report names a unit of its own period',
    fixed: true,
    passing: right,
    failing: form('Tỉnh Hà Tây', 'Quý III/2026'),
  }),
  rule('unit-unclear', {
    source:
      'NQ 202/2025/QH15: 63 provinces became 34; whether a former name means the new unit is asked, not guessed',
    fixed: true,
    passing: right,
    failing: form('Tỉnh Tiền Giang', 'Quý III/2026'),
  }),
  rule('title-without-unit', { source: ticket, passing: right, failing: form('', 'Quý III/2026') }),
  rule('period-differs', { source: ticket, passing: right, failing: form('Tỉnh Đồng Tháp', 'Quý II/2026') }),
  rule('period-cumulative', {
    source: 'NĐ 09/2019/NĐ-CP, Art. 12: half a year (15/12–14/06) and a quarter are different periods',
    passing: right,
    failing: form('Tỉnh Đồng Tháp', '9 tháng năm 2026'),
  }),
  rule('period-unclear', { source: ticket, passing: right, failing: form('Tỉnh Đồng Tháp', 'Quý này') }),
  rule('title-without-period', { source: ticket, passing: right, failing: form('Tỉnh Đồng Tháp', '') }),
  rule('form-differs', {
    source:
      'NĐ 09/2019/NĐ-CP: a reporting regime names its forms; a file is read as the one that the ticket names',
    passing: form('Tỉnh Đồng Tháp', 'Quý III/2026', ['Biểu mẫu: qd766']),
    failing: form('Tỉnh Đồng Tháp', 'Quý III/2026', ['Biểu mẫu: dti922']),
  }),
  rule('unit-twice', {
    source: oneRow,
    passing: cross(['1', myTho, '1', '2'], ['2', daoThanh, '1', '2']),
    failing: cross(['1', myTho, '1', '2'], ['2', myTho, '1', '2']),
  }),
  rule('units-missing', {
    source:
      'A table of the units inside a province has a row for each: one that is missing is often hidden by another that stands twice',
    passing: cross(['1', 'Tỉnh Đồng Tháp', '1', '2']),
    failing: cross(['1', myTho, '1', '2']),
  }),
  rule('observation-twice', {
    source: oneRow,
    passing: long(['Tỉnh Đồng Tháp', '766.TDGQ', 'Quý III/2026', '1', '2', '']),
    failing: long(
      ['Tỉnh Đồng Tháp', '766.TDGQ', 'Quý III/2026', '1', '2', ''],
      ['Tỉnh Đồng Tháp', '766.TDGQ', 'Quý III/2026', '1', '3', ''],
    ),
  }),
  rule('total-differs', {
    source: adding,
    passing: cross(['1', myTho, '1', '2'], ['2', myPhong, '3', '5'], ['', 'Tổng cộng', '4', '7']),
    failing: cross(['1', myTho, '1', '2'], ['2', myPhong, '3', '5'], ['', 'Tổng cộng', '4', '8']),
  }),
  rule('formula-differs', {
    source: 'The row of column numbers says which column is computed from which (`4=5+6`)',
    passing: { ...asked, rows: [...right.rows.slice(0, 2), ...formulaRows('3')] },
    failing: { ...asked, rows: [...right.rows.slice(0, 2), ...formulaRows('4')] },
  }),
  rule('task-unknown', {
    source: assigned,
    fixed: true,
    needs: 'tasks',
    passing: passingTasks,
    failing: taskFile(tasks, ...bothDone, ['ubqg-11/9', '', 'Hoàn thành', '', '']),
  }),
  rule('task-ambiguous', {
    source: assigned,
    fixed: true,
    needs: 'tasks',
    passing: passingTasks,
    failing: taskFile([land, { ...land, id: 'ubqg-12/1' }], ['', land.text, 'Hoàn thành', '', '']),
  }),
  rule('task-code-differs', {
    source: assigned,
    fixed: true,
    needs: 'tasks',
    passing: taskFile(tasks, ['ubqg-11/1', land.text, 'Hoàn thành', '', ''], ...bothDone.slice(1)),
    failing: taskFile(tasks, ['ubqg-11/2', land.text, 'Hoàn thành', '', '']),
  }),
  rule('task-of-another', {
    source: assigned,
    fixed: true,
    needs: 'tasks',
    passing: passingTasks,
    failing: taskFile([land, { ...open, role: 'with' }], ...bothDone),
  }),
  rule('task-closed', {
    source: 'What a meeting has ended is not reported again: the next one starts from the remainder',
    needs: 'tasks',
    passing: passingTasks,
    failing: taskFile([land, { ...open, open: false }], ...bothDone),
  }),
  rule('task-twice', {
    source: assigned,
    passing: passingTasks,
    failing: taskFile(tasks, ...bothDone, ['ubqg-11/1', '', 'Hoàn thành', '', '']),
  }),
  rule('task-state-unclear', {
    source: 'A task is done or it continues; what is neither is asked, not guessed',
    fixed: true,
    passing: passingTasks,
    failing: taskFile(tasks, ...bothDone.slice(1), ['ubqg-11/1', '', 'Hoàn thành một phần', '', '']),
  }),
  rule('task-cause-missing', {
    source: causes,
    passing: taskFile(tasks, ...bothDone.slice(1), ['ubqg-11/1', '', 'Đang thực hiện', '', 'Chờ kinh phí']),
    failing: taskFile(tasks, ...bothDone.slice(1), ['ubqg-11/1', '', 'Đang thực hiện', '', '']),
  }),
  rule('task-done-date-differs', {
    source: 'A task is done or it continues; what contradicts itself is asked, not guessed',
    passing: passingTasks,
    failing: taskFile(tasks, ...bothDone.slice(1), [
      'ubqg-11/1',
      '',
      'Tiếp tục',
      '15/9/2026',
      'Chờ kinh phí',
    ]),
  }),
  rule('task-date-implausible', {
    source: 'Nothing is done before it is assigned, or after it is reported',
    passing: passingTasks,
    failing: taskFile(tasks, ...bothDone.slice(1), ['ubqg-11/1', '', 'Hoàn thành', '15/9/2025', '']),
  }),
  rule('task-missing', {
    source: 'What was not reported continues, and is told so',
    needs: 'tasks',
    passing: passingTasks,
    failing: taskFile(tasks, ...bothDone.slice(1)),
  }),
];

function formulaRows(sum: string): string[][] {
  return [
    ['STT', 'Mã chỉ tiêu', 'Tử số', 'Mẫu số', 'Kết quả', 'Hồ sơ trực tuyến', 'Hồ sơ trực tiếp'],
    ['A', 'B', '1', '2=4+5', '3', '4', '5'],
    ['1', '766.TDGQ', '1', sum, '', '1', '2'],
  ];
}
