import type { SnapshotStore } from '../briefing/freeze-meeting.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { HeldMeeting } from '../catalog/schema.ts';
import { periodsAsked, scorecardsAsked } from '../meetings/asked-rounds.ts';
import type { Ask, Meeting, MeetingStore, Moments } from '../meetings/meeting.ts';
import { Refusal } from '../refusal.ts';

type Names = { vi: string; en: string };

export type MeetingView = {
  id: string;
  /** Null for a session that was held before the calendar was kept here. */
  revision: number | null;
  body: Names;
  bodyCode: string;
  number: number;
  date: string;
  theme: { vi: string; en: string | null };
  state: 'held' | 'planned' | 'cancelled';
  asks: Ask[];
  periods: string[];
  scorecards: string[];
  /** Local times in Asia/Ho_Chi_Minh. */
  moments: Moments | null;
  cutOff: string | null;
  /** When the figures are frozen; null where they never are. */
  freezeAt: string | null;
  previous: string | null;
  figures: string | null;
  /** True for a meeting that was made up for the demonstration. */
  constructed: boolean;
};

export type MeetingParts = { catalog: Catalog; meetings: Pick<MeetingStore, 'meeting' | 'meetings'> };

/** Every meeting, newest first: those that were planned here, and those that were held before. */
export async function listMeetings({
  catalog,
  meetings,
}: MeetingParts): Promise<{ items: MeetingView[]; next: null }> {
  const planned = await meetings.meetings();
  const known = new Set(planned.map(({ id }) => id));
  const held = [...catalog.meetings.values()].filter(({ id }) => !known.has(id));
  const views = [
    ...planned.map((meeting) => meetingView(meeting, catalog)),
    ...held.map((meeting) => heldView(meeting, catalog)),
  ];
  return { items: views.sort(newestFirst), next: null };
}

function newestFirst(a: MeetingView, b: MeetingView): number {
  if (a.date !== b.date) return a.date < b.date ? 1 : -1;
  return a.id < b.id ? -1 : 1;
}

/** A meeting of the calendar, or one that was held before. @throws Refusal `not-found` */
export async function findMeeting(id: string, { catalog, meetings }: MeetingParts): Promise<MeetingView> {
  const planned = await meetings.meeting(id);
  if (planned) return meetingView(planned, catalog);
  const held = catalog.meetings.get(id);
  if (!held) throw new Refusal('not-found');
  return heldView(held, catalog);
}

/** One meeting and which snapshot is its own. @throws Refusal `not-found` */
export async function readMeeting(
  id: string,
  parts: MeetingParts & { snapshots: Pick<SnapshotStore, 'frozen'> },
): Promise<MeetingView & { snapshot: { hash: string; frozenAt: string; units: number } | null }> {
  const view = await findMeeting(id, parts);
  const frozen = await parts.snapshots.frozen(view.id);
  const snapshot = frozen ? { hash: frozen.hash, frozenAt: frozen.cutOff, units: frozen.units } : null;
  return { ...view, snapshot };
}

/** A meeting of the calendar as it is told: which scorecards it looks at follows from what it asks for. */
export function meetingView(meeting: Meeting, catalog: Catalog): MeetingView {
  const { id, revision, number, date, theme, state, asks, moments, previous, constructed } = meeting;
  return {
    id,
    revision,
    ...bodyOf(meeting.body, catalog),
    number,
    date,
    theme,
    state,
    asks,
    periods: periodsAsked(meeting),
    scorecards: scorecardsAsked(meeting, catalog),
    moments,
    cutOff: moments.cutOff,
    freezeAt: state === 'cancelled' ? null : moments.freeze,
    previous,
    figures: null,
    constructed,
  };
}

function heldView(
  { id, body, number, date, theme, periods, figures }: HeldMeeting,
  catalog: Catalog,
): MeetingView {
  return {
    id,
    revision: null,
    ...bodyOf(body, catalog),
    number,
    date,
    theme: { vi: theme, en: null },
    state: 'held',
    asks: [],
    periods,
    scorecards: [],
    moments: null,
    cutOff: null,
    freezeAt: null,
    previous: null,
    figures,
    constructed: false,
  };
}

function bodyOf(code: string, catalog: Catalog): { body: Names; bodyCode: string } {
  return { body: catalog.bodies.get(code)?.names ?? { vi: code, en: code }, bodyCode: code };
}
