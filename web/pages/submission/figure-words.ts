/** What is said about figures beside those that stood before. */
export const figureWords = {
  vi: {
    title: 'Số liệu đọc được',
    replaces: (n: number, changed: string) =>
      `Bản này thay bản thứ ${n} khi được ký. So với bản đó: ${changed}.`,
    replaced: (n: number, changed: string) => `So với bản thứ ${n} trước đó: ${changed}.`,
    period: (period: string, changed: string) =>
      `Chưa có bản nào trước đó cho kỳ này. So với ${period}: ${changed}.`,
    alone: 'Chưa có bản nào trước đó để so sánh.',
    all: 'Hiện cả những chỉ tiêu không đổi',
    caption: 'Số liệu đọc được trong tệp',
    indicator: 'Chỉ tiêu',
    area: 'Về',
    here: 'Bản này',
    version: (n: number) => `Bản thứ ${n}`,
    difference: 'Chênh lệch',
    change: 'Đối chiếu',
  },
  en: {
    title: 'The figures that were read',
    replaces: (n: number, changed: string) =>
      `Once signed, it replaces version ${n}. Beside that one: ${changed}.`,
    replaced: (n: number, changed: string) => `Beside version ${n} before it: ${changed}.`,
    period: (period: string, changed: string) =>
      `There is no earlier version for this period. Beside ${period}: ${changed}.`,
    alone: 'There is no earlier version to compare with.',
    all: 'Show indicators that are the same too',
    caption: 'The figures that were read in the file',
    indicator: 'Indicator',
    area: 'About',
    here: 'This one',
    version: (n: number) => `Version ${n}`,
    difference: 'Difference',
    change: 'Comparison',
  },
};
