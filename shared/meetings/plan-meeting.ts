import canonicalize from 'canonicalize';
import type { Catalog } from '../catalog/catalog.ts';
import { Refusal } from '../refusal.ts';
import { type Identity, requireSecretariat } from '../submissions/rights.ts';
import { carryOut } from './carry-out.ts';
import { requireValid } from './check-meeting.ts';
import type { Meeting } from './meeting.ts';
import type { Planned, PlanParts } from './planned.ts';
import { settleSchedules } from './settle-schedules.ts';
import { type MeetingRequest, meetingIdOf, wantedMeeting } from './wanted-meeting.ts';

/**
 * Plans a meeting, and sets its schedules. The same request again finds the same meeting and sets them again.
 * @param ask.at the time of the request (ISO 8601, UTC)
 * @throws Refusal `not-allowed`, `meeting-not-valid` with every wrong field, `meeting-number-taken`
 */
export async function planMeeting(
  ask: { who: Identity; at: string; request: MeetingRequest },
  parts: PlanParts,
): Promise<Planned<'meeting-planned' | 'already-planned'>> {
  const { who, at, request } = ask;
  requireSecretariat(who, true);
  const others = await parts.meetings.meetings();
  const { meeting, computed } = wantedMeeting(request, 1, at, { catalog: parts.catalog, others });
  const there = others.find(({ id }) => id === meeting.id);
  const planned = async (word: 'meeting-planned' | 'already-planned', kept: Meeting) => {
    const schedules = await settleSchedules(kept.id, at, parts);
    return { word, meeting: kept, computed, schedules };
  };
  if (there) {
    if (!isAskedFor(there, request)) throw new Refusal('meeting-number-taken');
    return planned('already-planned', there);
  }
  if (isOfAnotherDay(request, parts.catalog)) throw new Refusal('meeting-number-taken');
  requireValid(meeting, { catalog: parts.catalog, others, at });
  const change = {
    schema: 'meeting-change/1',
    meeting: meeting.id,
    revision: 1,
    change: 'planned',
    at,
    by: who.subject,
    why: null,
    after: meeting,
  } as const;
  const kept = await carryOut(change, parts);
  // Another's, perhaps, that a crash left half done: its schedules are set before anybody is told.
  const answer = await planned('meeting-planned', kept);
  if (!isAskedFor(kept, request)) throw new Refusal('meeting-number-taken');
  return answer;
}

/** Whether a meeting is, untouched, what a request asks for: what the request leaves out may be as it is. */
function isAskedFor(meeting: Meeting, request: MeetingRequest): boolean {
  const { moments, previous = meeting.previous, constructed = false, ...rest } = request;
  const asked: Meeting = {
    ...meeting,
    ...rest,
    previous,
    constructed,
    moments: { ...meeting.moments, ...moments },
  };
  return meeting.revision === 1 && canonicalize(asked) === canonicalize(meeting);
}

/** The catalogue knows a session of that number that was held on another day. */
function isOfAnotherDay(request: MeetingRequest, catalog: Catalog): boolean {
  const held = catalog.meetings.get(meetingIdOf(request));
  return held !== undefined && !request.date.startsWith(held.date);
}
