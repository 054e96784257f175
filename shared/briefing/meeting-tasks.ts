import type { Catalog } from '../catalog/catalog.ts';
import type { MeetingStore } from '../meetings/meeting.ts';
import { sessionNamed } from '../meetings/sessions.ts';
import type { SubmissionStore } from '../submissions/store.ts';
import { gatherTasks } from '../tasks/gather-tasks.ts';
import type { TaskStore, TasksDocument } from '../tasks/task.ts';

export type MeetingTaskParts = {
  tasks: Pick<TaskStore, 'tasksAt' | 'taskReportsOf'>;
  submissions: Pick<SubmissionStore, 'slots'>;
  meetings: Pick<MeetingStore, 'meeting'>;
};

/** What of its asks decides where reports on tasks stand: as they are frozen, whatever became of the record. */
type Asked = { id: string; asks: readonly { form: string; period: string }[] };

/** The tasks of a meeting as they stood at its cut-off (ISO 8601, UTC): the same before its freeze has closed any and after. */
export async function tasksAtCutOff(
  meeting: Asked,
  cutOff: string,
  parts: MeetingTaskParts & { catalog: Catalog },
): Promise<TasksDocument> {
  const session = (id: string) => sessionNamed(id, parts);
  const found = await session(meeting.id);
  if (!found) throw new Error(`no meeting ${meeting.id}`);
  return gatherTasks({ meeting: { ...found, asks: meeting.asks }, at: cutOff }, { ...parts, session });
}
