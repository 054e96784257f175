import { createHash } from 'node:crypto';
import * as v from 'valibot';
import type { Catalog } from '../catalog/catalog.ts';
import { localDayOf } from '../catalog/period.ts';
import type { MeetingStore } from '../meetings/meeting.ts';
import { sessionNamed } from '../meetings/sessions.ts';
import { taskView } from '../query/read-tasks.ts';
import { Refusal } from '../refusal.ts';
import { assignTasks } from '../tasks/assign-tasks.ts';
import { changeTask } from '../tasks/change-task.ts';
import type { TaskStore } from '../tasks/task.ts';
import { longestTask } from '../tasks/task-room.ts';
import type { Request, Response } from './http.ts';
import { signedIn } from './identity.ts';
import { bodyOf, Code, idempotencyKeyIn, NoQuery, queryOf } from './request.ts';
import { realDay, text } from './work-bodies.ts';

export type TaskParts = { catalog: Catalog; tasks: TaskStore; meetings: Pick<MeetingStore, 'meeting'> };
type Answer = (request: Request, parts: TaskParts) => Promise<Response>;

/** One request assigns so many tasks at most. */
const mostTasks = 100;
/** So many units may work with the lead: more than there are provinces. */
const mostWith = 100;

const Deadline = v.pipe(v.string(), v.isoDate(), realDay());
const asked = {
  text: text(longestTask.text),
  lead: Code,
  with: v.pipe(v.array(Code), v.maxLength(mostWith)),
  deliverable: text(longestTask.deliverable),
  measure: text(longestTask.measure),
  deadline: Deadline,
  constructed: v.boolean(),
};

const AssignBody = v.strictObject({
  tasks: v.pipe(
    v.array(
      v.strictObject({
        ...asked,
        with: v.optional(asked.with, []),
        constructed: v.optional(asked.constructed, false),
      }),
    ),
    v.minLength(1),
    v.maxLength(mostTasks),
  ),
});

const { constructed: _, ...changeable } = asked;
const ChangeBody = v.strictObject({
  revision: v.pipe(v.number(), v.integer(), v.minValue(1)),
  why: text(500),
  ...v.partial(v.strictObject(changeable)).entries,
});

/** How tasks are assigned and changed, by route: the secretariat's. */
export const taskAnswers: Readonly<Record<string, Answer>> = {
  'POST /v1/meetings/{id}/tasks': async (request, parts) => {
    queryOf(NoQuery, request);
    const who = secretariatIn(request);
    const { tasks } = bodyOf(AssignBody, request);
    const key = idempotencyKeyIn(request);
    const meeting = request.path.id ?? '';
    if (!v.is(Code, meeting)) throw new Refusal('not-found');
    const content = digest(JSON.stringify(tasks));
    const { word, ...made } = await assignTasks(
      {
        meeting,
        tasks,
        request: digest(JSON.stringify([who.subject, key ?? content])),
        content,
        who,
        at: request.at,
      },
      { ...parts, session: (id) => sessionNamed(id, parts) },
    );
    const day = localDayOf(request.at);
    const views = made.tasks.map((task) => taskView(task, parts.catalog, day));
    const status = word === 'assigned' ? 201 : 200;
    return { word, status, body: { meeting, tasks: views, passed: made.passed } };
  },
  'PUT /v1/tasks/{meeting}/{number}': async (request, parts) => {
    queryOf(NoQuery, request);
    const who = secretariatIn(request);
    const { revision, why, ...changes } = bodyOf(ChangeBody, request);
    const { meeting = '', number = '' } = request.path;
    if (!/^[1-9]\d{0,2}$/.test(number) || !v.is(Code, meeting)) throw new Refusal('not-found');
    const { word, task, passed } = await changeTask(
      { meeting, number: Number(number), revision, why, changes: present(changes), who, at: request.at },
      parts,
    );
    return { word, status: 200, body: { ...taskView(task, parts.catalog, localDayOf(request.at)), passed } };
  },
};

/** @throws Refusal `not-allowed` to others than the secretariat, whatever they ask about */
function secretariatIn(request: Request) {
  const who = signedIn(request);
  if (!who.roles.includes('secretariat')) throw new Refusal('not-allowed');
  return who;
}

/** What was left out is not to be changed. */
function present<T extends object>(changes: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const entries = Object.entries(changes).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [K in keyof T]?: Exclude<T[K], undefined> };
}

function digest(content: string): string {
  return createHash('sha256').update(content).digest('hex');
}
