import type { Language, Texts } from '../voice.ts';

/** The few words of a layout itself: everything else is the briefing's. */
const texts = {
  table: { vi: 'Bảng', en: 'Table' },
  figure: { vi: 'Hình', en: 'Figure' },
  contents: { vi: 'Mục lục', en: 'Contents' },
  /** Of a table that is too wide for one page: `(phần 2/3)`. */
  part: { vi: 'phần', en: 'part' },
  gaps: { vi: 'Chỗ trống là không có số liệu.', en: 'A gap means that there is no figure.' },
  noFigure: { vi: 'không có số liệu', en: 'no figure' },
  longNumbers: {
    vi: 'Số có trên 15 chữ số được ghi dưới dạng văn bản, vì bảng tính chỉ giữ chính xác 15 chữ số.',
    en: 'Numbers of more than 15 digits are written as text, since a spreadsheet keeps 15 digits exactly.',
  },
} as const satisfies Record<string, Texts>;

export function layoutWord(word: keyof typeof texts, language: Language): string {
  return texts[word][language];
}
