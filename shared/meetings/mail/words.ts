import { shown } from '../../catalog/working-days.ts';
import type { Meeting } from '../meeting.ts';
import type { OwedReport, OwedState, OwedTask, Owing, Term } from '../owed.ts';
import type { Item } from './letter.ts';

export type Names = { vi: string; en: string };

/** What every letter about a meeting says of it. */
export type About = { meeting: Meeting; bodyNames: Names; portal: string };

/** `Phiên họp lần thứ 11 của Ủy ban …`, and that it was made up where it was. */
export function meetingNames({ meeting, bodyNames }: Pick<About, 'meeting' | 'bodyNames'>): Names {
  const { number, constructed } = meeting;
  const [vi, en] = constructed ? [' (phiên họp giả định)', ' (a constructed meeting)'] : ['', ''];
  return {
    vi: `Phiên họp ${ordinal(number)} của ${bodyNames.vi}${vi}`,
    en: `session ${number} of the ${bodyNames.en}${en}`,
  };
}

/** What a subject begins with: that a meeting was made up stands where no shortening reaches it. */
export function subjectStart({ meeting }: Pick<About, 'meeting'>): string {
  return `[Điểm Cầu]${meeting.constructed ? ' (giả định)' : ''}`;
}

/** `lần thứ 11`; the first is in words. */
export function ordinal(number: number): string {
  return number === 1 ? 'lần thứ nhất' : `lần thứ ${number}`;
}

/** A session by its id, whose end is its number: `Phiên họp lần thứ 10` of `ubqg-10`. */
export function sessionNames(id: string): Names {
  const number = /-(\d+)$/.exec(id)?.[1];
  if (number === undefined) return { vi: `phiên họp ${id}`, en: `session ${id}` };
  return { vi: `Phiên họp ${ordinal(Number(number))}`, en: `session ${Number(number)}` };
}

/** To whom a letter is addressed: of a province its People's Committee, of others the body itself. */
export function addressee({ unit, name }: Pick<Owing, 'unit' | 'name'>): Names {
  if (unit.kind !== 'province') return { vi: name, en: name };
  const lower = `${name.slice(0, 1).toLowerCase()}${name.slice(1)}`;
  return { vi: `Ủy ban nhân dân ${lower}`, en: `the People's Committee of ${name}` };
}

/** A local time in words: `17 giờ 00 phút ngày 14/10/2026`. */
export function timeWords(localTime: string): Names {
  const [day = '', time = ''] = localTime.split('T');
  return {
    vi: `${time.slice(0, 2)} giờ ${time.slice(3, 5)} phút ngày ${shown(day)}`,
    en: `${time.slice(0, 5)} on ${day} (Viet Nam time)`,
  };
}

/** How many days are left, and until when: `còn 3 ngày, đến hết 25/9/2026`. */
export function termWords({ due, daysLeft }: Term): Names {
  const days = Math.abs(daysLeft);
  const en = days === 1 ? '1 day' : `${days} days`;
  if (daysLeft > 0)
    return { vi: `còn ${days} ngày, đến hết ${shown(due)}`, en: `${en} left, until the end of ${due}` };
  if (daysLeft === 0)
    return {
      vi: `hôm nay là ngày cuối, đến hết ${shown(due)}`,
      en: `today is the last day, until the end of ${due}`,
    };
  return {
    vi: `quá hạn ${days} ngày, hạn là hết ${shown(due)}`,
    en: `${en} late, due by the end of ${due}`,
  };
}

export const stateWords: Readonly<Record<OwedState, Names>> = {
  missing: { vi: 'chưa gửi báo cáo', en: 'not sent yet' },
  reading: { vi: 'đã nhận tệp, hệ thống đang đọc', en: 'the file came and is being read' },
  returned: {
    vi: 'tệp bị trả lại vì có lỗi, cần sửa và gửi lại',
    en: 'returned for its errors: mend the file and send it again',
  },
  unsigned: {
    vi: 'đã kiểm tra xong, chờ người có thẩm quyền ký xác nhận',
    en: 'checked, and waiting for its signature',
  },
  questioned: { vi: 'có câu hỏi chưa được trả lời', en: 'a question is not answered yet' },
};

/** Where the portal leads: each page asks who is there, and nothing in the address is secret. */
export const portalPage = {
  /** What a unit has to report. */
  owed: ({ portal }: Pick<About, 'portal'>): string => `${portal}/bao-cao`,
  /** Where a report is sent, signed or answered. */
  report: ({ portal }: Pick<About, 'portal'>, unit: string, { form, period }: OwedReport): string =>
    `${portal}/bao-cao/${unit}/${form}/${period}`,
  /** A meeting, as the secretariat sees to it. */
  meeting: ({ portal, meeting }: Pick<About, 'portal' | 'meeting'>): string =>
    `${portal}/thu-ky/phien-hop/${meeting.id}`,
};

export function reportItem(
  report: OwedReport,
  { about, unit }: { about: About; unit: string },
  language: keyof Names,
): Item {
  const { formNames, periodNames, state } = report;
  const said = `${formNames[language]} – ${periodNames[language]}: ${stateWords[state][language]}`;
  return { text: `${said}; ${termWords(report)[language]}.`, link: portalPage.report(about, unit, report) };
}

export function taskItem(task: OwedTask, language: keyof Names): Item {
  const session = sessionNames(task.meeting)[language];
  const [named, assigned] =
    language === 'vi'
      ? [`Nhiệm vụ số ${task.number}`, `giao tại ${session}`]
      : [`Task ${task.number}`, `assigned at ${session}`];
  return { text: `${named} (${assigned}): “${task.text}”; ${termWords(task)[language]}.` };
}

/** Until when a unit was given more time. */
export function extendedWords(day: string): Names {
  return { vi: `được gia hạn đến hết ${shown(day)}`, en: `given until the end of ${day}` };
}
