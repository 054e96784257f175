import type { Both } from './language.tsx';

/** Where what a page shows can be chosen from, by the beginning of its address. */
const lists: readonly (readonly [string, string, Both])[] = [
  ['/thu-ky/phien-hop/', '/thu-ky/phien-hop', { vi: 'Lịch phiên họp', en: 'Calendar of meetings' }],
  ['/don-vi/', '/don-vi', { vi: 'Danh sách đơn vị', en: 'List of units' }],
  ['/chi-tieu/', '/chi-tieu', { vi: 'Danh mục chỉ tiêu', en: 'List of indicators' }],
  ['/ra-soat/', '/ra-soat', { vi: 'Danh sách bản nộp cần rà soát', en: 'List of submissions to review' }],
  ['/bao-cao/', '/bao-cao', { vi: 'Báo cáo của đơn vị', en: 'Your unit’s reports' }],
  ['/ban-nop/', '/bao-cao', { vi: 'Báo cáo của đơn vị', en: 'Your unit’s reports' }],
];
const overview = ['/', { vi: 'Về trang Tổng quan', en: 'Go to the overview' }] as const;

/**
 * The way on from a page whose address names nothing.
 * @param path `/don-vi/province:99@2025`
 * @returns the list that it would be in, else the overview, with the words of the link
 */
export function listAbove(path: string): { address: string; words: Both } {
  const [, address, words] = lists.find(([within]) => path.startsWith(within)) ?? ['', ...overview];
  return { address, words };
}

const nothingCodes = ['unit-unknown', 'form-unknown', 'period-unknown', 'indicator-unknown'];

/** Whether what was asked for is not there at all: asking again brings nothing. */
export function isNothingThere({ status, code }: { status: number; code: string }): boolean {
  return status === 404 || nothingCodes.includes(code);
}
