import type { TableBlock } from '../../content.ts';
import { cleanText, textWidth } from './text.ts';

/** What a cell has beside its text, in millimetres: room on both sides. */
const padding = 3;
/** A word longer than this is broken wherever it must be. */
const longestWord = 38;

/**
 * The least width at which a table's columns can be read, in millimetres: every column holds its longest word, and
 * text of some length has room for a few words on a line.
 * @param size of the letters, in points
 */
export function leastWidths({ columns, rows }: TableBlock, size: number): number[] {
  return columns.map(({ head }, column) => {
    let word = widestWord(head, size, true);
    let longest = 0;
    for (const row of rows) {
      const text = row[column]?.text ?? '';
      if (text.length > longest) longest = text.length;
      word = Math.max(word, widestWord(text, size, false));
    }
    const room = longest > 60 ? 34 : longest > 24 ? 24 : 0;
    return Math.max(room, Math.min(longestWord, word)) + padding;
  });
}

/** The shares that columns ask for; one of long texts gets more of what is left, or its rows would be towers. */
export function askedWidths({ columns, rows }: TableBlock): number[] {
  return columns.map(({ width }, column) => {
    const letters = rows.reduce((sum, row) => sum + (row[column]?.text.length ?? 0), 0);
    const each = letters / Math.max(1, rows.length);
    return Math.max(0.01, width) * (each > 60 ? 2.5 : each > 30 ? 1.5 : 1);
  });
}

/** Widths in which most of a column's cells stand on one line, where they are short. Millimetres. */
export function comfortableWidths({ rows }: TableBlock, size: number, least: readonly number[]): number[] {
  return least.map((width, column) => {
    const texts = rows.map((row) => row[column]?.text ?? '').sort((a, b) => a.length - b.length);
    const most = texts[Math.floor(texts.length * 0.75)] ?? '';
    return most.length > 26 ? width : Math.max(width, textWidth(cleanText(most), size) + padding);
  });
}

/** The width in which a column's names stand on one line each, unless one is longer than a name is. Millimetres. */
export function wholeNames({ columns, rows }: TableBlock, column: number, size: number): number {
  const texts = rows.map((row) => cleanText((row[column]?.text ?? '').slice(0, 100)));
  const widest = Math.max(
    widestWord(columns[column]?.head ?? '', size, true),
    ...texts.map((text) => textWidth(text, size)),
  );
  return Math.min(45, widest) + padding;
}

function widestWord(text: string, size: number, bold: boolean): number {
  let widest = 0;
  for (const word of cleanText(text.slice(0, 4_000)).split(/\s+/)) {
    if (word.length * size > widest) widest = Math.max(widest, textWidth(word.slice(0, 60), size, bold));
  }
  return widest;
}

/** Columns' widths that fill a width: as they ask for, none below its least. Millimetres. */
export function fittedWidths(asked: readonly number[], least: readonly number[], width: number): number[] {
  const fixed = new Set<number>();
  for (;;) {
    const taken = [...fixed].reduce((sum, at) => sum + (least[at] as number), 0);
    const share = asked.reduce((sum, each, at) => sum + (fixed.has(at) ? 0 : each), 0);
    const widths = asked.map((each, at) =>
      fixed.has(at) ? (least[at] as number) : ((width - taken) * each) / share,
    );
    const short = widths.findIndex((each, at) => !fixed.has(at) && each < (least[at] as number));
    if (short < 0 || fixed.size === asked.length - 1) return widths;
    fixed.add(short);
  }
}
