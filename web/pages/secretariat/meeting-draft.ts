import type { Form } from '../../../shared/catalog/schema.ts';
import type { Ask } from '../../../shared/meetings/meeting.ts';
import type { MeetingRequest } from '../../../shared/meetings/wanted-meeting.ts';
import type { MeetingView } from '../../../shared/query/read-meeting.ts';

/** A meeting as it stands in the fields of the form: text, as it was typed. */
export type MeetingDraft = {
  body: string;
  number: string;
  date: string;
  themeVi: string;
  themeEn: string;
  asks: Ask[];
  /** Local times as a field has them, `2026-10-14T17:00`; empty: the service computes it. */
  cutOff: string;
  opening: string;
  reminders: string[];
  provisional: string;
  freeze: string;
  /** The id of a meeting; `none`: it is the first; empty: as the service finds it. */
  previous: string;
};

export const emptyDraft: MeetingDraft = {
  body: 'UBQG',
  number: '',
  date: '',
  themeVi: '',
  themeEn: '',
  asks: [{ form: '', period: '' }],
  cutOff: '',
  opening: '',
  reminders: [],
  provisional: '',
  freeze: '',
  previous: '',
};

/** The fields filled with a meeting that is planned. */
export function draftOf(meeting: MeetingView): MeetingDraft {
  const { moments } = meeting;
  return {
    body: meeting.bodyCode,
    number: String(meeting.number),
    date: meeting.date,
    themeVi: meeting.theme.vi,
    themeEn: meeting.theme.en ?? '',
    asks: meeting.asks.map((ask) => ({ ...ask })),
    cutOff: fieldTime(moments?.cutOff ?? ''),
    opening: fieldTime(moments?.opening ?? ''),
    reminders: (moments?.reminders ?? []).map(fieldTime),
    provisional: fieldTime(moments?.provisional ?? ''),
    freeze: fieldTime(moments?.freeze ?? ''),
    previous: meeting.previous ?? 'none',
  };
}

/** What the API is asked for: a moment whose field is empty is left to it. */
export function requestOf(draft: MeetingDraft): MeetingRequest {
  const { opening, reminders, provisional, freeze, previous } = draft;
  const times = reminders.filter((moment) => moment !== '').map(wholeTime);
  return {
    body: draft.body,
    number: Number(draft.number),
    date: draft.date,
    theme: { vi: draft.themeVi.trim(), en: draft.themeEn.trim() },
    asks: draft.asks,
    moments: {
      cutOff: wholeTime(draft.cutOff),
      ...(opening === '' ? {} : { opening: wholeTime(opening) }),
      ...(times.length === 0 ? {} : { reminders: times }),
      ...(provisional === '' ? {} : { provisional: wholeTime(provisional) }),
      ...(freeze === '' ? {} : { freeze: wholeTime(freeze) }),
    },
    ...(previous === '' ? {} : { previous: previous === 'none' ? null : previous }),
  };
}

/**
 * A request that changes a meeting: moments whose fields were not touched are left out, so that what follows from
 * the cut-off and from what is asked for is computed anew where that has moved.
 */
export function changeOf(draft: MeetingDraft, before: MeetingDraft): MeetingRequest {
  const isSame = (name: 'opening' | 'reminders' | 'provisional' | 'freeze') =>
    draft[name].toString() === before[name].toString();
  const request = requestOf({
    ...draft,
    opening: isSame('opening') ? '' : draft.opening,
    reminders: isSame('reminders') ? [] : draft.reminders,
    provisional: isSame('provisional') ? '' : draft.provisional,
    freeze: isSame('freeze') ? '' : draft.freeze,
  });
  // Whoever takes out the last reminder wants none, not the usual ones.
  if (!isSame('reminders')) request.moments.reminders ??= [];
  return request;
}

/** What the form cannot be sent without, by the id of its control. */
export function missingIn(draft: MeetingDraft): string[] {
  const needed: [id: string, isThere: boolean][] = [
    ['meeting-body', draft.body !== ''],
    ['meeting-number', /^[1-9]\d{0,3}$/.test(draft.number)],
    ['meeting-date', draft.date !== ''],
    ['meeting-theme-vi', draft.themeVi.trim() !== ''],
    ['meeting-theme-en', draft.themeEn.trim() !== ''],
    ...draft.asks.flatMap(({ form, period }, index): [string, boolean][] => [
      [`meeting-ask-${index}-form`, form !== ''],
      [`meeting-ask-${index}-period`, period !== ''],
    ]),
    ['meeting-cutOff', draft.cutOff !== ''],
  ];
  return needed.filter(([, isThere]) => !isThere).map(([id]) => id);
}

/**
 * What is wrong with a cut-off before anything is sent, so that it is told with all the rest.
 * @param now local time, `2026-10-14T17:00:00`
 */
export function cutOffFault(
  { cutOff, date }: Pick<MeetingDraft, 'cutOff' | 'date'>,
  now: string,
): 'after-the-session' | 'in-the-past' | null {
  if (cutOff === '') return null;
  if (wholeTime(cutOff) <= now) return 'in-the-past';
  return date !== '' && cutOff.slice(0, 10) > date ? 'after-the-session' : null;
}

/** The id of the control of a field that the API names: `moments.reminders.1` → `meeting-reminder-1`. */
export function controlOf(field: string): string | undefined {
  const [first = '', second, third] = field.split('.');
  if (first === 'theme') return `meeting-theme-${second ?? 'vi'}`;
  if (first === 'asks') return `meeting-ask-${second ?? 0}-${third ?? 'form'}`;
  if (first === 'moments') {
    return second === 'reminders' ? `meeting-reminder-${third ?? 0}` : `meeting-${second ?? 'cutOff'}`;
  }
  return ['body', 'number', 'date', 'previous', 'why'].includes(first) ? `meeting-${first}` : undefined;
}

/**
 * The periods that a form may be asked for in, of three years about a day.
 * @param form what of it counts: the kind of its periods, and the first and last in which it is asked for
 */
export function periodsOf(forms: readonly Form[], code: string, today: string): string[] {
  const versions = forms.filter((form) => form.code === code);
  const kind = versions[0]?.periodKind;
  const year = Number(today.slice(0, 4));
  const all = [year - 1, year, year + 1].flatMap((each) => (kind ? namesOf[kind](each) : []));
  return all.filter((period) =>
    versions.some(({ from, to }) => from <= period && (to === null || period <= to)),
  );
}

const namesOf: Record<Form['periodKind'], (year: number) => string[]> = {
  month: (year) => Array.from({ length: 12 }, (_, at) => `${year}-M${String(at + 1).padStart(2, '0')}`),
  quarter: (year) => [1, 2, 3, 4].map((each) => `${year}-Q${each}`),
  half: (year) => [`${year}-H1`, `${year}-H2`],
  'nine-months': (year) => [`${year}-9M`],
  year: (year) => [String(year)],
};

/** `2026-10-14T17:00:00` as a field of date and time has it; seconds only where there are any. */
function fieldTime(moment: string): string {
  return moment.endsWith(':00') ? moment.slice(0, 16) : moment;
}

function wholeTime(field: string): string {
  return field.length === 16 ? `${field}:00` : field;
}
