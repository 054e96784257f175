import process from 'node:process';

/** Below this a file is read before anybody wonders. */
const longFileBytes = 4 * 2 ** 20;
const everyMs = 200;

/** One line on stderr that says how far something is; nothing where no person looks at it. */
export type Progress = {
  /** Something went on by so much. */
  add(bytes: number): void;
  /** Takes the line away. */
  end(): void;
};

/**
 * Progress through a file.
 * @param what stands before the figures
 * @param bytes the file's size; a short file shows nothing
 */
export function progressOf(what: string, bytes: number): Progress {
  if (!process.stderr.isTTY || bytes < longFileBytes) return { add() {}, end() {} };
  let done = 0;
  let shownAt = 0;
  return {
    add(more) {
      done += more;
      const now = performance.now();
      if (now - shownAt < everyMs) return;
      shownAt = now;
      process.stderr.write(`\r\x1b[K${what}: ${megabytes(done)} MB`);
    },
    end() {
      process.stderr.write('\r\x1b[K');
    },
  };
}

function megabytes(bytes: number): string {
  return (bytes / 2 ** 20).toFixed(1);
}
