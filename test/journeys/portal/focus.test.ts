import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { forgive, type Portal, people, settled, startPortal } from './portal.ts';

/** Where the keyboard is: nothing that the page does by itself takes the focus away, or loses it. */

let portal: Portal;
beforeAll(async () => {
  portal = await startPortal();
}, 120_000);
afterAll(() => portal.stop());

const unit = people.reporter.unit;

/** What has the focus: its text, or `BODY` when nothing has. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const at = document.activeElement;
    return at === null || at === document.body ? 'BODY' : (at.textContent?.trim() ?? '');
  });
}

describe('a button that is busy keeps the focus', () => {
  test('while a file is fetched, and asks for it once', async () => {
    const page = await portal.open(`/bao-cao/${unit}/qd766/2026-Q3`, { who: people.reporter });
    let asked = 0;
    let goOn = () => {};
    const held = new Promise<void>((done) => {
      goOn = done;
    });
    await page.route('**/template.xlsx*', async (route) => {
      asked += 1;
      await held;
      await route.continue();
    });
    const button = page.getByRole('button', { name: 'Tải biểu mẫu Excel' });
    await button.focus();
    await page.keyboard.press('Enter');
    await page.waitForSelector('button.file[aria-disabled=true]');
    await page.keyboard.press('Enter');
    const download = page.waitForEvent('download');
    goOn();
    await download;
    await page.waitForSelector('button.file[aria-disabled=false]');
    expect(await focused(page)).toBe('Tải biểu mẫu Excel');
    expect(asked).toBe(1);
    await page.context().close();
  });

  test('when a nil return is refused, which is told as such, and what was written stays', async () => {
    const page = await portal.open(`/bao-cao/${unit}/cds/2026-Q3`, { who: people.reporter });
    const detail = { vi: 'Biểu mẫu không còn được dùng.', en: 'The form is no longer used.' };
    await page.route('**/v1/submissions/nil', (route) =>
      route.fulfill({
        status: 404,
        contentType: 'application/problem+json',
        json: { status: 404, code: 'unknown-form', title: 'x', detail },
      }),
    );
    await page.fill('#why', 'Trong quý không phát sinh.');
    await page.getByRole('button', { name: 'Gửi bản xác nhận không phát sinh' }).focus();
    await page.keyboard.press('Enter');
    const problem = page.locator('form [role=alert]');
    await problem.waitFor();
    expect(await problem.locator('.notice-title').innerText()).toBe('Chưa thực hiện được');
    expect(await problem.innerText()).toContain(detail.vi);
    expect(await focused(page)).toBe('Gửi bản xác nhận không phát sinh');
    expect(await page.inputValue('#why')).toBe('Trong quý không phát sinh.');
    forgive(portal, /status of 404 .*\/nil/);
    await page.context().close();
  });
});

describe('the focus is not taken away', () => {
  test('by the other language, in which a form’s errors are told, too', async () => {
    const page = await portal.open('/thu-ky/tai-khoan?viec=tao', { who: people.secretariat });
    await page.click('main button[type=submit]');
    const summary = page.locator('[role=alert] a');
    await summary.first().waitFor();
    const before = await summary.allTextContents();
    await page.getByRole('button', { name: 'English' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForSelector('html[lang=en]');
    await page.locator('[role=alert] h2', { hasText: 'There is a problem' }).waitFor();
    const after = await summary.allTextContents();
    expect(after).toHaveLength(before.length);
    // No Vietnamese letter is left.
    expect(after.join(' ')).not.toMatch(/[ăâđêôơưáàảãạ]/i);
    expect(await page.locator('#account-name-error').innerText()).toBe(after[0]);
    expect(await focused(page)).toBe('English');
    await page.context().close();
  });

  test('by the other language, on a page of the secretariat', async () => {
    const page = await portal.open('/thu-ky', { who: people.secretariat });
    // Not the first page of this tab: that one leaves the focus alone in any case.
    await page.click('.secretariat-nav a[href="/thu-ky/danh-muc"]');
    await page.waitForSelector('h1:text-is("Danh mục")');
    expect(await focused(page)).toBe('Danh mục');
    await page.getByRole('button', { name: 'English' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForSelector('html[lang=en]');
    await page.waitForSelector('h1:text-is("Catalogue")');
    expect(await focused(page)).toBe('English');
    await page.context().close();
  });

  test('by a title that comes with the answer, on the first page', async () => {
    const page = await portal.open('/dang-nhap');
    const goOn = await holdUnits(page);
    await page.goto(`${portal.stack.url}/don-vi/52`);
    await page.waitForSelector('h1:text-is("Đơn vị")');
    await page.focus('nav a[href="/xep-hang"]');
    goOn();
    await page.waitForSelector('h1:text-is("Tỉnh Gia Lai")');
    await settled(page);
    expect(await focused(page)).toBe('Xếp hạng');
    await page.context().close();
  });

  test('and whoever comes from another page finds it at the heading, before and after the answer', async () => {
    const page = await portal.open('/don-vi');
    await page.getByRole('main').getByRole('link', { name: 'Tỉnh Gia Lai' }).first().click();
    await page.waitForSelector('h1:text-is("Tỉnh Gia Lai")');
    await settled(page);
    expect(await focused(page)).toBe('Tỉnh Gia Lai');
    await page.context().close();
  });
});

test('what was done is told once, where screen readers listen from the beginning', async () => {
  const page = await portal.open('/thu-ky/tai-khoan?viec=tao&da=xoa', { who: people.secretariat });
  const place = page.locator('.unseen[role=status]');
  const stood = await place.elementHandle();
  expect(await stood?.textContent()).toBe('');
  await page.fill('#account-name', 'le.c');
  await page.fill('#account-email', 'le.c@example.vn');
  await page.check('#account-role-secretariat');
  await page.fill('#account-why', 'QĐ 12/QĐ-STTTT');
  await page.click('main button[type=submit]');
  await page.waitForSelector('.notice.success');
  await page.waitForFunction((region) => region?.textContent === 'Đã tạo tài khoản và gửi thư mời.', stood);
  await page.click('.secretariat-nav a[href="/thu-ky/danh-muc"]');
  await page.waitForFunction((region) => region?.textContent === '', stood);
  // Nothing is done by coming back, by loading the page again, or by an address.
  for (const again of [() => page.goBack(), () => page.reload()]) {
    await again();
    await page.locator('main').getByText('le.c@example.vn').first().waitFor();
    expect(await page.locator('.notice.success').count()).toBe(0);
  }
  await page.goto(`${portal.stack.url}/thu-ky/tai-khoan?da=xoa`);
  await page.waitForSelector('main table');
  expect(await page.locator('.notice.success').count()).toBe(0);
  await page.context().close();
});

test('a link that stands alone is high enough to be pressed', async () => {
  const page = await portal.open('/thu-ky', { who: people.secretariat });
  const box = await page.getByRole('link', { name: 'Lập phiên họp mới' }).last().boundingBox();
  // WCAG 2.5.8.
  expect(box?.height).toBeGreaterThanOrEqual(24);
  await page.context().close();
});

/** Holds back the list of units. @returns lets it come */
async function holdUnits(page: Page): Promise<() => void> {
  let goOn = () => {};
  const held = new Promise<void>((done) => {
    goOn = done;
  });
  await page.route('**/v1/public/catalog/units*', async (route) => {
    await held;
    await route.continue();
  });
  return goOn;
}

test('nothing else went wrong in the browser', () => {
  expect(portal.faults).toEqual([]);
});
