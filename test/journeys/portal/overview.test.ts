import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { ApiClient } from '../../../local/job/api-client.ts';
import { demoRequest, runJob } from '../../../local/job/run-job.ts';
import { until } from '../../../local/job/until.ts';
import type { MeetingCoverage } from '../../../shared/aggregation/meeting-coverage.ts';
import type { ScoredUnit } from '../../../shared/aggregation/merged-score.ts';
import type { ScorecardRollup } from '../../../shared/aggregation/score-round.ts';
import type { MeetingProgress } from '../../../shared/query/read-meeting-progress.ts';
import type { Series } from '../../../shared/query/read-series.ts';
import { axeFaults, looks, overflowFaults } from './inspect.ts';
import { forgive, type Portal, people, settled, startPortal } from './portal.ts';
import { signSample } from './sample-report.ts';

/** The first screen in each of its states, in the order in which a meeting comes to them. */

let portal: Portal;
beforeAll(async () => {
  portal = await startPortal();
}, 120_000);
afterAll(() => portal.stop());

/** The state that stands now, in every look, on a phone and at 200 %. */
async function wellMade(path = '/'): Promise<void> {
  for (const [language, scheme] of looks) {
    const page = await portal.open(path, { language, scheme });
    expect(await axeFaults(page)).toEqual([]);
    for (const width of [360, 640, 1920]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await overflowFaults(page)).toEqual([]);
    }
    await page.context().close();
  }
}

async function textOf(page: Page): Promise<string> {
  const text = await page.innerText('main');
  await page.context().close();
  return text;
}

describe('before any meeting is planned', () => {
  test('the last session that was held is shown, and nothing is missing', async () => {
    const text = await textOf(await portal.open('/'));
    // The newest in shared/catalog/data/meetings.json, by its day.
    expect(text).toContain('24/09/2025');
    expect(text).toContain('Chưa có phiên họp nào được lên lịch thu báo cáo');
    expect(text).not.toContain('Chưa báo cáo');
    expect(text).not.toContain('Không đọc được số liệu');
  });

  test('speaks the language that was chosen last, also where a link asked for another', async () => {
    const page = await portal.open('/xep-hang?co-so=as-reported&lang=en');
    expect(await page.getAttribute('html', 'lang')).toBe('en');
    await page.getByRole('button', { name: 'Tiếng Việt' }).click();
    await page.waitForSelector('html[lang=vi]');
    expect(new URL(page.url()).search).toBe('?co-so=as-reported');
    await page.reload();
    await page.waitForSelector('html[lang=vi]');
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await page.getAttribute('html', 'lang')).toBe('vi');
    await page.context().close();
  });

  test('is well made', () => wellMade());
});

/** What the page asked for in vain. */
const notThere = (page: Page) =>
  page.evaluate(() =>
    performance.getEntriesByType('resource').flatMap((entry) => {
      const { name, responseStatus } = entry as PerformanceResourceTiming;
      return responseStatus >= 400 ? [`${responseStatus} ${name}`] : [];
    }),
  );

describe('while reports are collected', () => {
  beforeAll(async () => {
    const api = new ApiClient(portal.stack.url);
    const secretariat = await api.signIn(people.secretariat);
    await api.post('/v1/meetings', secretariat, demoRequest);
  }, 60_000);

  test('before anybody has reported: 0 of 34, the days that are left, and nobody ranked', async () => {
    const text = await textOf(await portal.open('/'));
    expect(text).toContain('0/34');
    expect(text).toContain('Đang thu báo cáo');
    // The stack's day is 22 September; the cut-off is on 14 October.
    expect(text).toContain('còn 3 ngày, đến hết 25/09/2026');
    expect(text).toContain('còn 22 ngày, đến hết 14/10/2026');
    expect(text).toContain('Dựng để minh họa');
    expect(text).toContain('Chưa đến hạn: xem tên 34 đơn vị');
    expect(text).toContain('Chưa có báo cáo nào được tổng hợp');
    expect(text).toContain('Chưa có đơn vị nào ký báo cáo');
  });

  test('is well made', () => wellMade());

  test('one report: provisional figures, each pillar says what it has, and there is nothing to compare with', async () => {
    const api = new ApiClient(portal.stack.url);
    await signSample(portal);
    await until('the aggregation', async () => {
      const { totals } = await api.get<MeetingCoverage>('/v1/public/meetings/ubqg-11/coverage');
      return totals.counted === 1 ? totals : undefined;
    });
    const page = await portal.open('/');
    const pillars = await page.innerText('section[aria-labelledby="tru-cot"]');
    expect(pillars).toContain('15 mục tiêu');
    expect(pillars.match(/không yêu cầu chỉ tiêu nào có mục tiêu/g)).toHaveLength(2);
    // What is not frozen yet is not asked for.
    expect(await notThere(page)).toEqual([]);
    const text = await textOf(page);
    expect(text).toContain('1/34');
    expect(text).toContain('tạm tính');
    // Nothing was published on this stack yet.
    expect(text).toContain('Chưa có quý trước để so sánh.');
    expect(await notThere(await portal.open('/don-vi/province:52@2025'))).toEqual([]);
    expect(text).not.toContain('Mã bản chốt');
  });

  test('?meeting= shows a session that was held, and the picker leads there by keyboard', async () => {
    const page = await portal.open('/?meeting=bcdcp-04');
    expect(await page.innerText('main')).toContain('trước khi có hệ thống');
    await page.focus('#phien-hop');
    await page.keyboard.press('Home');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/?meeting=ubqg-11');
    await settled(page);
    expect(await textOf(page)).toContain('1/34');
  });
});

describe('after the freeze', () => {
  beforeAll(async () => {
    await runJob(portal.stack.url, () => {});
  }, 240_000);

  test('what was frozen is shown, with its name, and that it is final', async () => {
    const shown = await portal.open('/');
    expect(await shown.locator('[aria-labelledby="lich"] details code').textContent()).toMatch(
      /^[0-9a-f]{64}$/,
    );
    const text = await textOf(shown);
    expect(text).toContain('34/34');
    // For which form: another one of the same quarter may still be due.
    expect(text).toContain(
      `Tính theo: Chỉ số phục vụ người dân và doanh nghiệp (QĐ 766/QĐ-TTg), quý III/2026. Biểu khác không tính ở đây.`,
    );
    expect(text).toContain('Số liệu đã chốt');
    expect(text).not.toContain('tạm tính');
    expect(text).toContain('Chưa có quý trước để so sánh; có số liệu năm 2024.');
    // The nation's 86.64 % (12,707,675 of 14,666,757) is no. 13 of 15 by distance: four are shown.
    expect(text).toContain('13 chưa đạt');
  });

  test('the first of the ranking, as published, and the way to all', async () => {
    const page = await portal.open('/');
    const first = await page.locator('section[aria-labelledby="xep-hang"] tbody tr').first().innerText();
    expect(first.split(/\s+/).join(' ')).toBe('1 Tỉnh Đồng Tháp 68,80');
    await page.getByRole('link', { name: 'Xem xếp hạng cả 34 đơn vị' }).press('Enter');
    await page.waitForURL('**/xep-hang?diem=qd766&ky=2026-Q3&co-so=as-reported&phien=ubqg-11');
    await page.getByText('không đổi khi đơn vị sửa báo cáo sau đó').waitFor();
    await page.context().close();
  });

  test('every link of the screen leads to something, the API’s own answers too', async () => {
    const page = await portal.open('/');
    const links = await page.$$eval('main a', (all) => all.map((link) => (link as HTMLAnchorElement).href));
    const addresses = [...new Set(links)].filter((link) => link.includes('/v1/'));
    expect(addresses).toHaveLength(5);
    for (const address of addresses) expect((await fetch(address)).status).toBe(200);
    await page.context().close();
  });

  test('speaks English on request', async () => {
    const page = await portal.open('/?lang=en', { language: 'en' });
    expect(await page.getAttribute('html', 'lang')).toBe('en');
    expect(await textOf(page)).toContain('68.80');
  });

  test('is well made', () => wellMade());

  /** The same screen with other answers of some routes. */
  async function withAnswers(answers: Record<string, (body: unknown) => unknown>): Promise<Page> {
    const page = await portal.open('/chat-luong');
    for (const [pattern, change] of Object.entries(answers)) {
      await page.route(pattern, async (route) => {
        const answer = await route.fetch();
        await route.fulfill({ response: answer, json: change(await answer.json()) });
      });
    }
    await page.goto(portal.stack.url);
    await settled(page);
    return page;
  }

  test('who had nothing to report and who is not ranked is counted, and is never 0 points', async () => {
    const page = await withAnswers({
      '**/v1/public/meetings/*/scorecards/**': (body) => {
        const card = body as ScorecardRollup;
        const [first, second] = card.units as [ScoredUnit, ScoredUnit];
        Object.assign(first, { rank: null, total: null, totalReason: 'nil', groups: {} });
        Object.assign(second, { rank: null, partial: true });
        return { ...card, max: '123.5' };
      },
    });
    const text = await textOf(page);
    expect(text).toContain('1 đơn vị chưa có điểm; không phải 0 điểm');
    expect(text).toContain('1 đơn vị có điểm mà không có hạng');
    expect(text).toContain('tối đa 123,5');
  });

  test('late, missing, revised and nil are told by name', async () => {
    const page = await withAnswers({
      '**/v1/public/meetings/*/coverage': (body) => {
        const coverage = body as MeetingCoverage;
        const [one, two, three] = coverage.units.map(({ reports }) => reports[0]);
        Object.assign(one ?? {}, { state: 'late', revised: true, version: 3 });
        Object.assign(two ?? {}, { state: 'missing', version: null });
        Object.assign(three ?? {}, { state: 'late', nil: true });
        Object.assign(coverage.totals, { onTime: 31, late: 2, missing: 1, counted: 33, nil: 1, revised: 1 });
        return coverage;
      },
    });
    expect(await axeFaults(page)).toEqual([]);
    const states = await page.innerText('.overview-states');
    expect(states).toContain('Thành phố Hà Nội (bản thứ 3)');
    expect(states).toContain('Tỉnh Cao Bằng');
    expect(states).toContain('Tỉnh Tuyên Quang (không phát sinh)');
    const text = await textOf(page);
    expect(text).toContain('33/34');
    expect(text).toContain('1 báo cáo đã được sửa đổi');
  });

  test('what moved: the largest rise and fall, and the nation', async () => {
    const page = await withAnswers({
      '**/v1/public/series**': (body) => {
        const series = body as Series;
        const [now] = series.items;
        // As if every unit had had 60 points the quarter before: Đồng Tháp rose by 8.80, Hà Nội (55.23) fell by 4.77.
        const before = now && {
          ...now,
          period: '2026-Q2',
          units: now.units.map((unit) => ({ ...unit, value: '60' })),
        };
        return { ...series, items: [before, now] };
      },
      '**/v1/public/meetings/*/progress': (body) => {
        const progress = body as MeetingProgress;
        for (const indicator of progress.asks[0]?.indicators ?? []) {
          if (indicator.indicator === '766.TDGQ') indicator.before = { period: '2026-Q2', value: '90' };
        }
        return progress;
      },
    });
    expect(await axeFaults(page)).toEqual([]);
    const moves = (await page.innerText('section[aria-labelledby="thay-doi"]')).replaceAll(/\s+/g, ' ');
    expect(moves).toContain('Tỉnh Đồng Tháp +8,80 điểm (60,00 → 68,80)');
    expect(moves).toContain('Thành phố Hà Nội −4,77 điểm (60,00 → 55,23)');
    // 86.64 − 90
    expect(moves).toContain('Tỷ lệ hồ sơ TTHC giải quyết đúng hạn −3,36 điểm % (90,00 → 86,64%)');
    await page.context().close();
  });

  test('a lost network says so, and trying again shows the screen', async () => {
    const page = await portal.open('/chat-luong');
    await page.route('**/v1/public/**', (route) => route.abort());
    await page.evaluate(() => history.pushState(null, '', '/'));
    await page.getByRole('link', { name: 'Điểm Cầu' }).first().click();
    await page.getByRole('button', { name: 'Thử lại' }).first().waitFor();
    expect(await page.innerText('main')).toContain('Không kết nối được với máy chủ');
    await page.unroute('**/v1/public/**');
    await page.getByRole('button', { name: 'Thử lại' }).first().press('Enter');
    await page.getByText('34/34').waitFor();
    forgive(portal, /ERR_FAILED .*\/v1\/public\//);
    await page.context().close();
  });
});

test('nothing went wrong in the browser: no blocked resource, no script error', () => {
  expect(portal.faults).toEqual([]);
});
