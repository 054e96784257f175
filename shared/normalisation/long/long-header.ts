import { fold } from '../fold.ts';
import type { Row } from '../table.ts';

/** What a column of a long table holds. A unit or an indicator may be named by code, by name or by both. */
export type LongRole =
  | 'order'
  | 'unitCode'
  | 'unitName'
  | 'areaCode'
  | 'areaName'
  | 'indicatorCode'
  | 'indicatorName'
  | 'period'
  | 'year'
  | 'measure'
  | 'numerator'
  | 'denominator'
  | 'result';

/** The columns of a long table by what they hold, from 0. `note` may be several; a role held twice is in `twice`. */
export type LongHeader = {
  row: number;
  width: number | null;
  columns: Partial<Record<LongRole, number>>;
  notes: number[];
  twice: { role: LongRole; column: number }[];
  /** The column of periods is headed `Quý`, so that `III` in it is a quarter. */
  isQuarter: boolean;
  /** Columns whose heading is none of these. */
  unknown: { column: number; text: string }[];
};

type Heading = { role: LongRole | 'note' | 'unitOrMeasure'; names: readonly string[]; starts?: true };

/** Headings by role, folded (i for y). `starts`: more words may follow ("Giá trị quý III"). */
const headings: readonly Heading[] = [
  { role: 'order', names: ['stt', 'tt', 'so tt', 'so thu tu', 'no'] },
  {
    role: 'unitCode',
    names: ['ma don vi', 'ma tinh', 'ma tinh thanh pho', 'ma tinh tp', 'province code', 'unit code'],
  },
  {
    role: 'unitName',
    names: [
      'tinh',
      'tinh thanh pho',
      'tinh tp',
      'ten tinh',
      'ten tinh thanh pho',
      'ten don vi',
      'don vi bao cao',
      'dia phuong',
      'province',
      'unit name',
      'reporting unit',
    ],
  },
  {
    role: 'areaCode',
    names: [
      'ma xa',
      'ma phuong xa',
      'ma xa phuong',
      'ma xa phuong dac khu',
      'ma dvhc',
      'commune code',
      'area code',
    ],
  },
  {
    role: 'areaName',
    names: [
      'xa',
      'xa phuong',
      'phuong xa',
      'xa phuong dac khu',
      'phuong xa dac khu',
      'ten xa',
      'ten xa phuong',
      'ten phuong xa',
      'commune',
      'commune name',
      'area',
      'huien xa',
      'cap xa',
      'dia ban',
      'dia ban cap xa',
      'don vi hanh chinh',
      'don vi hanh chinh cap xa',
      'xa phuong thi tran',
      'ten xa phuong dac khu',
      'quan huien',
      'huien',
    ],
  },
  { role: 'indicatorCode', names: ['ma chi tieu', 'ma chi so', 'indicator code'] },
  {
    role: 'indicatorName',
    names: [
      'chi tieu',
      'ten chi tieu',
      'chi so',
      'ten chi so',
      'chi tieu chi so',
      'indicator',
      'indicator name',
    ],
  },
  {
    role: 'period',
    names: ['ki', 'ki bao cao', 'ki so lieu', 'qui', 'period', 'quarter', 'reporting period'],
  },
  { role: 'year', names: ['nam', 'nam bao cao', 'year'] },
  { role: 'measure', names: ['dvt', 'don vi tinh', 'measure'] },
  { role: 'unitOrMeasure', names: ['don vi', 'unit'] },
  { role: 'numerator', names: ['tu so', 'numerator', 'so lieu a'], starts: true },
  { role: 'denominator', names: ['mau so', 'denominator', 'so lieu b'], starts: true },
  { role: 'result', names: ['gia tri', 'ket qua', 'thuc hien', 'value', 'result'], starts: true },
  {
    role: 'note',
    names: ['ghi chu', 'nguien nhan', 'giai trinh', 'li do', 'note', 'notes', 'reason'],
    starts: true,
  },
];

/**
 * Reads a row as the heading of a long table: it names a column of units (`Đơn vị`, `Tỉnh`, `Xã`), one of
 * indicators, and either both parts of a ratio or a value. `Đơn vị` alone is a unit of the State before the
 * column of indicators and a unit of measure behind it, as both are written.
 * @returns undefined when the row is no such heading
 */
export function readLongHeader(row: Row): LongHeader | undefined {
  const header: LongHeader = {
    row: row.number,
    width: row.width,
    columns: {},
    notes: [],
    twice: [],
    unknown: [],
    isQuarter: false,
  };
  for (const cell of row.cells) {
    const found = cell.kind === 'text' ? roleOf(cell.text) : undefined;
    if (found === undefined) {
      if (cell.kind === 'text') header.unknown.push({ column: cell.column, text: cell.text });
      continue;
    }
    if (found === 'note') {
      header.notes.push(cell.column);
      continue;
    }
    const { indicatorCode, indicatorName } = header.columns;
    const isBehind = indicatorCode !== undefined || indicatorName !== undefined;
    const role = found === 'unitOrMeasure' ? (isBehind ? 'measure' : 'unitName') : found;
    if (role === 'period') header.isQuarter = /^(qui|quarter)$/.test(fold(cell.text));
    if (header.columns[role] === undefined) header.columns[role] = cell.column;
    else header.twice.push({ role, column: cell.column });
  }
  const { columns } = header;
  const any = (...roles: LongRole[]) => roles.some((role) => columns[role] !== undefined);
  const namesPlaces = any('unitCode', 'unitName', 'areaCode', 'areaName');
  const holdsFigures = any('result') || (any('numerator') && any('denominator'));
  return namesPlaces && any('indicatorCode', 'indicatorName') && holdsFigures ? header : undefined;
}

/** True when two headings hold the same in the same columns. */
export function isSameHeading(one: LongHeader, two: LongHeader): boolean {
  const roles = new Set([...Object.keys(one.columns), ...Object.keys(two.columns)]) as Set<LongRole>;
  return (
    one.twice.length === two.twice.length &&
    [...roles].every((role) => one.columns[role] === two.columns[role])
  );
}

/** True when a text is a heading's word, so that its row may be another heading. */
export function isHeadingWord(text: string): boolean {
  return roleOf(text) !== undefined;
}

/** True when the row can be read as a long table's heading. */
export function isLongHeader(row: Row): boolean {
  return readLongHeader(row) !== undefined;
}

/** No heading is longer: what is, is text, and is not folded. */
const longestHeading = 80;

const byName = new Map(headings.flatMap(({ role, names }) => names.map((name) => [name, role] as const)));
const beginnings = headings.flatMap(({ role, names, starts }) =>
  starts ? names.map((name) => ({ start: `${name} `, role })) : [],
);

function roleOf(text: string): Heading['role'] | undefined {
  if (text.length > longestHeading) return undefined;
  const heading = fold(text);
  return byName.get(heading) ?? beginnings.find(({ start }) => heading.startsWith(start))?.role;
}
