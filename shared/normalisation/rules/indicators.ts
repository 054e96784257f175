import { example, exampleIndicator, ratioRow } from './example.ts';
import { figureKey, none, type TableRule, type Violation } from './rule.ts';
import { always } from './since.ts';

export const indicatorTwice: TableRule = {
  code: 'indicator-twice',
  state: 'blocking',
  periods: always,
  source: 'The figure of a unit and period is one: a row that stands twice hides another one',
  sentence: {
    vi: 'Mỗi chỉ tiêu chỉ được có một dòng: dòng trùng thường che mất một chỉ tiêu khác. Hãy xóa hoặc sửa dòng trùng.',
    en: 'An indicator may have one row only: a row that stands twice often hides another one. Delete or mend the second row.',
  },
  passing: example([ratioRow('A', '1', '2'), ratioRow('B', '1', '2')]),
  failing: example([ratioRow('A', '1', '2'), ratioRow('A', '1', '2')]),
  begin({ required }) {
    // By area and indicator, the row in which it stands first: numbers, since a file may have a million of them.
    const seen = new Map<string, number[]>();
    const order = new Map(required.map(({ id }, index) => [id, index]));
    return {
      row({ indicator, area = '', place }) {
        const index = order.get(indicator.id) ?? order.size;
        if (index === order.size) order.set(indicator.id, index);
        const rows = seen.get(area) ?? [];
        if (rows.length === 0) seen.set(area, rows);
        const before = rows[index] ?? 0;
        if (before === 0) {
          rows[index] = place.row;
          return none;
        }
        const hint = { vi: `Đã có ở dòng ${before}.`, en: `It stands in row ${before} already.` };
        return [
          {
            place,
            got: indicator.id,
            expected: null,
            about: figureKey(indicator.id, area || undefined),
            hint,
          },
        ];
      },
      end: () => none,
    };
  },
};

export const indicatorMissing: TableRule = {
  code: 'indicator-missing',
  state: 'blocking',
  periods: always,
  source: 'NĐ 09/2019/NĐ-CP: a reporting regime names its contents',
  sentence: {
    vi: 'Mọi chỉ tiêu của biểu mẫu đều phải có dòng trong tệp. Hãy thêm dòng còn thiếu; nếu chưa có số liệu thì để trống ô.',
    en: 'Every indicator of the form must have its row in the file. Add the row; leave its cells blank when there is no figure yet.',
  },
  // Of the rows of another form none is this one's.
  causedWhollyBy: ['form-differs'],
  // A row that stands twice, or whose name is not known, stands where another one should.
  causedBy: ['indicator-twice', 'indicator-unknown', 'indicator-unclear'],
  // What stood in a row that was not read is no longer known.
  lostWith: [
    'csv-ragged',
    'csv-stray-quote',
    'csv-text-after-quote',
    'indicator-damaged',
    'indicator-unknown',
  ],
  passing: example([ratioRow('A', null, null)]),
  failing: example([ratioRow('A', '1', '2')], { required: ['A', 'B'].map((id) => exampleIndicator(id)) }),
  begin({ required }) {
    const present = new Set<string>();
    return {
      row({ indicator }) {
        present.add(indicator.id);
        return none;
      },
      end: () =>
        required
          .filter(({ id }) => !present.has(id))
          .map(({ id, names }): Violation => {
            return { place: null, got: null, expected: `${id} ${names.vi}`, about: id };
          }),
    };
  },
};
