import { expect, test } from '@jest/globals';
import { contentTypeOf } from '../../../shared/submissions/content-type.ts';
import { evidenceTypeOf } from '../../../shared/submissions/evidence-kinds.ts';

test.each([
  ['Biểu 766.XLSX', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['a.b/báo cáo.csv', 'text/csv'],
  ['v1.2/tệp', 'application/octet-stream'],
  ['tệp', 'application/octet-stream'],
  ['.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['a.pdf', 'application/octet-stream'],
])('a report called %s is %s', (name, type) => {
  expect(contentTypeOf(name)).toBe(type);
});

test.each([
  ['công văn.PDF', 'application/pdf'],
  ['ảnh.jpeg', 'image/jpeg'],
  ['trang.html', 'application/octet-stream'],
  ['a.svg', 'application/octet-stream'],
])('evidence called %s is %s: nothing that a browser would run', (name, type) => {
  expect(evidenceTypeOf(name)).toBe(type);
});
