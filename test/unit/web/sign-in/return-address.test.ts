import { describe, expect, test } from '@jest/globals';
import { returnAddress } from '../../../../web/app/return-address.ts';
import { pagePath } from '../../../../web/served/page-path.ts';

const origin = 'https://diemcau.example.vn';

describe('where signing in leads back to', () => {
  test.each([
    ['/bao-cao', '/bao-cao'],
    ['/ban-do?diem=qd766&ky=2026-Q3#bang', '/ban-do?diem=qd766&ky=2026-Q3#bang'],
    ['/don-vi/province:52@2025', '/don-vi/province:52@2025'],
    ['/chi-tieu/766.TDGQ', '/chi-tieu/766.TDGQ'],
    ['/./bao-cao?don-vi=//x', '/bao-cao?don-vi=//x'],
  ])('%s', (asked, back) => expect(returnAddress(asked, origin)).toBe(back));

  test.each([
    null,
    '',
    'bao-cao',
    'https://evil.example/',
    '//evil.example/',
    '///evil.example/',
    '/\\evil.example/',
    '\\/evil.example/',
    '/\t/evil.example/',
    '/\n/evil.example/',
    '/a\\..\\..\\evil',
    '/.//evil.example/x',
    '/./%2e//evil.example/x',
    '/x/..//evil.example/x',
    '/x/%2E%2e//evil.example/x',
    '/%2e//evil.example/x',
    '/.//\\evil.example/x',
    '/./\\evil.example/x',
    'javascript:alert(1)',
    'data:text/html,x',
    '/dang-nhap?ve=/dang-nhap',
    '/../dang-nhap',
  ])('%j leads to the overview', (asked) => expect(returnAddress(asked, origin)).toBe('/'));
});

describe('pages of the portal', () => {
  test.each([
    '/',
    '/ban-do',
    '/ban-do/',
    '/chi-tieu/766.TDGQ',
    '/bao-cao/province:52@2025/qd766/2026-Q3/kiem-tra',
  ])('%s is one', (path) => expect(pagePath.test(path)).toBe(true));
  test.each([
    '',
    '/v1',
    '/v1/units',
    '/assets/x',
    '/_local/status',
    '/icon.svg',
    '/config.json',
    '/.well-known/x',
    '/%2e%2e/x',
    '/a//b',
    '/A',
  ])('%j is none', (path) => expect(pagePath.test(path)).toBe(false));
});
