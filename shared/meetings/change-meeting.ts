import canonicalize from 'canonicalize';
import { instantOf } from '../catalog/period.ts';
import { Refusal } from '../refusal.ts';
import { type Identity, requireSecretariat } from '../submissions/rights.ts';
import { carryOut } from './carry-out.ts';
import { requireValid } from './check-meeting.ts';
import { type Meeting, settleSeconds } from './meeting.ts';
import type { Planned, PlanParts } from './planned.ts';
import { settleSchedules } from './settle-schedules.ts';
import { type MeetingRequest, type WantedContext, wantedMeeting } from './wanted-meeting.ts';

/**
 * The meeting that is wanted, made from the revision that was read, and why it is wanted. Moments, `previous` and
 * `constructed` may be left out: see `wantedMeeting`.
 */
export type ChangeRequest = MeetingRequest & {
  revision: number;
  why: string;
  /** `cancelled`: nothing of it happens any more, and the rest of the request is not looked at. */
  state?: Meeting['state'];
};

type Word = 'meeting-changed' | 'meeting-cancelled' | 'unchanged';

/**
 * Moves, changes or cancels a meeting, and its schedules with it. What is so already is left as it is, but its
 * schedules are set again.
 * @param ask.at the time of the request (ISO 8601, UTC)
 * @throws Refusal `not-allowed`, `not-found`, `somebody-was-first`, `meeting-was-cancelled`, `meeting-frozen`,
 *   `meeting-not-valid` with every wrong field, `meeting-has-open-tasks`
 */
export async function changeMeeting(
  ask: { id: string; who: Identity; at: string; request: ChangeRequest },
  parts: PlanParts,
): Promise<Planned<Word>> {
  const { id, who, at, request } = ask;
  requireSecretariat(who, true);
  const others = await parts.meetings.meetings();
  const current = others.find((meeting) => meeting.id === id);
  if (!current) throw new Refusal('not-found');
  const { meeting: wanted, computed } = wantedOf(current, request, at, {
    catalog: parts.catalog,
    others,
    current,
  });
  const settled = async (word: Word, meeting: Meeting) => {
    const schedules = await settleSchedules(id, at, parts);
    return { word, meeting, computed, schedules };
  };
  if (sameBut(current, wanted)) return settled('unchanged', current);
  if (current.revision !== request.revision) throw new Refusal('somebody-was-first');
  if (current.state === 'cancelled') throw new Refusal('meeting-was-cancelled');
  if ((await parts.isFrozen(id)) || isClosed(current, at)) throw new Refusal('meeting-frozen');
  if (wanted.state === 'planned') {
    const fixed = (['body', 'number'] as const).filter((field) => wanted[field] !== current[field]);
    const faults = fixed.map((field) => ({ field, fault: 'fixed' as const }));
    requireValid({ ...wanted, id }, { catalog: parts.catalog, others, at }, faults);
  } else await requireNoOpenTasks(id, parts);
  const kept = await carryOut(
    {
      schema: 'meeting-change/1',
      meeting: id,
      revision: wanted.revision,
      change: wanted.state === 'cancelled' ? 'cancelled' : 'changed',
      at,
      by: who.subject,
      why: request.why,
      after: wanted,
    },
    parts,
  );
  // Another's, perhaps, that a crash left half done: its schedules are set before anybody is told.
  const answer = await settled(kept.state === 'cancelled' ? 'meeting-cancelled' : 'meeting-changed', kept);
  if (!sameBut(kept, wanted)) throw new Refusal('somebody-was-first');
  return answer;
}

/** Whoever follows a meeting that was cancelled passes it over, and the tasks that it assigned with it. */
async function requireNoOpenTasks(id: string, { tasks }: Pick<PlanParts, 'tasks'>): Promise<void> {
  const open = (await tasks.tasks()).filter(({ meeting, closed }) => meeting === id && closed === null);
  if (open.length > 0) throw new Refusal('meeting-has-open-tasks', [], { tasks: open.length });
}

function wantedOf(
  current: Meeting,
  request: ChangeRequest,
  at: string,
  context: WantedContext,
): { meeting: Meeting; computed: string[] } {
  const revision = current.revision + 1;
  if (request.state === 'cancelled') {
    return { meeting: { ...current, revision, state: 'cancelled' }, computed: [] };
  }
  return wantedMeeting(request, revision, at, context);
}

/** The same in all but the count of changes. */
function sameBut(a: Meeting, b: Meeting): boolean {
  const text = (meeting: Meeting) => canonicalize({ ...meeting, revision: 0 });
  return text(a) === text(b);
}

/** Its freeze runs, or may run any moment: a change that is still on its way would come behind it. */
function isClosed({ moments, state }: Meeting, at: string): boolean {
  const closes = Date.parse(instantOf(moments.freeze)) - settleSeconds * 1000;
  return state === 'planned' && Date.parse(at) >= closes;
}
