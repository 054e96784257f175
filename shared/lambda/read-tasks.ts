import * as v from 'valibot';
import { sessionNamed } from '../meetings/sessions.ts';
import { readFrozenTasks } from '../query/read-frozen.ts';
import { listTasks, provisionalTasks } from '../query/read-tasks.ts';
import { Refusal } from '../refusal.ts';
import type { SubmissionStore } from '../submissions/store.ts';
import type { TaskStore } from '../tasks/task.ts';
import type { Request, Response } from './http.ts';
import { signedIn } from './identity.ts';
import { frozenDocumentResponse, meetingIn, type PublicParts } from './read-public.ts';
import { Code, NoQuery, queryOf } from './request.ts';

export type TaskReadParts = PublicParts & {
  submissions: Pick<SubmissionStore, 'slots'>;
  tasks: Pick<TaskStore, 'tasks' | 'tasksAt' | 'taskReportsOf'>;
};
type Answer = (request: Request, parts: TaskReadParts) => Promise<Response>;

const TasksQuery = v.strictObject({
  meeting: v.optional(Code),
  unit: v.optional(Code),
  state: v.optional(v.picklist(['open', 'closed'])),
  after: v.optional(v.pipe(v.string(), v.regex(/^[A-Za-z0-9@:._-]{1,64}\/[1-9]\d{0,2}$/))),
});

/** Tasks, for whoever they concern. */
export const taskReadAnswers: Readonly<Record<string, Answer>> = {
  'GET /v1/tasks': async (request, parts) => {
    const { meeting = null, unit = null, state = null, after = null } = queryOf(TasksQuery, request);
    const ask = { meeting, unit, state, after, who: signedIn(request), at: request.at };
    return found(await listTasks(ask, { ...parts, session: (id) => sessionNamed(id, parts) }));
  },
  'GET /v1/meetings/{id}/tasks': async (request, parts) => {
    queryOf(NoQuery, request);
    const id = meetingIn(request);
    const frozen = await readFrozenTasks(id, parts);
    if (frozen) return frozenDocumentResponse(frozen, 'private');
    const session = (name: string) => sessionNamed(name, parts);
    const meeting = await session(id);
    if (!meeting) throw new Refusal('not-found');
    const ask = { meeting, who: signedIn(request), at: request.at };
    return found(await provisionalTasks(ask, { ...parts, session }));
  },
};

function found(body: object): Response {
  return { word: 'found', status: 200, body, headers: { 'cache-control': 'private, no-store' } };
}
