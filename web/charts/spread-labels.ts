/**
 * Moves labels apart so that each has its room, as little as can be, and keeps their order.
 * @param wanted where each would stand best
 * @param gap between two neighbours
 * @returns where each stands, in the order of `wanted`; where there is no room for all within `to`, below it
 */
export function spreadLabels(wanted: readonly number[], gap: number, from: number, to: number): number[] {
  const order = wanted.map((_, at) => at).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0) || a - b);
  const placed = order.map((at) => Math.max(from, wanted[at] ?? 0));
  for (let at = 1; at < placed.length; at += 1) {
    placed[at] = Math.max(placed[at] ?? 0, (placed[at - 1] ?? 0) + gap);
  }
  // What was pushed out at the end goes back, and pushes those before it.
  let limit = to;
  for (let at = placed.length - 1; at >= 0 && (placed[at] ?? 0) > limit; at -= 1) {
    placed[at] = Math.max(limit, from + at * gap);
    limit = (placed[at] ?? 0) - gap;
  }
  const result: number[] = [];
  order.forEach((at, place) => {
    result[at] = placed[place] ?? 0;
  });
  return result;
}

/**
 * Which of the labels of an axis are written so that no two meet: always the last, and from it backwards those that fit.
 * @param centres where they stand, rising
 */
export function fittingLabels(centres: readonly number[], widths: readonly number[], gap = 8): boolean[] {
  let free = Number.POSITIVE_INFINITY;
  const fits: boolean[] = [];
  for (let at = centres.length - 1; at >= 0; at -= 1) {
    const half = (widths[at] ?? 0) / 2;
    fits[at] = (centres[at] ?? 0) + half <= free;
    if (fits[at]) free = (centres[at] ?? 0) - half - gap;
  }
  return fits;
}
