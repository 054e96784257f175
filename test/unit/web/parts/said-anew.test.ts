import { expect, test } from '@jest/globals';
import { saidAnew } from '../../../../web/parts/said-anew.ts';

const before = [
  { id: 'name', message: 'Tên: cần điền mục này' },
  { id: 'why', message: 'Lý do: cần điền mục này' },
];

test('errors are said in the other language, each at its place', () => {
  const now = [
    { id: 'why', message: 'Reason: this is needed' },
    { id: 'name', message: 'Name: this is needed' },
  ];
  expect(saidAnew(before, now)).toEqual([now[1], now[0]]);
});

test('none is added and none goes before the form is sent again', () => {
  const now = [
    { id: 'why', message: 'Reason: this is needed' },
    { id: 'other', message: 'Other: this is needed' },
  ];
  expect(saidAnew(before, now)).toEqual([before[0], now[0]]);
});
