import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { ApiClient } from '../../local/job/api-client.ts';
import { demoRequest, runJob } from '../../local/job/run-job.ts';
import type { Stack } from '../../local/stack.ts';
import type { ScoredUnit } from '../../shared/aggregation/merged-score.ts';
import type { ScorecardRollup } from '../../shared/aggregation/score-round.ts';
import { startService } from '../integration/service.ts';
import { launchBrowser } from './browser.ts';

/** The scoreboard page in a real browser, before anybody has reported and after the freeze. */

let stack: Stack;
let browser: Browser;
const faults: string[] = [];

beforeAll(async () => {
  const web = fileURLToPath(new URL('../../web', import.meta.url));
  [stack, browser] = await Promise.all([startService({ web }), launchBrowser()]);
}, 60_000);
afterAll(async () => {
  await browser.close();
  await stack.stop();
});

async function open(path: string, width: number): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height: 800 } });
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(error.message));
  await page.goto(`${stack.url}${path}`);
  await page.waitForSelector('#main[aria-busy="false"]');
  return page;
}

test('before any meeting is planned, the last session that was held is shown, and no fault', async () => {
  const page = await open('/', 1280);
  const text = await page.innerText('body');
  // The newest in shared/catalog/data/meetings.json, by its day.
  expect(text).toContain('24/09/2025');
  expect(text).not.toContain('Không đọc được số liệu');
  // Nothing was asked for it, and so nothing is missing.
  expect(await page.innerText('#main')).not.toContain('Bảng điểm');
  await page.close();
}, 60_000);

test('before anybody has reported, all 34 are missing and nobody is ranked', async () => {
  const api = new ApiClient(stack.url);
  const secretariat = await api.signIn({ subject: 'secretariat', roles: ['secretariat'] });
  await api.post('/v1/meetings', secretariat, demoRequest);
  const page = await open('/', 1280);
  const text = await page.innerText('#main');
  expect(text).toContain('0/34');
  expect(await page.locator('tbody tr td:first-child', { hasText: /^\s*\d+\s*$/ }).count()).toBe(0);
  await page.close();
}, 60_000);

describe('after the freeze', () => {
  beforeAll(async () => {
    await runJob(stack.url, () => {});
  }, 120_000);

  test('shows coverage, ranks and points as Vietnamese readers write them, and that they are final', async () => {
    const page = await open('/', 1280);
    const text = await page.innerText('#main');
    expect(text).toContain('34/34');
    expect(text).not.toContain('tạm tính');
    expect(await page.locator('tbody tr').count()).toBe(34);
    const first = await page.locator('tbody tr').first().innerText();
    expect(first.split(/\s+/).join(' ')).toBe('1 Tỉnh Đồng Tháp 11,46 17,69 8,84 6,42 9,72 14,67 68,80');
    await page.close();
  }, 60_000);

  test('says who had nothing to report and who is not ranked, instead of “no figures”', async () => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.route('**/v1/public/**/scorecard*/**', async (route) => {
      const answer = await route.fetch();
      const scoreboard = (await answer.json()) as ScorecardRollup;
      const [first, second] = scoreboard.units as [ScoredUnit, ScoredUnit];
      Object.assign(first, { rank: null, total: null, totalReason: 'nil', groups: {} });
      Object.assign(second, { rank: null, partial: true });
      await route.fulfill({ response: answer, json: { ...scoreboard, max: '123.5' } });
    });
    await page.goto(stack.url);
    await page.waitForSelector('#main[aria-busy="false"]');
    const row = (name: string) => page.locator('tbody tr', { hasText: name }).textContent();
    const nil = await row('Đồng Tháp');
    expect(nil).toContain('(không phát sinh)');
    expect(nil).not.toContain('chưa có số liệu');
    expect(await page.locator('tbody tr', { hasText: 'chưa xếp hạng' }).count()).toBe(1);
    const text = await page.innerText('#main');
    expect(text).toContain('chưa có số liệu hoặc không phát sinh; không phải 0 điểm');
    expect(text).toContain('Đơn vị có điểm mà không có hạng');
    expect(text).toContain('tối đa 123.5');
    await page.close();
  }, 60_000);

  test('speaks English on request', async () => {
    const page = await open('/?lang=en', 1280);
    expect(await page.getAttribute('html', 'lang')).toBe('en');
    expect(await page.locator('tbody tr').last().innerText()).toContain('55.23');
    await page.close();
  }, 60_000);

  test.each([360, 768, 1920])(
    'fits a screen of %i pixels',
    async (width) => {
      const page = await open('/', width);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      await page.close();
    },
    60_000,
  );
});

test('nothing went wrong in the browser: no blocked resource, no script error', () => {
  expect(faults).toEqual([]);
});
