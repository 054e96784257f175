import { fold } from '../fold.ts';

export type ColumnRole =
  | 'order'
  | 'code'
  | 'name'
  | 'measure'
  | 'numerator'
  | 'denominator'
  | 'result'
  | 'note';

/** Headings of results that are shares, folded. */
const shares: ReadonlySet<string> = new Set(['ti le', 'ti le phan tram', 'ti le dat', 'rate', 'percentage']);

/** Headings by role, folded (i for y). `starts`: more words may follow ("Kết quả quý III"). */
const headings: readonly { role: ColumnRole; names: readonly string[]; starts?: true }[] = [
  { role: 'order', names: ['stt', 'tt', 'so tt', 'so thu tu', 'no'] },
  {
    role: 'code',
    names: ['ma chi tieu', 'ma chi so', 'ma so', 'ma', 'ma ct', 'code', 'indicator code'],
  },
  {
    role: 'name',
    names: [
      'chi tieu',
      'ten chi tieu',
      'chi so',
      'ten chi so',
      'chi so thanh phan',
      'tieu chi',
      'ten tieu chi',
      'chi tieu chi so',
      'danh muc chi tieu',
      'noi dung',
      'noi dung chi tieu',
      'indicator',
      'indicator name',
    ],
  },
  { role: 'measure', names: ['dvt', 'don vi tinh', 'don vi', 'unit', 'unit of measure'] },
  { role: 'numerator', names: ['tu so', 'numerator', 'so lieu a'], starts: true },
  { role: 'numerator', names: ['a'] },
  { role: 'denominator', names: ['mau so', 'denominator', 'so lieu b'], starts: true },
  { role: 'denominator', names: ['b'] },
  { role: 'result', names: ['ket qua', 'thuc hien', 'result', 'actual'], starts: true },
  { role: 'result', names: ['kq', 'th', 'uoc thuc hien', 'uoc ket qua', 'uoc th', 'uoc dat'], starts: true },
  { role: 'result', names: ['gia tri', 'value'], starts: true },
  { role: 'result', names: [...shares] },
  {
    role: 'note',
    names: ['ghi chu', 'nguien nhan', 'giai trinh', 'li do', 'note', 'notes', 'reason'],
    starts: true,
  },
];

/** Roles that were told before: the same few words stand in every heading. Bounded, and never wrong. */
const told = new Map<string, ColumnRole | undefined>();

/** What a heading's text says that its column holds; a bilingual one ("STT / No.") says it twice. */
export function roleOf(text: string): ColumnRole | undefined {
  if (text.length > 400) return undefined;
  if (told.has(text)) return told.get(text);
  if (told.size >= 5_000) told.clear();
  const role = tellRole(text);
  told.set(text, role);
  return role;
}

/** True for a heading that means the result of ratios, and no count: "Tỷ lệ (%)". */
export function isShare(text: string): boolean {
  return text.length <= 400 && shares.has(fold(text));
}

/** "Số hồ sơ đúng hạn (a)", "Tổng số hồ sơ (b)": what a part counts, with the letter that it has in the ratio. */
const lettered = /^(?:số|tổng)\s.*\(\s*([ab])\s*\)$/isu;

function tellRole(text: string): ColumnRole | undefined {
  const whole = roleOfFolded(fold(text));
  if (whole !== undefined) return whole;
  const letter = lettered.exec(text.normalize('NFC').trim())?.[1];
  if (letter !== undefined) return letter === 'a' ? 'numerator' : 'denominator';
  const parts = text.split(/[/\n|(]/).map(fold);
  if (parts.length < 2 || parts.length > 4) return undefined;
  const roles = new Set(parts.filter((part) => part !== '').map(roleOfFolded));
  return roles.size === 1 ? [...roles][0] : undefined;
}

function roleOfFolded(heading: string): ColumnRole | undefined {
  const found = headings.find(({ names, starts }) =>
    names.some((name) => heading === name || (starts && heading.startsWith(`${name} `))),
  );
  return found?.role;
}
