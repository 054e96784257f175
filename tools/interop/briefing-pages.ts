import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Briefing, ChartBlock } from '../../shared/briefing/content.ts';
import { docxOf } from '../../shared/briefing/render/docx.ts';
import { voiceOf } from '../../shared/briefing/voice.ts';
import { constructedBriefing } from '../../test/unit/briefing/constructed-briefing.ts';
import { publishedBriefing } from '../../test/unit/briefing/published-snapshot.ts';
import { convert, type Programs, poppler } from './programs.ts';
import { taskedBriefing } from './tasked-briefing.ts';

/** The documents that are laid out: real figures, every kind of block, and the widest annex. */
const documents: Readonly<Record<string, () => Briefing>> = {
  'published-vi': () => publishedBriefing('vi'),
  'published-en': () => publishedBriefing('en'),
  'tasks-vi': () => taskedBriefing('vi'),
  'tasks-en': () => taskedBriefing('en'),
  'constructed-vi': () => constructedBriefing('vi', { units: 34, indicators: 100 }),
  'constructed-en': () => constructedBriefing('en', { units: 34, indicators: 24 }),
};
export const documentNames = Object.keys(documents);

/** The bars' colour, as it is drawn. */
const bars = [0x1f, 0x4e, 0x79] as const;

/**
 * Has LibreOffice lay out a briefing's document and looks at its pages as far as a program can.
 * @param folder where the document, its PDF and a picture of each page are left
 * @returns what is wrong; empty when nothing is
 */
export async function faultsOfPages(programs: Programs, name: string, folder: string): Promise<string[]> {
  const briefing = (documents[name] as () => Briefing)();
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${name}.docx`);
  const pdf = join(folder, `${name}.pdf`);
  writeFileSync(path, await docxOf(briefing));
  convert(programs, 'pdf', [path], folder);
  if (!existsSync(pdf)) return ['LibreOffice Writer cannot open it'];
  poppler('pdftoppm', ['-r', '60', '-png', pdf, join(folder, name)]);
  const pages = poppler('pdftotext', ['-layout', pdf, '-']).split('\f').slice(0, -1);
  return [
    ...sizeFaults(pdf, pages.length),
    ...fontFaults(pdf),
    ...frameFaults(pages, briefing),
    ...captionFaults(pages, briefing),
    ...chartFaults(pdf, pages, briefing, folder),
  ];
}

function sizeFaults(pdf: string, count: number): string[] {
  const sizes = poppler('pdfinfo', ['-f', '1', '-l', String(count), pdf]).matchAll(
    /^Page +\d+ size: +(.*)$/gm,
  );
  return [...sizes].flatMap(([, size], at) => (size?.includes('A4') ? [] : [`page ${at + 1} is ${size}`]));
}

/** Times New Roman, or the letters of the same widths that stand in for it. */
function fontFaults(pdf: string): string[] {
  const fonts = poppler('pdffonts', [pdf]).split('\n').slice(2).filter(Boolean);
  const others = fonts.filter((line) => !/^\S*(TimesNewRoman|LiberationSerif|Tinos)/.test(line));
  return fonts.length === 0 ? ['no fonts'] : others.map((line) => `another font: ${line.split(' ')[0]}`);
}

/** The number above (not on the first), the snapshot below, and something between. */
function frameFaults(pages: readonly string[], { foot }: Briefing): string[] {
  return pages.flatMap((page, at) => {
    const lines = page.split('\n').filter((line) => line.trim() !== '');
    const faults = [
      ...((at === 0) === (lines[0]?.trim() === String(at + 1)) ? [`page ${at + 1}: its number`] : []),
      ...(lines.at(-1)?.trim() === foot ? [] : [`page ${at + 1}: no snapshot in its foot`]),
      ...(lines.length > 2 ? [] : [`page ${at + 1} is empty`]),
    ];
    return faults;
  });
}

function captionFaults(pages: readonly string[], { sections }: Briefing): string[] {
  const whole = squeezed(pages.join(' '));
  const blocks = sections.flatMap((section) => section.blocks);
  return blocks.flatMap((block) =>
    'caption' in block && !whole.includes(squeezed(block.caption)) ? [`no caption: ${block.caption}`] : [],
  );
}

/** Every category and figure of a chart stands on the page of its caption, and its bars are drawn. */
function chartFaults(pdf: string, pages: readonly string[], briefing: Briefing, folder: string): string[] {
  const charts = briefing.sections.flatMap(({ blocks }) => blocks).filter((block) => block.kind === 'chart');
  return charts.flatMap((chart) => {
    const at = pages.findIndex((page) => squeezed(page).includes(squeezed(chart.caption)));
    if (at < 0) return [];
    const text = squeezed(pages[at] as string);
    const missing = wordsOf(chart, briefing).filter((word) => !text.includes(squeezed(word)));
    const drawn = barPixels(pdf, at + 1, join(folder, chart.id));
    return [
      ...missing.map((word) => `${chart.id}: not in the drawing: ${word}`),
      ...(drawn > 100 ? [] : [`${chart.id}: ${drawn} dots of bars on page ${at + 1}`]),
    ];
  });
}

/** Names of one line, and figures: a name of two lines is parted by what stands beside it. */
function wordsOf({ categories, series }: ChartBlock, { language }: Briefing): string[] {
  const figures = series.flatMap(({ values }) => values.filter((value) => value !== null));
  const names = categories.filter((name) => name.length < 24);
  return [...names, ...figures.map((value) => voiceOf(language).number(value))];
}

function barPixels(pdf: string, page: number, root: string): number {
  poppler('pdftoppm', ['-r', '40', '-f', String(page), '-l', String(page), '-singlefile', pdf, root]);
  const picture = readFileSync(`${root}.ppm`);
  // Three lines of text, then three bytes a dot.
  const header = /^P6\s+\d+\s+\d+\s+\d+\s/.exec(picture.subarray(0, 40).toString('latin1'))?.[0].length ?? 0;
  let found = 0;
  for (let at = header; at + 2 < picture.length; at += 3) {
    if (bars.every((colour, of) => Math.abs(colour - (picture[at + of] as number)) < 24)) found += 1;
  }
  return found;
}

function squeezed(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, '');
}
