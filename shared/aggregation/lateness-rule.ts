import { regimeOf } from '../catalog/deadline.ts';
import { regimes } from '../catalog/period.ts';
import type { Form } from '../catalog/schema.ts';

type Names = { vi: string; en: string };

/** By which rule a report of a form is late, as it is shown beside who was. */
export type LatenessRule = {
  /** The regime by which it is due, and where it stands. */
  regime: string;
  names: Names;
  source: string;
  /** The rule of the day, and how a report is held against it. */
  words: Names;
};

/** Civil Code 91/2015/QH13, Art. 148(5) and (6); what is counted is `punctualityOf`. */
const heldAgainst: Names = {
  vi: 'Nếu ngày đó là ngày nghỉ thì thời hạn kết thúc khi hết ngày làm việc tiếp theo (khoản 5, khoản 6 Điều 148 Bộ luật Dân sự 2015); đơn vị được gia hạn thì tính đến hết ngày được gia hạn. Báo cáo là đúng hạn khi tệp của bản đầu tiên có hiệu lực đã được nhận đủ trước thời điểm đó; bản sửa đổi gửi sau không làm báo cáo đúng hạn thành muộn.',
  en: 'If that is no working day, the term ends with the next one (Civil Code 2015, Art. 148(5) and (6)); a unit that was granted an extension has until the end of its day. A report is on time when the whole file of its first version that came to stand was received by then; a later revision does not make it late.',
};

/** The rule by which a form's reports are late; null where nobody owes the form by a day. */
export function latenessRule(form: Pick<Form, 'due' | 'owed' | 'code'>): LatenessRule | null {
  if (form.owed === false) return null;
  const regime = regimes.get(regimeOf(form));
  if (!regime) throw new Error(`form ${form.code}: no regime ${regimeOf(form)}`);
  const { code, names, source, rule } = regime;
  const words = { vi: `${rule.vi} ${heldAgainst.vi}`, en: `${rule.en} ${heldAgainst.en}` };
  return { regime: code, names, source, words };
}
