import { expect, test } from '@jest/globals';
import { isWithin } from '../../../../web/app/is-within.ts';

test.each([
  ['/don-vi', '/don-vi', '/', true],
  ['/don-vi/82', '/don-vi', '/', true],
  ['/don-vi-khac', '/don-vi', '/', false],
  // The overview lies above every page, and only its own address is at it.
  ['/', '/', '/', true],
  ['/don-vi', '/', '/', false],
  // So it is with the secretariat's first page among its own; among all pages it stands for the area.
  ['/thu-ky/phien-hop', '/thu-ky', '/thu-ky', false],
  ['/thu-ky/phien-hop', '/thu-ky', '/', true],
  ['/thu-ky/phien-hop/ubqg-11', '/thu-ky/phien-hop', '/thu-ky', true],
])('%s is at or below %s, of the navigation of %s: %s', (path, place, home, expected) => {
  expect(isWithin(path, place, home)).toBe(expected);
});
