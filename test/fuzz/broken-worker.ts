import process from 'node:process';
import type { Task } from './worker.ts';

/** A worker that fails in each way: to see that each is noticed. */
process.on('message', ({ from, to }: Task) => {
  for (let index = from; index < to; index += 1) {
    process.send?.({ word: 'at', index, cpuMs: 0 });
    if (index === 1) process.send?.({ word: 'failed', index, failure: 'a thrown error' });
    if (index === 2) process.send?.({ word: 'at', index, cpuMs: 0 }, () => loopForEver());
    if (index === 2) return;
    if (index === 4) throw new Error('last words');
  }
  process.send?.({ word: 'done', verdicts: { returned: to - from }, codes: [], peakBytes: 1, slowestMs: 1 });
});

function loopForEver(): never {
  for (;;);
}
