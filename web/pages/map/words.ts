type Ends = {
  most: string;
  mostText: string;
  least: string;
  leastText: string;
  known: number;
  zeroOfZero: number;
  all: number;
};

/** The words of the map and of its table. */
export const words = {
  vi: {
    code: 'Mã',
    unit: 'Đơn vị',
    unitId: 'Mã định danh đơn vị',
    period: 'Kỳ',
    rank: 'Hạng',
    unranked: 'không xếp hạng',
    total: 'Tổng điểm',
    partial: 'mới có một phần địa bàn',
    points: (name: string, max: string) => `${name} (tối đa ${max})`,
    nothing: (all: number) => `Chưa đơn vị nào trong ${all} đơn vị có số liệu.`,
    summary: ({ most, mostText, least, leastText, known, zeroOfZero, all }: Ends) =>
      `Cao nhất: ${most} (${mostText}). Thấp nhất: ${least} (${leastText}). ${known}/${all} đơn vị có số liệu${zeroOfZero > 0 ? `, trong đó ${zeroOfZero} không phát sinh (0/0)` : ''}.`,
    outlines:
      'Ranh giới khái quát theo Natural Earth; quần đảo Hoàng Sa và quần đảo Trường Sa vẽ trong khung riêng.',
  },
  en: {
    code: 'Code',
    unit: 'Unit',
    unitId: 'Unit ID',
    period: 'Period',
    rank: 'Rank',
    unranked: 'not ranked',
    total: 'Total points',
    partial: 'of some of its areas only',
    points: (name: string, max: string) => `${name} (at most ${max})`,
    nothing: (all: number) => `None of the ${all} units has a figure yet.`,
    summary: ({ most, mostText, least, leastText, known, zeroOfZero, all }: Ends) =>
      `Highest: ${most} (${mostText}). Lowest: ${least} (${leastText}). ${known} of ${all} units have a figure${zeroOfZero > 0 ? `; in ${zeroOfZero} nothing occurred (0/0)` : ''}.`,
    outlines: 'General outlines after Natural Earth; the Hoàng Sa and Trường Sa Islands are drawn as insets.',
  },
};
