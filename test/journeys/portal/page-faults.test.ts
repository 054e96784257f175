import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { axeFaults, pageFaults } from './inspect.ts';
import { forgive, type Portal, settled, startPortal } from './portal.ts';

/** Pages that cannot be shown say so, and lead on: code that does not come, faults while drawing, broken addresses. */

let portal: Portal;
beforeAll(async () => {
  portal = await startPortal();
}, 120_000);
afterAll(() => portal.stop());

const script = '**/assets/*.js';
const title = 'Chưa tải được trang này';
/** The console has why, beside the page. */
const notCome = /^TypeError: Failed to fetch dynamically imported module/;

describe('a page whose code does not come', () => {
  test('says so at its own address, and is there once the network is', async () => {
    const page = await portal.open('/');
    await page.route(script, (route) => route.abort());
    await page.route(`${portal.stack.url}/`, (route) => route.abort());
    await page.click('nav a[href="/don-vi"]');
    await page.waitForSelector(`h1:has-text("${title}")`);
    expect(new URL(page.url()).pathname).toBe('/don-vi');
    expect(await page.innerText('.notice.error')).toContain('Không kết nối được với máy chủ');
    expect(await pageFaults(page)).toEqual([]);
    const retry = page.locator('.notice.error button');
    expect(await retry.innerText()).toBe('Thử lại');
    const triedAgain = page.waitForEvent('requestfailed');
    await retry.click();
    await triedAgain;
    await page.unroute(script);
    await page.unroute(`${portal.stack.url}/`);
    await retry.click();
    await page.waitForSelector('h1:text-is("Đơn vị")');
    await settled(page);
    forgive(portal, /ERR_FAILED/);
    forgive(portal, notCome);
    await page.context().close();
  });

  test('is asked for again when the reader comes again', async () => {
    const page = await portal.open('/');
    await page.route(script, (route) => route.abort());
    await page.route(`${portal.stack.url}/`, (route) => route.abort());
    await page.click('nav a[href="/don-vi"]');
    await page.waitForSelector(`h1:has-text("${title}")`);
    await page.unroute(script);
    await page.unroute(`${portal.stack.url}/`);
    await page.click('nav a[href="/"]');
    await page.waitForSelector('nav a[href="/"][aria-current=page]');
    await page.click('nav a[href="/don-vi"]');
    await page.waitForSelector('h1:text-is("Đơn vị")');
    forgive(portal, /ERR_FAILED/);
    forgive(portal, notCome);
    await page.context().close();
  });

  test('because there is a new version offers to reload', async () => {
    const page = await portal.open('/');
    await page.route(script, (route) => route.fulfill({ status: 404, body: '' }));
    await page.click('nav a[href="/don-vi"]');
    await page.waitForSelector(`h1:has-text("${title}")`);
    expect(await page.innerText('.notice.error')).toContain('vừa có bản mới');
    await page.unroute(script);
    await page.click('button:has-text("Tải lại trang")');
    await page.waitForSelector('h1:text-is("Đơn vị")');
    expect(new URL(page.url()).pathname).toBe('/don-vi');
    forgive(portal, /status of 404 .*\/assets\//);
    forgive(portal, notCome);
    await page.context().close();
  });
});

test('a page whose code fails as it is loaded is told as a fault, not as code that did not come', async () => {
  const page = await portal.open('/');
  await page.route(script, (route) =>
    route.fulfill({ contentType: 'text/javascript', body: 'throw new RangeError("of this very page");' }),
  );
  await page.click('nav a[href="/don-vi"]');
  await page.waitForSelector('h1:has-text("Trang này gặp lỗi")');
  expect(new URL(page.url()).pathname).toBe('/don-vi');
  expect(await page.innerText('main')).not.toContain('Máy chủ không gửi');
  await page.click('main a[href="/"]');
  await page.waitForSelector('nav a[href="/"][aria-current=page]');
  await settled(page);
  expect(await page.innerText('h1')).not.toContain('gặp lỗi');
  forgive(portal, /^RangeError: of this very page/);
  await page.context().close();
});

test('a fault while a page is drawn is told, and leaves the other pages as they were', async () => {
  const page = await portal.open('/');
  await page.route('**/v1/public/catalog/units', (route) =>
    route.fulfill({ json: { items: [{ id: 'x' }] } }),
  );
  await page.click('nav a[href="/don-vi"]');
  await page.waitForSelector('h1:has-text("Trang này gặp lỗi")');
  expect(await axeFaults(page)).toEqual([]);
  await page.click('main a[href="/"]');
  await page.waitForSelector('nav a[href="/"][aria-current=page]');
  await settled(page);
  expect(await page.innerText('h1')).not.toContain('gặp lỗi');
  forgive(portal, /TypeError/);
  await page.context().close();
});

test('an address that cannot be decoded is no page', async () => {
  const page = await portal.open('/don-vi/%E0%A4');
  expect(await page.innerText('h1')).toBe('Không có trang này');
  await page.click('main a[href="/"]');
  await page.waitForSelector('nav a[href="/"][aria-current=page]');
  await settled(page);
  expect(await page.innerText('h1')).not.toBe('Không có trang này');
  await page.context().close();
});

test('nothing else went wrong in the browser', () => {
  expect(portal.faults).toEqual([]);
});
