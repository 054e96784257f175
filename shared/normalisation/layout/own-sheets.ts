import type { Row } from '../table.ts';

/** What stands at the top of the sheets that this service writes into workbooks, by which they are known again. */
export const guideTitle = ['HƯỚNG DẪN', 'INSTRUCTIONS'] as const;
export const resultTitle = 'KẾT QUẢ KIỂM TRA / RESULT OF THE CHECK';

/** True for the instructions of a template and the list of findings in a workbook that was handed back. */
export function isOwnSheet([first]: readonly Row[]): boolean {
  const texts = (first?.cells ?? []).map(({ text }) => text.trim()).filter((text) => text !== '');
  return texts[0] === resultTitle || (texts[0] === guideTitle[0] && texts[1] === guideTitle[1]);
}
