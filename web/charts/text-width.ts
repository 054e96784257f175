/** The size of the letters of charts in user units: an SVG's user unit is a sixteenth of the page's rem. */
export const textSize = 14;

/**
 * About how wide a text is drawn. No letter is measured, so that a layout is the same on every machine: the mean of a
 * sans-serif, on the wide side.
 * @returns user units
 */
export function textWidth(text: string, size = textSize): number {
  return [...text].reduce((sum, letter) => sum + widthOf(letter), 0) * size;
}

function widthOf(letter: string): number {
  if (/[\s.,:;'’|il·!()[\]-]/u.test(letter)) return 0.33;
  if (/[mwMW%]/.test(letter)) return 0.9;
  return /[\p{Lu}\d]/u.test(letter) ? 0.68 : 0.59;
}

/** Lines of at most that width, broken between words; a word that is wider stands alone. */
export function wrapText(text: string, width: number, size = textSize): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && textWidth(`${last} ${word}`, size) <= width) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else lines.push(word);
  }
  return lines;
}
