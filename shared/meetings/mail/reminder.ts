import { shown } from '../../catalog/working-days.ts';
import type { Owing } from '../owed.ts';
import { type Letter, letterOf, type Part } from './letter.ts';
import {
  type About,
  addressee,
  meetingNames,
  type Names,
  ordinal,
  portalPage,
  reportItem,
  subjectStart,
  taskItem,
  timeWords,
} from './words.ts';

/** The successor whose people are written to, where the unit that owes was dissolved. */
type Acting = Pick<Owing, 'unit' | 'name'>;

/** To a unit's people when reporting for a meeting is open: what is asked of them, and until when. */
export function openingLetter(owing: Owing, about: About, acting?: Acting): Letter {
  const { date } = about.meeting;
  const meeting = meetingNames(about);
  return owedLetter({ owing, acting }, about, {
    subject: 'đã mở đợt báo cáo, gồm',
    vi: `Đã mở đợt báo cáo cho ${meeting.vi}, họp ngày ${shown(date)}. Đề nghị Quý đơn vị gửi và ký xác nhận đúng hạn các nội dung dưới đây.`,
    en: `Reporting is open for ${meeting.en}, held on ${date}. Please send and sign what is listed below in time.`,
  });
}

/** To a unit's people while something is still owed: exactly what is missing, and nothing else. */
export function reminderLetter(owing: Owing, about: About, acting?: Acting): Letter {
  const { date } = about.meeting;
  const meeting = meetingNames(about);
  return owedLetter({ owing, acting }, about, {
    subject: 'còn thiếu',
    vi: `Để chuẩn bị ${meeting.vi}, họp ngày ${shown(date)}, Quý đơn vị còn các nội dung dưới đây chưa hoàn thành. Đề nghị Quý đơn vị hoàn thành đúng hạn.`,
    en: `For ${meeting.en}, held on ${date}, your unit has not yet completed what is listed below. Please complete it in time.`,
  });
}

function owedLetter(
  { owing, acting }: { owing: Owing; acting: Acting | undefined },
  about: About,
  said: Names & { subject: string },
): Letter {
  const { number, date } = about.meeting;
  const counts = countsOf(owing).vi;
  const to = addressee(acting ?? owing);
  return letterOf({
    subject: `${subjectStart(about)} ${owing.name}: ${said.subject} ${counts}, phiên họp ${ordinal(number)} ngày ${shown(date)}`,
    vi: [
      `Kính gửi: ${to.vi}`,
      said.vi,
      ...(acting ? [inPlaceOf(owing).vi] : []),
      ...partsOf(owing, about, 'vi'),
      `Số liệu được khóa lúc ${timeWords(about.meeting.moments.cutOff).vi}; nội dung ký xác nhận sau thời điểm đó không được tính cho phiên họp này.`,
      `Nơi thực hiện: ${portalPage.owed(about)}`,
      'Thư này do hệ thống Điểm Cầu gửi tự động theo lịch của Ban Thư ký, chỉ gửi cho đơn vị còn nội dung phải hoàn thành.',
    ],
    en: [
      `To: ${to.en}`,
      said.en,
      ...(acting ? [inPlaceOf(owing).en] : []),
      ...partsOf(owing, about, 'en'),
      `The cut-off is at ${timeWords(about.meeting.moments.cutOff).en}; what is signed later does not count for this session.`,
      `Where to do it: ${portalPage.owed(about)}`,
      'This mail was sent by the service Điểm Cầu on the schedule of the secretariat, only to units that still owe something.',
    ],
  });
}

function inPlaceOf({ name }: Owing): Names {
  return {
    vi: `Các báo cáo này là của ${name}, nay đã giải thể hoặc sáp nhập; Quý đơn vị có quyền kế thừa để gửi và ký xác nhận thay.`,
    en: `These are reports of ${name}, which has been dissolved; the secretariat lets your unit send and sign them in its place.`,
  };
}

/** `2 báo cáo và 1 nhiệm vụ` */
export function countsOf({ reports, tasks }: Pick<Owing, 'reports' | 'tasks'>): Names {
  const count = (many: number, one: string, more: string) => `${many} ${many === 1 ? one : more}`;
  const vi = [
    ...(reports.length > 0 ? [`${reports.length} báo cáo`] : []),
    ...(tasks.length > 0 ? [`${tasks.length} nhiệm vụ`] : []),
  ];
  const en = [
    ...(reports.length > 0 ? [count(reports.length, 'report', 'reports')] : []),
    ...(tasks.length > 0 ? [count(tasks.length, 'task', 'tasks')] : []),
  ];
  return { vi: vi.join(' và '), en: en.join(' and ') };
}

function partsOf({ unit, reports, tasks }: Owing, about: About, language: keyof Names): Part[] {
  const parts: Part[] = [];
  if (reports.length > 0)
    parts.push({
      heading: { vi: 'Báo cáo:', en: 'Reports:' }[language],
      items: reports.map((report) => reportItem(report, { about, unit: unit.id }, language)),
    });
  if (tasks.length > 0)
    parts.push({
      heading: {
        vi: 'Nhiệm vụ chưa báo cáo kết quả (báo cáo ở trang tính “Nhiệm vụ” của tệp gửi lên):',
        en: 'Tasks not reported on (report them on the sheet “Nhiệm vụ” of the file that you send):',
      }[language],
      items: tasks.map((task) => taskItem(task, language)),
    });
  return parts;
}
