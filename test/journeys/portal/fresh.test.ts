import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { ApiClient } from '../../../local/job/api-client.ts';
import { historyReports, readHistory } from '../../../local/job/history.ts';
import { demoRequest } from '../../../local/job/run-job.ts';
import { submitAll } from '../../../local/job/submit-all.ts';
import { publishedRows } from '../../unit/samples/published-data.ts';
import { axeFaults, overflowFaults } from './inspect.ts';
import { type Portal, settled, startPortal } from './portal.ts';

/**
 * A system that was just set up: with nothing at all, with a meeting that is planned, and then with what ministries
 * published of the years before. Nobody has reported in any of them.
 */

let portal: Portal;
let api: ApiClient;
beforeAll(async () => {
  portal = await startPortal();
  api = new ApiClient(portal.stack.url);
}, 240_000);
afterAll(() => portal.stop());

async function textOf(page: Page): Promise<string> {
  return ((await page.textContent('main')) ?? '').replace(/\s+/g, ' ');
}

async function told(path: string): Promise<string> {
  const page = await portal.open(path);
  const text = await textOf(page);
  await page.context().close();
  return text;
}

async function chosenRound(page: Page): Promise<string> {
  return page
    .locator('#ky')
    .evaluate((select) => (select as HTMLSelectElement).selectedOptions[0]?.text ?? '');
}

const compared = '/so-sanh?don-vi=82,52';

describe('with nothing at all', () => {
  test.each(['/don-vi/82', '/don-vi/62', compared])(
    '%s tells of no unit that it has not reported',
    async (path) => {
      const text = await told(path);
      expect(text).toContain('Chưa có số liệu công bố của năm 2024.');
      expect(text).toContain('Hệ thống chưa có số liệu của kỳ nào.');
      expect(text).not.toMatch(/chưa nộp|chưa báo cáo|quá hạn/i);
    },
  );

  test('in a comparison every bar says that nothing was published', async () => {
    const page = await portal.open(compared);
    // Five groups of two units.
    const said = await page.locator('text.absent').allTextContents();
    expect(said).toEqual(Array(10).fill('chưa có số liệu công bố'));
    expect(await page.locator('rect.chart-bar').count()).toBe(0);
    await page.context().close();
  });

  test('nobody is overdue with a form that was asked for before this service', async () => {
    const text = await told('/chat-luong?bieu=dti922');
    expect(text).toContain('Biểu này không còn được yêu cầu');
    expect(text).not.toContain('quá hạn (');
    expect(text).not.toContain('Chưa nộp');
  });

  test.each(['/ban-do', '/xep-hang'])('%s has no period to show', async (path) => {
    expect(await told(path)).toContain('Chưa có số liệu của kỳ nào.');
  });
});

describe('with a meeting that is planned', () => {
  beforeAll(async () => {
    const secretariat = await api.signIn({ subject: 'secretariat', roles: ['secretariat'] });
    await api.post('/v1/meetings', secretariat, demoRequest);
  });

  test('the quarter that it asks for is shown, and has no report', async () => {
    for (const path of ['/don-vi/82', compared]) {
      const page = await portal.open(path);
      expect(await chosenRound(page)).toContain('Quý III/2026');
      const text = await textOf(page);
      expect(text).toContain('Chưa có đơn vị nào báo cáo quý III/2026.');
      expect(text).toContain('Hệ thống chưa có số liệu của kỳ nào.');
      await page.context().close();
    }
  });
});

describe('with the published years', () => {
  const of2024 = publishedRows('years.csv').find(({ year, unit }) => year === '2024' && unit === '82');

  beforeAll(async () => {
    await submitAll(api, historyReports(readHistory()), () => {});
    await portal.stack.idle();
  }, 240_000);

  test.each(['/don-vi/82', compared])('%s opens on the newest of them', async (path) => {
    const page = await portal.open(path);
    expect(await chosenRound(page)).toContain('Năm 2024');
    const text = await textOf(page);
    expect(text).toContain(String(of2024?.openness).replace('.', ','));
    expect(text).not.toContain('Chưa có đơn vị nào báo cáo');
    await page.context().close();
  });

  test.each(['/don-vi/82', compared])(
    '%s says of the quarter that nobody has reported, and leads to the newest year',
    async (path) => {
      const page = await portal.open(`${path}${path.includes('?') ? '&' : '?'}diem=qd766&ky=2026-Q3`);
      expect(await textOf(page)).toContain('Chưa có đơn vị nào báo cáo quý III/2026.');
      expect(await axeFaults(page)).toEqual([]);
      await page.setViewportSize({ width: 360, height: 800 });
      expect(await overflowFaults(page)).toEqual([]);
      await page.click('.notice a:has-text("Năm 2024")');
      await page.waitForFunction(() => new URLSearchParams(location.search).get('ky') === '2024');
      await settled(page);
      expect(await chosenRound(page)).toContain('Năm 2024');
      expect(await page.locator('.notice.warning').count()).toBe(0);
      await page.context().close();
    },
    60_000,
  );

  test.each([
    ['/ban-do?ky=2026-Q3', 'Chưa có đơn vị nào báo cáo quý III/2026.'],
    ['/xep-hang?ky=2026-Q3', 'Chưa có đơn vị nào báo cáo quý III/2026.'],
    ['/xep-hang?diem=dti2024&ky=2026-Q3', 'Số liệu này không có kỳ quý III/2026.'],
    ['/don-vi/82?diem=dti2024&ky=2026-Q3', 'Số liệu này không có kỳ quý III/2026.'],
    [`${compared}&diem=dti2024&ky=2026-Q3`, 'Số liệu này không có kỳ quý III/2026.'],
    ['/chat-luong?diem=dti2024&ky=2026-Q3', 'Số liệu này không có kỳ quý III/2026.'],
  ])('%s says which period is shown instead', async (path, why) => {
    expect(await told(path)).toContain(`${why} Trang đang hiện số liệu của năm 2024.`);
    expect(await told(path.replace('2026-Q3', '2024'))).not.toContain('Trang đang hiện');
  });

  test('the list of units ranks by the newest year', async () => {
    expect(await told('/don-vi')).toContain(
      'Hạng và điểm của năm 2024; báo cáo là của phiên họp lần thứ 11.',
    );
  });
});

test('nothing went wrong in the browser: no blocked resource, no script error', () => {
  expect(portal.faults).toEqual([]);
});
