/** What is said about figures beside those that stood before. */
export const figureWords = {
  vi: {
    title: 'Số liệu đọc được',
    replaces: (n: number, changed: string) =>
      `Bản này thay bản thứ ${n} khi được ký. Có ${changed} chỉ tiêu khác với bản đó.`,
    replaced: (n: number, changed: string) => `So với bản thứ ${n} trước đó, có ${changed} chỉ tiêu khác.`,
    period: (period: string, changed: string) =>
      `Chưa có bản nào trước đó cho kỳ này. So với ${period}, có ${changed} chỉ tiêu khác.`,
    alone: 'Chưa có bản nào trước đó để so sánh.',
    all: 'Hiện cả những chỉ tiêu không đổi',
    caption: 'Số liệu đọc được trong tệp',
    indicator: 'Chỉ tiêu',
    area: 'Về',
    here: 'Bản này',
    version: (n: number) => `Bản thứ ${n}`,
    difference: 'Chênh lệch',
    change: 'So sánh',
    none: 'Không có chỉ tiêu nào khác.',
    changes: { same: 'không đổi', changed: 'khác', new: 'mới có', gone: 'không còn', none: 'đều không có' },
  },
  en: {
    title: 'The figures that were read',
    replaces: (n: number, changed: string) =>
      `Once signed, it replaces version ${n}. ${changed} indicators differ from that one.`,
    replaced: (n: number, changed: string) => `${changed} indicators differ from version ${n} before it.`,
    period: (period: string, changed: string) =>
      `There is no earlier version for this period. ${changed} indicators differ from ${period}.`,
    alone: 'There is no earlier version to compare with.',
    all: 'Show indicators that are the same too',
    caption: 'The figures that were read in the file',
    indicator: 'Indicator',
    area: 'About',
    here: 'This one',
    version: (n: number) => `Version ${n}`,
    difference: 'Difference',
    change: 'Comparison',
    none: 'No indicator differs.',
    changes: {
      same: 'the same',
      changed: 'differs',
      new: 'there was none',
      gone: 'none any more',
      none: 'neither has one',
    },
  },
};
