import process from 'node:process';
import { afterAll, beforeAll, beforeEach } from '@jest/globals';

/** What a command prints while a test file runs it in this process; empty before each test. */
export function capturePrinted(): { stdout: string; stderr: string } {
  const printed = { stdout: '', stderr: '' };
  const before = { stdout: process.stdout.write, stderr: process.stderr.write };
  beforeAll(() => {
    for (const stream of ['stdout', 'stderr'] as const) {
      process[stream].write = ((text: string) => {
        printed[stream] += text;
        return true;
      }) as typeof process.stdout.write;
    }
  });
  beforeEach(() => {
    Object.assign(printed, { stdout: '', stderr: '' });
  });
  afterAll(() => {
    process.stdout.write = before.stdout;
    process.stderr.write = before.stderr;
  });
  return printed;
}
