import type { SnapshotStore } from '../briefing/freeze-meeting.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { Meeting } from '../catalog/schema.ts';
import { Refusal } from '../refusal.ts';

type Names = { vi: string; en: string };

export type MeetingView = {
  id: string;
  body: Names;
  number: number;
  date: string;
  theme: string;
  periods: string[];
  scorecards: string[];
  /** Local time in Asia/Ho_Chi_Minh. */
  freezeAt: string | null;
  figures: string | null;
  /** True for a meeting that was made up for the demonstration. */
  constructed: boolean;
};

/** Every meeting of the catalogue, newest first. */
export function listMeetings(catalog: Catalog): { items: MeetingView[]; next: null } {
  const meetings = [...catalog.meetings.values()].sort((a, b) => (a.date < b.date ? 1 : -1));
  return { items: meetings.map((meeting) => viewOf(catalog, meeting)), next: null };
}

/** One meeting and which snapshot is its own. @throws Refusal `not-found` */
export async function readMeeting(
  id: string,
  parts: { catalog: Catalog; snapshots: Pick<SnapshotStore, 'frozen'> },
): Promise<MeetingView & { snapshot: { hash: string; frozenAt: string; units: number } | null }> {
  const meeting = parts.catalog.meetings.get(id);
  if (!meeting) throw new Refusal('not-found');
  const frozen = await parts.snapshots.frozen(id);
  const snapshot = frozen ? { hash: frozen.hash, frozenAt: frozen.cutOff, units: frozen.units } : null;
  return { ...viewOf(parts.catalog, meeting), snapshot };
}

function viewOf(catalog: Catalog, meeting: Meeting): MeetingView {
  const { id, number, date, theme, periods, scorecards, freezeAt, figures, status } = meeting;
  const body = catalog.bodies.get(meeting.body)?.names ?? { vi: meeting.body, en: meeting.body };
  const constructed = status === 'constructed';
  return { id, body, number, date, theme, periods, scorecards, freezeAt, figures, constructed };
}
