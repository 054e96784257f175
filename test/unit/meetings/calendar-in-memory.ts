import { stepKey } from '../../../shared/aws/keys.ts';
import { catalog } from '../../../shared/catalog/catalog.ts';
import type { MeetingChange, StepDone } from '../../../shared/meetings/calendar-records.ts';
import type { Meeting } from '../../../shared/meetings/meeting.ts';
import type { PlannedSchedule } from '../../../shared/meetings/plan-schedules.ts';
import type { PlanParts } from '../../../shared/meetings/planned.ts';
import type { Identity } from '../../../shared/submissions/rights.ts';
import type { Task } from '../../../shared/tasks/task.ts';

/** A calendar in memory, as the table and the Scheduler behave; `before` runs ahead of a call, to stop or to interleave it. */
export function calendarInMemory(before: (call: string) => void | Promise<void> = () => {}) {
  const kept = new Map<string, Meeting>();
  const changes = new Map<string, MeetingChange>();
  const done = new Map<string, StepDone>();
  const waiting = new Map<string, PlannedSchedule>();
  const frozen = new Set<string>();
  const tasks: Task[] = [];
  const keyOf = (id: string, step: string, due: string) => Object.values(stepKey(id, step, due)).join(' ');
  const parts: PlanParts = {
    catalog,
    isFrozen: async (id) => frozen.has(id),
    tasks: { tasks: async () => tasks },
    meetings: {
      meeting: async (id) => kept.get(id),
      meetings: async () => [...kept.values()],
      async putMeeting(next) {
        await before('putMeeting');
        if ((kept.get(next.id)?.revision ?? 0) !== next.revision - 1) return 'somebody-was-first';
        kept.set(next.id, next);
        return 'put';
      },
    },
    records: {
      async append(change) {
        await before('append');
        const key = `${change.meeting} ${change.revision}`;
        if (changes.has(key)) return 'already-there';
        changes.set(key, change);
        return 'appended';
      },
      change: async (id, revision) => changes.get(`${id} ${revision}`),
      changes: async (id, before, limit) =>
        [...changes.values()]
          .filter(({ meeting, revision }) => meeting === id && revision < before)
          .sort((a, b) => b.revision - a.revision)
          .slice(0, limit),
      stepsDone: async (id) => [...done.values()].filter(({ meeting }) => meeting === id),
      stepDone: async (id, step, due) => done.get(keyOf(id, step, due)),
      async recordStep(one) {
        await before('recordStep');
        const key = keyOf(one.meeting, one.step, one.due);
        if (done.has(key)) return 'already-recorded';
        done.set(key, one);
        return 'recorded';
      },
    },
    schedules: {
      async set(id, planned) {
        await before(`set ${planned.step}`);
        waiting.set(`${id} ${planned.step}`, planned);
        return 'set';
      },
      remove: async (id, step) => void waiting.delete(`${id} ${step}`),
      find: async (id, step) => waiting.get(`${id} ${step}`),
    },
  };
  /** `freeze 2026-10-14T17:15:00` for each schedule that waits. */
  const scheduled = (id = 'ubqg-11') =>
    [...waiting]
      .filter(([key]) => key.startsWith(`${id} `))
      .map(([, { step, at }]) => `${step} ${at}`)
      .sort();
  return { parts, kept, changes, done, waiting, frozen, tasks, scheduled };
}

export const secretariat: Identity = { subject: 'thu-ky', unit: null, roles: ['secretariat'] };
