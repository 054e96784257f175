import { localTimeOf } from '../../shared/catalog/period.ts';
import type { ChangeView, StepView } from '../../shared/meetings/read-calendar-records.ts';
import type { MeetingView } from '../../shared/query/read-meeting.ts';
import type { Lang } from '../usage.ts';

/** Meetings, one a line: day, id, state, theme. */
export function listText(meetings: readonly MeetingView[], lang: Lang): string {
  const width = Math.max(...meetings.map(({ id }) => id.length));
  const states = words[lang].states;
  const broad = Math.max(...Object.values(states).map((state) => state.length));
  return meetings
    .map(({ id, date, state, theme }) =>
      [date.padEnd(10), id.padEnd(width), states[state].padEnd(broad), themeOf(theme, lang)].join('  '),
    )
    .join('\n');
}

/** A meeting: what is asked for, and its moments; what of it was computed is marked. */
export function meetingText(meeting: MeetingView, computed: readonly string[], lang: Lang): string {
  const text = words[lang];
  const { id, body, number, date, state, theme, asks, moments, previous, constructed } = meeting;
  const lines = [
    `${id}  ${body[lang]} · ${text.session(number)} · ${date} · ${text.states[state]}`,
    `  ${themeOf(theme, lang)}`,
  ];
  if (constructed) lines.push(`  ${text.constructed}`);
  if (asks.length > 0) {
    lines.push(`  ${text.asks}: ${asks.map(({ form, period }) => `${form} ${period}`).join(', ')}`);
  }
  if (previous !== null) lines.push(`  ${text.previous}: ${previous}`);
  for (const [name, moment] of Object.entries(moments ?? {})) {
    const label = text.moments[name as keyof typeof text.moments];
    const told = [moment].flat().map(shown).join(' · ') || '–';
    const mark = computed.includes(`moments.${name}`) ? `  (${text.computed})` : '';
    lines.push(`  ${label}: ${told}${mark}`);
  }
  return lines.join('\n');
}

/** The steps of a meeting in the order of time, each with what became of it. */
export function stepsText(steps: readonly StepView[], lang: Lang): string {
  const text = words[lang];
  const label = ({ step }: StepView) => stepLabel(step, lang);
  const width = Math.max(...steps.map((one) => label(one).length));
  return steps
    .map((one) => {
      const { due, state, scheduledFor, lateMinutes, attempt, told } = one;
      const late = state === 'done-late' ? ` (${text.late(lateMinutes ?? 0, attempt ?? 1)})` : '';
      const moved = state === 'waiting-late' && scheduledFor !== null ? ` (${shown(scheduledFor)})` : '';
      const mails = told ? ` (${text.told(told.units, told.unreached.length)})` : '';
      return `  ${shown(due)}  ${label(one).padEnd(width)}  ${text.steps[state]}${late}${moved}${mails}`;
    })
    .join('\n');
}

/** A step as its moment is called; reminders are counted. */
function stepLabel(step: StepView['step'], lang: Lang): string {
  const { moments, reminder } = words[lang];
  if (step === 'cut-off') return moments.cutOff;
  if (step === 'opening' || step === 'provisional' || step === 'freeze') return moments[step];
  return reminder(Number(step.slice('reminder-'.length)));
}

/** Who changed a meeting, when and why, newest first. */
export function changesText(changes: readonly ChangeView[], lang: Lang): string {
  const line = ({ revision, change, at, by, why }: ChangeView) =>
    `  ${revision}  ${shown(localTimeOf(at))}  ${words[lang].changes[change]}  ${by}  ${why ?? ''}`.trimEnd();
  return changes.map(line).join('\n');
}

/** What is wrong with a wanted meeting, field by field. */
export function faultsText(
  fields: readonly { field: string; message: { vi: string; en: string } }[],
  lang: Lang,
): string {
  return fields.map(({ field, message }) => `  ✗ ${field}: ${message[lang]}`).join('\n');
}

/** What is in the way, as the service names it: `followedBy: ubqg-13`. */
export function aboutText(about: Readonly<Record<string, string | number>>): string {
  return Object.entries(about)
    .map(([name, value]) => `  ${name}: ${value}`)
    .join('\n');
}

function themeOf({ vi, en }: MeetingView['theme'], lang: Lang): string {
  return lang === 'en' && en !== null ? en : vi;
}

/** `2026-10-14 17:00` */
function shown(localTime: string): string {
  return localTime.slice(0, 16).replace('T', ' ');
}

/** As they are said behind *lần thứ*; a meeting has ten reminders at most. */
const ordinals = ['nhất', 'hai', 'ba', 'tư', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười'];

const words = {
  vi: {
    session: (number: number) => `phiên ${number}`,
    states: { held: 'đã họp', planned: 'đã lập', cancelled: 'đã hủy' },
    asks: 'Yêu cầu báo cáo',
    previous: 'Phiên trước',
    constructed: 'Phiên họp giả định để trình diễn.',
    computed: 'hệ thống tính',
    moments: {
      opening: 'Mở kỳ báo cáo',
      reminders: 'Nhắc',
      cutOff: 'Khóa số liệu',
      provisional: 'Tổng hợp tạm thời',
      freeze: 'Chốt số liệu',
    },
    reminder: (number: number) => `Nhắc lần thứ ${ordinals[number - 1] ?? number}`,
    steps: {
      done: 'đã chạy',
      'done-late': 'đã chạy muộn',
      waiting: 'đã đặt lịch',
      'waiting-late': 'sẽ chạy muộn',
      missed: 'bỏ lỡ, không chạy nữa',
      'not-scheduled': 'CHƯA ĐẶT LỊCH',
      'of-an-earlier-plan': 'theo lịch cũ',
    },
    late: (minutes: number, attempt: number) => `${minutes} phút, lần thử ${attempt}`,
    told: (units: number, unreached: number) =>
      `thư đến ${units} đơn vị, ${unreached} đơn vị không có người nhận`,
    changes: { planned: 'lập', changed: 'sửa', cancelled: 'hủy' },
  },
  en: {
    session: (number: number) => `session ${number}`,
    states: { held: 'held', planned: 'planned', cancelled: 'cancelled' },
    asks: 'Asked for',
    previous: 'Previous meeting',
    constructed: 'A meeting made up for demonstration.',
    computed: 'computed',
    moments: {
      opening: 'Opening',
      reminders: 'Reminders',
      cutOff: 'Cut-off',
      provisional: 'Provisional figures',
      freeze: 'Freeze',
    },
    reminder: (number: number) => `Reminder ${number}`,
    steps: {
      done: 'ran',
      'done-late': 'ran late',
      waiting: 'scheduled',
      'waiting-late': 'will run late',
      missed: 'missed, will not run',
      'not-scheduled': 'NOT SCHEDULED',
      'of-an-earlier-plan': 'of an earlier plan',
    },
    late: (minutes: number, attempt: number) => `${minutes} minutes, attempt ${attempt}`,
    told: (units: number, unreached: number) =>
      `mail told ${units} units; ${unreached} have nobody to receive it`,
    changes: { planned: 'planned', changed: 'changed', cancelled: 'cancelled' },
  },
} as const;
