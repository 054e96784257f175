import canonicalize from 'canonicalize';
import type { Catalog } from '../catalog/catalog.ts';
import { formIn } from '../catalog/catalog.ts';
import { dueOf } from '../catalog/deadline.ts';
import { dayAfter, instantOf, localTimeOf, periodOf } from '../catalog/period.ts';
import { workingDays as days } from '../catalog/working-days.ts';
import type { Ask, Meeting, Moments } from './meeting.ts';
import { mostReminders } from './plan-schedules.ts';
import { afterQuiet } from './quiet-hours.ts';

/** A meeting as the secretariat asks for it: what is left out is computed, and told in the answer. */
export type MeetingRequest = {
  body: string;
  number: number;
  date: string;
  theme: { vi: string; en: string };
  asks: Ask[];
  moments: Pick<Moments, 'cutOff'> & Partial<Moments>;
  /** Left out: the newest earlier meeting of the body; of a change: as it is. */
  previous?: string | null;
  constructed?: boolean;
};

/** `ubqg-11`: the body and its number, as the sessions of the catalogue are named. */
export function meetingIdOf({ body, number }: Pick<MeetingRequest, 'body' | 'number'>): string {
  return `${body.toLowerCase()}-${String(number).padStart(2, '0')}`;
}

/** What a wanted meeting follows from: the catalogue, every meeting of the calendar, and of a change the present one. */
export type WantedContext = { catalog: Catalog; others: readonly Meeting[]; current?: Meeting };

/**
 * The whole meeting that a request wants, with every moment.
 * @param at the time of the request (ISO 8601, UTC)
 * @returns `computed`: what the request left out, by its path
 */
export function wantedMeeting(
  request: MeetingRequest,
  revision: number,
  at: string,
  { catalog, others, current }: WantedContext,
): { meeting: Meeting; computed: string[] } {
  const { body, number, date, theme, asks, constructed = current?.constructed ?? false } = request;
  const now = localTimeOf(at);
  const moments = momentsOf(request, now, catalog, current ? keptMoments(current, request, now) : {});
  const { previous = current ? current.previous : previousOf(request, others) } = request;
  const left = Object.keys(moments).filter((name) => request.moments[name as keyof Moments] === undefined);
  return {
    meeting: {
      schema: 'meeting/1',
      id: meetingIdOf(request),
      revision,
      body,
      number,
      date,
      theme,
      asks,
      previous,
      moments,
      state: 'planned',
      constructed,
    },
    computed: [
      ...left.map((name) => `moments.${name}`),
      ...(request.previous === undefined ? ['previous'] : []),
    ],
  };
}

/** @param kept what stays of the present meeting where the request leaves it out */
function momentsOf(request: MeetingRequest, now: string, catalog: Catalog, kept: KeptMoments): Moments {
  const { cutOff, ...given } = request.moments;
  const opening = given.opening ?? kept.opening ?? openingOf(request, now, catalog);
  const computed = () => remindersOf(request, { opening, now }, catalog);
  const past = (kept.past ?? []).filter((moment) => moment > opening);
  return {
    opening,
    reminders: given.reminders ?? kept.reminders ?? [...past, ...computed()].slice(-mostReminders),
    cutOff,
    provisional: given.provisional ?? kept.provisional ?? later(cutOff, 2),
    freeze: given.freeze ?? kept.freeze ?? later(cutOff, 15),
  };
}

/** `past`: reminders that stay beside those that are computed anew. */
type KeptMoments = Partial<Moments> & { past?: string[] };

/**
 * What a change that leaves them out keeps of the moments: those that are past, or people would be written to again,
 * and those whose reason has not moved, the cut-off or what is asked for.
 */
function keptMoments(current: Meeting, { asks, moments }: MeetingRequest, now: string): KeptMoments {
  const { opening, reminders, cutOff, provisional, freeze } = current.moments;
  const isSameCutOff = moments.cutOff === cutOff;
  const isSameAsks = canonicalize(asks) === canonicalize(current.asks);
  const isPast = (moment: string) => moment <= now && moment < moments.cutOff;
  return {
    ...((isPast(opening) || (isSameAsks && opening < moments.cutOff)) && { opening }),
    ...(isSameCutOff && isSameAsks ? { reminders } : { past: reminders.filter(isPast) }),
    ...(isSameCutOff && { provisional, freeze }),
  };
}

/** 08:00 on the first working day behind the last of the periods that are asked for, or at once. */
function openingOf({ asks, moments }: MeetingRequest, now: string, catalog: Catalog): string {
  const atOnce = afterQuiet(nextMinute(now));
  const ends = asks.flatMap(({ form: code, period: name }) => {
    const [form, period] = [formIn(catalog, code, name), periodOf(name)];
    return form && period ? [period[form.window].to] : [];
  });
  const last = ends.sort().at(-1);
  if (last === undefined) return atOnce;
  const opening = `${days.workingDayOnOrAfter(dayAfter(last, 1))}T08:00:00`;
  return opening > atOnce && opening < moments.cutOff ? opening : atOnce;
}

/** So many working days before the earliest due day, and before the day of the cut-off. */
const reminderDays = [7, 3, 1];
const reminderTime = '08:30:00';

function remindersOf(
  { asks, moments }: MeetingRequest,
  { opening, now }: { opening: string; now: string },
  catalog: Catalog,
): string[] {
  const due = asks.flatMap(({ form: code, period: name }) => {
    const [form, period] = [formIn(catalog, code, name), periodOf(name)];
    return form && period ? [dueOf(form, period).day] : [];
  });
  const ends = [...due.sort().slice(0, 1), moments.cutOff.slice(0, 10)];
  const wanted = ends.flatMap((day) =>
    reminderDays.map((before) => `${days.addWorkingDays(day, -before)}T${reminderTime}`),
  );
  const earliest = opening > now ? opening : now;
  const possible = wanted.filter((moment) => moment > earliest && moment < moments.cutOff);
  return [...new Set(possible)].sort();
}

/** The newest meeting of the body before the day of this one. */
function previousOf(request: MeetingRequest, others: readonly Meeting[]): string | null {
  const own = meetingIdOf(request);
  const before = others
    .filter(({ id, body, state }) => id !== own && body === request.body && state === 'planned')
    .filter(({ date }) => date < request.date)
    .sort((a, b) => (a.date < b.date ? -1 : 1));
  return before.at(-1)?.id ?? null;
}

/** The first whole minute that is at least a minute away. */
function nextMinute(now: string): string {
  const ms = Date.parse(instantOf(now)) + 60_000;
  return localTimeOf(new Date(Math.ceil(ms / 60_000) * 60_000).toISOString());
}

function later(localTime: string, minutes: number): string {
  return localTimeOf(new Date(Date.parse(instantOf(localTime)) + minutes * 60_000).toISOString());
}
