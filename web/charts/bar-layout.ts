import { textSize, textWidth } from './text-width.ts';
import { pixelNumber, type ValueAxis, valueAxis } from './value-axis.ts';

/** One bar; `text`: the exact figure as it is written, or in words why there is none. */
type BarRow = {
  key: string;
  name: string;
  lang?: 'vi';
  value: string | null;
  text: string;
  href?: string;
  /** The one that the chart is about: drawn in the accent. */
  main?: true;
};
/** A value that every bar is held against: the target, the nation. */
export type BarMark = { value: string; text: string };
export type BarGiven = {
  rows: readonly BarRow[];
  target?: BarMark | undefined;
  nation?: BarMark | undefined;
};

export type PlacedBar = {
  row: BarRow;
  /** Top of its strip. */ top: number;
  nameX: number;
  nameY: number;
  x: number;
  y: number;
  width: number;
  height: number;
  textX: number;
  textAnchor: 'start' | 'end';
};
export type PlacedMark = { x: number; text: string; textX: number; textY: number; anchor: 'start' | 'end' };
type BarLayout = {
  height: number;
  strip: number;
  top: number;
  zeroX: number;
  bars: PlacedBar[];
  target: PlacedMark | null;
  nation: PlacedMark | null;
};

const barHeight = 16;
/** How much of a bar is drawn, hatched, where there is no figure. */
const missingWidth = 28;

/** Places bars below each other: names to the left where there is room for them, else above their bars. */
export function barLayout({ rows, target, nation }: BarGiven, width: number): BarLayout {
  const widestName = Math.max(0, ...rows.map(({ name }) => textWidth(name)));
  const isNarrow = widestName > width * 0.35;
  const left = isNarrow ? 0 : widestName + 12;
  const strip = isNarrow ? 42 : 26;
  const marks = [target, nation].filter((mark) => mark !== undefined);
  const top = marks.length * 20 + 4;
  const withFigure = rows.filter(({ value }) => pixelNumber(value) !== null);
  const room = Math.max(36, ...withFigure.map(({ text }) => textWidth(text))) + 10;
  const values = [...rows, ...marks].map(({ value }) => pixelNumber(value)).filter((value) => value !== null);
  const hasNegative = values.some((value) => value < 0);
  const range = [left + (hasNegative ? room : 0), Math.max(left + 60, width - room)] as const;
  const axis = valueAxis(values, range, { fromZero: true });
  const zeroX = axis.at(0);
  const bars = rows.map((row, at): PlacedBar => {
    const stripTop = top + at * strip;
    const value = pixelNumber(row.value);
    const end = value === null ? zeroX + missingWidth : axis.at(value);
    const y = stripTop + (isNarrow ? 22 : (strip - barHeight) / 2);
    const isNegative = end < zeroX;
    return {
      row,
      top: stripTop,
      nameX: isNarrow ? 0 : left - 8,
      nameY: isNarrow ? stripTop + 16 : y + barHeight - 3,
      x: Math.min(end, zeroX),
      y,
      width: Math.abs(end - zeroX),
      height: barHeight,
      ...textPlace({ isNegative, end, width, isColumn: marks.length > 0 && value !== null }),
    };
  });
  const place = (mark: BarMark | undefined, line: number) => markAt(mark, { axis, line, width });
  return {
    height: top + rows.length * strip + 4,
    strip,
    top,
    zeroX,
    bars,
    target: place(target, 0),
    nation: place(nation, target === undefined ? 0 : 1),
  };
}

/** Figures stand at the end of their bars; where lines go across, in a column of their own that no line crosses. */
function textPlace({
  isNegative,
  end,
  width,
  isColumn,
}: {
  isNegative: boolean;
  end: number;
  width: number;
  isColumn: boolean;
}): Pick<PlacedBar, 'textX' | 'textAnchor'> {
  if (isColumn) return { textX: width, textAnchor: 'end' };
  return isNegative ? { textX: end - 6, textAnchor: 'end' } : { textX: end + 6, textAnchor: 'start' };
}

/** A line's words stand above the bars, each in its own row, on the side on which there is room. */
export function markAt(
  mark: BarMark | undefined,
  { axis, line, width }: { axis: ValueAxis; line: number; width: number },
): PlacedMark | null {
  const value = pixelNumber(mark?.value);
  if (mark === undefined || value === null) return null;
  const x = axis.at(value);
  const fitsRight = x + 6 + textWidth(mark.text) <= width;
  return {
    x,
    text: mark.text,
    textX: fitsRight ? x + 5 : Math.max(x - 5, textWidth(mark.text)),
    textY: line * 20 + textSize,
    anchor: fitsRight ? 'start' : 'end',
  };
}
