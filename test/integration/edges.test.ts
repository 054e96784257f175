import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Stack } from '../../local/stack.ts';
import { startService } from './service.ts';

/** The API's edges over HTTP: hostile paths, tokens without a role, tags and codings of answers. */

let stack: Stack;
beforeAll(async () => {
  stack = await startService();
}, 60_000);
afterAll(() => stack.stop());

const get = (path: string, headers: Record<string, string> = {}) => fetch(`${stack.url}${path}`, { headers });
const scorecard = '/v1/public/scorecards/qd766/2026-Q3';

describe('what names nothing is not found, however it is written', () => {
  test.each([
    `/v1/public/meetings/${'a'.repeat(2100)}/scorecards/qd766/2026-Q3`,
    `/v1/public/meetings/ubqg-11/scorecards/${'a'.repeat(1100)}/2026-Q3`,
    '/v1/public/meetings/__proto__/scorecards/constructor/2026-Q3',
    '/v1/public/meetings/ubqg-11/coverage/toString/2026-Q3',
    '/v1/public/meetings/ubqg-11/scorecards/qd766/2022-Q1',
    '/v1/public/catalog/__proto__',
  ])('%#', async (path) => {
    const answer = await get(path);
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({ code: 'not-found' });
  });
});

test('a token that names no role reads nothing', async () => {
  const token = await stack.mintToken({ subject: 'somebody', roles: [] });
  for (const path of [
    '/v1/meetings/ubqg-11',
    '/v1/scorecards/qd766/2026-Q3',
    '/v1/submissions?unit=82&form=qd766&period=2026-Q3',
  ]) {
    const answer = await get(path, { authorization: `Bearer ${token}` });
    expect([path, answer.status]).toEqual([path, 403]);
  }
});

test('a wrong parameter is named in both languages, and what was sent is not echoed', async () => {
  const answer = await get(`${scorecard}?basis=%3Cscript%3E&x=1`);
  const body = await answer.text();
  expect(answer.status).toBe(400);
  expect(body).not.toContain('script');
  expect(JSON.parse(body).fields).toEqual([
    {
      field: 'basis',
      fault: 'malformed',
      message: { vi: 'Giá trị không đúng mẫu.', en: 'The value is not of the expected form.' },
    },
    {
      field: 'x',
      fault: 'unknown',
      message: { vi: 'Trường này không được hỗ trợ.', en: 'This field is not supported.' },
    },
  ]);
});

describe('answers and their tags (RFC 9110)', () => {
  test.each([
    ['plain', 'identity'],
    ['gzip', 'gzip'],
    ['refused gzip', 'gzip;q=0'],
  ])('%s: a strong tag of its own, and 304 for who has it', async (_name, coding) => {
    const first = await get('/v1/public/catalog/units', { 'accept-encoding': coding });
    const etag = first.headers.get('etag') as string;
    expect(etag).toMatch(/^"[^"]+"$/);
    expect(first.headers.get('vary')).toBe('accept-encoding');
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const again = await get('/v1/public/catalog/units', {
        'accept-encoding': coding,
        'if-none-match': known,
      });
      expect([known, again.status, await again.text()]).toEqual([known, 304, '']);
    }
    const other = await get('/v1/public/catalog/units', {
      'accept-encoding': coding,
      'if-none-match': '"other"',
    });
    expect(other.status).toBe(200);
    await other.text();
    await first.text();
  });

  test('what nobody has reported yet is provisional too', async () => {
    expect(await (await get(scorecard)).json()).toMatchObject({ provisional: true, units: [] });
    const coverage = await (await get('/v1/public/periods/2026-Q3/coverage?form=qd766')).json();
    expect(coverage).toMatchObject({ provisional: true, counts: { onTime: 0, late: 0, notDue: 34 } });
  });
});
