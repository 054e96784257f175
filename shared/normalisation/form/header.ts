import { fold } from '../fold.ts';
import type { Row } from '../table.ts';

export type ColumnRole =
  | 'order'
  | 'code'
  | 'name'
  | 'measure'
  | 'numerator'
  | 'denominator'
  | 'result'
  | 'note';

/** The columns of a form by what they hold, from 0. `note` may be several; a role held twice is in `twice`. */
export type FormHeader = {
  row: number;
  width: number | null;
  columns: Partial<Record<Exclude<ColumnRole, 'note'>, number>>;
  notes: number[];
  twice: { role: ColumnRole; column: number }[];
};

/** Headings by role, folded (i for y). `starts`: more words may follow ("Kết quả quý III"). */
const headings: readonly { role: ColumnRole; names: readonly string[]; starts?: true }[] = [
  { role: 'order', names: ['stt', 'tt', 'so tt', 'so thu tu', 'no'] },
  { role: 'code', names: ['ma chi tieu', 'ma chi so', 'ma so', 'ma', 'code', 'indicator code'] },
  {
    role: 'name',
    names: [
      'chi tieu',
      'ten chi tieu',
      'chi so',
      'ten chi so',
      'chi tieu chi so',
      'noi dung',
      'noi dung chi tieu',
      'indicator',
      'indicator name',
    ],
  },
  { role: 'measure', names: ['dvt', 'don vi tinh', 'don vi', 'unit'] },
  { role: 'numerator', names: ['tu so', 'numerator', 'so lieu a'], starts: true },
  { role: 'numerator', names: ['a'] },
  { role: 'denominator', names: ['mau so', 'denominator', 'so lieu b'], starts: true },
  { role: 'denominator', names: ['b'] },
  { role: 'result', names: ['ket qua', 'thuc hien', 'result'], starts: true },
  { role: 'result', names: ['gia tri', 'value'] },
  {
    role: 'note',
    names: ['ghi chu', 'nguien nhan', 'giai trinh', 'li do', 'note', 'notes', 'reason'],
    starts: true,
  },
];

/**
 * Reads a row as a form's heading: it names an indicator column and either both parts of a ratio or a
 * result, and at least three columns in all.
 * @returns undefined when the row is no heading
 */
export function readFormHeader(row: Row): FormHeader | undefined {
  const header: FormHeader = { row: row.number, width: row.width, columns: {}, notes: [], twice: [] };
  for (const cell of row.cells) {
    const role = cell.kind === 'text' ? roleOf(fold(cell.text)) : undefined;
    if (role === undefined) continue;
    if (role === 'note') header.notes.push(cell.column);
    else if (header.columns[role] === undefined) header.columns[role] = cell.column;
    else header.twice.push({ role, column: cell.column });
  }
  const { code, name, numerator, denominator, result } = header.columns;
  const namesIndicators = code !== undefined || name !== undefined;
  const holdsFigures = result !== undefined || (numerator !== undefined && denominator !== undefined);
  const known = Object.keys(header.columns).length + header.notes.length;
  return namesIndicators && holdsFigures && known >= 3 ? header : undefined;
}

/** True when the row can be read as a form's heading. */
export function isFormHeader(row: Row): boolean {
  return readFormHeader(row) !== undefined;
}

function roleOf(heading: string): ColumnRole | undefined {
  const found = headings.find(({ names, starts }) =>
    names.some((name) => heading === name || (starts && heading.startsWith(`${name} `))),
  );
  return found?.role;
}
