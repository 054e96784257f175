import { globSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { apiPath, isApiAddress } from '../../../../web/app/api-path.ts';

test('a value stays a value: it adds no step, no query and no value of its own', () => {
  expect(apiPath`/v1/submissions/${'../../config.json'}/receipt`).toBe(
    '/v1/submissions/..%2F..%2Fconfig.json/receipt',
  );
  expect(apiPath`/v1/submissions/${'x?y'}`).toBe('/v1/submissions/x%3Fy');
  expect(apiPath`/v1/series?unit=${'a&basis=b'}&limit=${20}`).toBe('/v1/series?unit=a%26basis%3Db&limit=20');
  expect(apiPath`/v1/units/${'province:52@2025'}/figures`).toBe('/v1/units/province:52@2025/figures');
});

test('an address goes on from another', () => {
  const own = apiPath`/v1/public/meetings/${'ubqg-11'}`;
  expect(apiPath`${own}/tasks`).toBe('/v1/public/meetings/ubqg-11/tasks');
});

test.each([
  '../../config.json',
  '../public/meetings',
  '..',
  '.',
  '',
  'x?y',
  'x#y',
  'x/y',
  'x\\y',
  'x%2Fy',
  'x y',
])('%j is no id', (id) => expect(isApiAddress(apiPath`/v1/submissions/${id}/receipt`)).toBe(false));

test.each(['7f3a', 'province:52@2025', '2026-Q3', '766.TDGQ', 'nguyen.van-a'])('%j may be an id', (id) => {
  expect(isApiAddress(apiPath`/v1/submissions/${id}?beside=${'a/b'}`)).toBe(true);
});

test.each([
  '/v1/submissions/%E0%A4%A',
  '/v1',
  '/v1/',
  '/config.json',
  '//other.example/v1/x',
  '/v1/../config.json',
])('%j is no address of the API', (address) => expect(isApiAddress(address)).toBe(false));

test('addresses of the API with values in them are made in one place only', () => {
  const bare = globSync('web/**/*.{ts,tsx}').filter((file) =>
    /(?<!apiPath)`(?:\/v1\/[^`]*\$\{|\$\{(?:base|own|prefix|useFiguresBase\(\))\}\/)/.test(
      readFileSync(file, 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, ''),
    ),
  );
  expect(bare).toEqual([]);
});
