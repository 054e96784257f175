import { expect, test } from '@jest/globals';
import { isNotCome } from '../../../../web/app/load-trouble.ts';

// As Chromium, Firefox and Safari word it, the last where a page came instead of a script.
test.each([
  'Failed to fetch dynamically imported module: https://diem-cau.example/assets/units-page-ABC.js',
  'error loading dynamically imported module: https://diem-cau.example/assets/units-page-ABC.js',
  'Importing a module script failed.',
  "'text/html' is not a valid JavaScript MIME type.",
])('code did not come: %s', (message) => {
  expect(isNotCome(new TypeError(message))).toBe(true);
});

test.each([
  new TypeError("Cannot read properties of undefined (reading 'units')"),
  new TypeError('Failed to fetch'),
  new ReferenceError("Cannot access 'words' before initialization"),
  new SyntaxError("The requested module './a.js' does not provide an export named 'b'"),
  new Error('Failed to fetch dynamically imported module: x'),
  'Importing a module script failed.',
  undefined,
])('code came and failed: %s', (fault) => {
  expect(isNotCome(fault)).toBe(false);
});
