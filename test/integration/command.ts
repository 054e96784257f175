import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

export type Ended = { status: number; out: string; err: string };

/** Runs `npx diem-cau …` as npx would: the file of `bin`, in a process of its own. */
export function diemCau(
  args: readonly string[],
  options: { env?: Record<string, string>; node?: readonly string[]; file?: string } = {},
): Promise<Ended> {
  const file = options.file ?? 'cli/diem-cau.mjs';
  const env = { ...process.env, ...options.env };
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [...(options.node ?? []), file, ...args],
      { cwd: root, env },
      (error, out, err) => resolve({ status: Number(error?.code ?? 0), out, err }),
    );
  });
}
