import type { Owing } from '../owed.ts';
import { type Letter, letterOf, type Part } from './letter.ts';
import { countsOf } from './reminder.ts';
import { type About, meetingNames, type Names, ordinal, portalPage, subjectStart } from './words.ts';

/** Units that owe something of which nobody could be told: for want of people, or of a right of their successors. */
export type Unreached = { withoutAccount: readonly Owing[]; withoutRight: readonly Owing[] };

/** To the secretariat when a unit owes something and nobody could be told by mail: which units, and what to do. */
export function unreachedLetter(unreached: Unreached, about: About): Letter {
  const many = unreached.withoutAccount.length + unreached.withoutRight.length;
  const meeting = meetingNames(about);
  return letterOf({
    subject: `${subjectStart(about)} Phiên họp ${ordinal(about.meeting.number)}: ${many} đơn vị không có người nhận thư nhắc`,
    vi: [
      'Kính gửi: Ban Thư ký',
      `Các đơn vị dưới đây còn nội dung phải hoàn thành cho ${meeting.vi} nhưng không có tài khoản nào nhận được thư. Đề nghị liên hệ trực tiếp.`,
      ...partsOf(unreached, 'vi'),
      `Xem tình hình: ${portalPage.meeting(about)}`,
    ],
    en: [
      'To: the secretariat',
      `The units below still owe something for ${meeting.en}, and no account could be told of it by mail. Please speak with them.`,
      ...partsOf(unreached, 'en'),
      `See how things stand: ${portalPage.meeting(about)}`,
    ],
  });
}

function partsOf({ withoutAccount, withoutRight }: Unreached, language: keyof Names): Part[] {
  const account = {
    vi: 'Đề nghị lập tài khoản hoặc sửa địa chỉ thư cho đơn vị:',
    en: 'Please make accounts for them, or mend their addresses:',
  };
  const right = {
    vi: 'Đơn vị đã giải thể hoặc sáp nhập: đề nghị cấp quyền kế thừa để đơn vị kế thừa gửi và ký báo cáo thay:',
    en: 'Dissolved units: please grant the right of succession, so that their successors may send and sign in their place:',
  };
  return [
    ...partOf(account[language], withoutAccount, language),
    ...partOf(right[language], withoutRight, language),
  ];
}

function partOf(heading: string, units: readonly Owing[], language: keyof Names): Part[] {
  const items = units.map((owing) => ({ text: `${owing.name}: ${countsOf(owing)[language]}` }));
  return items.length === 0 ? [] : [{ heading, items }];
}
