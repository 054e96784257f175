import { fold } from '../fold.ts';
import { codeHeadings } from '../match/unit-codes.ts';

/** What a column of a long table holds. A unit or an indicator may be named by code, by name or by both. */
export type LongRole =
  | 'order'
  | 'unitCode'
  | 'unitName'
  | 'areaCode'
  | 'areaName'
  | 'district'
  | 'indicatorCode'
  | 'indicatorName'
  | 'period'
  | 'year'
  | 'measure'
  | 'numerator'
  | 'denominator'
  | 'result';

type LongHeading = { role: LongRole | 'note' | 'unitOrMeasure'; names: readonly string[]; starts?: true };

/** Headings by role, folded (i for y). `starts`: more words may follow ("Giá trị quý III"). */
const headings: readonly LongHeading[] = [
  { role: 'order', names: ['stt', 'tt', 'so tt', 'so thu tu', 'no'] },
  {
    role: 'unitCode',
    names: [
      'ma don vi',
      'ma tinh',
      'ma tinh thanh pho',
      'ma tinh tp',
      'province code',
      'unit code',
      ...codeHeadings,
    ],
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
    ],
  },
  {
    role: 'district',
    names: [
      ...['quan huien', 'huien', 'quan', 'huien quan', 'ten huien', 'ten quan huien', 'district'],
      ...['quan huien thi xa', 'quan huien thi xa thanh pho', 'huien thi xa thanh pho', 'district name'],
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

/** No heading is longer: what is, is text, and is not folded. */
const longestHeading = 80;

const byName = new Map(headings.flatMap(({ role, names }) => names.map((name) => [name, role] as const)));
const beginnings = headings.flatMap(({ role, names, starts }) =>
  starts ? names.map((name) => ({ start: `${name} `, role })) : [],
);

const startsAsFigure = /^-?\d/;

/** What a heading's text says that its column holds; `Đơn vị` alone may be a unit of the State or of measure. */
export function longRoleOf(text: string): LongHeading['role'] | undefined {
  // Most cells are figures, and no heading begins as one.
  if (text.length > longestHeading || startsAsFigure.test(text)) return undefined;
  const heading = fold(text);
  return byName.get(heading) ?? beginnings.find(({ start }) => heading.startsWith(start))?.role;
}
