import type { Resources } from '../template/resources.ts';
import type { Delivery, KeptSchedules, Made } from './kept-schedules.ts';
import { type Schedule, scheduleArn, scheduleOf, timeOf } from './schedule.ts';

/** A schedule, when it is to be delivered next, and what was tried before. */
export type Due = { schedule: Schedule; nextMs: number; before: Delivery | undefined };

/** All schedules: those of the template, and those that were made while the stack ran. */
export type ScheduleBook = {
  all: () => Schedule[];
  find: (group: string, name: string) => Schedule | undefined;
  /** When a schedule was made and last changed; of one of the template, when the stack first ran. */
  times: (schedule: Schedule) => { createdMs: number; changedMs: number };
  put: (made: Omit<Made, 'createdMs' | 'changedMs' | 'done'>, atMs: number) => Schedule;
  remove: (schedule: Schedule) => void;
  /** How many are still to be delivered. */
  waiting: () => number;
  /** The one that is to be delivered before all others. */
  next: () => Due | undefined;
  /** Notes that a delivery failed and is to be tried again. */
  retry: (schedule: Schedule, delivery: Delivery) => void;
  /** Notes that a schedule needs no delivery any more, unless it was changed meanwhile. */
  finish: (schedule: Schedule) => void;
};

export type BookState = {
  /** Names of the template's schedules that have run. */
  fired: Set<string>;
  schedules: KeptSchedules;
  /** Business time at the very first start: what the template has from before it never runs. */
  sinceMs: number;
  keep: () => void;
};

/** Opens the book. @throws TemplateError when a schedule of the template cannot run here */
export function openScheduleBook(resources: Resources, state: BookState): ScheduleBook {
  const { fired, schedules: kept } = state;
  const book = new Map<string, Schedule>();
  const made = new Map(kept.made.map((one) => [scheduleArn(one.group, one.name), one]));
  for (const resource of resources.list('AWS::Scheduler::Schedule')) {
    const schedule = scheduleOf(resource);
    book.set(schedule.arn, schedule);
  }
  for (const one of made.values()) enter(one);

  function enter(one: Made): Schedule {
    const arn = scheduleArn(one.group, one.name);
    const { createdMs: _created, changedMs: _changed, done: _done, ...described } = one;
    const schedule = { ...described, arn, atMs: timeOf(one), ofTemplate: false };
    book.set(arn, schedule);
    return schedule;
  }
  const keep = () => {
    kept.made = [...made.values()];
    state.keep();
  };
  const isOpen = ({ arn, name, State, ofTemplate, atMs }: Schedule) => {
    if (State !== 'ENABLED') return false;
    return ofTemplate ? atMs > state.sinceMs && !fired.has(name) : made.get(arn)?.done === false;
  };
  const forget = (schedule: Schedule) => {
    delete kept.deliveries[schedule.arn];
    book.delete(schedule.arn);
    made.delete(schedule.arn);
  };
  return {
    all: () => [...book.values()].sort((a, b) => (a.arn < b.arn ? -1 : 1)),
    find: (group, name) => book.get(scheduleArn(group, name)),
    times: ({ arn }) => made.get(arn) ?? { createdMs: state.sinceMs, changedMs: state.sinceMs },
    put: (given, atMs) => {
      const arn = scheduleArn(given.group, given.name);
      const createdMs = made.get(arn)?.createdMs ?? atMs;
      made.set(arn, { ...given, createdMs, changedMs: atMs, done: false });
      delete kept.deliveries[arn];
      const schedule = enter(made.get(arn) as Made);
      keep();
      return schedule;
    },
    remove: (schedule) => {
      forget(schedule);
      keep();
    },
    waiting: () => [...book.values()].filter(isOpen).length,
    next: () => {
      const due = [...book.values()].filter(isOpen).map((schedule): Due => {
        const before = kept.deliveries[schedule.arn];
        return { schedule, before, nextMs: before?.nextMs ?? schedule.atMs };
      });
      due.sort((a, b) => a.nextMs - b.nextMs || (a.schedule.name < b.schedule.name ? -1 : 1));
      return due[0];
    },
    retry: (schedule, delivery) => {
      if (book.get(schedule.arn) !== schedule) return;
      kept.deliveries[schedule.arn] = delivery;
      keep();
    },
    finish: (schedule) => {
      if (book.get(schedule.arn) !== schedule) return;
      delete kept.deliveries[schedule.arn];
      const one = made.get(schedule.arn);
      if (schedule.ofTemplate) fired.add(schedule.name);
      else if (schedule.deleteAfter) forget(schedule);
      else if (one) one.done = true;
      keep();
    },
  };
}
