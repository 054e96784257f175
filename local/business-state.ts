import { type BusinessClock, createClock, instantMs } from './clock.ts';
import type { KeptSchedules } from './events/kept-schedules.ts';
import { openKeptState } from './kept-state.ts';

/** How often business time is written down, so that little of it is lost when the machine goes off. */
const keepEveryMs = 5000;

/** Business time, and what has been done once and must not be done again. */
export type BusinessState = {
  clock: BusinessClock;
  /** Business time at the very first start. */
  sinceMs: number;
  /** Schedules of the template that have run. */
  fired: Set<string>;
  /** Buckets whose queues have had their test message. */
  announced: Set<string>;
  /** What was made of schedules while the stack ran. */
  schedules: KeptSchedules;
  keep: () => void;
};

/**
 * Opens the business state: kept time goes before `now`, which counts at the first start only.
 * @param now an ISO instant; real time without it
 * @throws Error when another stack uses the folder · RangeError when `now` is no instant
 */
export function openBusinessState(
  folder: string | undefined,
  now: string | undefined,
  closing: AsyncDisposableStack,
): BusinessState {
  const state = openKeptState(folder);
  closing.defer(state.release);
  const kept = state.read();
  const start = kept?.now ?? now;
  const clock = createClock(start === undefined ? Date.now() : instantMs(start));
  const since = kept?.since ?? clock.now();
  const fired = new Set(kept?.fired);
  const announced = new Set(kept?.announced);
  const schedules = kept?.schedules ?? { made: [], deliveries: {} };
  const keep = () =>
    state.write({ now: clock.now(), since, fired: [...fired], announced: [...announced], schedules });
  const keeping = setInterval(keep, keepEveryMs);
  keeping.unref();
  closing.defer(() => {
    clearInterval(keeping);
    keep();
  });
  return { clock, sinceMs: instantMs(since), fired, announced, schedules, keep };
}
