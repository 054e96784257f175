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
