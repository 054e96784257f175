import { expect, test } from '@jest/globals';
import { isNothingThere, listAbove } from '../../../../web/app/list-above.ts';
import { pages } from '../../../../web/app/pages.ts';

test.each([
  ['/don-vi/province:99@2025', '/don-vi'],
  ['/bao-cao/province:52@2025/khong-co/2026-Q3', '/bao-cao'],
  ['/ban-nop/0000', '/bao-cao'],
  ['/thu-ky/phien-hop/khong-co', '/thu-ky/phien-hop'],
  ['/thu-ky/danh-muc', '/'],
])('from %s the way on is %s, which is a page', (path, expected) => {
  const { address } = listAbove(path);
  expect(address).toBe(expected);
  expect(pages.map((page) => page.path)).toContain(address);
});

test('what is not there is not asked for again; what failed is', () => {
  const is = (status: number, code = '') => isNothingThere({ status, code });
  expect([is(404), is(422, 'form-unknown')]).toEqual([true, true]);
  expect([is(0), is(500), is(422, 'body-invalid'), is(403)]).toEqual([false, false, false, false]);
});
