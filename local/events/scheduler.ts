import type { Log } from '../log.ts';
import { instant, scheduleOf } from './schedule.ts';
import type { ScheduleBook } from './schedule-book.ts';
import { type DeliveryPlace, deliver } from './schedule-delivery.ts';

/**
 * A schedule that was delivered: `at` is its time, and `attempts` how often its function was called, or how often it
 * was tried to hand it over where that failed.
 */
export type Firing = {
  schedule: string;
  at: string;
  outcome: 'succeeded' | 'dead-lettered' | 'lost' | 'interrupted' | 'to-be-retried';
  attempts: number;
};

/** Business time that cannot be: the clock never goes back. */
export class ClockError extends Error {
  override readonly name = 'ClockError';
  readonly code = 'clock-goes-forward-only';
}

export type Scheduler = {
  /** Moves business time on and runs, one after another, what falls due on the way. */
  moveTo: (ms: number) => Promise<Firing[]>;
  /** Runs what is due now. */
  catchUp: () => Promise<Firing[]>;
  /** Must be told when a schedule was made, changed or removed. */
  changed: () => void;
  running: () => boolean;
  stop: () => void;
};

export type SchedulerPlace = DeliveryPlace & {
  book: ScheduleBook;
  log: Log;
  keep: () => void;
};

/** The longest that a timer can wait, in milliseconds. */
const longestTimerMs = 2 ** 31 - 1;

/** Starts the schedules of a book. @throws TemplateError when one of the template starts no function */
export function startScheduler(place: SchedulerPlace): Scheduler {
  const { book, clock, resources, functions } = place;
  for (const resource of resources.list('AWS::Scheduler::Schedule'))
    functions.of(scheduleOf(resource).Target.Arn, resource);
  let timer: NodeJS.Timeout | undefined;
  let turn: Promise<unknown> = Promise.resolve();
  let waiting = 0;

  const runUntil = async (ms: number): Promise<Firing[]> => {
    const firings: Firing[] = [];
    // A function that runs may make, move and remove schedules, so that the next one is looked for each time.
    for (let due = book.next(); due !== undefined && due.nextMs <= ms; due = book.next()) {
      clock.advanceTo(due.nextMs);
      const { schedule } = due;
      const { again, ...how } = await deliver(due, place);
      // What the end of the stack cut off runs at its next start.
      if (how.outcome === 'interrupted') return firings;
      if (again) book.retry(schedule, again);
      else book.finish(schedule);
      const firing = { schedule: schedule.name, at: instant(schedule.atMs), ...how };
      place.log(
        'stack',
        'platform',
        `schedule ${firing.schedule} of ${firing.at}: ${firing.outcome}, ${firing.attempts} attempts`,
      );
      firings.push(firing);
    }
    return firings;
  };
  const inTurn = (work: () => Promise<Firing[]>): Promise<Firing[]> => {
    waiting += 1;
    const mine = turn.then(work).finally(() => {
      waiting -= 1;
      arm();
    });
    turn = mine.catch(() => undefined);
    return mine;
  };
  const catchUp = () => inTurn(() => runUntil(clock.nowMs()));
  const arm = () => {
    clearTimeout(timer);
    const due = book.next();
    if (due === undefined || waiting > 0) return;
    timer = setTimeout(catchUp, Math.min(longestTimerMs, Math.max(0, due.nextMs - clock.nowMs())));
    timer.unref();
  };
  arm();
  return {
    moveTo: (ms) =>
      inTurn(async () => {
        if (ms < clock.nowMs()) {
          throw new ClockError(
            `business time is ${clock.now()}; it cannot go back to ${new Date(ms).toISOString()}`,
          );
        }
        const firings = await runUntil(ms);
        clock.advanceTo(ms);
        place.keep();
        return firings;
      }),
    catchUp,
    changed: arm,
    running: () => waiting > 0,
    stop: () => clearTimeout(timer),
  };
}
