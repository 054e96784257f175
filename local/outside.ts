import type { Access } from './access/access.ts';
import type { BusinessState } from './business-state.ts';
import { awsPaths } from './control/aws-paths.ts';
import { type EventBuses, openEventBuses } from './events/event-bus.ts';
import { openScheduleBook, type ScheduleBook } from './events/schedule-book.ts';
import { type Scheduler, startScheduler } from './events/scheduler.ts';
import { SchedulerApi } from './events/scheduler-api.ts';
import type { Functions } from './lambda/functions.ts';
import type { Log } from './log.ts';
import { type Outbox, openOutbox } from './mail/outbox.ts';
import type { SesPlace } from './mail/ses-api.ts';
import type { Sqs } from './services/sqs.ts';
import type { Resources } from './template/resources.ts';

/** What happens by the clock, and what reaches people and other systems. */
export type Outside = {
  book: ScheduleBook;
  scheduler: Scheduler;
  schedulerApi: SchedulerApi;
  outbox: Outbox;
  mail: SesPlace;
  eventBuses: EventBuses;
};

type OutsidePlace = { resources: Resources; functions: Functions; sqs: Sqs; access: Access; log: Log };

/** Opens schedules, mail and events. @throws TemplateError when a schedule of the template cannot run here */
export function openOutside(
  place: OutsidePlace,
  state: BusinessState,
  inData: (name: string) => string | undefined,
  closing: AsyncDisposableStack,
): Outside {
  const { resources, access } = place;
  const { clock, keep } = state;
  const book = openScheduleBook(resources, state);
  const scheduler = startScheduler({ ...place, clock, book, keep });
  closing.defer(scheduler.stop);
  const outbox = openOutbox(inData('outbox'));
  return {
    book,
    scheduler,
    schedulerApi: new SchedulerApi({ resources, book, access, clock, changed: scheduler.changed }),
    outbox,
    mail: { resources, access, outbox, clock },
    eventBuses: openEventBuses({ resources, access, clock }, inData('events.jsonl')),
  };
}

/** Where these services answer, for clients of the SDK. */
export function outsideEndpoints(api: string): Record<'scheduler' | 'ses' | 'eventBridge', string> {
  const { scheduler, ses, eventBridge } = awsPaths;
  return { scheduler: api + scheduler, ses: api + ses, eventBridge: api + eventBridge };
}
