import type { CoverageDocument } from '../../../shared/aggregation/punctuality.ts';

type ReportState = CoverageDocument['units'][number]['state'];

export const coverageWords = {
  vi: {
    counted: 'Đã báo cáo',
    onTime: 'Đúng hạn',
    late: 'Nộp muộn',
    missing: 'Chưa báo cáo, đã quá hạn',
    notDue: 'Chưa báo cáo, chưa đến hạn',
    nils: 'Không phát sinh',
    due: 'Hạn nộp',
    noDue: 'không có hạn',
    unit: 'Đơn vị',
    state: 'Tình trạng',
    version: 'Bản',
    noVersion: 'chưa có',
    action: 'Việc làm được',
    extend: 'Gia hạn',
    open: 'Xem báo cáo',
  },
  en: {
    counted: 'Reported',
    onTime: 'On time',
    late: 'Late',
    missing: 'Missing, past its day',
    notDue: 'Missing, not due yet',
    nils: 'Nothing to report',
    due: 'Due',
    noDue: 'no due day',
    unit: 'Unit',
    state: 'State',
    version: 'Version',
    noVersion: 'none yet',
    action: 'What can be done',
    extend: 'Extend',
    open: 'See the report',
  },
};

/** Who must act stands first: missing, then not due yet, then late, then the rest, in the order of codes. */
export function byNeed<Row extends { state: ReportState; code: string }>(rows: readonly Row[]): Row[] {
  const order: readonly ReportState[] = ['missing', 'not-due', 'late', 'reported', 'on-time'];
  return [...rows].sort(
    (a, b) => order.indexOf(a.state) - order.indexOf(b.state) || (a.code < b.code ? -1 : 1),
  );
}
