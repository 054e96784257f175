import type { Access } from '../access/access.ts';
import type { BusinessClock } from '../clock.ts';
import type { AsyncOutcome } from '../lambda/async-invocation.ts';
import type { Functions } from '../lambda/functions.ts';
import type { Log } from '../log.ts';
import type { Sqs } from '../services/sqs.ts';
import type { Resources } from '../template/resources.ts';
import { instant, scheduleOf } from './schedule.ts';
import { deliver } from './schedule-delivery.ts';

/** A schedule that ran: `at` is its time, and `attempts` how often its function was called. */
export type Firing = { schedule: string; at: string } & AsyncOutcome;

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
  running: () => boolean;
  stop: () => void;
};

export type SchedulerPlace = {
  resources: Resources;
  functions: Functions;
  sqs: Sqs;
  access: Access;
  clock: BusinessClock;
  log: Log;
  /** Names of the schedules that have run, kept by the caller. */
  fired: Set<string>;
  /** Business time at the very first start: what lay before it never runs. */
  sinceMs: number;
  changed: () => void;
};

/** The longest that a timer can wait, in milliseconds. */
const longestTimerMs = 2 ** 31 - 1;

/** Starts the schedules of the template. @throws TemplateError when one cannot run here */
export function startScheduler(place: SchedulerPlace): Scheduler {
  const schedules = place.resources
    .list('AWS::Scheduler::Schedule')
    .map(scheduleOf)
    .sort((a, b) => a.atMs - b.atMs || (a.name < b.name ? -1 : 1));
  for (const { resource, targetArn } of schedules) place.functions.of(targetArn, resource);
  let timer: NodeJS.Timeout | undefined;
  let turn: Promise<unknown> = Promise.resolve();
  let waiting = 0;

  const nextDue = () =>
    schedules.find((one) => one.enabled && one.atMs > place.sinceMs && !place.fired.has(one.name));
  const runUntil = async (ms: number): Promise<Firing[]> => {
    const firings: Firing[] = [];
    for (let due = nextDue(); due !== undefined && due.atMs <= ms; due = nextDue()) {
      place.clock.advanceTo(due.atMs);
      const firing = { schedule: due.name, at: instant(due.atMs), ...(await deliver(due, place)) };
      place.log(
        'stack',
        'platform',
        `schedule ${due.name} of ${firing.at}: ${firing.outcome}, ${firing.attempts} attempts`,
      );
      place.fired.add(due.name);
      place.changed();
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
  const catchUp = () => inTurn(() => runUntil(place.clock.nowMs()));
  const arm = () => {
    clearTimeout(timer);
    const due = nextDue();
    if (due === undefined || waiting > 0) return;
    timer = setTimeout(catchUp, Math.min(longestTimerMs, Math.max(0, due.atMs - place.clock.nowMs())));
    timer.unref();
  };
  arm();
  return {
    moveTo: (ms) =>
      inTurn(async () => {
        if (ms < place.clock.nowMs()) {
          throw new ClockError(
            `business time is ${place.clock.now()}; it cannot go back to ${new Date(ms).toISOString()}`,
          );
        }
        const firings = await runUntil(ms);
        place.clock.advanceTo(ms);
        place.changed();
        return firings;
      }),
    catchUp,
    running: () => waiting > 0,
    stop: () => clearTimeout(timer),
  };
}
