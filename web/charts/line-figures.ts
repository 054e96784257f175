import type { Box, PlacedSeries } from './line-layout.ts';
import { textWidth } from './text-width.ts';

/** A figure beside its dot: where its words begin, are in the middle, or end. */
export type LineFigure = {
  at: number;
  x: number;
  y: number;
  anchor: 'start' | 'middle' | 'end';
  text: string;
};

const above = -12;
const below = 24;

/**
 * The figures of one line alone, each on the side of its dot on which the line does not run; none where they would meet.
 * @param xs where the periods stand
 */
export function lineFigures(series: readonly PlacedSeries[], xs: readonly number[], box: Box): LineFigure[] {
  const [only, ...others] = series;
  if (only === undefined || others.length > 0) return [];
  const dots = only.points.flatMap(({ at, x, y, value }) =>
    y === null ? [] : [{ at, x, y, text: value.text }],
  );
  const gap = Math.min(...xs.slice(1).map((x, at) => x - (xs[at] ?? 0)));
  if (dots.some(({ text }) => textWidth(text) + 12 > gap)) return [];
  return dots.map(({ at, x, y, text }, place) => {
    const [before, after] = [dots[place - 1], dots[place + 1]];
    const fromBelow = before === undefined || before.y >= y;
    const toBelow = after === undefined ? fromBelow : after.y >= y;
    const isTurn = fromBelow === toBelow;
    const anchor = before === undefined ? 'start' : after === undefined ? 'end' : isTurn ? 'middle' : 'start';
    const isAbove = toBelow || y + below > box.bottom;
    return { at, x, y: y + (isAbove ? above : below), anchor, text };
  });
}
