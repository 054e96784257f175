import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { ApiClient } from '../../../local/job/api-client.ts';
import { submitReport } from '../../../local/job/province-story.ts';
import { demoRequest } from '../../../local/job/run-job.ts';
import { until } from '../../../local/job/until.ts';
import type { MeetingProgress } from '../../../shared/query/read-meeting-progress.ts';
import type { Series } from '../../../shared/query/read-series.ts';
import { cdsFile } from '../../integration/cds-file.ts';
import { axeFaults, looks, pageFaults } from './inspect.ts';
import { tabTo } from './keyboard.ts';
import { type Portal, people, settled, startPortal } from './portal.ts';

/**
 * A member of the Committee finds why the nation's figure moved, and walks it to the cell: two provinces, two quarters.
 *
 * 942-01, share of dossiers handled wholly online: Hà Nội 600/1000 and then 900/1200, Gia Lai 200/400 and then 180/400.
 * The nation 800/1400 = 57.14 %, then 1080/1600 = 67.5 %: +10.3571 points. Hà Nội (300·1400 − 800·200)/(1400·1600) =
 * +11.6071 points, Gia Lai (−20·1400)/(1400·1600) = −1.25 points.
 */

let portal: Portal;
const indicator = '942-01';
const page = `/chi-tieu/${indicator}?bieu=cds&ky=2026-Q3&co-so=as-reported`;
const hanoi = { unit: 'province:01@2008', name: 'Thành phố Hà Nội', code: '01' };
const giaLai = { unit: 'province:52@2025', name: 'Tỉnh Gia Lai', code: '52' };

beforeAll(async () => {
  portal = await startPortal();
  await Promise.all([
    report(hanoi, 'II/2026', '2026-Q2', ['600', '1000', '60']),
    report(giaLai, 'II/2026', '2026-Q2', ['200', '400', '50']),
  ]);
  await Promise.all([
    report(hanoi, 'III/2026', '2026-Q3', ['900', '1200', '75']),
    report(giaLai, 'III/2026', '2026-Q3', ['180', '400', '45']),
  ]);
  await untilAggregated();
}, 240_000);
afterAll(() => portal.stop());

async function report(
  { unit, name, code }: typeof hanoi,
  quarter: string,
  period: string,
  figures: readonly [string, string, string],
): Promise<void> {
  const api = new ApiClient(portal.stack.url);
  const cast = {
    reporter: await api.signIn({ subject: `bao-cao-${code}`, unit, roles: ['reporter'] }),
    approver: await api.signIn({ subject: `phe-duyet-${code}`, unit, roles: ['approver'] }),
  };
  const body = cdsFile({ name, quarter }, { [indicator]: figures });
  const file = {
    unit,
    form: 'cds',
    period,
    fileName: `${code}-${period}.csv`,
    contentType: 'text/csv',
    body,
  };
  await submitReport(api, cast, { key: `${code}-${period}-${figures[0]}`, file });
}

/** Both rounds count both provinces. */
async function untilAggregated(): Promise<void> {
  const api = new ApiClient(portal.stack.url);
  const analyst = await api.signIn(people.analyst);
  await until('the aggregation', async () => {
    const { items } = await api.get<Series>(`/v1/series?form=cds&indicator=${indicator}`, analyst);
    return items.length === 2 && items.every(({ national }) => national?.counted === 2) ? items : undefined;
  });
}

const row = (shown: Page, name: string) =>
  shown.locator('section[aria-labelledby="vi-sao"] tbody tr', { hasText: name });

test('the nation’s figure, and what each province did to it, to the last digit that is told', async () => {
  const shown = await portal.open(page, { who: people.member });
  const nation = await shown.innerText('section[aria-labelledby="ca-nuoc"]');
  expect(nation).toContain('67,50%');
  expect(nation).toContain('1.080');
  expect(nation).toContain('1.600');
  // No meeting asks for these quarters yet.
  const state = 'Số tạm tính, còn thay đổi; kỳ này chưa được chốt cho phiên họp nào.';
  await shown.locator('.notice', { hasText: state }).waitFor();
  await shown.getByText('Quý II/2026 – quý III/2026: số tạm tính.').waitFor();
  const why = await shown.innerText('section[aria-labelledby="vi-sao"]');
  expect(why).toContain('+10,36');
  expect(await row(shown, 'Hà Nội').innerText()).toMatch(/\+300\s+\+200\s+\+11,6071/);
  expect(await row(shown, 'Gia Lai').innerText()).toMatch(/−20\s+0\s+−1,2500/);
  expect(await row(shown, 'Cộng: cả nước').innerText()).toContain('+10,3571');
  // Two of 34 make no line that is whole.
  const line = shown.locator('section[aria-labelledby="qua-cac-ky"] svg.chart-drawing');
  expect(await line.locator('.chart-mark').count()).toBe(2);
  expect(await line.locator('g:not(:has(text)) > .chart-dot-thin').count()).toBe(2);
  expect(await line.locator('g:not(:has(text)) > .chart-thin').count()).toBe(1);
  expect(await line.textContent()).toContain('(quý II/2026 2/34, quý III/2026 2/34)');
  // Who did not report is named, and is no zero.
  expect(await shown.innerText('section[aria-labelledby="con-thieu"]')).toContain('Tỉnh Cao Bằng');
  await shown.context().close();
});

test('by keyboard alone, from the first screen to the cell with its raw text', async () => {
  const shown = await portal.open('/chi-tieu', { who: people.member });
  const link = (name: string) => shown.getByRole('main').getByRole('link', { name, exact: true });
  await tabTo(shown, shown.getByLabel('Tìm chỉ tiêu'));
  await shown.keyboard.type('xu ly hoan toan truc tuyen');
  await shown.waitForFunction(() => document.querySelectorAll('tbody tr').length === 1);
  await tabTo(shown, link('Tỷ lệ hồ sơ thủ tục hành chính được xử lý hoàn toàn trực tuyến'));
  await shown.keyboard.press('Enter');
  // The third quarter is not due yet, and few have reported: the one before is shown until it is chosen.
  await tabTo(shown, shown.getByLabel('Kỳ', { exact: true }));
  await shown.keyboard.press('ArrowDown');
  await shown.waitForSelector('section[aria-labelledby="vi-sao"] tbody');
  await settled(shown);
  // The links of the table come first; on the charts the same units can be reached too.
  await shown.focus('section[aria-labelledby="vi-sao"] .table');
  await tabTo(shown, link('Tỉnh Gia Lai'));
  await shown.keyboard.press('Enter');
  await shown.waitForSelector('#tep');
  expect(await shown.innerText('.lineage-path')).toMatch(/Cả nước\s+.*Tỉnh Gia Lai/s);
  await tabTo(shown, link('Xem ô E7'));
  await shown.keyboard.press('Enter');
  await shown.waitForSelector('.lineage-raw');
  const text = await shown.innerText('main');
  expect(await shown.innerText('.lineage-raw code')).toBe('180');
  expect(text).toContain('52-2026-Q3.csv');
  expect(text).toContain('phe-duyet-52');
  // The way back: from the cell to the nation.
  await tabTo(shown, link('Cả nước'));
  await shown.keyboard.press('Enter');
  await shown.waitForSelector('#cong-thuc');
  expect(await shown.innerText('main')).toContain('1.080');
  await shown.context().close();
});

describe('what stands replaced another version', () => {
  beforeAll(async () => {
    await report(giaLai, 'III/2026', '2026-Q3', ['190', '400', '47,5']);
  }, 120_000);

  test('both versions are told, with the one that stands', async () => {
    const shown = await portal.open(
      `/nguon-goc?don-vi=${giaLai.unit}&bieu=cds&ky=2026-Q3&chi-tieu=${indicator}`,
      { who: people.member },
    );
    const versions = shown.locator('section[aria-labelledby="ky"] tbody tr');
    await versions.nth(1).waitFor();
    expect(await versions.nth(0).innerText()).toMatch(/180\/400.*đã được thay/s);
    expect(await versions.nth(1).innerText()).toMatch(/190\/400.*đang có hiệu lực/s);
    await shown.context().close();
  });
});

test.each([
  page,
  `/nguon-goc?bieu=cds&ky=2026-Q3&chi-tieu=${indicator}`,
  `/ban-do?bieu=cds&ky=2026-Q3&chi-tieu=${indicator}`,
])('the public reads none of these figures, is told so, and nothing is asked for: %s', async (path) => {
  const hidden = await portal.open(path);
  expect(await hidden.innerText('main')).toContain('Số liệu của biểu này dành cho người có tài khoản.');
  const signIn = hidden.locator('main a[href^="/dang-nhap"]');
  expect(await signIn.getAttribute('href')).toBe(`/dang-nhap?ve=${encodeURIComponent(path)}`);
  expect(await axeFaults(hidden)).toEqual([]);
  await hidden.context().close();
});

test('another unit’s reporter sees the figure and not the file', async () => {
  const shown = await portal.open(
    `/nguon-goc?don-vi=${hanoi.unit}&bieu=cds&ky=2026-Q3&chi-tieu=${indicator}`,
    { who: people.reporter },
  );
  const text = await shown.innerText('main');
  expect(text).toContain('75,00%');
  expect(text).toContain('tệp thuộc đơn vị khác');
  expect(text).not.toContain('01-2026-Q3.csv');
  await shown.context().close();
});

describe('a meeting that asks for a form whose figures are not public', () => {
  beforeAll(async () => {
    const api = new ApiClient(portal.stack.url);
    const secretariat = await api.signIn(people.secretariat);
    await api.post('/v1/meetings', secretariat, {
      ...demoRequest,
      asks: [{ form: 'cds', period: '2026-Q3' }],
    });
  }, 60_000);

  const pillars = 'section[aria-labelledby="tru-cot"]';

  test('tells the public so, and nothing of the figures', async () => {
    const shown = await portal.open('/');
    const text = await shown.innerText(pillars);
    expect(text).toContain('Số liệu của biểu cds chỉ dành cho người có tài khoản');
    expect(text).not.toContain('67,50%');
    await shown.context().close();
  });

  test('is told a member as the one that the quarter is frozen for, and none of the quarter before', async () => {
    const shown = await portal.open(page, { who: people.member });
    const asked = 'Số tạm tính, còn thay đổi cho đến khi chốt cho phiên họp lần thứ 11.';
    await shown.locator('.notice', { hasText: asked }).waitFor();
    await shown.getByLabel('Kỳ', { exact: true }).selectOption('2026-Q2');
    await shown.locator('.notice', { hasText: 'chưa được chốt cho phiên họp nào' }).waitFor();
    expect(await shown.locator('.notice', { hasText: asked }).count()).toBe(0);
    await shown.context().close();
  });

  test('tells a member what the nation has reached, and what it was before', async () => {
    const shown = await portal.open('/', { who: people.member });
    const text = await shown.innerText(pillars);
    // Ratios of the file are one of two, against targets of 80 and 90 %: all four of the society's are below.
    expect(text).toContain('4 mục tiêu');
    expect(await axeFaults(shown)).toEqual([]);
    await shown.context().close();
    const api = new ApiClient(portal.stack.url);
    const member = await api.signIn(people.member);
    const { asks } = await api.get<MeetingProgress>('/v1/meetings/ubqg-11/progress', member);
    const told = asks[0]?.indicators.find((each) => each.indicator === indicator);
    // 800 of 1400.
    expect(told?.national.counted).toBe(2);
    expect(told?.before).toEqual({ period: '2026-Q2', value: '57.14' });
  });
});

describe.each([
  ['an indicator with two periods', page],
  ['the nation’s lineage', `/nguon-goc?bieu=cds&ky=2026-Q3&chi-tieu=${indicator}`],
  ['a unit’s lineage', `/nguon-goc?don-vi=${hanoi.unit}&bieu=cds&ky=2026-Q3&chi-tieu=${indicator}`],
  ['a cell', `/nguon-goc?don-vi=${hanoi.unit}&bieu=cds&ky=2026-Q3&chi-tieu=${indicator}&o=numerator`],
  ['a filtered list', '/chi-tieu?tru-cot=society&bieu=cds'],
  ['an indicator that is not there', '/chi-tieu/khong-co'],
])('%s', (_, path) => {
  test.each(looks)('is well made, %s %s', async (language, scheme) => {
    const shown = await portal.open(path, { who: people.member, language, scheme });
    expect(await pageFaults(shown)).toEqual([]);
    await shown.context().close();
  });
});

test('nothing went wrong in the browser', () => {
  expect(portal.faults).toEqual([]);
});
