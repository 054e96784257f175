import { nameOn } from '../../catalog/unit.ts';
import { coverageOfAsk } from '../coverage.ts';
import { type Asked, type Owing, owedState } from '../owed.ts';
import { type Letter, letterOf, type Part } from './letter.ts';
import { countsOf } from './reminder.ts';
import { type About, meetingNames, type Names, portalLink, stateWords, timeWords } from './words.ts';

/** To the secretariat at the cut-off: coverage of each ask first, then who is missing, by name. */
export function digestLetter(
  seen: { asked: readonly Asked[]; owing: readonly Owing[] },
  about: About,
): Letter {
  const { number, moments } = about.meeting;
  const missing = seen.asked.reduce((total, asked) => total + coverageOfAsk(asked).missing, 0);
  const meeting = meetingNames(about);
  const [cutOff, freeze] = [timeWords(moments.cutOff), timeWords(moments.freeze)];
  return letterOf({
    subject: `[Điểm Cầu] Phiên họp lần thứ ${number}: đã đến thời điểm chốt số liệu, ${missing === 0 ? 'đủ báo cáo' : `còn thiếu ${missing} báo cáo`}`,
    vi: [
      'Kính gửi: Ban Thư ký',
      `Đã đến thời điểm chốt số liệu cho ${meeting.vi}: ${cutOff.vi}. Nội dung ký xác nhận sau thời điểm này không được tính cho phiên họp. Bản chốt được lập lúc ${freeze.vi}.`,
      ...partsOf(seen, about, 'vi'),
      `Xem tình hình: ${portalLink(about)}`,
    ],
    en: [
      'To: the secretariat',
      `The cut-off of ${meeting.en} has come: ${cutOff.en}. What is signed later does not count for the session. The snapshot is made at ${freeze.en}.`,
      ...partsOf(seen, about, 'en'),
      `See how things stand: ${portalLink(about)}`,
    ],
  });
}

/** To the secretariat when a unit owes something and no account of it can be told. */
export function unreachedLetter(unreached: readonly Owing[], about: About): Letter {
  const meeting = meetingNames(about);
  const named = (language: keyof Names) =>
    unreached.map((owing) => ({ text: `${owing.name}: ${countsOf(owing)[language]}` }));
  return letterOf({
    subject: `[Điểm Cầu] Phiên họp lần thứ ${about.meeting.number}: ${unreached.length} đơn vị không có người nhận thư nhắc`,
    vi: [
      'Kính gửi: Ban Thư ký',
      `Các đơn vị dưới đây còn nội dung phải hoàn thành cho ${meeting.vi} nhưng không có tài khoản nào của đơn vị nhận được thư. Đề nghị liên hệ trực tiếp và lập tài khoản cho đơn vị.`,
      { heading: 'Đơn vị:', items: named('vi') },
      `Xem tình hình: ${portalLink(about)}`,
    ],
    en: [
      'To: the secretariat',
      `The units below still owe something for ${meeting.en}, and no account of theirs could be told by mail. Please speak with them and make accounts for them.`,
      { heading: 'Units:', items: named('en') },
      `See how things stand: ${portalLink(about)}`,
    ],
  });
}

function partsOf(
  { asked, owing }: Parameters<typeof digestLetter>[0],
  about: About,
  language: keyof Names,
): Part[] {
  const parts = asked.map(
    (each): Part => ({
      heading: headingOf(each, language),
      items: missingOf(each, about).map(({ name, state }) => ({
        text: `${name}: ${stateWords[state][language]}`,
      })),
    }),
  );
  const tasks = owing.flatMap(({ name, tasks }) => tasks.map((task) => ({ name, task })));
  if (tasks.length === 0) return parts;
  const heading = {
    vi: `Nhiệm vụ chưa báo cáo kết quả (${tasks.length}):`,
    en: `Tasks not reported on (${tasks.length}):`,
  };
  const number = { vi: 'nhiệm vụ số', en: 'task' }[language];
  const items = tasks.map(({ name, task }) => ({
    text: `${name}: ${number} ${task.number} (${task.meeting})`,
  }));
  return [...parts, { heading: heading[language], items }];
}

function headingOf(asked: Asked, language: keyof Names): string {
  const { form, period } = asked;
  const { expected, counted, onTime, late, nil, missing } = coverageOfAsk(asked);
  const named = `${form.names[language]} – ${period.names[language]}`;
  return {
    vi: `${named}: ${counted}/${expected} đơn vị có báo cáo (đúng hạn ${onTime}, muộn ${late}; trong đó không có phát sinh ${nil}); thiếu ${missing}${missing > 0 ? ':' : '.'}`,
    en: `${named}: ${counted} of ${expected} units reported (on time ${onTime}, late ${late}; of these nil ${nil}); missing ${missing}${missing > 0 ? ':' : '.'}`,
  }[language];
}

/** Where nothing stands, and how far it got. */
function missingOf({ slots }: Asked, { meeting }: About) {
  const day = meeting.moments.cutOff.slice(0, 10);
  return slots
    .filter(({ slot }) => !slot?.standing)
    .map((seen) => ({ name: nameOn(seen.unit, day).full, state: owedState(seen) ?? ('missing' as const) }));
}
