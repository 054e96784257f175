import process from 'node:process';
import { firstMeeting, freeze, secondMeeting, type Telling, tellFirst, tellSecond } from './freeze-story.ts';
import { startService } from './service.ts';

// Tells the story of two meetings on a stack of its own, and prints the names of their snapshots: run under several TZ.
const { dataDir, ...telling } = JSON.parse(process.argv[2] ?? '') as Telling & { dataDir: string };
const stack = await startService({ dataDir });
try {
  await tellFirst(stack, telling);
  const first = await freeze(stack, firstMeeting);
  await tellSecond(stack, telling);
  const second = await freeze(stack, secondMeeting);
  process.stdout.write(JSON.stringify({ first, second, zone: new Date(0).getTimezoneOffset() }));
} finally {
  await stack.stop();
}
process.stdout.write('', () => process.exit());
