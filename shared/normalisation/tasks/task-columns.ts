import { fold } from '../fold.ts';

/** What a column of a table of tasks holds; `order`, `lead` and the like are read past. */
export type TaskRole =
  | 'order'
  | 'code'
  | 'text'
  | 'lead'
  | 'with'
  | 'deliverable'
  | 'measure'
  | 'deadline'
  | 'state'
  | 'doneOn'
  | 'result'
  | 'cause'
  | 'note';

/** `rank`: the heading may mean the state or the result; where nothing else is the state, the lowest rank is. */
export type TaskHeadingWord = { role: TaskRole; rank?: number };

/** Headings by role, folded (i for y). `starts`: more words may follow ("Nguyên nhân chưa hoàn thành"). */
const headings: readonly (TaskHeadingWord & { names: readonly string[]; starts?: true })[] = [
  { role: 'order', names: ['stt', 'tt', 'so tt', 'so thu tu', 'no'] },
  {
    role: 'code',
    names: ['ma nhiem vu', 'ma so nhiem vu', 'ma nv', 'ma', 'ma so', 'so hieu nhiem vu', 'task code', 'code'],
  },
  {
    role: 'text',
    names: [
      'nhiem vu',
      'noi dung nhiem vu',
      'ten nhiem vu',
      'nhiem vu duoc giao',
      'nhiem vu giao',
      'noi dung nhiem vu duoc giao',
      'noi dung',
      'noi dung cong viec',
      'task',
      'task text',
    ],
  },
  {
    role: 'lead',
    names: [
      'co quan chu tri',
      'don vi chu tri',
      'chu tri',
      'bo nganh dia phuong chu tri',
      'lead',
      'lead unit',
    ],
    starts: true,
  },
  { role: 'with', names: ['co quan phoi hop', 'don vi phoi hop', 'phoi hop', 'supporting units'] },
  { role: 'deliverable', names: ['san pham', 'deliverable'], starts: true },
  { role: 'measure', names: ['thuoc do', 'cach do', 'tieu chi danh gia', 'measure'] },
  {
    role: 'deadline',
    names: ['thoi han', 'han', 'han hoan thanh', 'thoi gian hoan thanh', 'deadline', 'due', 'due date'],
  },
  { role: 'deadline', names: ['thoi han hoan thanh', 'thoi han thuc hien'], starts: true },
  {
    role: 'state',
    names: [
      'tinh trang',
      'trang thai',
      'tinh trang thuc hien',
      'trang thai thuc hien',
      'tinh trang hoan thanh',
      'tinh trang nhiem vu',
      'trang thai nhiem vu',
      'state',
      'status',
    ],
  },
  {
    role: 'doneOn',
    names: [
      'ngai hoan thanh',
      'ngai hoan thanh thuc te',
      'thoi diem hoan thanh',
      'hoan thanh ngai',
      'date done',
      'done on',
      'completed on',
    ],
  },
  { role: 'state', rank: 1, names: ['tinh hinh thuc hien', 'tinh hinh thuc hien nhiem vu', 'tien do'] },
  { role: 'state', rank: 2, names: ['ket qua', 'kq', 'result'] },
  { role: 'state', rank: 3, names: ['ket qua thuc hien', 'ket qua thuc hien nhiem vu'] },
  { role: 'result', names: ['ket qua dat duoc', 'ket qua cu the', 'noi dung ket qua', 'result in words'] },
  {
    role: 'cause',
    names: ['nguien nhan', 'li do', 'kho khan vuong mac', 'kho khan', 'cause', 'reason'],
    starts: true,
  },
  { role: 'note', names: ['ghi chu', 'note', 'notes'], starts: true },
];

const byName = new Map(
  headings.flatMap(({ role, rank, names }) => {
    const word: TaskHeadingWord = rank === undefined ? { role } : { role, rank };
    return names.map((name) => [name, word] as const);
  }),
);
const beginnings = headings.flatMap(({ role, names, starts }) =>
  starts ? names.map((name) => ({ start: `${name} `, word: { role } })) : [],
);

/** No heading is longer: what is, is text, and is not folded. */
const longestHeading = 120;

/** What a heading's text says that its column holds; a bilingual one ("Tình trạng / Status") says it twice. */
export function taskRoleOf(text: string): TaskHeadingWord | undefined {
  if (text.length > longestHeading) return undefined;
  // What may be written in the column: "Tình trạng (Hoàn thành/Chưa hoàn thành)".
  const bare = text.replace(/\([^()]*\)/g, ' ');
  const whole = wordOf(fold(bare));
  if (whole) return whole;
  const parts = bare.split(/[/\n|]/).map((part) => wordOf(fold(part)));
  if (parts.length < 2 || parts.length > 4) return undefined;
  return parts.every((part) => part?.role === parts[0]?.role) ? parts[0] : undefined;
}

function wordOf(heading: string): TaskHeadingWord | undefined {
  return byName.get(heading) ?? beginnings.find(({ start }) => heading.startsWith(start))?.word;
}
