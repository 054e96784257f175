import { AlignmentType, type IStylesOptions, LineRuleType } from 'docx';
import type { Briefing } from '../../content.ts';
import { twips } from './page.ts';

export const font = 'Times New Roman';
/** "Phông chữ tiếng Việt Times New Roman … màu đen": NĐ 30/2020/NĐ-CP, Annex I, part I, I.4. */
const black = '000000';
/** Word counts sizes in half points. */
const points = (size: number) => size * 2;
const lines = (count: number) => ({ line: Math.round(240 * count), lineRule: LineRuleType.AUTO });

/**
 * The styles that everything is set in, so that an office changes one style and not each line; headings are real
 * ones, for the navigation pane and for readers by ear.
 *
 * Body: "trình bày bằng chữ in thường, được canh đều cả hai lề, kiểu chữ đứng; cỡ chữ từ 13 đến 14; khi xuống dòng,
 * chữ đầu dòng lùi vào 1 cm hoặc 1,27 cm; khoảng cách giữa các đoạn văn tối thiểu là 6pt; khoảng cách giữa các dòng
 * tối thiểu là dòng đơn, tối đa là 1,5 lines" (NĐ 30/2020/NĐ-CP, Annex I, part I, II.6).
 */
export function stylesOf(language: Briefing['language']): IStylesOptions {
  const run = { font, color: black };
  const heading = { ...run, bold: true, size: points(14) };
  return {
    default: {
      document: {
        run: { ...run, size: points(14), language: { value: language === 'vi' ? 'vi-VN' : 'en-US' } },
      },
      heading1: {
        run: heading,
        paragraph: { keepNext: true, spacing: { before: 240, after: 120 }, indent: { firstLine: twips(10) } },
      },
      heading2: {
        run: heading,
        paragraph: { keepNext: true, spacing: { before: 120, after: 120 }, alignment: AlignmentType.CENTER },
      },
      caption: {
        run: { ...run, bold: true, italics: false, size: points(13) },
        paragraph: { spacing: { before: 120, after: 80 }, alignment: AlignmentType.CENTER },
      },
    },
    paragraphStyles: [
      ...cellStyles(),
      paragraphStyle(
        'BodyText',
        'Body Text',
        {},
        {
          alignment: AlignmentType.BOTH,
          indent: { firstLine: twips(10) },
          spacing: { before: 60, after: 120, ...lines(1.15) },
        },
      ),
      paragraphStyle('HeadTitle', 'Briefing Title', { bold: true, size: points(14) }, centred),
      paragraphStyle('HeadLine', 'Letterhead', { size: points(13) }, centred),
      paragraphStyle(
        'Note',
        'Briefing Note',
        { italics: true, size: points(12) },
        {
          alignment: AlignmentType.BOTH,
          spacing: { before: 60, after: 160 },
        },
      ),
      paragraphStyle(
        'Gap',
        'Briefing Gap',
        { size: 2 },
        {
          spacing: { before: 0, after: 0, line: 20, lineRule: LineRuleType.EXACT },
        },
      ),
      paragraphStyle('PageHead', 'Page Number Line', { size: points(13) }, centred),
      paragraphStyle('PageFoot', 'Snapshot Line', { size: points(8) }, centred),
    ],
  };
}

/** The sizes in which tables are set, in points. */
const tableSizes = [12, 11, 10, 9] as const;
const alignments = {
  start: AlignmentType.LEFT,
  end: AlignmentType.RIGHT,
  center: AlignmentType.CENTER,
  head: AlignmentType.CENTER,
} as const;

/** The style of a table's cell: one for each size and alignment, so that a cell needs nothing of its own. */
export function cellStyle(size: number, align: keyof typeof alignments): string {
  return `Table${size}${align}`;
}

/** An empty cell is no higher than the others: a style sets the mark of its paragraph too. */
function cellStyles(): Style[] {
  const kinds = Object.keys(alignments) as (keyof typeof alignments)[];
  return tableSizes.flatMap((size) =>
    kinds.map((kind) => {
      const run = { size: points(size), ...(kind === 'head' && { bold: true }) };
      const paragraph = { alignment: alignments[kind], spacing: { before: 0, after: 0 } };
      return paragraphStyle(cellStyle(size, kind), `Table ${size} ${kind}`, run, paragraph);
    }),
  );
}

const centred = { alignment: AlignmentType.CENTER, spacing: { before: 0, after: 0 } };

type Style = NonNullable<IStylesOptions['paragraphStyles']>[number];

function paragraphStyle(
  id: string,
  name: string,
  run: NonNullable<Style['run']>,
  paragraph: NonNullable<Style['paragraph']>,
): Style {
  return { id, name, basedOn: 'Normal', quickFormat: true, run, paragraph };
}
