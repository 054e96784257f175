import { expect, test } from '@jest/globals';
import * as v from 'valibot';
import { catalog } from '../../../shared/catalog/catalog.ts';
import type { Catalogs } from '../../../shared/catalog/catalogs.ts';
import { asOfAsked, Instant } from '../../../shared/lambda/as-of.ts';
import type { Request } from '../../../shared/lambda/http.ts';
import { Refusal } from '../../../shared/refusal.ts';

const read = (text: string) => {
  const { success, output } = v.safeParse(Instant, text);
  return success ? output : null;
};

test('an instant is read in whatever offset', () => {
  expect(read('2026-10-14T17:02:00+07:00')).toBe('2026-10-14T10:02:00.000Z');
  expect(read('2100-12-31T23:59:59.999Z')).toBe('2100-12-31T23:59:59.999Z');
  expect(read('2000-01-01T00:00Z')).toBe('2000-01-01T00:00:00.000Z');
});

test('an instant of no year that is meant, before or after its offset is taken off, is none', () => {
  const none = [
    '9999-12-31T23:59-14:00',
    '9999-12-31T23:59Z',
    '2100-12-31T23:59-07:00',
    '2000-01-01T00:00+07:00',
    '0000-01-01T00:00+14:00',
    '2026-02-30T00:00Z',
  ];
  expect(none.map(read)).toEqual(none.map(() => null));
});

test('what is later than the request, by a millisecond or by decades, is refused', async () => {
  const request = { at: '2026-10-14T10:02:00.000Z' } as Request;
  const catalogs = { asOf: async () => catalog } as unknown as Catalogs;
  const asked = async (instant: string) =>
    asOfAsked(instant, request, { catalog, catalogs }).then(
      (answer) => answer.instant,
      (reason: unknown) => (reason instanceof Refusal ? reason.code : reason),
    );
  expect(await asked('2026-10-14T10:02:00.000Z')).toBe('2026-10-14T10:02:00.000Z');
  expect(await asked('2026-10-14T10:02:00.001Z')).toBe('as-of-in-future');
  expect(await asked('2100-12-31T23:59:59.999Z')).toBe('as-of-in-future');
});
