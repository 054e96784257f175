import { textWidth } from '../../charts/text-width.ts';
import { pixelNumber } from '../../charts/value-axis.ts';

/** A group with the most that it can have, decimal text, and a bar for each unit. */
export type BarGroup = {
  code: string;
  name: string;
  max: string;
  bars: readonly { key: string; name: string; value: string | null; text: string }[];
};
type PlacedGroupBar = {
  bar: BarGroup['bars'][number];
  group: string;
  /** Which of the units it is, from 0. */ order: number;
  top: number;
  strip: number;
  nameX: number;
  nameY: number;
  nameAnchor: 'start' | 'end';
  x: number;
  y: number;
  width: number;
  height: number;
  /** How wide the most of the group is. */ frame: number;
  textX: number;
};

const barHeight = 14;
const headHeight = 30;
/** Between a group and the next one's head. */
const groupGap = 10;
const missingWidth = 28;

/** Places groups of bars below each other, all on one scale from zero; user units. */
export function groupedBars(
  groups: readonly BarGroup[],
  width: number,
): { height: number; heads: { text: string; y: number }[]; bars: PlacedGroupBar[] } {
  const all = groups.flatMap(({ bars }) => bars);
  const widest = Math.max(0, ...all.map(({ name }) => textWidth(name)));
  const isNarrow = widest > width * 0.35;
  // Letters are not measured, only guessed: a name in a wide font still begins on the drawing.
  const left = isNarrow ? 0 : widest * 1.1 + 12;
  const strip = isNarrow ? 40 : 22;
  const room = Math.max(36, ...all.map(({ text }) => textWidth(text))) + 10;
  const most = Math.max(0, ...groups.map(({ max }) => pixelNumber(max) ?? 0)) || 1;
  const scale = Math.max(60, width - left - room) / most;
  const heads: { text: string; y: number }[] = [];
  const bars: PlacedGroupBar[] = [];
  let top = 0;
  for (const group of groups) {
    heads.push({ text: group.name, y: top + 20 });
    top += headHeight;
    const frame = (pixelNumber(group.max) ?? 0) * scale;
    for (const [order, bar] of group.bars.entries()) {
      const value = pixelNumber(bar.value);
      const y = top + (isNarrow ? 22 : (strip - barHeight) / 2);
      const drawn = value === null ? missingWidth : Math.max(0, value) * scale;
      bars.push({
        bar,
        group: group.code,
        order,
        top,
        strip,
        nameX: isNarrow ? 0 : left - 8,
        nameY: isNarrow ? top + 16 : y + barHeight - 2,
        nameAnchor: isNarrow ? 'start' : 'end',
        x: left,
        y,
        width: drawn,
        height: barHeight,
        frame,
        textX: left + Math.max(drawn, frame) + 6,
      });
      top += strip;
    }
    top += groupGap;
  }
  return { height: top, heads, bars };
}
