import type { Page } from '../shared/observations/page.ts';

/** What one run of a variant says. */
export type Measured = {
  /** Of processor time, the kernel's included: on a busy machine the clock measures the neighbours. */
  milliseconds: number;
  /** Rows that became observations. */
  rows: number;
  packs: number;
  /** Figures in the packs. */
  figures: number;
  /** The verdict, or the first finding. */
  said: string;
};

/** A run as the benchmark sees it from outside: with the most memory that its process held. */
export type Run = Measured & { peakBytes: number };

/** The processor time of this process so far, in milliseconds. */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

/** How often work is done again, of which the median counts. */
const timesAgain = 15;

/**
 * Work of a few dozen milliseconds: the first time it measures how fast a fresh process compiles, so what counts is
 * how long it takes when it is done again, as in a function that has served before.
 */
export async function timesOf(work: () => void | Promise<void>): Promise<{ first: number; again: number }> {
  const times: number[] = [];
  for (let time = 0; time <= timesAgain; time += 1) {
    const start = processorTime();
    await work();
    times.push(processorTime() - start);
  }
  const [first = 0, ...again] = times;
  return { first, again: again.sort((a, b) => a - b)[Math.floor(timesAgain / 2)] ?? 0 };
}

/** Takes the packs one by one, as a store would, and counts what is in them. */
export function countPages(pages: Iterable<Page>): { packs: number; figures: number } {
  let packs = 0;
  let figures = 0;
  for (const { area, columns } of pages) {
    packs += 1;
    for (const { areas } of columns) figures += areas?.length ?? area.length;
  }
  return { packs, figures };
}
