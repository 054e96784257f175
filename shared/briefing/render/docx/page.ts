import { AlignmentType, Footer, Header, type ISectionOptions, PageNumber, Paragraph, TextRun } from 'docx';
import type { Briefing } from '../../content.ts';
import { cleanText } from './text.ts';

/** Twentieths of a point in a millimetre: what Word measures pages and columns in. */
export function twips(millimetres: number): number {
  return Math.round((millimetres * 1440) / 25.4);
}

/**
 * A4 with the margins of NĐ 30/2020/NĐ-CP, Annex I, part I, I.1 to I.3: "Khổ A4 (210 mm x 297 mm)"; "Theo chiều
 * dài của khổ A4. Trường hợp nội dung văn bản có các bảng, biểu nhưng không được làm thành các phụ lục riêng thì
 * văn bản có thể được trình bày theo chiều rộng"; "Cách mép trên và mép dưới 20 - 25 mm, cách mép trái 30 - 35 mm,
 * cách mép phải 15 - 20 mm". Millimetres.
 */
export const page = { short: 210, long: 297, top: 20, bottom: 20, left: 30, right: 15 } as const;

export type Orientation = 'portrait' | 'landscape';

/** The width and height that text has on a page, in millimetres. */
export function textArea(orientation: Orientation): { width: number; height: number } {
  const [width, height] = orientation === 'portrait' ? [page.short, page.long] : [page.long, page.short];
  return { width: width - page.left - page.right, height: height - page.top - page.bottom };
}

/**
 * One section of the document: page size, the page's number above and the snapshot's hash below.
 *
 * NĐ 30/2020/NĐ-CP, Annex I, part I, I.7: "Số trang văn bản: Được đánh từ số 1, bằng chữ số Ả Rập, cỡ chữ 13 đến
 * 14, kiểu chữ đứng, được đặt canh giữa theo chiều ngang trong phần lề trên của văn bản, không hiển thị số trang
 * thứ nhất."
 * @param first whether it is the document's first: its first page has no number
 */
export function pageOf(
  orientation: Orientation,
  briefing: Briefing,
  first: boolean,
): Pick<ISectionOptions, 'properties' | 'headers' | 'footers'> {
  const { top, bottom, left, right, short, long } = page;
  const margin = { top: twips(top), bottom: twips(bottom), left: twips(left), right: twips(right) };
  return {
    properties: {
      ...(first && { titlePage: true }),
      page: {
        // The library turns the sides itself when the page lies.
        size: { width: twips(short), height: twips(long), orientation },
        margin: { ...margin, header: twips(10), footer: twips(8) },
      },
    },
    headers: { default: numbered(), ...(first && { first: new Header({ children: [new Paragraph({})] }) }) },
    footers: { default: footed(briefing), ...(first && { first: footed(briefing) }) },
  };
}

function numbered(): Header {
  const number = new TextRun({ children: [PageNumber.CURRENT], size: 26 });
  return new Header({ children: [new Paragraph({ style: 'PageHead', children: [number] })] });
}

function footed({ foot }: Briefing): Footer {
  const text = cleanText(foot);
  return new Footer({
    children: [
      new Paragraph({ style: 'PageFoot', alignment: AlignmentType.CENTER, children: [new TextRun(text)] }),
    ],
  });
}
