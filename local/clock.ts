/**
 * Business time: what events carry, deadlines are judged by and schedules wait for. It runs on with real
 * time from where it was set and can be moved forward only. Signatures and tokens stay on real time.
 */
export type BusinessClock = {
  /** Milliseconds since 1970. */
  nowMs: () => number;
  /** ISO 8601, UTC, milliseconds. */
  now: () => string;
  /** Sets the clock on. A time that has already passed leaves it as it is. */
  advanceTo: (ms: number) => void;
};

/** A business clock that shows `startMs` now. */
export function createClock(startMs: number): BusinessClock {
  let ahead = startMs - Date.now();
  const nowMs = () => Date.now() + ahead;
  return {
    nowMs,
    now: () => new Date(nowMs()).toISOString(),
    advanceTo: (ms) => {
      ahead = Math.max(ahead, ms - Date.now());
    },
  };
}

/**
 * Reads an instant with a zone, such as `2026-10-14T10:00:00Z`.
 * @throws RangeError when it is none
 */
export function instantMs(text: string): number {
  const ms = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(text)
    ? Date.parse(text)
    : Number.NaN;
  if (Number.isNaN(ms)) throw new RangeError(`not an instant with a zone: ${text}`);
  return ms;
}
