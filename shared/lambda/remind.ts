import type { Context } from 'aws-lambda';
import type { Catalogs } from '../catalog/catalogs.ts';
import type { MeetingStore } from '../meetings/meeting.ts';
import { remind } from '../meetings/remind.ts';
import type { Outcome, RemindParts } from '../meetings/remind-run.ts';
import { runStep, type StepAsk, type StepParts } from '../meetings/run-step.ts';
import { sessionNamed } from '../meetings/sessions.ts';
import type { MeetingSchedules } from '../meetings/settle-schedules.ts';
import type { SubmissionStore } from '../submissions/store.ts';
import { gatherTasks } from '../tasks/gather-tasks.ts';
import type { TaskStore } from '../tasks/task.ts';
import { log } from './log.ts';
import { stepEventIn } from './step-event.ts';

export type RemindHandlerParts = Omit<RemindParts, 'catalog' | 'tasksOf' | 'submissions'> & {
  catalogs: Catalogs;
  submissions: SubmissionStore;
  tasks: Pick<TaskStore, 'tasksAt' | 'taskReportsOf'>;
  meetings: Pick<MeetingStore, 'meeting'>;
  records: StepParts['records'];
  /** @param own the ARN of the function that runs: what tells people cannot know it when it is deployed */
  schedules(own: string): MeetingSchedules;
};

/**
 * A step of a meeting that tells people, when its schedule goes off, under the catalogue of that moment. A fault is
 * thrown, so that the run is tried again and goes on where it stopped, and is kept when it fails for good.
 */
export function remindHandler(parts: RemindHandlerParts) {
  return async (
    event: unknown,
    context: Pick<Context, 'invokedFunctionArn' | 'awsRequestId'>,
  ): Promise<{ word: string }> => {
    const asked = stepEventIn(event);
    const schedules = parts.schedules(context.invokedFunctionArn);
    const effect = async (ask: StepAsk) => {
      const outcome = await remind({ ...ask, by: context.awsRequestId }, await partsAt(ask.at, parts));
      tell(ask, outcome);
      return outcome;
    };
    const { word, lateMinutes } = await runStep(asked, effect, { ...parts, schedules });
    log('info', word, { meeting: asked.meeting, step: asked.step, lateMinutes });
    return { word };
  };
}

async function partsAt(at: string, parts: RemindHandlerParts): Promise<RemindParts> {
  const catalog = await parts.catalogs.asOf(at);
  const session = (id: string) => sessionNamed(id, { catalog, meetings: parts.meetings });
  return {
    ...parts,
    catalog,
    tasksOf: (ask) => gatherTasks(ask, { ...parts, catalog, session }),
  };
}

/** Units are named and no address: who looks for it finds the unit's accounts. */
function tell({ meeting, step }: StepAsk, { sent, rejected, told }: Outcome): void {
  const unreached = told?.unreached ?? [];
  const about = { meeting: meeting.id, step };
  log('info', 'mails', { ...about, sent, rejected: rejected.length, unreached: unreached.length });
  for (const unit of rejected) log('error', 'mail-rejected', { ...about, unit: unit ?? 'secretariat' });
  for (const unit of unreached) log('error', 'nobody-to-tell', { ...about, unit });
}
