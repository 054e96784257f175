import { cellName } from '../table.ts';
import { example, exampleIndicator, ratioRow } from './example.ts';
import { type FormRow, figureKey, none, type TableRule, type Violation } from './rule.ts';
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
  begin() {
    const first = new Map<string, FormRow>();
    return {
      row(row) {
        const key = figureKey(row.indicator.id, row.area);
        const before = first.get(key);
        if (!before) {
          first.set(key, row);
          return none;
        }
        const cell = cellName(before.place.column, before.place.row);
        const hint = { vi: `Đã có ở ô ${cell}.`, en: `It stands in cell ${cell} already.` };
        return [{ place: row.place, got: row.indicator.id, expected: null, about: row.indicator.id, hint }];
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
  // A row that stands twice, or whose name is not known, stands where another one should.
  causedBy: ['indicator-twice', 'indicator-unknown', 'indicator-unclear'],
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
