import { absentIn } from '../../aggregation/absent.ts';
import { type Covered, missingIn } from '../cut-off-coverage.ts';
import { type Owing, owedState } from '../owed.ts';
import { type Letter, letterOf, type Part } from './letter.ts';
import {
  type About,
  extendedWords,
  meetingNames,
  type Names,
  ordinal,
  portalPage,
  sessionNames,
  stateWords,
  subjectStart,
  timeWords,
} from './words.ts';

/** What stood at the cut-off: the coverage of each ask, and who owed what. */
type Seen = { covered: readonly Covered[]; owing: readonly Owing[] };

/** To the secretariat at the cut-off: coverage of each ask first, then who is missing, by name. */
export function digestLetter(seen: Seen, about: About): Letter {
  const { number, moments } = about.meeting;
  const { absent, extended } = absentIn(seen.covered.map(({ coverage }) => coverage));
  const meeting = meetingNames(about);
  const [cutOff, freeze] = [timeWords(moments.cutOff), timeWords(moments.freeze)];
  return letterOf({
    subject: `${subjectStart(about)} Phiên họp ${ordinal(number)}: đã khóa số liệu, ${absent === 0 ? 'đủ báo cáo' : `còn thiếu ${absent} báo cáo${extended === 0 ? '' : `, trong đó ${extended} đơn vị được gia hạn`}`}`,
    vi: [
      'Kính gửi: Ban Thư ký',
      `Đã đến thời điểm khóa số liệu cho ${meeting.vi}: ${cutOff.vi}. Nội dung ký xác nhận sau thời điểm này không được tính cho phiên họp. Bản chốt được lập lúc ${freeze.vi}.`,
      ...partsOf(seen, 'vi'),
      `Xem tình hình: ${portalPage.meeting(about)}`,
    ],
    en: [
      'To: the secretariat',
      `The cut-off of ${meeting.en} has come: ${cutOff.en}. What is signed later does not count for the session. The snapshot is made at ${freeze.en}.`,
      ...partsOf(seen, 'en'),
      `See how things stand: ${portalPage.meeting(about)}`,
    ],
  });
}

function partsOf({ covered, owing }: Seen, language: keyof Names): Part[] {
  const parts = covered.map((one): Part => {
    const heading = headingOf(one)[language];
    const awaited = one.coverage.units.filter(({ state }) => state === 'not-due');
    const items = [...missingIn(one.coverage), ...awaited].map(({ unit, name, extendedTo }) => {
      const slot = one.asked.slots.find((each) => each.unit.id === unit);
      const state = (slot && owedState(slot)) ?? 'missing';
      const more = extendedTo === null ? '' : `; ${extendedWords(extendedTo)[language]}`;
      return { text: `${name}: ${stateWords[state][language]}${more}` };
    });
    return items.length === 0 ? `${heading}.` : { heading: `${heading}:`, items };
  });
  const tasks = owing.flatMap(({ name, tasks }) => tasks.map((task) => ({ name, task })));
  if (tasks.length === 0) return parts;
  const heading = {
    vi: `Nhiệm vụ chưa báo cáo kết quả (${tasks.length}):`,
    en: `Tasks not reported on (${tasks.length}):`,
  };
  const items = tasks.map(({ name, task }) => {
    const session = sessionNames(task.meeting)[language];
    const said = { vi: `nhiệm vụ số ${task.number} (${session})`, en: `task ${task.number} (${session})` };
    return { text: `${name}: ${said[language]}` };
  });
  return [...parts, { heading: heading[language], items }];
}

/** What nobody owes by a day is neither on time nor late nor missing. */
function headingOf({ asked: { form, period }, coverage }: Covered): Names {
  const { due, expected, counted, counts } = coverage;
  const { onTime, late, nil, missing, notDue } = counts;
  const named = (language: keyof Names) => `${form.names[language]} – ${period.names[language]}`;
  const reported = {
    vi: `${named('vi')}: ${counted}/${expected} đơn vị có báo cáo`,
    en: `${named('en')}: ${counted} of ${expected} units reported`,
  };
  if (due === null)
    return {
      vi: `${reported.vi} (không có hạn báo cáo)`,
      en: `${reported.en} (nobody owes it by a day)`,
    };
  const [later, laterEn] =
    notDue === 0 ? ['', ''] : [`, trong đó chưa đến hạn ${notDue}`, `, of these not due yet ${notDue}`];
  return {
    vi: `${reported.vi} (đúng hạn ${onTime}, muộn ${late}; trong đó không có phát sinh ${nil}); thiếu ${missing + notDue}${later}`,
    en: `${reported.en} (on time ${onTime}, late ${late}; of these nil ${nil}); missing ${missing + notDue}${laterEn}`,
  };
}
