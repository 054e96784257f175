import { pixelNumber } from './value-axis.ts';

/** One colour of a map: the least and the most that it stands for, as exact decimals, and how many units have it. */
type Step = { least: string; most: string; count: number; token: 1 | 2 | 3 | 4 | 5 };
export type Steps = { steps: Step[]; of: (value: string) => Step | undefined };

const tokens: Readonly<Record<number, readonly Step['token'][]>> = {
  1: [3],
  2: [2, 4],
  3: [1, 3, 5],
  4: [1, 2, 4, 5],
  5: [1, 2, 3, 4, 5],
};

/**
 * Shares figures out to at most five steps with about as many units each; equal figures are of one step. The bounds are
 * figures that stand on the map, so that a legend says nothing that no unit has.
 */
export function stepsOf(values: readonly string[], most = 5): Steps {
  const sorted = [...values].sort((a, b) => (pixelNumber(a) ?? 0) - (pixelNumber(b) ?? 0));
  const groups: string[][] = [];
  let from = 0;
  while (from < sorted.length) {
    const left = most - groups.length;
    let to = left <= 1 ? sorted.length : from + Math.max(1, Math.round((sorted.length - from) / left));
    while (to < sorted.length && pixelNumber(sorted[to]) === pixelNumber(sorted[to - 1])) to += 1;
    groups.push(sorted.slice(from, to));
    from = to;
  }
  const named = tokens[groups.length] ?? [];
  const steps = groups.map(
    (group, at): Step => ({
      least: group[0] ?? '',
      most: group.at(-1) ?? '',
      count: group.length,
      token: named[at] ?? 3,
    }),
  );
  return {
    steps,
    of: (value) => steps.find(({ most: top }) => (pixelNumber(value) ?? 0) <= (pixelNumber(top) ?? 0)),
  };
}
