import { communes, indicatorsFor } from './bench-catalog.ts';
import { generator } from './random.ts';

export const heading = [
  'Mã tỉnh',
  'Tên xã',
  'Mã chỉ tiêu',
  'Kỳ báo cáo',
  'Tử số',
  'Mẫu số',
  'Giá trị',
  'Ghi chú',
] as const;

export type LongRow = readonly [
  province: string,
  commune: string,
  indicator: string,
  period: string,
  numerator: number | '',
  denominator: number | '',
  value: number | '',
  note: string,
];

const reasons = [
  'Số liệu lấy từ hệ thống thông tin giải quyết thủ tục hành chính',
  'Đã đối chiếu với Cổng Dịch vụ công quốc gia',
  'Chưa gồm hồ sơ tiếp nhận qua dịch vụ bưu chính công ích',
  'Theo báo cáo của Phòng Văn hóa - Xã hội',
];

/**
 * The rows of a report on every commune, in the order of communes; the same for the same count. About 2,000
 * different notes.
 */
export function* longRows(count: number): Generator<LongRow> {
  const indicators = indicatorsFor(count);
  const random = generator(20_260_914);
  let left = count;
  for (const { province, name } of communes()) {
    for (const { id, kind } of indicators) {
      if (left === 0) return;
      left -= 1;
      const note = `${reasons[random(4)]}, đợt ${random(500) + 1}`;
      const whole = random(90_000) + 10;
      const part = Math.floor((whole * (random(40) + 60)) / 100);
      const value = Math.round((part / whole) * 10_000) / 100;
      if (kind === 'ratio') yield [province, name, id, 'Quý III/2026', part, whole, value, note];
      else yield [province, name, id, 'Quý III/2026', '', '', kind === 'count' ? whole : value, note];
    }
  }
}
