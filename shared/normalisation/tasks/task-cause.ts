import { fold } from '../fold.ts';
import { taskStateOf } from './task-state.ts';

/** What is written where nothing is to be said, folded (i for y). */
const fillers: ReadonlySet<string> = new Set([
  ...['dang cap nhat', 'chua cap nhat', 'se cap nhat', 'se cap nhat sau', 'cap nhat sau'],
  ...['dang bo sung', 'se bo sung', 'se bo sung sau', 'bo sung sau', 'dang tong hop', 'dang xu li'],
  ...['se bao cao', 'se bao cao sau', 'bao cao sau', 'dang ra soat', 'chua tong hop'],
  ...[
    'chua ro',
    'khong ro',
    'chua ro nguien nhan',
    'khong ro nguien nhan',
    'chua ro li do',
    'khong ro li do',
  ],
  ...['chua xac dinh', 'chua xac dinh nguien nhan', 'chua biet', 'khong biet'],
  ...['nhu tren', 'xem tren', 'xem o tren', 'da neu tren', 'da neu o tren', 'nhu da neu', 'nhu ki truoc'],
  ...[
    'nhu bao cao truoc',
    'nhu bao cao ki truoc',
    'nhu bao cao',
    'xem bao cao',
    'theo bao cao',
    'nhu qui truoc',
  ],
  ...['khong co', 'khong co gi', 'khong co nguien nhan', 'khong co li do', 'khong co thong tin', 'chua co'],
  ...['chua co thong tin', 'chua co nguien nhan', 'chua co bao cao', 'chua co so lieu', 'khong vuong mac'],
  ...['nguien nhan', 'li do', 'nguien nhan khac', 'li do khac', 'nguien nhan khach quan', 'li do khach quan'],
  ...['nguien nhan chu quan', 'li do chu quan', 'dang trien khai thuc hien', 'dang tiep tuc thuc hien'],
  ...['dang hoan thanh', 'sap hoan thanh', 'chua xong', 'dang lam', 'chua lam'],
  ...['to be updated', 'to be determined', 'to be added', 'will update', 'updating soon'],
  ...['see above', 'as above', 'same as above', 'not known', 'not iet known', 'no cause', 'no reason'],
  ...['other reasons', 'other reason', 'other causes', 'other cause', 'not applicable', 'no information'],
]);

/** True for what is written as a cause and says none: fewer than two words, the state once more, a known filler. */
export function saysNoCause(text: string): boolean {
  const folded = fold(text);
  const words = new Set(folded.split(' ').filter((word) => /\p{L}{2}/u.test(word)));
  return words.size < 2 || fillers.has(folded) || taskStateOf(text) !== undefined;
}
