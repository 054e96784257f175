import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { groups, type Mark } from './groups.ts';
import type { Run } from './measured.ts';

const help = `npm run bench -- [--only csv|encodings|xlsx|bomb|aggregation|briefing|first-screen|browser] [--rounds N] [--scale N] [--keep FOLDER]

Runs each pipeline against its peers: every variant in a process of its own, the variants in turn, medians of the
ratios. Times are processor time, but of the first screen, which is what a reader waits. Prints a table, keeps it in bench/results.json (with --only that group's
lines in it, with --scale none), ends with 1 when a mark is missed.

  --only   one group
  --rounds how often each variant runs (3)
  --scale  rows as a share of those of the marks, for a quick look (1); its ratios say nothing of the marks
  --keep   a folder for the generated files, so that they are made once
`;

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    rounds: { type: 'string', default: '3' },
    scale: { type: 'string', default: '1' },
    keep: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});
const chosen = groups.filter(({ name }) => values.only === undefined || name === values.only);
if (values.help || chosen.length === 0) {
  process.stdout.write(help);
  process.exit(values.help ? 0 : 2);
}

const folder = values.keep ?? mkdtempSync(join(tmpdir(), 'diem-cau-bench-'));
mkdirSync(folder, { recursive: true });
const here = dirname(fileURLToPath(import.meta.url));
const program = join(folder, 'run-variant.mjs');
// Bundled, as the functions are: a process that strips types from sources carries the tool for it.
await build({
  entryPoints: [join(here, 'run-variant.ts')],
  bundle: true,
  platform: 'node',
  format: 'esm',
  outfile: program,
  logLevel: 'error',
  banner: {
    js: "import { createRequire as requireIn } from 'node:module'; const require = requireIn(import.meta.url);",
  },
});

function run(variant: string, file: string, rows: number): Run {
  const printed = execFileSync(process.execPath, [program, variant, file, String(rows)], {
    encoding: 'utf8',
    timeout: 600_000,
  });
  const measured = JSON.parse(printed) as Run;
  const megabytes = Math.round(measured.peakBytes / 2 ** 20);
  process.stderr.write(
    `  ${variant.padEnd(16)}${String(Math.round(measured.milliseconds)).padStart(7)} ms ${String(megabytes).padStart(5)} MB  ${measured.said}\n`,
  );
  return measured;
}

const marks: Mark[] = [];
for (const group of chosen) {
  process.stderr.write(`${group.name}\n`);
  const parts = { folder, rounds: Number(values.rounds), scale: Number(values.scale), run };
  marks.push(...(await group.measure(parts)));
}
if (values.keep === undefined) rmSync(folder, { recursive: true });

type Result = Mark & { held: boolean };
const results = marks.map(({ name, ratio, mark }): Result => ({ name, ratio, mark, held: ratio <= mark }));
keepResults(results);
const width = Math.max(...results.map(({ name }) => name.length));
for (const { name, ratio, mark, held } of results) {
  process.stdout.write(
    `${name.padEnd(width)}  ${ratio.toFixed(3).padStart(8)}  ≤ ${mark.toFixed(2).padStart(6)}  ${held ? 'held' : 'MISSED'}\n`,
  );
}
/** Of the groups that were run; what was measured of the others stays as it is. Ratios of a smaller scale are not kept. */
function keepResults(measured: readonly Result[]): void {
  if (Number(values.scale) !== 1) return;
  const path = join(here, 'results.json');
  const before =
    values.only === undefined ? [] : (JSON.parse(readFileSync(path, 'utf8')) as readonly Result[]);
  const names = new Map(measured.map((each) => [each.name, each]));
  const kept = before.map((each) => names.get(each.name) ?? each);
  const added = measured.filter(({ name }) => !before.some((each) => each.name === name));
  writeFileSync(path, `${JSON.stringify([...kept, ...added], null, 2)}\n`);
}

process.exitCode = results.every(({ held }) => held) ? 0 : 1;
