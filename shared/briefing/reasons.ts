import type { Reason } from '../aggregation/combine.ts';
import type { Silence } from '../aggregation/round.ts';
import type { Texts } from './voice.ts';

/** Why there is no figure, in a cell: short, and never blank or zero. */
export const reasonTexts: Readonly<Record<Reason | Silence | 'not-due', Texts>> = {
  'not-submitted': { vi: 'chưa báo cáo', en: 'not submitted' },
  'not-published': { vi: 'chưa có số liệu công bố', en: 'nothing published yet' },
  'not-due': { vi: 'chưa đến hạn', en: 'not due yet' },
  missing: { vi: 'không có số liệu', en: 'no figure' },
  nil: { vi: 'không phát sinh', en: 'nothing to report' },
  'no-denominator': { vi: '0/0', en: '0/0' },
  'not-applicable': { vi: 'không áp dụng', en: 'not applicable' },
  'not-additive': { vi: 'không cộng gộp được', en: 'cannot be added up' },
  'parts-missing': { vi: 'thiếu đơn vị thành phần', en: 'parts missing' },
};
