import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import Big from 'big.js';
import type { Download, Page } from 'playwright-core';
import { groups, totals } from '../../data/qd766/figures.ts';
import { publishedRows } from '../../unit/samples/published-data.ts';
import { axeFaults, looks, overflowFaults } from './inspect.ts';
import { forgive, type Portal, settled, startPortal } from './portal.ts';

/** The map and the ranking, held against what was published; what a reader takes from a chart. */

let portal: Portal;
beforeAll(async () => {
  portal = await startPortal({ withDemo: true });
}, 240_000);
afterAll(() => portal.stop());

const now = '/ban-do?diem=qd766&ky=2026-Q3&co-so=current';
const before = '/ban-do?diem=dti2024&ky=2024&co-so=as-reported';
const nothing = '/ban-do?diem=dti922&nhom=1&ky=2022&co-so=as-reported';
const ranking = '/xep-hang?diem=qd766&ky=2026-Q3&co-so=current';
const dti = publishedRows('dti/published.csv');
const ratios = publishedRows('qd766/ratios.csv');

/** A unit's total as the sum of the groups that were published: of two units the portal's own total is 0,01 beside it. */
const totalOf = (unit: string) => {
  const { unit: _, ...points } = groups.find((row) => row.unit === unit) ?? {};
  return Object.values(points).reduce((sum, each) => sum.plus(each ?? 0), new Big(0));
};
/** `68.8` as a Vietnamese reader writes it, with so many digits behind the comma. */
const written = (decimal: string, digits: number) => {
  const [whole = '', fraction = ''] = decimal.split('.');
  return `${whole},${fraction.padEnd(digits, '0')}`;
};
/** The rows of the page's table, cell by cell. */
const cells = (page: Page) =>
  page
    .locator('.chart-frame tbody tr')
    .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent ?? '')));
const byCode = async (page: Page) =>
  Object.fromEntries((await cells(page)).map(([code, , value]) => [code, value]));
const downloaded = async (page: Page, button: string) => {
  const [file] = await Promise.all([
    page.waitForEvent('download') as Promise<Download>,
    page.getByRole('button', { name: button }).click(),
  ]);
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
};
const areas = (page: Page) =>
  page
    .locator('path[data-unit]')
    .evaluateAll((paths) =>
      paths.map((path) => [path.getAttribute('data-unit'), path.getAttribute('class')]),
    );

describe('the map', () => {
  test('of a quarter has today’s 34 units, with the totals that were published', async () => {
    const page = await portal.open(now);
    expect(await areas(page)).toHaveLength(34);
    await page.getByRole('button', { name: 'Bảng' }).click();
    const published = totals.map(({ unit = '' }) => [unit, written(totalOf(unit).toFixed(2), 2)]);
    expect(await byCode(page)).toEqual(Object.fromEntries(published));
    await page.context().close();
  });

  test('of one indicator has the shares that were published', async () => {
    const page = await portal.open(
      '/ban-do?bieu=qd766&chi-tieu=766.TDGQ&ky=2026-Q3&bang=ban-do-qd766-766.TDGQ-2026-Q3',
    );
    const published = ratios.filter(({ indicator }) => indicator === '766.TDGQ');
    expect(published).toHaveLength(34);
    expect(await byCode(page)).toEqual(
      Object.fromEntries(published.map(({ unit = '', percent = '' }) => [unit, `${written(percent, 2)}%`])),
    );
    await page.context().close();
  });

  test('of 2024 as it was reported has the 63 provinces, with the indices that were published', async () => {
    const page = await portal.open(`${before}&bang=ban-do-dti2024-2024`);
    const published = dti.filter(({ year }) => year === '2024');
    expect(await byCode(page)).toEqual(
      Object.fromEntries(published.map(({ province = '', total = '' }) => [province, written(total, 4)])),
    );
    await page.getByRole('button', { name: 'Bản đồ' }).click();
    expect(await areas(page)).toHaveLength(63);
    await page.context().close();
  });

  test.each([
    [now, 'province:48@2025', 'province:56@2025'],
    [before, 'province:48@2008', 'province:56@2008'],
  ])(
    '%s always shows Hoàng Sa and Trường Sa, coloured as their provinces',
    async (path, daNang, khanhHoa) => {
      const page = await portal.open(path);
      const colours = new Map((await areas(page)) as [string, string][]);
      for (const [key, label, of, unit] of [
        ['hoang-sa', 'Quần đảo Hoàng Sa', '(TP. Đà Nẵng)', daNang],
        ['truong-sa', 'Quần đảo Trường Sa', '(tỉnh Khánh Hòa)', khanhHoa],
      ] as const) {
        const inset = page.locator(`[data-inset="${key}"]`);
        expect(await page.locator(`[data-inset-name="${key}"] text`).allTextContents()).toEqual([label, of]);
        const islands = await inset
          .locator('circle')
          .evaluateAll((dots) => [...new Set(dots.map((dot) => dot.getAttribute('class')))]);
        expect(islands).toEqual([colours.get(unit)]);
        expect(colours.get(unit)).toMatch(/^map-area step-[1-5]$/);
      }
      expect(await page.getByText('Biển Đông').isVisible()).toBe(true);
      await page.context().close();
    },
  );

  test('draws what is missing as missing, and says so', async () => {
    const page = await portal.open(nothing);
    expect(new Set((await areas(page)).map(([, look]) => look))).toEqual(new Set(['map-area missing']));
    expect(await page.locator('.map-summary').textContent()).toBe(
      'Chưa đơn vị nào trong 63 đơn vị có số liệu.',
    );
    expect(await page.locator('.map-legend').textContent()).toContain('Chưa có số liệu (63 đơn vị)');
    await page.context().close();
  });

  test('is walked through by keyboard alone, to a unit’s page', async () => {
    const page = await portal.open(now);
    const isOnMap = () => page.evaluate(() => document.activeElement?.getAttribute('role') === 'listbox');
    for (let pressed = 0; pressed < 60 && !(await isOnMap()); pressed += 1) await page.keyboard.press('Tab');
    expect(await isOnMap()).toBe(true);
    const hint = await page.evaluate(() => document.activeElement?.getAttribute('aria-describedby') ?? '');
    expect(await page.locator(`[id="${hint}"]`).textContent()).toBe(
      'Dùng phím mũi tên để xem từng số; Enter để mở trang của đơn vị.',
    );
    const readout = page.locator('.chart-readout');
    expect(await readout.textContent()).toBe('Thành phố Hà Nội: 55,23');
    await page.keyboard.press('End');
    expect(await readout.textContent()).toMatch(/^Tỉnh Cà Mau: /);
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    expect(await readout.textContent()).toMatch(/^Tỉnh Cao Bằng: 62,97/);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/don-vi/province:04@2008?ky=2026-Q3');
    await page.context().close();
  });

  test('that cannot be loaded says so, and the table still has every figure', async () => {
    const page = await portal.open('/xep-hang');
    await page.route('**/*.topojson', (route) => route.fulfill({ status: 404, body: '' }));
    await page.goto(`${portal.stack.url}${now}`);
    await settled(page);
    expect(await page.getByText('Không tải được bản đồ.').isVisible()).toBe(true);
    await page.getByRole('button', { name: 'Bảng' }).click();
    expect(await cells(page)).toHaveLength(34);
    forgive(portal, /status of 404 .*\.topojson$/);
    await page.context().close();
  });

  test('keeps every choice in the address', async () => {
    const page = await portal.open(now);
    await page.getByLabel('Điểm', { exact: true }).selectOption('MDSH');
    await page.waitForURL('**/ban-do?diem=qd766&ky=2026-Q3&co-so=current&nhom=MDSH');
    await settled(page);
    await page.getByRole('button', { name: 'Bảng' }).click();
    const published = groups.map(({ unit = '', MDSH = '' }) => [unit, written(MDSH, 2)]);
    expect(await byCode(page)).toEqual(Object.fromEntries(published));
    await page.reload();
    await settled(page);
    expect(await byCode(page)).toEqual(Object.fromEntries(published));
    await page.context().close();
  });
});

describe('what is taken from a chart', () => {
  test('a link reopens the same view', async () => {
    const page = await portal.open(`${now}&nhom=TDGQ`);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: 'Bảng' }).click();
    await page.getByRole('button', { name: 'Sao chép liên kết' }).click();
    await page.getByText('Đã sao chép liên kết').waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    const shown = await cells(page);
    await page.goto(`${portal.stack.url}/don-vi`);
    await page.goto(link);
    await settled(page);
    expect(await cells(page)).toEqual(shown);
    expect(await page.getByLabel('Điểm', { exact: true }).inputValue()).toBe('TDGQ');
    await page.context().close();
  });

  test.each([
    ['/xep-hang', 'diem=qd766&ky=2026-Q3&co-so=current'],
    ['/ban-do', 'diem=qd766&ky=2026-Q3&co-so=current'],
    ['/chi-tieu/766.TDGQ', 'bieu=qd766&ky=2026-Q3&co-so=current'],
    ['/so-sanh?don-vi=province:52@2025', 'diem=qd766&ky=2026-Q3&co-so=current'],
  ])('a link copied at %s, which chose its period by itself, names it', async (path, view) => {
    const page = await portal.open(path);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: 'Sao chép liên kết' }).first().click();
    await page.getByText('Đã sao chép liên kết').waitFor();
    const link = new URL(await page.evaluate(() => navigator.clipboard.readText()));
    expect(link.search).toContain(view);
    await page.context().close();
  });

  test('a file has the exact figures, readable by Excel', async () => {
    const page = await portal.open(now);
    const { name, bytes } = await downloaded(page, 'Tải CSV');
    expect(name).toBe('ban-do-qd766-2026-Q3.csv');
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const lines = bytes.toString('utf8').slice(1).split('\r\n');
    expect(lines[0]).toBe('Mã,Đơn vị,Tổng điểm (tối đa 100),Hạng,Mã định danh đơn vị,Kỳ');
    expect(lines).toContain('01,Thành phố Hà Nội,55.23,34,province:01@2008,2026-Q3');
    expect(lines).toContain('82,Tỉnh Đồng Tháp,68.8,1,province:82@2025,2026-Q3');
    expect(lines).toHaveLength(1 + 34 + 1);
    await page.context().close();
  });

  test.each(['light', 'dark'] as const)(
    'a picture is on white, with title, source and address, %s',
    async (scheme) => {
      const page = await portal.open(now, { scheme });
      // The picture says it too, and the meetings come after the map.
      await page.getByText('Số hiện hành. Kỳ này đã chốt cho').waitFor();
      const svg = (await downloaded(page, 'Tải ảnh SVG')).bytes.toString('utf8');
      const { width, height } = await page.evaluate((text) => {
        const root = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement;
        return { width: Number(root.getAttribute('width')), height: Number(root.getAttribute('height')) };
      }, svg);
      expect(svg).toContain('fill="#ffffff"');
      expect(svg).toContain('Nguồn: Điểm Cầu · QĐ 766/QĐ-TTg 23/06/2022');
      expect(svg).toContain('Số hiện hành. Kỳ này đã chốt cho');
      expect(svg).toContain(`${portal.stack.url}/ban-do?diem=qd766`);
      expect(svg).toContain('Quần đảo Hoàng Sa');
      // --step-1 of the light scheme, whatever the reader's is; nothing is left to a style sheet.
      expect(svg).toContain('rgb(219, 232, 245)');
      expect(svg).not.toMatch(/var\(|class=/);
      const png = (await downloaded(page, 'Tải ảnh PNG')).bytes;
      expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([2 * width, 2 * height]);
      expect(png.length).toBeGreaterThan(10_000);
      await page.context().close();
    },
  );
});

describe('the ranking', () => {
  test('has the ranks, totals and groups that were published', async () => {
    const page = await portal.open(ranking);
    const byName = Object.fromEntries(
      (await cells(page)).map(([rank, name, ...points]) => [name, [rank, ...points]]),
    );
    expect(Object.keys(byName)).toHaveLength(34);
    const haNoi = groups.find(({ unit }) => unit === '01');
    const points = ['CKMB', 'TDGQ', 'ONLINE', 'TTTT', 'MDSH', 'MDHL'].map((code) =>
      written(haNoi?.[code] ?? '', 2),
    );
    expect(byName['Thành phố Hà Nội']).toEqual(['34', '55,23', ...points]);
    const ranks = (await cells(page)).map(([rank, , total]) => `${rank} ${total}`);
    expect(ranks.sort()).toEqual(
      totals.map(({ unit = '', rank }) => `${rank} ${written(totalOf(unit).toFixed(2), 2)}`).sort(),
    );
    await page.context().close();
  });

  test('says how ranks changed, as the published ranks of two years tell', async () => {
    const page = await portal.open('/xep-hang?diem=dti922&ky=2023&co-so=as-reported');
    const rank = (year: string, province: string) =>
      Number(dti.find((row) => row.year === year && row.province === province)?.rank);
    const rows = await cells(page);
    expect(rows).toHaveLength(63);
    const change = (name: string) => rows.find(([, unit]) => unit === name)?.[3];
    for (const [name, code] of [
      ['Thành phố Hà Nội', '01'],
      ['Tỉnh Cà Mau', '96'],
      ['Thành phố Đà Nẵng', '48'],
      ['Tỉnh Lạng Sơn', '20'],
    ] as const) {
      const rose = rank('2022', code) - rank('2023', code);
      const words = rose > 0 ? `tăng ${rose} bậc` : `giảm ${-rose} bậc`;
      expect(change(name)).toBe(rose === 0 ? 'giữ nguyên' : words);
    }
    await page.context().close();
  });

  test('is sorted by keyboard, and filtered by region, in the address', async () => {
    const page = await portal.open(ranking);
    await page.getByRole('button', { name: /^Tiến độ giải quyết/ }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/xep-hang?*xep=-TDGQ');
    const settlement = (await cells(page)).map((row) => Number(row[4]?.replace(',', '.')));
    expect(settlement).toEqual([...settlement].sort((a, b) => b - a));
    await page.getByLabel('Vùng').selectOption({ label: 'Đông Nam Bộ' });
    await page.waitForURL('**/xep-hang?*vung=region:DNB@2025*');
    // NQ 306/NQ-CP of 05/10/2025: the South East is Hồ Chí Minh City, Đồng Nai and Tây Ninh.
    const names = (await cells(page)).map(([, name]) => name ?? '');
    expect(names.sort()).toEqual(['Thành phố Hồ Chí Minh', 'Thành phố Đồng Nai', 'Tỉnh Tây Ninh']);
    await page.context().close();
  });
});

test('a chart is shown as the address says, also once the address goes on without a word of it', async () => {
  const page = await portal.open(`${ranking}&bieu-do=xep-hang-qd766-2026-Q3`);
  const frame = page.locator('.chart-frame').first();
  const pressed = frame.locator('.chart-views button[aria-pressed=true]');
  expect(await pressed.innerText()).toBe('Biểu đồ');
  await page.getByRole('navigation').getByRole('link', { name: 'Xếp hạng', exact: true }).click();
  await page.waitForURL((url) => url.search === '');
  await frame.locator('table').waitFor();
  expect(await pressed.innerText()).toBe('Bảng');
  await page.context().close();
});

/** States that the visit of every page does not reach. */
const states = {
  'the map of the 63': before,
  'the map’s table': `${now}&bang=ban-do-qd766-2026-Q3`,
  'a map of nothing': nothing,
  'the map of an indicator': '/ban-do?bieu=qd766&chi-tieu=766.TDGQ&ky=2026-Q3',
  'the ranking’s bars': `${ranking}&bieu-do=xep-hang-qd766-2026-Q3`,
  'a ranking with changes': '/xep-hang?diem=dti922&ky=2023&co-so=as-reported',
};

describe.each(Object.entries(states))('%s', (_, path) => {
  test.each(looks)('has no accessibility violation, %s %s', async (language, scheme) => {
    const page = await portal.open(path, { language, scheme });
    expect(await axeFaults(page)).toEqual([]);
    await page.context().close();
  });

  test.each([360, 640])('nothing overflows at %i px', async (width) => {
    const page = await portal.open(path, { width });
    expect(await overflowFaults(page)).toEqual([]);
    await page.context().close();
  });
});

test('nothing went wrong in the browser: no blocked resource, no script error', () => {
  expect(portal.faults).toEqual([]);
});
