import { exampleIndicator, exampleInput, ratioRow } from './example.ts';
import type { Rule } from './rule.ts';

export const indicatorMissing: Rule = {
  code: 'indicator-missing',
  severity: 'error',
  sentence: {
    vi: 'Mọi chỉ tiêu của biểu mẫu đều phải có dòng trong tệp. Hãy thêm dòng còn thiếu; nếu chưa có số liệu thì để trống ô.',
    en: 'Every indicator of the form must have its row in the file. Add the row; leave its cells blank when there is no figure yet.',
  },
  passing: exampleInput([ratioRow('A', null, null)]),
  failing: exampleInput([ratioRow('A', '1', '2')], {
    required: ['A', 'B'].map((id) => exampleIndicator(id)),
  }),
  check({ required, rows }) {
    const present = new Set(rows.map((row) => row.indicator.id));
    return required
      .filter((indicator) => !present.has(indicator.id))
      .map(({ id, names }) => ({ place: null, got: null, expected: `${id} ${names.vi}` }));
  },
};

export const indicatorTwice: Rule = {
  code: 'indicator-twice',
  severity: 'error',
  sentence: {
    vi: 'Mỗi chỉ tiêu chỉ được có một dòng: dòng trùng thường che mất một chỉ tiêu khác. Hãy xóa hoặc sửa dòng trùng.',
    en: 'An indicator may have one row only: a row that stands twice often hides another one. Delete or mend the second row.',
  },
  passing: exampleInput([ratioRow('A', '1', '2'), ratioRow('B', '1', '2')]),
  failing: exampleInput([ratioRow('A', '1', '2'), ratioRow('A', '1', '2')]),
  check({ rows }) {
    const seen = new Set<string>();
    return rows
      .filter(({ indicator }) => seen.size === seen.add(indicator.id).size)
      .map(({ indicator, place }) => ({ place, got: indicator.id, expected: null }));
  },
};
