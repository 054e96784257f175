import { readFileSync } from 'node:fs';
import type { Measured, Run } from './measured.ts';

/** Runs one variant in this process and prints what it measured: `run-variant.ts NAME FILE ROWS`. */
const [name = '', path = '', rows = ''] = process.argv.slice(2);

const variants: Record<string, () => Promise<(path: string, rows: number) => Promise<Measured>>> = {
  engine: async () => (await import('./variants/engine.ts')).engine,
  'papaparse-zod': async () => (await import('./variants/papaparse-zod.ts')).papaparseZod,
  'csv-parse-zod': async () => (await import('./variants/csv-parse-zod.ts')).csvParseZod,
  aggregate: async () => (await import('./variants/aggregate.ts')).aggregate,
  briefing: async () => (await import('./variants/briefing.ts')).briefing,
  'inflate-parse': async () => (await import('./variants/inflate-parse.ts')).inflateParse,
  'hucre-stream': async () => (await import('./variants/hucre-stream.ts')).hucreStream,
};

const load = Object.hasOwn(variants, name) ? variants[name] : undefined;
if (!load) throw new Error(`no variant ${name}`);
const variant = await load();
const measured = await variant(path, Number(rows));
const run: Run = { ...measured, peakBytes: peakBytes() };
process.stdout.write(`${JSON.stringify(run)}\n`);

/** The most memory that this process held. What `maxRSS` says includes the process from which it was started. */
function peakBytes(): number {
  try {
    const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
    if (kilobytes !== undefined) return Number(kilobytes) * 1_024;
  } catch {
    // There is no such file but on Linux.
  }
  return process.resourceUsage().maxRSS * 1_024;
}
