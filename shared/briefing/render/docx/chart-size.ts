import type { ChartBlock } from '../../content.ts';
import { type Orientation, textArea } from './page.ts';
import { cleanText, textWidth } from './text.ts';

/** Below a chart: its caption, on some lines, in millimetres. */
const captioned = 30;
/** What stands below the bars: the axis, its unit, the legend. */
const below = 22;
/** About what an office leaves for names beside bars. */
const namesWidth = 58;

/** How high a chart is drawn (millimetres), and how large the names beside its bars are (points). */
export function drawnSize(
  { shape, categories, series }: ChartBlock,
  orientation: Orientation,
): { height: number; names: number } {
  const tallest = textArea(orientation).height - captioned;
  if (shape === 'columns') return { height: categories.length > 6 ? 115 : 95, names: 9 };
  const bars = series.length === 1 ? 5.6 : 3.2 * series.length + 1.6;
  // A name on several lines needs their height: an office leaves out every second name that has no room.
  const lines = Math.max(
    1,
    ...categories.map((name) => Math.ceil(textWidth(cleanText(name), 9) / namesWidth)),
  );
  const wanted = Math.max(bars, lines === 1 ? 0 : lines * 3.7 + 0.8);
  const height = Math.min(tallest, Math.max(50, below + categories.length * wanted));
  const each = (height - below) / Math.max(1, categories.length) / lines;
  return {
    height,
    names: each > 4.4 && lines === 1 ? 10 : each > 3.9 ? 9 : each > 3.6 ? 8 : each > 2.9 ? 7 : 6,
  };
}
