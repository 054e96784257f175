import type { Briefing } from '../../content.ts';

type Words = {
  table: string;
  figure: string;
  snapshot: string;
  /** Beside a part of a table that is too wide for one page. */
  part: (at: number, of: number) => string;
  /** Below a chart in which some figures are missing. */
  gaps: string;
  none: string;
};

/** The few words of the form itself: what a caption begins with, and what a reader must be told of the drawing. */
export function wordsOf(language: Briefing['language']): Words {
  return words[language];
}

const words: Readonly<Record<Briefing['language'], Words>> = {
  vi: {
    table: 'Bảng',
    figure: 'Hình',
    snapshot: 'Bản chốt số liệu',
    part: (at, of) => `(phần ${at}/${of})`,
    gaps: 'Chỗ trống là không có số liệu.',
    none: 'không có số liệu',
  },
  en: {
    table: 'Table',
    figure: 'Figure',
    snapshot: 'Data snapshot',
    part: (at, of) => `(part ${at} of ${of})`,
    gaps: 'A gap means that there is no figure.',
    none: 'no figure',
  },
};
