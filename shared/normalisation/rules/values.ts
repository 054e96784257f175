import { outside } from './bounds.ts';
import { example, exampleIndicator, valueRow } from './example.ts';
import { type FormRow, none, ofKinds, type RowRule, valueIn } from './rule.ts';
import { always } from './since.ts';

export const rateOutOfBounds: RowRule = {
  code: 'rate-out-of-bounds',
  concerns: ofKinds('rate'),
  state: 'blocking',
  periods: always,
  source: 'A rate is the part of a whole in percent; only how far a plan is fulfilled may be more than 100',
  sentence: {
    vi: 'Tỷ lệ phải nằm trong khoảng từ 0 đến 100 %, trừ mức hoàn thành kế hoạch có thể vượt 100 %. Hãy kiểm tra dấu thập phân và đơn vị tính.',
    en: 'A rate lies between 0 and 100 %; only how far a plan is fulfilled may be more. Check the decimal mark and the unit.',
  },
  passing: example([valueRow('A', 'rate', '70.91'), overHundred(valueRow('B', 'rate', '112.5'))]),
  failing: example([valueRow('A', 'rate', '709.1')]),
  checkRow: (row) =>
    row.indicator.kind === 'rate' ? outside(row, '0', row.indicator.overHundred ? null : '100') : none,
};

function overHundred(row: FormRow): FormRow {
  return { ...row, indicator: { ...row.indicator, overHundred: true } };
}

export const indexOutOfBounds: RowRule = {
  code: 'index-out-of-bounds',
  concerns: ({ required }) => required.some(({ kind, unit }) => kind === 'score' && unit === indexUnit),
  state: 'blocking',
  periods: always,
  source: 'QĐ 922/QĐ-BTTTT 20/05/2022: a main index lies between 0 and 1',
  sentence: {
    vi: 'Chỉ số phải nằm trong khoảng từ 0 đến 1. Hãy kiểm tra dấu thập phân: 0,7769 chứ không phải 77,69.',
    en: 'An index lies between 0 and 1. Check the decimal mark: 0.7769 and not 77.69.',
  },
  passing: example([index('A', '0.7769')]),
  failing: example([index('A', '77.69')]),
  checkRow: (row) =>
    row.indicator.kind === 'score' && row.indicator.unit === indexUnit ? outside(row, '0', '1') : none,
};

/** The unit of an index, as the catalogue writes it. */
export const indexUnit = '0..1';

function index(id: string, value: string): FormRow {
  const row = valueRow(id, 'score', value);
  return { ...row, indicator: { ...exampleIndicator(id, 'score'), unit: '0..1' } };
}

const firstDay = '2000-01-01';
const yearsAhead = '5';

export const dateImplausible: RowRule = {
  code: 'date-implausible',
  concerns: ofKinds('date'),
  state: 'warning',
  periods: always,
  source: 'Dates typed by hand: a day that is far from the period is most often a slip of the year',
  parameters: { firstDay, yearsAhead },
  sentence: {
    vi: 'Ngày nằm xa kỳ báo cáo. Hãy kiểm tra lại năm; ngày viết theo thứ tự ngày/tháng/năm.',
    en: 'The date is far from the period. Check the year; a date is written day/month/year.',
  },
  passing: example([dateRow('2021-09-24T18:54+07:00')]),
  failing: example([dateRow('2206-09-24')]),
  checkRow: (row, { period }) => {
    // A date may have a time of day behind it.
    const day = row.indicator.kind === 'date' ? valueIn(row)?.slice(0, 10) : undefined;
    if (day === undefined || row.result === null) return none;
    const lastDay = `${period.year + Number(yearsAhead)}-12-31`;
    if (firstDay <= day && day <= lastDay) return none;
    return [
      { place: row.result.place, got: day, expected: `${firstDay} … ${lastDay}`, about: row.indicator.id },
    ];
  },
};

function dateRow(value: string): FormRow {
  return { ...valueRow('A', 'date', null), value };
}
