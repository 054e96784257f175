import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import jsqr from 'jsqr';
import type { Page, Route } from 'playwright-core';
import { sessionKey } from '../../../web/app/session.ts';
import { AccountsClient } from '../../integration/accounts-client.ts';
import { codeOf, wrongCode } from '../../integration/authenticator.ts';
import { looks, pageFaults } from './inspect.ts';
import { tabTo } from './keyboard.ts';
import { forgive, type Portal, people, settled, startPortal, watch } from './portal.ts';
import { Office, reportOf, says, unitOf } from './submission-cast.ts';

/** An approver whose account has no second factor yet: from the refusal to the signature, on a page of the portal. */

const here = '/tai-khoan/xac-thuc-hai-yeu-to';
/** What Cognito's own API does not take, as the browser's console names it. */
const refused = /status of 400 .*\/_local\/cognito$/;
const unit = unitOf('province:82@2025', 'Tỉnh Đồng Tháp');
let portal: Portal;
let submission: string;
beforeAll(async () => {
  portal = await startPortal();
  const directory = new AccountsClient(portal.stack).directory();
  for (const userName of [
    'phe.duyet',
    'giu.kin',
    'doi.dien.thoai',
    'mat.may',
    'mat.mang',
    'dong.nguoi',
    'doan.mo',
    'nhin.trang',
  ]) {
    await directory.make({ userName, email: `${userName}@example.vn`, unit: unit.id });
    await directory.give(userName, 'approver');
  }
  await directory.make({ userName: 'bao.cao', email: 'bao.cao@example.vn', unit: unit.id });
  await directory.give('bao.cao', 'reporter');
  submission = await new Office(portal.stack).send(unit, reportOf(unit));
}, 120_000);
afterAll(() => portal.stop());

/** A tab of a browser that nobody has used. */
async function visit(path: string): Promise<Page> {
  const page = await (await portal.browser.newContext()).newPage();
  watch(page, portal.faults);
  await page.goto(portal.stack.url + path);
  await settled(page);
  return page;
}

/** On the page of this machine, by keyboard: an account of the pool, with the code of its app when it has one. */
async function pick(page: Page, userName: string, code = ''): Promise<void> {
  await page.waitForURL(/\/_local\/authorize/);
  await page.selectOption('select[name=user_name]', userName);
  await tabTo(page, 'input[name=totp]');
  await page.keyboard.type(code);
  // The page that comes may be this one again, with what was wrong.
  const answered = page.waitForEvent('domcontentloaded');
  await page.keyboard.press('Enter');
  await answered;
}

async function signIn(page: Page, userName: string, code = ''): Promise<void> {
  await page.click('main button.primary');
  await pick(page, userName, code);
  await page.waitForURL((url) => !url.pathname.startsWith('/_local') && url.pathname !== '/dang-nhap');
  await settled(page);
}

/** Presses a control that the Tab key reaches. */
async function press(page: Page, selector: string): Promise<void> {
  await tabTo(page, selector);
  await page.keyboard.press('Enter');
}

/** The key as it stands on the page, for typing it off. */
async function shownSecret(page: Page): Promise<string> {
  return ((await page.textContent('code.secret')) ?? '').replaceAll(' ', '');
}

/** From the page as it begins until one is signed in again with the new app. @returns its secret */
async function setUp(page: Page, userName: string): Promise<string> {
  await signIn(page, userName);
  await page.waitForSelector('code.secret');
  const secret = await shownSecret(page);
  await page.fill('#factor-code', codeOf(secret));
  await page.keyboard.press('Enter');
  await says(page, 'Đã cài xong');
  await signIn(page, userName, codeOf(secret, 1));
  await says(page, 'Bạn đã đăng nhập lại');
  return secret;
}

/** What a camera would read off the screen. */
async function scanned(page: Page): Promise<string | undefined> {
  const picture = (await page.locator('svg.qr-code').screenshot()).toString('base64');
  const { data, width, height } = await page.evaluate(async (png) => {
    const bytes = Uint8Array.from(atob(png), (char) => char.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
    context.drawImage(image, 0, 0);
    const pixels = context.getImageData(0, 0, image.width, image.height);
    // As text, since a list of numbers is told one by one.
    const text = Array.from(pixels.data, (byte) => String.fromCharCode(byte)).join('');
    return { data: btoa(text), width: image.width, height: image.height };
  }, picture);
  return jsqr.default(Uint8ClampedArray.from(Buffer.from(data, 'base64')), width, height)?.data;
}

describe('an approver without a second factor', () => {
  test('is kept from signing, sets it up by keyboard, signs in with it, and signs', async () => {
    const page = await visit(`/dang-nhap?ve=/ban-nop/${submission}`);
    await signIn(page, 'phe.duyet');
    await says(page, 'Vai trò dùng trang này đang bị giữ lại');
    expect(await pageFaults(page)).toEqual([]);
    await press(page, 'main a.button');
    await says(page, 'Cần chuẩn bị');
    expect(await pageFaults(page)).toEqual([]);
    await press(page, 'main button.primary');
    await pick(page, 'phe.duyet');
    await page.waitForSelector('code.secret');
    expect(await pageFaults(page)).toEqual([]);

    const secret = await shownSecret(page);
    expect(secret).toMatch(/^[A-Z2-7]{52}$/);
    const uri = new URL((await scanned(page)) ?? '');
    expect([uri.host, decodeURIComponent(uri.pathname)]).toEqual(['totp', '/Điểm Cầu:phe.duyet']);
    expect(Object.fromEntries(uri.searchParams)).toEqual({ secret, issuer: 'Điểm Cầu' });

    await tabTo(page, '#factor-code');
    await page.keyboard.type('12 34');
    await page.keyboard.press('Enter');
    await says(page, 'Nhập đủ 6 chữ số');
    await page.fill('#factor-code', wrongCode(secret));
    await page.keyboard.press('Enter');
    await says(page, 'kiểm tra ngày giờ của điện thoại');
    expect(await page.getAttribute('#factor-code', 'aria-invalid')).toBe('true');
    expect(await pageFaults(page)).toEqual([]);
    const code = codeOf(secret);
    await page.fill('#factor-code', `${code.slice(0, 3)} ${code.slice(3)}`);
    await page.keyboard.press('Enter');
    await says(page, 'Đã cài xong xác thực hai yếu tố');
    expect(await pageFaults(page)).toEqual([]);

    await press(page, 'main button.primary');
    await pick(page, 'phe.duyet');
    // Without a code the account is no longer let in, nor with the one that was used.
    await page.waitForSelector('#problem');
    await pick(page, 'phe.duyet', code);
    await page.waitForSelector('#problem');
    await pick(page, 'phe.duyet', codeOf(secret, 1));
    await page.waitForURL((url) => url.pathname === here);
    await says(page, 'Bạn đã đăng nhập lại');
    expect(await pageFaults(page)).toEqual([]);
    await press(page, 'main a.button');
    await page.waitForURL((url) => url.pathname === `/ban-nop/${submission}`);
    await press(page, 'main form button.primary');
    await says(page, 'Đã ký xác nhận');
    // A wrong code, and twice none that the sign-in page takes.
    forgive(portal, refused);
    forgive(portal, /status of 400 .*\/_local\/authorize$/);
    await page.context().close();
  }, 120_000);
});

describe('somebody who need not have a second factor', () => {
  test('is told that it is in effect, and led back to the account; the same page begins anew', async () => {
    const page = await visit('/dang-nhap?ve=/tai-khoan');
    await signIn(page, 'bao.cao');
    await says(page, 'Cài đặt xác thực hai yếu tố');
    await press(page, `main a[href="${here}"]`);
    await says(page, 'Cần chuẩn bị');
    expect(await page.locator('.notice.success').count()).toBe(0);
    await signIn(page, 'bao.cao');
    await page.waitForSelector('code.secret');
    const secret = await shownSecret(page);
    await page.fill('#factor-code', codeOf(secret));
    await page.keyboard.press('Enter');
    await says(page, 'hết hiệu lực chậm nhất sau 1 giờ');
    await signIn(page, 'bao.cao', codeOf(secret, 1));
    await says(page, 'Xác thực hai yếu tố đã có hiệu lực');
    expect(await page.locator('main button.primary').count()).toBe(0);
    expect(await page.locator('main >> role=button[name="Bắt đầu cài đặt"]').count()).toBe(1);
    expect(await pageFaults(page)).toEqual([]);
    await press(page, 'main a.button');
    await page.waitForURL((url) => url.pathname === '/tai-khoan');
    await page.context().close();
  }, 60_000);
});

describe('the leave to change the account', () => {
  test('is in memory only, for one page: nothing of it is kept, and a reload ends it', async () => {
    const page = await visit(`/dang-nhap?ve=${here}`);
    await signIn(page, 'giu.kin');
    const before = await page.evaluate((key) => sessionStorage.getItem(key), sessionKey);
    const answered = page.waitForResponse((answer) => answer.url().endsWith('/oauth2/token'));
    await page.click('main button.primary');
    await pick(page, 'giu.kin');
    const given = (await (await answered).json()) as { access_token: string; refresh_token: string };
    await page.waitForSelector('code.secret');
    const kept = await page.evaluate(() => JSON.stringify([{ ...sessionStorage }, { ...localStorage }]));
    expect(kept).not.toContain(given.access_token);
    expect(kept).not.toContain(given.refresh_token);
    const refreshOf = (text: string | null) =>
      (JSON.parse(text ?? '') as { refreshToken: string }).refreshToken;
    const after = await page.evaluate((key) => sessionStorage.getItem(key), sessionKey);
    expect(refreshOf(after)).toBe(refreshOf(before));
    await page.reload();
    await settled(page);
    await says(page, 'Cần chuẩn bị');
    expect(await page.locator('code.secret').count()).toBe(0);
    await page.context().close();
  }, 60_000);
});

describe('a new phone', () => {
  test('is set up by who has a factor, and its codes are asked for from then on', async () => {
    await new AccountsClient(portal.stack).setTotp('doi.dien.thoai');
    const page = await visit(`/dang-nhap?ve=${here}`);
    await signIn(page, 'doi.dien.thoai');
    await says(page, 'khi vẫn còn điện thoại cũ');
    expect(await pageFaults(page)).toEqual([]);
    await setUp(page, 'doi.dien.thoai');
    await page.context().close();
  }, 60_000);
});

describe('a lost phone', () => {
  let old: string;

  test('a phone is set up, and then lost', async () => {
    const page = await visit(`/dang-nhap?ve=${here}`);
    await signIn(page, 'mat.may');
    await says(page, 'Ban Thư ký xác minh bạn là ai, rồi đặt lại xác thực hai yếu tố.');
    old = await setUp(page, 'mat.may');
    await page.context().close();
  }, 60_000);

  test('the secretariat makes sure who asks, and resets it by keyboard', async () => {
    const page = await portal.open('/thu-ky/tai-khoan', { who: people.secretariat });
    await press(page, 'main a[href$="tai-khoan=mat.may"]');
    await says(page, 'Tài khoản mat.may');
    await press(page, 'main details:has(#factor-why) summary');
    await says(page, 'Mã trên điện thoại cũ hết giá trị ngay.');
    await says(page, 'Vai trò “Người phê duyệt” bị giữ lại cho đến khi đó.');
    const submit = 'main details:has(#factor-why) button[type=submit]';
    await press(page, submit);
    await page.waitForSelector('[role=alert] a');
    expect(await page.locator('[role=alert] a').allTextContents()).toEqual([
      'Cần ghi lý do',
      'Cần đánh dấu xác nhận trước khi đặt lại',
    ]);
    expect(await pageFaults(page)).toEqual([]);
    await tabTo(page, '#factor-why');
    await page.keyboard.type('Mất điện thoại; đã gọi lại số của cơ quan.');
    await tabTo(page, '#factor-confirm');
    await page.keyboard.press('Space');

    // The line is cut while it is being sent: it is told, and what was entered is there to be sent again.
    const route = new Promise<Route>((held) => page.route('**/v1/users/mat.may/second-factor', held));
    await press(page, submit);
    await says(page, 'Đang gửi…');
    expect(await page.getAttribute(submit, 'aria-disabled')).toBe('true');
    await (await route).abort('connectionreset');
    await page.waitForSelector('main details .notice');
    expect(await pageFaults(page)).toEqual([]);
    forgive(portal, /ERR_CONNECTION_RESET/);
    await page.unroute('**/v1/users/mat.may/second-factor');
    expect(await page.inputValue('#factor-why')).toContain('Mất điện thoại');
    await press(page, submit);

    await says(page, 'Đã đặt lại xác thực hai yếu tố.');
    await settled(page);
    await says(page, 'Chưa thiết lập: chưa ký được');
    expect(await page.locator('#factor-why').count()).toBe(0);
    const row = page.locator('tbody tr', { hasText: 'Đặt lại xác thực hai yếu tố' });
    expect(await row.textContent()).toContain('Mất điện thoại; đã gọi lại số của cơ quan.');
    expect(await pageFaults(page)).toEqual([]);
    // The account was made without the service: nothing was written of it yet.
    forgive(portal, /status of 404 .*\/v1\/users\/mat\.may\/history/);
    await page.context().close();
  }, 60_000);

  test('its owner signs in without a code, without the role, and sets up another phone', async () => {
    const page = await visit('/dang-nhap?ve=/tai-khoan');
    await signIn(page, 'mat.may');
    await says(page, 'Vai trò “Người phê duyệt” có hiệu lực sau khi');
    await press(page, `main a[href="${here}"]`);
    await says(page, 'Một vai trò đang bị giữ lại');
    const secret = await setUp(page, 'mat.may');
    expect(secret).not.toBe(old);
    expect(await page.locator('.notice.success').count()).toBe(1);
    await page.goto(`${portal.stack.url}/tai-khoan`);
    await says(page, 'Người phê duyệt');
    expect(await page.textContent('main')).not.toContain('có hiệu lực sau khi');
    await page.context().close();
  }, 60_000);
});

describe('what goes wrong is told, with the way on', () => {
  test.each<[string, string, (route: Route) => Promise<void>, string, RegExp]>([
    [
      'no network',
      'mat.mang',
      (route) => route.abort('connectionreset'),
      'Không kết nối được với máy chủ đăng nhập',
      /ERR_CONNECTION_RESET .*\/_local\/cognito$/,
    ],
    [
      'too many requests',
      'dong.nguoi',
      (route) => route.fulfill({ status: 400, json: { __type: 'TooManyRequestsException' } }),
      'Có quá nhiều yêu cầu',
      refused,
    ],
  ])(
    '%s: a code that was taken is not asked for twice',
    async (_what, userName, hinder, said, fault) => {
      const page = await visit(`/dang-nhap?ve=${here}`);
      await signIn(page, userName);
      await signIn(page, userName);
      await page.waitForSelector('code.secret');
      const api = `${portal.stack.url}/_local/cognito`;
      await page.route(api, (route) =>
        route.request().headers()['x-amz-target']?.endsWith('SetUserMFAPreference')
          ? hinder(route)
          : route.continue(),
      );
      await page.fill('#factor-code', codeOf(await shownSecret(page)));
      await page.keyboard.press('Enter');
      await says(page, said);
      expect(await pageFaults(page)).toEqual([]);
      forgive(portal, fault);
      await page.unroute(api);
      await page.focus('#factor-code');
      await page.keyboard.press('Enter');
      await says(page, 'Đã cài xong');
      await page.context().close();
    },
    60_000,
  );

  test('no network where the page begins: it can be tried again', async () => {
    const page = await visit(`/dang-nhap?ve=${here}`);
    await signIn(page, 'giu.kin');
    await page.context().route('**/config.json', (route) => route.abort('connectionreset'));
    await page.reload();
    await says(page, 'Không kết nối được với máy chủ đăng nhập');
    expect(await pageFaults(page)).toEqual([]);
    forgive(portal, /ERR_CONNECTION_RESET .*\/config\.json$/);
    await page.context().unroute('**/config.json');
    await press(page, 'main .notice button');
    await says(page, 'Cần chuẩn bị');
    await page.context().close();
  }, 60_000);

  test('too many wrong codes, and leave that was taken back: each begins again with a new key', async () => {
    const page = await visit(`/dang-nhap?ve=${here}`);
    await signIn(page, 'doan.mo');
    await signIn(page, 'doan.mo');
    await page.waitForSelector('code.secret');
    const first = await shownSecret(page);
    await page.fill('#factor-code', wrongCode(first));
    for (let tried = 0; tried < 6; tried += 1) {
      const answered = page.waitForResponse((answer) => answer.url().endsWith('/_local/cognito'));
      await page.focus('#factor-code');
      await page.keyboard.press('Enter');
      expect((await answered).status()).toBe(400);
      await page.waitForFunction(() => document.querySelector('main [aria-disabled=true]') === null);
    }
    await says(page, 'Đã nhập sai quá nhiều lần');
    expect(await page.locator('code.secret').count()).toBe(0);
    expect(await pageFaults(page)).toEqual([]);

    const given = page.waitForResponse((answer) => answer.url().endsWith('/oauth2/token'));
    await signIn(page, 'doan.mo');
    await page.waitForSelector('code.secret');
    const second = await shownSecret(page);
    expect(second).not.toBe(first);
    const { access_token: AccessToken } = (await (await given).json()) as { access_token: string };
    await fetch(`${portal.stack.url}/_local/cognito`, {
      method: 'POST',
      headers: { 'x-amz-target': 'AWSCognitoIdentityProviderService.GlobalSignOut' },
      body: JSON.stringify({ AccessToken }),
    });
    await page.fill('#factor-code', codeOf(second));
    await page.keyboard.press('Enter');
    await says(page, 'Lần cài đặt này đã quá thời hạn');
    expect(await page.textContent('main button.primary')).toBe('Bắt đầu lại');
    forgive(portal, refused);
    await page.context().close();
  }, 60_000);

  test('somebody who is no account of the pool is told so', async () => {
    const page = await visit(`/dang-nhap?ve=${here}`);
    for (let times = 0; times < 2; times += 1) {
      await page.click('main button.primary');
      await page.waitForURL(/\/_local\/authorize/);
      await page.check('input[value=analyst]');
      await page.click('button[value=role]');
      await page.waitForURL((url) => url.pathname === here);
      await settled(page);
    }
    await says(page, 'không phải là tài khoản đã lập');
    expect(await pageFaults(page)).toEqual([]);
    forgive(portal, refused);
    await page.context().close();
  }, 60_000);
});

describe('with another issuer', () => {
  test('the page says that it sets the second factor up, and the claims are read by its names', async () => {
    const context = await portal.browser.newContext();
    const page = await context.newPage();
    watch(page, portal.faults);
    const claims = {
      subject: 'sub',
      unit: 'don_vi',
      roles: 'vai_tro',
      mfaRequired: 'can_yeu_to_hai',
      roleNames: { reporter: 'bao-cao', approver: 'ky', analyst: 'phan-tich', secretariat: 'thu-ky' },
    };
    await context.route('**/config.json', async (route) => {
      const config = (await (await route.fetch()).json()) as object;
      await route.fulfill({ json: { ...config, claims, secondFactor: null } });
    });
    const said = {
      sub: '8c1f',
      exp: Math.floor(Date.now() / 1000) + 3600,
      don_vi: unit.id,
      vai_tro: ['bao-cao'],
    };
    const idToken = `e30.${Buffer.from(JSON.stringify({ ...said, can_yeu_to_hai: 'ky' })).toString('base64url')}.`;
    await context.addInitScript(({ key, kept }) => sessionStorage.setItem(key, kept), {
      key: sessionKey,
      kept: JSON.stringify({ idToken, claims }),
    });
    await page.goto(`${portal.stack.url}/tai-khoan`);
    await page.waitForSelector('main >> text=Tỉnh Đồng Tháp');
    await says(page, 'Vai trò “Người phê duyệt” có hiệu lực sau khi');
    expect(await page.locator('nav a[href="/bao-cao"]').count()).toBe(1);
    await page.goto(`${portal.stack.url}${here}`);
    await says(page, 'do hệ thống đăng nhập khác cấp');
    expect(await page.locator('main button').count()).toBe(0);
    expect(await pageFaults(page)).toEqual([]);
    await context.close();
  }, 60_000);
});

describe.each(looks)('setting up is well made, %s %s', (language, scheme) => {
  test('with the key and the QR code on the page', async () => {
    const page = await visit(`/dang-nhap?ve=${here}`);
    await page.emulateMedia({ colorScheme: scheme });
    await signIn(page, 'nhin.trang');
    await page.click(`button[lang=${language}]`);
    await signIn(page, 'nhin.trang');
    await page.waitForSelector('code.secret');
    expect(await pageFaults(page)).toEqual([]);
    expect(await scanned(page)).toContain(await shownSecret(page));
    await page.context().close();
  }, 60_000);
});

test('nothing went wrong in the browser: no blocked resource, no script error', () => {
  expect(portal.faults).toEqual([]);
});
