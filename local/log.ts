import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** One line of what a function, or the stack itself, has to say. */
export type StackLogLine = {
  /** The function's logical id, or `stack`. */
  source: string;
  stream: 'stdout' | 'stderr' | 'platform';
  text: string;
  /** Real time, ISO 8601. */
  at: string;
};

export type Log = (source: string, stream: StackLogLine['stream'], text: string) => void;

/** Hands lines to a callback and, when a folder is given, appends them to a file per source. */
export function createLog(
  callback: ((line: StackLogLine) => void) | undefined,
  folder: string | undefined,
): Log {
  if (folder !== undefined) mkdirSync(folder, { recursive: true });
  return (source, stream, text) => {
    const at = new Date().toISOString();
    callback?.({ source, stream, text, at });
    if (folder !== undefined) appendFileSync(join(folder, `${source}.log`), `${at} ${stream} ${text}\n`);
  };
}
