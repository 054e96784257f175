import { briefingFile } from './briefing.ts';
import { faultyFile, type Seen, seeInBrowser } from './browser.ts';
import { measureFirstScreen } from './first-screen.ts';
import type { Run } from './measured.ts';
import { quarterFile } from './quarter.ts';
import { bombFile, csvFile, xlsxFile } from './write-inputs.ts';

/** One figure and the most that it may be: a ratio of times, or megabytes or seconds in parts of their limit. */
export type Mark = { name: string; ratio: number; mark: number };

type Parts = {
  folder: string;
  rounds: number;
  /** Rows as a share of those of the marks. */
  scale: number;
  run(variant: string, file: string, rows: number): Run;
};
type Group = { name: string; measure(parts: Parts): Promise<Mark[]> };

const megabyte = 2 ** 20;

const csv: Group = {
  name: 'csv',
  async measure({ folder, rounds, scale, run }) {
    const [rows, few] = [Math.round(1_000_000 * scale), Math.round(100_000 * scale)];
    const file = await csvFile(folder, rows, 'utf-8');
    const small = await csvFile(folder, few, 'utf-8');
    const runs = inTurn(rounds, () => ({
      engine: whole(run('engine', file, rows), rows),
      papaparse: whole(run('papaparse-zod', file, rows), rows),
      csvParse: whole(run('csv-parse-zod', file, rows), rows),
      small: whole(run('engine', small, few), few),
    }));
    return [
      {
        name: 'CSV pipeline, of papaparse + zod',
        ratio: median(runs.map(({ engine, papaparse }) => engine.milliseconds / papaparse.milliseconds)),
        mark: 0.35,
      },
      {
        name: 'CSV pipeline, of csv-parse + zod',
        ratio: median(runs.map(({ engine, csvParse }) => engine.milliseconds / csvParse.milliseconds)),
        mark: 0.15,
      },
      {
        name: 'CSV pipeline, peak memory in MB',
        ratio: median(runs.map(({ engine }) => engine.peakBytes)) / megabyte,
        mark: 200,
      },
      {
        name: 'CSV pipeline, peak memory of 1,000,000 rows by that of 100,000',
        ratio: median(runs.map(({ engine, small: of }) => engine.peakBytes / of.peakBytes)),
        mark: 1.3,
      },
    ];
  },
};

const encodings: Group = {
  name: 'encodings',
  async measure({ folder, rounds, scale, run }) {
    const rows = Math.round(500_000 * scale);
    const utf8 = await csvFile(folder, rows, 'utf-8');
    const marks: Mark[] = [];
    for (const encoding of ['utf-16', 'windows-1258', 'tcvn3'] as const) {
      const file = await csvFile(folder, rows, encoding);
      const ratios = inTurn(rounds, () => {
        const plain = whole(run('engine', utf8, rows), rows);
        return whole(run('engine', file, rows), rows).milliseconds / plain.milliseconds;
      });
      marks.push({ name: `CSV in ${encoding}, of UTF-8`, ratio: median(ratios), mark: 1.5 });
    }
    return marks;
  },
};

const xlsx: Group = {
  name: 'xlsx',
  async measure({ folder, rounds, scale, run }) {
    const rows = Math.round(200_000 * scale);
    const file = await xlsxFile(folder, rows);
    const runs = inTurn(rounds, () => ({
      engine: whole(run('engine', file, rows), rows),
      hucre: run('hucre-stream', file, rows),
    }));
    return [
      {
        name: 'XLSX pipeline, of the bare stream of hucre',
        ratio: median(runs.map(({ engine, hucre }) => engine.milliseconds / hucre.milliseconds)),
        mark: 0.6,
      },
      {
        name: 'XLSX pipeline, peak memory in MB',
        ratio: median(runs.map(({ engine }) => engine.peakBytes)) / megabyte,
        mark: 160,
      },
    ];
  },
};

const bomb: Group = {
  name: 'bomb',
  async measure({ folder, rounds, run }) {
    const marks: Mark[] = [];
    for (const lies of [false, true]) {
      const file = bombFile(folder, lies);
      const runs = inTurn(rounds, () => run('engine', file, 1_000));
      const refused = runs.every(({ said }) => said.startsWith('zip-'));
      if (!refused) throw new Error(`the bomb was not refused: ${runs[0]?.said}`);
      const name = lies ? 'bomb that says it is small' : 'bomb';
      marks.push(
        {
          name: `${name}, seconds`,
          ratio: median(runs.map(({ milliseconds }) => milliseconds)) / 1_000,
          mark: 2,
        },
        {
          name: `${name}, peak memory in MB`,
          ratio: median(runs.map(({ peakBytes }) => peakBytes)) / megabyte,
          mark: 256,
        },
      );
    }
    return marks;
  },
};

const aggregation: Group = {
  name: 'aggregation',
  async measure({ folder, rounds, scale, run }) {
    const figures = Math.round(333_000 * scale);
    const file = quarterFile(folder, figures);
    const runs = inTurn(rounds, () => ({
      alone: run('inflate-parse', file, figures),
      aggregate: run('aggregate', file, figures),
    }));
    return [
      {
        name: 'a national quarter recomputed, of inflating and parsing its packs',
        ratio: median(runs.map(({ alone, aggregate }) => aggregate.milliseconds / alone.milliseconds)),
        mark: 2,
      },
    ];
  },
};

const briefing: Group = {
  name: 'briefing',
  async measure({ folder, rounds, scale, run }) {
    const indicators = Math.max(10, Math.round(100 * scale));
    const file = briefingFile(folder, indicators);
    const runs = inTurn(rounds, () => run('briefing', file, indicators));
    return [
      {
        name: 'briefing of 34 units × 100 indicators in every kind of file, seconds',
        ratio: median(runs.map(({ milliseconds }) => milliseconds)) / 1_000,
        mark: 5,
      },
      {
        name: 'briefing of 34 units × 100 indicators, peak memory in MB',
        ratio: median(runs.map(({ peakBytes }) => peakBytes)) / megabyte,
        mark: 512,
      },
    ];
  },
};

const browser: Group = {
  name: 'browser',
  async measure({ folder, rounds, scale }) {
    const rows = Math.round(200_000 * scale);
    const files = [await xlsxFile(folder, rows), await faultyFile(folder, rows)];
    const runs: Seen[][] = [];
    for (let round = 0; round < rounds; round += 1) runs.push(await seeInBrowser(folder, rows, files));
    return ['an XLSX', 'a CSV with 1,606 faults'].map((name, at): Mark => {
      const seen = runs.map((run) => run[at] as Seen);
      for (const { longestTask, seconds, verdict } of seen) {
        process.stderr.write(
          `  ${name}: ${seconds.toFixed(1)} s to the verdict (${verdict}), longest task ${Math.round(longestTask)} ms\n`,
        );
      }
      return {
        name: `200,000 rows of ${name} checked in the browser, longest task of the page in ms`,
        ratio: median(seen.map(({ longestTask }) => longestTask)),
        mark: 200,
      };
    });
  },
};

/** What a reader on a slow phone and a slow network waits for. */
const firstScreen: Group = {
  name: 'first-screen',
  measure: ({ folder, rounds }) => measureFirstScreen(folder, rounds),
};

export const groups: readonly Group[] = [
  csv,
  encodings,
  xlsx,
  bomb,
  aggregation,
  briefing,
  firstScreen,
  browser,
];

/** A run in which every row became an observation: else it measures how fast a file is refused. */
function whole(run: Run, rows: number): Run {
  if (run.rows !== rows || run.figures !== rows) {
    throw new Error(`only ${run.rows} of ${rows} rows were read: ${run.said}`);
  }
  return run;
}

/** Variants in turn, so that what slows the machine slows all of them. */
function inTurn<T>(rounds: number, once: () => T): T[] {
  return Array.from({ length: rounds }, once);
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
