import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { BrowserContext, Page, Route } from 'playwright-core';
import { sessionKey } from '../../../web/app/session.ts';
import { axeFaults, looks, pageFaults } from './inspect.ts';
import { tabTo } from './keyboard.ts';
import { forgive, type Portal, settled, startPortal, watch } from './portal.ts';

/** Signing in by the page of this machine, staying signed in, and everything that can end it. */

let portal: Portal;
beforeAll(async () => {
  portal = await startPortal();
}, 120_000);
afterAll(() => portal.stop());

const form = '/thu-ky/tai-khoan?viec=tao';
/** A browser that nobody has used. */
async function freshBrowser(): Promise<BrowserContext> {
  const context = await portal.browser.newContext();
  context.on('page', (page) => watch(page, portal.faults));
  return context;
}

async function visit(context: BrowserContext, path: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(portal.stack.url + path);
  await settled(page);
  return page;
}

/** On the page of this machine: somebody of the secretariat, or of another role, called so. */
async function pick(page: Page, name: string, role = 'secretariat'): Promise<void> {
  await page.waitForURL(/\/_local\/authorize/);
  await page.check(`input[value=${role}]`);
  await page.fill('input[name=subject]', name);
  await page.click('button[value=role]');
}

async function signIn(page: Page, name: string): Promise<void> {
  await page.goto(`${portal.stack.url}/dang-nhap?ve=${encodeURIComponent(form)}`);
  await page.click('main button.primary');
  await pick(page, name);
  await page.waitForSelector('#account-name');
}

/** What the service would make of a session that it has ended: its tokens are nobody's any more. */
async function spoilSession(page: Page): Promise<void> {
  await page.evaluate((key) => {
    const { idToken } = JSON.parse(sessionStorage.getItem(key) ?? '{}') as { idToken: string };
    const [head, claims] = idToken.split('.');
    sessionStorage.setItem(key, JSON.stringify({ idToken: `${head}.${claims}.AAAA`, refreshToken: 'ended' }));
  }, sessionKey);
}

/** A session that nothing can make longer and whose time is over, as a machine that slept would find it. */
async function endTime(page: Page): Promise<void> {
  await page.evaluate((key) => {
    const kept = JSON.parse(sessionStorage.getItem(key) ?? '{}') as { idToken: string };
    const [head, claims = '', signature] = kept.idToken.split('.');
    const read = JSON.parse(atob(claims.replaceAll('-', '+').replaceAll('_', '/'))) as { sub: string };
    const over = btoa(JSON.stringify({ ...read, iat: 0, exp: 1 })).replace(/=+$/, '');
    const { refreshToken: _none, ...rest } = {
      refreshToken: '',
      ...kept,
      idToken: `${head}.${over}.${signature}`,
    };
    sessionStorage.setItem(key, JSON.stringify(rest));
    // The page hears of waking up; no machine is put to sleep here.
    document.dispatchEvent(new Event('visibilitychange'));
  }, sessionKey);
}

/** What a tab keeps of what is being entered: a draft, and a file on its way. */
const entered = ['diem-cau:draft:thu-ky-a:sign:x', 'diem-cau:upload:thu-ky-a:province:52@2025/qd766/2026-Q3'];
const enter = (page: Page) =>
  page.evaluate((names) => {
    for (const name of names) sessionStorage.setItem(name, '{}');
  }, entered);
const leftIn = (page: Page) =>
  page.evaluate((names) => names.filter((name) => sessionStorage.getItem(name) !== null), entered);

describe('signing in', () => {
  test('does not begin anew while the code of the page to go back to is on its way', async () => {
    const context = await freshBrowser();
    const page = await visit(context, `/dang-nhap?ve=${encodeURIComponent(form)}`);
    const code = new Promise<Route>((held) => context.route(/accounts-page-[^/]*\.js$/, held));
    await page.click('main button.primary');
    await pick(page, 'thu-ky-cham');
    const held = await code;
    await page.waitForURL((url) => url.pathname === '/thu-ky/tai-khoan');
    expect(await page.locator('main button').allTextContents()).toEqual([]);
    await held.continue();
    await page.waitForSelector('#account-name');
    await context.close();
  });

  test('by keyboard alone, from a page that needs it, leads back to that page with its query', async () => {
    const page = await visit(await freshBrowser(), form);
    expect(await page.textContent('h1')).toBe('Cần đăng nhập');
    await tabTo(page, 'main a.button');
    await page.keyboard.press('Enter');
    await page.waitForSelector('main button.primary');
    await tabTo(page, 'main button.primary');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/_local\/authorize/);
    expect(await axeFaults(page)).toEqual([]);
    await tabTo(page, 'input[value=secretariat]');
    await page.keyboard.press('Space');
    await tabTo(page, 'button[value=role]');
    await page.keyboard.press('Enter');
    await page.waitForSelector('#account-name');
    expect(page.url()).toBe(portal.stack.url + form);
    await page.context().close();
  });

  test('leaves no token and no code in the address, the history or what outlives the tab', async () => {
    const page = await visit(await freshBrowser(), '/');
    await signIn(page, 'thu-ky-a');
    const kept = await page.evaluate(() => JSON.stringify(localStorage));
    expect(kept).not.toMatch(/eyJ|token/i);
    await page.goBack();
    await page.waitForURL((url) => !url.pathname.startsWith('/thu-ky'));
    expect(page.url()).not.toContain('code=');
    await page.context().close();
  });

  test('is refused when the answer is not to a question of this tab', async () => {
    const context = await freshBrowser();
    const page = await visit(context, '/dang-nhap');
    await page.click('main button.primary');
    await page.waitForURL(/\/_local\/authorize/);
    const address = new URL(page.url());
    address.searchParams.set('state', 'another');
    await page.goto(address.href);
    await pick(page, 'thu-ky-a');
    await page.waitForSelector('.notice.error');
    expect(await page.textContent('.notice.error')).toContain('không bắt đầu từ thẻ này');
    expect(page.url()).toBe(`${portal.stack.url}/dang-nhap`);
    expect(await page.evaluate((key) => sessionStorage.getItem(key), sessionKey)).toBeNull();
    expect(await pageFaults(page)).toEqual([]);
    // Nothing was begun in this tab at all.
    const other = await visit(context, '/dang-nhap?code=stolen&state=x');
    expect(await other.textContent('.notice.error')).toContain('không bắt đầu từ thẻ này');
    await context.close();
  });

  test('that the issuer refuses says so, and can be tried again', async () => {
    const page = await visit(await freshBrowser(), '/dang-nhap');
    await page.click('main button.primary');
    await page.waitForURL(/\/_local\/authorize/);
    const address = new URL(page.url());
    address.searchParams.set('scope', 'openid phone');
    await page.goto(address.href);
    await page.waitForSelector('.notice.error');
    expect(await page.textContent('.notice.error')).toContain('đã từ chối');
    await page.click('main button.primary');
    await pick(page, 'thu-ky-a');
    await page.waitForURL(`${portal.stack.url}/`);
    await page.context().close();
  });

  test('never leads to another site', async () => {
    const page = await visit(await freshBrowser(), '/dang-nhap?ve=%2F%2Fevil.example%2F');
    await page.click('main button.primary');
    await pick(page, 'thu-ky-a');
    await page.waitForURL(`${portal.stack.url}/`);
    await page.context().close();
  });

  test('without a network says what to do', async () => {
    const page = await visit(await freshBrowser(), '/dang-nhap');
    await page.context().route('**/config.json', (route) => route.abort());
    await page.click('main button.primary');
    await page.waitForSelector('.notice.error');
    expect(await page.textContent('.notice.error')).toContain('kiểm tra mạng');
    forgive(portal, /ERR_FAILED/);
    await page.context().close();
  });
});

describe('a session that ends', () => {
  test('in the middle of a form keeps what was entered, and a new tab takes it up', async () => {
    const context = await freshBrowser();
    const page = await context.newPage();
    await signIn(page, 'thu-ky-a');
    await page.fill('#account-name', 'nguyen.thi.dao');
    await page.fill('#account-email', 'dao@example.vn');
    await page.check('#account-role-secretariat');
    await page.fill('#account-why', 'QĐ 12/QĐ-STTTT');
    await spoilSession(page);
    await page.click('button[type=submit]');
    await page.waitForSelector('text=Phiên đăng nhập đã hết hạn');
    expect(await page.inputValue('#account-name')).toBe('nguyen.thi.dao');
    expect(await pageFaults(page)).toEqual([]);
    const opened = context.waitForEvent('page');
    await page.locator('main a.button[target=_blank]').first().click();
    const second = await opened;
    await second.waitForSelector('main button.primary');
    await second.click('main button.primary');
    await pick(second, 'thu-ky-a');
    await second.waitForSelector('text=Hãy đóng thẻ này');
    expect(await second.innerText('main')).toContain('Bạn đang dùng tài khoản thu-ky-a.');
    expect(await second.innerText('main')).toContain('nếu của tài khoản khác, thẻ đó sẽ hỏi bạn');
    expect(await pageFaults(second)).toEqual([]);
    await second.close();
    await page.waitForSelector('text=Đã đăng nhập lại');
    expect(await page.inputValue('#account-email')).toBe('dao@example.vn');
    await page.click('button[type=submit]');
    await page.waitForURL(/tai-khoan=nguyen\.thi\.dao/);
    await settled(page);
    await page.waitForSelector('main >> text=nguyen.thi.dao');
    // The refresh token was refused, as it had to be.
    forgive(portal, /status of 400/);
    forgive(portal, /status of 401 .*\/v1\/users/);
    await context.close();
  });

  test('while the machine slept says so as it wakes, and what was entered waits for the same person alone', async () => {
    for (const [next, left] of [
      ['thu-ky-a', entered],
      ['thu-ky-b', []],
    ] as const) {
      const page = await (await freshBrowser()).newPage();
      await signIn(page, 'thu-ky-a');
      await enter(page);
      await endTime(page);
      await page.waitForSelector('text=Phiên đăng nhập đã hết hạn');
      expect(await page.locator('#account-name').count()).toBe(1);
      // In the same tab, by the issuer's page: the portal is loaded anew on the way back.
      await signIn(page, next);
      expect(await leftIn(page)).toEqual(left);
      await page.context().close();
    }
  });

  test('is not ended by an issuer in trouble, which is left in peace until the reader says so', async () => {
    const page = await (await freshBrowser()).newPage();
    await signIn(page, 'thu-ky-a');
    await page.evaluate((key) => {
      const kept = JSON.parse(sessionStorage.getItem(key) ?? '{}') as { idToken: string };
      const [head, claims] = kept.idToken.split('.');
      sessionStorage.setItem(key, JSON.stringify({ ...kept, idToken: `${head}.${claims}.AAAA` }));
    }, sessionKey);
    let asked = 0;
    const issuer = '**/oauth2/token';
    await page.route(issuer, (route) => {
      asked += 1;
      return route.fulfill({ status: 503, body: '' });
    });
    const begun = Date.now();
    await page.goto(`${portal.stack.url}/ra-soat`);
    await page.waitForSelector('.notice-title:text-is("Không kết nối được với máy chủ đăng nhập")');
    await page.waitForSelector('.notice.error >> text=chưa gia hạn được phiên đăng nhập');
    await settled(page);
    // Once, and once more 5, 15 and 35 seconds later, however many parts of the page ask.
    const seconds = (Date.now() - begun) / 1000;
    expect(asked).toBeLessThanOrEqual(1 + [5, 15, 35].filter((later) => seconds >= later).length);
    expect(await page.innerText('main')).not.toContain('hết hạn');
    expect(await pageFaults(page)).toEqual([]);
    const again = page.waitForResponse((answer) => answer.url().endsWith('/oauth2/token'));
    await page.click('text=Thử lại ngay');
    await again;
    expect(asked).toBeGreaterThan(1);
    await page.unroute(issuer);
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await page.waitForSelector('.notice-title:text-is("Không kết nối được với máy chủ đăng nhập")', {
      state: 'detached',
    });
    await page.click('main button:text-is("Thử lại")');
    await page.waitForSelector('main table');
    forgive(portal, /status of 503 .*oauth2\/token/);
    forgive(portal, /status of 401 .*\/v1\//);
    await page.context().close();
  });

  test('while a list is read: it is read by itself once the same person signed in again', async () => {
    const context = await freshBrowser();
    const page = await context.newPage();
    await signIn(page, 'thu-ky-a');
    await page.click('.secretariat-nav a[href="/thu-ky/danh-muc"]');
    await page.waitForSelector('main table');
    await settled(page);
    await spoilSession(page);
    await page.click('.secretariat-nav a[href="/thu-ky/tai-khoan"]');
    await page.locator('main').getByText('Đăng nhập lại, rồi thử đọc lại.').waitFor();
    const opened = context.waitForEvent('page');
    await page.locator('main a.button[target=_blank]').first().click();
    const second = await opened;
    await second.waitForSelector('main button.primary');
    await second.click('main button.primary');
    await pick(second, 'thu-ky-a');
    await second.waitForSelector('text=Hãy đóng thẻ này');
    await second.close();
    await page.waitForSelector('main table');
    expect(await page.getByRole('button', { name: 'Thử lại' }).count()).toBe(0);
    forgive(portal, /status of 400/);
    forgive(portal, /status of 401 .*\/v1\/users/);
    await context.close();
  });

  test('is made longer without a word while the issuer agrees', async () => {
    const page = await (await freshBrowser()).newPage();
    await signIn(page, 'thu-ky-a');
    // The token is refused, the refresh token is good: the request is done all the same.
    await page.evaluate((key) => {
      const { idToken, refreshToken } = JSON.parse(sessionStorage.getItem(key) ?? '{}') as Record<
        string,
        string
      >;
      const [head, claims] = (idToken ?? '').split('.');
      sessionStorage.setItem(key, JSON.stringify({ idToken: `${head}.${claims}.AAAA`, refreshToken }));
    }, sessionKey);
    const asked = page.waitForResponse((answer) => answer.url().endsWith('/oauth2/token'));
    await page.goto(`${portal.stack.url}/thu-ky/tai-khoan`);
    expect((await asked).status()).toBe(200);
    await settled(page);
    expect(await page.locator('main table').count()).toBe(1);
    expect(await page.innerText('main')).not.toContain('hết hạn');
    forgive(portal, /status of 401 .*\/v1\/users/);
    await page.context().close();
  });
});

describe('several tabs', () => {
  test('a second tab is signed in by the first, and signing out in one ends the other', async () => {
    const context = await freshBrowser();
    const first = await context.newPage();
    await signIn(first, 'thu-ky-a');
    const second = await visit(context, '/tai-khoan');
    await second.waitForSelector('text=thu-ky-a');
    for (const page of [first, second]) await enter(page);
    await tabTo(second, 'main button.primary');
    await second.keyboard.press('Enter');
    await second.waitForURL(`${portal.stack.url}/`);
    await second.waitForSelector('text=Bạn đã đăng xuất');
    await first.waitForSelector('text=Cần đăng nhập');
    expect(await first.locator('#account-name').count()).toBe(0);
    for (const page of [first, second]) {
      expect(await page.evaluate((key) => sessionStorage.getItem(key), sessionKey)).toBeNull();
      expect(await leftIn(page)).toEqual([]);
    }
    expect(await pageFaults(first)).toEqual([]);
    await context.close();
  });

  test('a tab that was elsewhere while another signed out is nobody’s when it comes back, whoever came since', async () => {
    const context = await freshBrowser();
    const first = await context.newPage();
    await signIn(first, 'thu-ky-a');
    const second = await context.newPage();
    await signIn(second, 'thu-ky-a');
    await enter(second);
    await second.goto('about:blank');
    await first.goto(`${portal.stack.url}/tai-khoan`);
    await first.click('main button.primary');
    await first.waitForURL(`${portal.stack.url}/`);
    await first.waitForSelector('text=Bạn đã đăng xuất');
    await second.goBack();
    await second.waitForSelector('text=Cần đăng nhập');
    await second.waitForSelector('text=Bạn đã đăng xuất');
    expect(await second.evaluate((key) => sessionStorage.getItem(key), sessionKey)).toBeNull();
    expect(await leftIn(second)).toEqual([]);
    await signIn(second, 'thu-ky-a');
    await enter(second);
    await second.goto('about:blank');
    await first.goto(`${portal.stack.url}/tai-khoan`);
    await first.click('main button.primary');
    await first.waitForSelector('text=Bạn đã đăng xuất');
    await signIn(first, 'thu-ky-b');
    await second.goBack();
    // The tab of the one before takes up the session of who is here now, and has nothing of the first.
    await second.waitForSelector('#account-name');
    expect(await second.innerText('header')).toContain(await first.innerText('header a[href="/tai-khoan"]'));
    expect(await second.evaluate((key) => sessionStorage.getItem(key), sessionKey)).toBe(
      await first.evaluate((key) => sessionStorage.getItem(key), sessionKey),
    );
    expect(await leftIn(second)).toEqual([]);
    await context.close();
  });

  test('a tab that was elsewhere while somebody else came without a signing out stops too', async () => {
    const context = await freshBrowser();
    const first = await context.newPage();
    await signIn(first, 'thu-ky-a');
    // A page that asks for nothing in their name: whether it still could is not what is tried.
    await first.goto(`${portal.stack.url}/tai-khoan`);
    await first.waitForSelector('main button.primary');
    await first.goto('about:blank');
    const second = await context.newPage();
    await signIn(second, 'thu-ky-b');
    await first.goBack();
    await first.waitForSelector('text=đăng nhập bằng tài khoản khác');
    expect(await first.evaluate((key) => sessionStorage.getItem(key), sessionKey)).toBeNull();
    await context.close();
  });

  test('signing out forgets at once, also where the script for it does not come', async () => {
    const context = await freshBrowser();
    const page = await context.newPage();
    await signIn(page, 'thu-ky-a');
    await page.goto(`${portal.stack.url}/tai-khoan`);
    await settled(page);
    await page.route('**/assets/*.js', (route) => route.abort());
    const told = page.waitForEvent('console', (message) => message.text().includes('ERR_FAILED'));
    await page.click('main button.primary');
    await page.waitForSelector('text=Bạn đã đăng xuất');
    expect(await page.evaluate((key) => sessionStorage.getItem(key), sessionKey)).toBeNull();
    expect(new URL(page.url()).pathname).toBe('/tai-khoan');
    await told;
    forgive(portal, /ERR_FAILED/);
    await context.close();
  });

  test('a tab opened beside shows the page and the name of who is signed in, and signing out empties it', async () => {
    const context = await freshBrowser();
    const first = await visit(context, '/dang-nhap?ve=/ra-soat');
    await first.click('main button.primary');
    await pick(first, 'phan-tich', 'analyst');
    await first.waitForURL(({ pathname }) => pathname === '/ra-soat');
    // Until the page is loaded the one before it stands.
    await first.waitForSelector('h1:has-text("Rà soát")');
    const heading = await first.textContent('h1');
    const second = await context.newPage();
    // Every heading that the page ever had: at no moment is somebody signed in asked to sign in.
    await second.addInitScript(() => {
      const seen: (string | null)[] = [];
      Object.assign(window, { seenHeadings: seen });
      const look = () => seen.push(document.querySelector('h1')?.textContent ?? null);
      new MutationObserver(look).observe(document, { childList: true, subtree: true, characterData: true });
    });
    await second.goto(`${portal.stack.url}/ra-soat`);
    await settled(second);
    await second.waitForSelector('nav >> text=Rà soát');
    const seen = await second.evaluate(() => (window as unknown as { seenHeadings: string[] }).seenHeadings);
    expect(seen).toContain(heading);
    expect(seen).not.toContain('Cần đăng nhập');
    expect(await second.textContent('h1')).toBe(heading);
    expect(await second.locator('header a[href="/tai-khoan"]').count()).toBe(1);
    expect(await second.locator('header a[href^="/dang-nhap"]').count()).toBe(0);
    await first.goto(`${portal.stack.url}/tai-khoan`);
    await first.click('main button.primary');
    await second.waitForSelector('text=Bạn đã đăng xuất');
    expect(await second.textContent('h1')).toBe('Cần đăng nhập');
    await context.close();
  });

  test('somebody else in another tab: this one stops, and becomes theirs only when asked to', async () => {
    const context = await freshBrowser();
    const first = await context.newPage();
    await signIn(first, 'thu-ky-a');
    await first.fill('#account-name', 'cua.nguoi.thu.nhat');
    const second = await context.newPage();
    await signIn(second, 'thu-ky-b');
    await first.waitForSelector('text=đăng nhập bằng tài khoản khác');
    expect(await first.inputValue('#account-name')).toBe('cua.nguoi.thu.nhat');
    expect(await first.evaluate((key) => sessionStorage.getItem(key), sessionKey)).toBeNull();
    expect(await pageFaults(first)).toEqual([]);
    await enter(first);
    await first.click('text=Dùng tài khoản thu-ky-b');
    await first.waitForFunction(
      () => document.querySelector<HTMLInputElement>('#account-name')?.value === '',
    );
    expect(await first.locator('text=đăng nhập bằng tài khoản khác').count()).toBe(0);
    expect(await leftIn(first)).toEqual([]);
    await context.close();
  });
});

describe('the first person', () => {
  test('who signs in again after somebody else goes on where they were, and the other stops', async () => {
    const context = await freshBrowser();
    const first = await context.newPage();
    await signIn(first, 'thu-ky-a');
    await first.fill('#account-name', 'cua.nguoi.thu.nhat');
    const second = await context.newPage();
    await signIn(second, 'thu-ky-b');
    await first.waitForSelector('text=đăng nhập bằng tài khoản khác');
    const opened = context.waitForEvent('page');
    await first.click('.session-ended a[target=_blank]');
    const third = await opened;
    // The new tab has heard of the other one's session, and is asked to be somebody else.
    await third.click('text=Đăng nhập bằng tài khoản khác');
    await pick(third, 'thu-ky-a');
    await third.waitForSelector('text=Hãy đóng thẻ này');
    await first.waitForSelector('text=Đã đăng nhập lại');
    expect(await first.inputValue('#account-name')).toBe('cua.nguoi.thu.nhat');
    await second.waitForSelector('text=đăng nhập bằng tài khoản khác');
    await context.close();
  });
});

describe.each(looks)('the account page and the sign-in page, %s %s', (language, scheme) => {
  const who = { subject: 'bao-cao-52', unit: 'province:52@2025', roles: ['reporter', 'approver'] };

  test('say who one is, and are well made', async () => {
    const page = await portal.open('/tai-khoan', { who, language, scheme });
    await page.waitForSelector(`main a:text-is("${language === 'vi' ? 'Tỉnh Gia Lai' : 'Gia Lai'}")`);
    const role = language === 'vi' ? 'Người phê duyệt' : 'Approver';
    expect(await page.innerText('main')).toContain(role);
    expect(await pageFaults(page)).toEqual([]);
    await page.goto(`${portal.stack.url}/dang-nhap`);
    await settled(page);
    expect(await page.innerText('main')).toContain('bao-cao-52');
    expect(await pageFaults(page)).toEqual([]);
    await page.context().close();
  });
});

test('nothing went wrong in the browser: no blocked resource, no script error', () => {
  expect(portal.faults).toEqual([]);
});
