import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { KeptSchedules } from './events/kept-schedules.ts';

const Kept = v.object({
  /** Business time when it was written. */
  now: v.string(),
  /** Business time at the very first start. */
  since: v.string(),
  /** Schedules of the template that have run. */
  fired: v.array(v.string()),
  /** Buckets whose queues have had their test message. */
  announced: v.array(v.string()),
  schedules: v.optional(KeptSchedules, { made: [], deliveries: {} }),
});
const lockName = 'stack.lock';
export type Kept = v.InferOutput<typeof Kept>;

/** The stack's own few facts that outlive it, beside tables, queues and objects. */
export type KeptState = { read: () => Kept | undefined; write: (kept: Kept) => void; release: () => void };

/**
 * Opens a data folder for this process alone; without a folder nothing is kept.
 * @throws Error when another process that still runs has it
 */
export function openKeptState(folder: string | undefined): KeptState {
  if (folder === undefined) return { read: () => undefined, write: () => {}, release: () => {} };
  mkdirSync(folder, { recursive: true });
  const lock = join(folder, lockName);
  takeLock(lock, folder);
  const file = join(folder, 'stack.json');
  return {
    read: () => (existsSync(file) ? v.parse(Kept, JSON.parse(readFileSync(file, 'utf8'))) : undefined),
    write: (kept) => {
      writeFileSync(`${file}.new`, JSON.stringify(kept));
      renameSync(`${file}.new`, file);
    },
    release: () => rmSync(lock, { force: true }),
  };
}

/** Refuses a data folder that a process has open. @throws Error that names the process */
export function requireUnused(folder: string): void {
  const lock = join(folder, lockName);
  const holder = existsSync(lock) ? Number(readFileSync(lock, 'utf8')) : 0;
  if (holder > 0 && isRunning(holder)) {
    throw new Error(
      `Thư mục dữ liệu ${folder} đang được tiến trình ${holder} sử dụng.\n` +
        `The data folder ${folder} is in use by process ${holder} (if that is no stack, remove ${lock}).`,
    );
  }
}

function takeLock(lock: string, folder: string): void {
  requireUnused(folder);
  rmSync(lock, { force: true });
  const handle = openSync(lock, 'wx');
  writeSync(handle, String(process.pid));
  closeSync(handle);
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
