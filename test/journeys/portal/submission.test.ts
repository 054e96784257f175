import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { sessionKey } from '../../../web/app/session.ts';
import { axeFaults, looks, overflowFaults } from './inspect.ts';
import { tabTo } from './keyboard.ts';
import { forgive, type Person, type Portal, settled, startPortal, watch } from './portal.ts';
import {
  endSession,
  faulty,
  form,
  mended,
  Office,
  period,
  reportOf,
  says,
  sha256,
  type Unit,
  unitOf,
  warned,
} from './submission-cast.ts';

/** From a checked file to a signed report, with everything that can come between. Each story has its own unit. */

let portal: Portal;
let office: Office;
beforeAll(async () => {
  portal = await startPortal();
  office = new Office(portal.stack);
}, 120_000);
afterAll(() => portal.stop());

const unit = {
  line: unitOf('province:52@2025', 'Tỉnh Gia Lai'),
  signing: unitOf('province:82@2025', 'Tỉnh Đồng Tháp'),
  mending: unitOf('province:01@2008', 'Thành phố Hà Nội'),
  tabs: unitOf('province:12@2008', 'Tỉnh Lai Châu'),
  session: unitOf('province:11@2008', 'Tỉnh Điện Biên'),
  talk: unitOf('province:14@2008', 'Tỉnh Sơn La'),
  nil: unitOf('province:04@2008', 'Tỉnh Cao Bằng'),
  tasks: unitOf('province:20@2008', 'Tỉnh Lạng Sơn'),
} satisfies Record<string, Unit>;

/** A file that did not get through, as the browser's console names it. */
const lostFile = /ERR_(CONNECTION_RESET|INTERNET_DISCONNECTED) .*\/submissions\/\w+\/file\?/;

function checkPath({ id }: Unit): string {
  return `/bao-cao/${id}/${form}/${period}/kiem-tra`;
}

async function open(path: string, who: Person): Promise<Page> {
  return portal.open(path, { who });
}

/** Chooses a file on the page that checks it, and waits for the way on. */
async function choose(page: Page, body: Buffer, name = 'bao-cao.csv'): Promise<void> {
  await page.setInputFiles('#check-file', { name, mimeType: 'text/csv', buffer: body });
  await page.waitForSelector('.upload', { state: 'attached' });
}

/** The state that a page is in, in each language and scheme, and on each width. */
async function wellMade(page: Page): Promise<void> {
  for (const [language, scheme] of looks) {
    await page.emulateMedia({ colorScheme: scheme });
    await page.click(`button[lang=${language}]`);
    expect(await axeFaults(page)).toEqual([]);
  }
  for (const width of [360, 640]) {
    await page.setViewportSize({ width, height: 800 });
    expect(await overflowFaults(page)).toEqual([]);
  }
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.click('button[lang=vi]');
}

describe('a bad line', () => {
  test('lost in mid-upload and back again: the file arrives once, and the verdict appears by itself', async () => {
    const page = await open(checkPath(unit.line), unit.line.reporter);
    await choose(page, reportOf(unit.line));
    const storage = portal.stack.aws.endpoints.s3;
    let broken = 0;
    let isBroken = true;
    const answered: number[] = [];
    page.on('response', (answer) => {
      if (answer.request().method() === 'PUT' && answer.url().startsWith(storage))
        answered.push(answer.status());
    });
    await page.route(`${storage}/**`, (route) => {
      if (route.request().method() !== 'PUT') return route.continue();
      if (!isBroken) return route.continue();
      broken += 1;
      return route.abort('connectionreset');
    });
    await page.click('.upload button.primary');
    await says(page, 'Đường truyền bị ngắt');
    await wellMade(page);
    await page.context().setOffline(true);
    await says(page, 'Máy đang mất mạng');
    await wellMade(page);
    isBroken = false;
    // Nobody presses anything: the connection that returns is enough.
    await page.context().setOffline(false);
    await page.waitForURL(/\/ban-nop\/[0-9a-f]{32}$/);
    await says(page, 'Bản nộp đạt kiểm tra và chờ người phê duyệt');
    expect(broken).toBeGreaterThan(0);
    expect(answered).toEqual([200]);
    const sent = await office.list(unit.line);
    expect(sent.map(({ state, sha256 }) => [state, sha256])).toEqual([['checked', sha256Of(unit.line)]]);
    forgive(portal, lostFile);
    await page.context().close();
  }, 180_000);

  test('a link of the portal and the way back ask before they stop it', async () => {
    const page = await open(`/bao-cao/${unit.line.id}/${form}/${period}`, unit.line.reporter);
    await page
      .locator(`a[href="${checkPath(unit.line)}"]`)
      .first()
      .click();
    await settled(page);
    await choose(page, reportOf(unit.line, warned), 'dang-gui.csv');
    const storage = portal.stack.aws.endpoints.s3;
    const { promise: held, resolve: letGo } = Promise.withResolvers<void>();
    const put = page.waitForRequest((request) => request.method() === 'PUT');
    await page.route(`${storage}/**`, async (route) => {
      if (route.request().method() === 'PUT') await held;
      await route.continue();
    });
    const asked: string[] = [];
    const refusing = async (leave: () => Promise<unknown>) => {
      const [dialog] = await Promise.all([page.waitForEvent('dialog'), leave()]);
      asked.push(dialog.message());
    };
    page.on('dialog', (dialog) => dialog.dismiss());
    await page.click('.upload button.primary');
    await put;
    const here = page.url();
    await refusing(() => page.locator('header a[href="/"]').first().click());
    await refusing(() => page.evaluate(() => history.back()));
    expect(asked[0]).toContain('Nếu rời trang này, việc gửi sẽ dừng và tệp chưa được nộp');
    expect(asked[1]).toBe(asked[0]);
    await page.waitForFunction((address) => location.href === address, here);
    letGo();
    // It went on all the while, and once it is there nothing asks any more.
    await page.waitForURL(/\/ban-nop\/[0-9a-f]{32}$/);
    await page.locator('header a[href="/"]').first().click();
    await page.waitForURL(`${portal.stack.url}/`);
    await page.context().close();
  }, 180_000);

  test('a tab that was reloaded goes on in the same submission, with the very file and no other', async () => {
    const body = reportOf(unit.line, mended);
    const before = (await office.list(unit.line)).length;
    const page = await open(checkPath(unit.line), unit.line.reporter);
    await choose(page, body, 'nua-chung.csv');
    const storage = portal.stack.aws.endpoints.s3;
    await page.route(`${storage}/**`, (route) =>
      route.request().method() === 'PUT' ? route.abort('connectionreset') : route.continue(),
    );
    await page.click('.upload button.primary');
    await says(page, 'Đường truyền bị ngắt');
    await page.unroute(`${storage}/**`);
    page.on('dialog', (dialog) => dialog.accept());
    await page.reload();
    await settled(page);
    await choose(page, body, 'nua-chung.csv');
    await says(page, 'không tạo bản thứ hai');
    const [waiting] = (await office.list(unit.line)).filter(({ state }) => state === 'opened');
    // The list of what is due names the unfinished file, and leads to the page that goes on with it.
    await page.goto(`${portal.stack.url}/bao-cao`);
    await settled(page);
    const resume = page.getByRole('link', { name: 'Gửi tiếp nua-chung.csv' });
    expect(await resume.getAttribute('href')).toBe(`/ban-nop/${waiting?.id}`);
    await wellMade(page);
    await page.goto(`${portal.stack.url}${checkPath(unit.line).replace('/kiem-tra', '')}`);
    await settled(page);
    // That page takes the file too, and no other.
    await page.getByRole('link', { name: 'Gửi tiếp nua-chung.csv' }).click();
    await settled(page);
    await page.setInputFiles('#resume-file', {
      name: 'khac.csv',
      mimeType: 'text/csv',
      buffer: reportOf(unit.line, faulty),
    });
    await says(page, 'không phải tệp của bản nộp này');
    // In the reader's language, not the browser's.
    expect(await page.innerText('.file-field')).toMatch(/^Chọn tệp khác\s+khac\.csv$/);
    await wellMade(page);
    await page.setInputFiles('#resume-file', { name: 'ten-khac.csv', mimeType: 'text/csv', buffer: body });
    await page.click('.upload button.primary');
    await says(page, 'Bản nộp đạt kiểm tra và chờ người phê duyệt');
    const states = (await office.list(unit.line)).map(({ state }) => state);
    expect(states).toEqual(Array(before + 1).fill('checked'));
    forgive(portal, lostFile);
    await page.context().close();
  }, 180_000);
});

function sha256Of(of: Unit): string {
  return sha256(reportOf(of));
}

test('an approver signs by keyboard alone, explains the warning, and prints the receipt', async () => {
  const body = reportOf(unit.signing, warned);
  const id = await office.send(unit.signing, body);
  const page = await open(`/ban-nop/${id}`, unit.signing.approver);
  await says(page, 'Giải trình cảnh báo');
  await wellMade(page);
  await tabTo(page, 'main a[href="#figures-title"]');
  await page.keyboard.press('Enter');
  await tabTo(page, '.submission-sign button[type=submit]');
  await page.keyboard.press('Enter');
  // Nothing was explained: the summary takes the focus and leads to the field.
  await page.waitForFunction(() => document.activeElement?.matches('.notice.error'));
  await wellMade(page);
  // Of what: the indicator by name, the cell and what stands in it.
  expect(await page.innerText('.submission-sign .notice.error')).toMatch(
    /Cần giải trình cảnh báo thứ 1: Kết quả phải bằng .+ – Tỷ lệ .+, ô [A-Z]+\d+ “.+”/,
  );
  await page.focus('.submission-sign .notice.error');
  await tabTo(page, '.notice.error a');
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('explain-result-differs');
  await page.keyboard.type('Tỷ lệ trong tệp làm tròn theo báo cáo năm.');
  await tabTo(page, '.submission-sign button[type=submit]');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement?.textContent?.includes('Đã ký xác nhận'));
  await says(page, 'Giải trình cảnh báo: Tỷ lệ trong tệp làm tròn theo báo cáo năm.');
  // The notice leads to the receipt, and nothing else beside it.
  expect(await page.locator(`main a[href="/ban-nop/${id}/bien-nhan"]`).count()).toBe(1);
  await wellMade(page);
  await page.focus('.notice.success');
  await tabTo(page, `.notice.success a[href="/ban-nop/${id}/bien-nhan"]`);
  await page.keyboard.press('Enter');
  await page.waitForSelector('.receipt-facts');
  await wellMade(page);
  // On the screen there is no foot; the digest is read in sixteen groups of four, and is one word.
  expect(await page.innerText('main')).not.toContain('In lúc');
  const groups = await page.locator('.receipt-facts .digest-group').allInnerTexts();
  expect(groups.map(({ length }) => length)).toEqual(Array.from({ length: 16 }, () => 4));
  expect(groups.join('')).toBe(sha256(body));
  await page.emulateMedia({ media: 'print', colorScheme: 'light' });
  const printed = await page.innerText('main');
  for (const fact of [
    'Tỉnh Đồng Tháp',
    'quý III/2026',
    'bản thứ 1',
    sha256(body),
    'bao-cao-82',
    'phe-duyet-82',
    'Tỷ lệ trong tệp làm tròn theo báo cáo năm.',
    'Tỷ lệ TTHC cập nhật, công khai đúng hạn, ô F12 “95”',
    'không phải chữ ký số',
    `${portal.stack.url}/ban-nop/${id}/bien-nhan`,
  ]) {
    expect(printed).toContain(fact);
  }
  // At its foot when it was printed, on the stack's day, and where it is read again.
  expect(printed.trimEnd()).toMatch(
    new RegExp(`In lúc \\d\\d giờ \\d\\d, 22/09/2026\\s+${portal.stack.url}/ban-nop/${id}/bien-nhan$`),
  );
  // Nothing that leads elsewhere is on the print, nor the button that prints.
  const whole = await page.innerText('body');
  for (const text of ['In biên nhận', 'Mục lục', 'Tổng quan', 'Tiếng Việt', 'Dữ liệu mở']) {
    expect(whole).not.toContain(text);
  }
  expect(await page.locator('a:visible').allInnerTexts()).toEqual([expect.stringContaining('Điểm Cầu')]);
  // Its own size is A4, 595 × 842 points, whatever the printer would take.
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  expect(pdf).toMatch(/\/MediaBox \[0 0 59[45](\.\d+)? 84[12](\.\d+)?\]/);
  await page.context().close();
}, 180_000);

test('a faulty file is returned with its findings; mended, it is accepted', async () => {
  const page = await open(checkPath(unit.mending), unit.mending.reporter);
  await choose(page, reportOf(unit.mending, faulty));
  await page.click('main details:has(.upload) > summary');
  await page.click('.upload button');
  await page.waitForURL(/\/ban-nop\//);
  await says(page, 'Tệp có lỗi nên bị trả lại');
  await says(page, 'D12');
  expect(await page.innerText('.findings')).toContain('143');
  await wellMade(page);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.click('text=Tải tệp của bạn có ghi chú kết quả'),
  ]);
  expect(file.suggestedFilename()).toBe('bao-cao (đã kiểm tra).xlsx');
  await page.click('text=Kiểm tra và gửi tệp đã sửa');
  await page.waitForURL(/\/kiem-tra$/);
  await choose(page, reportOf(unit.mending, mended));
  await page.click('.upload button.primary');
  await says(page, 'Bản nộp đạt kiểm tra và chờ người phê duyệt');
  await says(page, 'đã sửa');
  const states = (await office.list(unit.mending)).map(({ state }) => state);
  expect(states.sort()).toEqual(['checked', 'returned']);
  await page.context().close();
}, 180_000);

describe('somebody else is first', () => {
  test('with this very submission: it is said who and when, and there is the receipt', async () => {
    const id = await office.send(unit.tabs, reportOf(unit.tabs));
    const page = await open(`/ban-nop/${id}`, unit.tabs.approver);
    await page.waitForSelector('.submission-sign');
    await office.sign(unit.tabs, id);
    await page.click('.submission-sign button[type=submit]');
    await says(page, 'Đã có người ký trước');
    expect(await page.innerText('.notice.warning')).toContain('phe-duyet-khac-12 đã ký bản này lúc');
    await page.waitForSelector('.submission-sign', { state: 'detached' });
    await page.context().close();
  }, 120_000);

  test('with another file: the page shows what stands now, keeps what was entered, and goes on', async () => {
    const first = await office.send(unit.tabs, reportOf(unit.tabs, mended), 'ban-2.csv');
    const second = await office.send(unit.tabs, reportOf(unit.tabs, warned), 'ban-3.csv');
    const page = await open(`/ban-nop/${second}`, unit.tabs.approver);
    await page.fill('#explain-result-differs', 'Làm tròn số.');
    await page.fill('#why', 'Bổ sung số liệu quý III.');
    // The older one says that there is a newer one, and the newer one does not.
    const older = await open(`/ban-nop/${first}`, unit.tabs.approver);
    await says(older, 'Có bản nộp mới hơn cho kỳ này');
    await older.waitForSelector(`.notice a[href="/ban-nop/${second}"]:has-text("ban-3.csv")`);
    await wellMade(older);
    await older.context().close();
    expect(await page.innerText('main')).not.toContain('Có bản nộp mới hơn');
    // So does the page from which a third would be sent.
    const sending = await open(checkPath(unit.tabs), unit.tabs.reporter);
    await choose(sending, reportOf(unit.tabs));
    await says(sending, 'Đã có bản nộp chờ ký cho kỳ này');
    for (const id of [first, second]) await sending.waitForSelector(`.notice a[href="/ban-nop/${id}"]`);
    await says(sending, 'Bản thứ 1 đang có hiệu lực cho kỳ này. Tệp này thay bản đó khi được ký.');
    await sending.context().close();
    await says(page, 'thay bản thứ 1 khi được ký. So với bản đó: không có chỉ tiêu nào khác');
    await office.sign(unit.tabs, first, 'Sửa số hồ sơ công khai.');
    await page.click('.submission-sign button[type=submit]');
    await says(page, 'Đã có bản khác được ký trước');
    forgive(portal, /status of 409 .*\/sign$/);
    await says(page, 'Vì sao thay bản thứ 2 đang có hiệu lực?');
    // What is signed is held against what stands now: 43 of 47 against 44 of 47.
    await says(page, 'thay bản thứ 2 khi được ký. So với bản đó: 1 chỉ tiêu khác.');
    const compared = page.locator('table', { hasText: 'Số liệu đọc được trong tệp' });
    expect(await compared.locator('thead').innerText()).toContain('Bản thứ 2');
    const rows = await compared.locator('tbody tr:visible').allInnerTexts();
    expect(rows).toHaveLength(1);
    // On a phone nothing of the row lies out of sight; on paper the figures that are the same stand there too.
    await page.setViewportSize({ width: 360, height: 800 });
    expect(
      await page.evaluate(() => {
        const frame = document.querySelector('section.stacks');
        return frame && frame.scrollWidth - frame.clientWidth;
      }),
    ).toBe(0);
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.emulateMedia({ media: 'print' });
    expect(await compared.locator('tbody tr:visible').count()).toBe(21);
    expect(await page.innerText('main')).not.toContain('Hiện cả những chỉ tiêu không đổi');
    await page.emulateMedia({ media: 'screen' });
    // Both counts of both versions, and 91.49 % less 93.62 %, with its sign and unit.
    for (const told of ['91,49%', '43/47', '93,62%', '44/47', '\u22122,13 điểm %']) {
      expect(rows[0]).toContain(told);
    }
    expect(await page.inputValue('#explain-result-differs')).toBe('Làm tròn số.');
    expect(await page.inputValue('#why')).toBe('Bổ sung số liệu quý III.');
    await wellMade(page);
    await page.click('.submission-sign button[type=submit]');
    await says(page, 'Đã ký xác nhận');
    expect((await office.read(unit.tabs, second)).standingVersion).toBe(3);
    await page.context().close();
  }, 180_000);

  test('the one who sent the file is refused, in the words of the service', async () => {
    const id = await office.send(unit.tabs, reportOf(unit.tabs, mended), 'ban-4.csv');
    const both = { ...unit.tabs.reporter, roles: ['reporter', 'approver'] };
    const page = await open(`/ban-nop/${id}`, both);
    await page.fill('#why', 'Thay bản trước bằng số đã rà soát.');
    await page.click('.submission-sign button[type=submit]');
    await says(page, 'Người ký xác nhận phải khác người nộp báo cáo');
    forgive(portal, /status of 403 .*\/sign$/);
    expect((await office.read(unit.tabs, id)).state).toBe('checked');
    await page.context().close();
  }, 120_000);
});

test('a session that ends before the signature: signed in again in another tab, nothing is lost', async () => {
  const id = await office.send(unit.session, reportOf(unit.session, warned));
  const page = await open(`/ban-nop/${id}`, unit.session.approver);
  await page.fill('#explain-result-differs', 'Làm tròn theo báo cáo năm.');
  await page.evaluate((key) => {
    const { idToken } = JSON.parse(sessionStorage.getItem(key) ?? '{}') as { idToken: string };
    const [head, claims] = idToken.split('.');
    sessionStorage.setItem(key, JSON.stringify({ idToken: `${head}.${claims}.AAAA` }));
  }, sessionKey);
  await page.click('.submission-sign button[type=submit]');
  await says(page, 'Phiên đăng nhập đã hết hạn');
  expect(await page.inputValue('#explain-result-differs')).toBe('Làm tròn theo báo cáo năm.');
  await wellMade(page);
  await signInAgain(page, unit.session.approver);
  expect(await page.inputValue('#explain-result-differs')).toBe('Làm tròn theo báo cáo năm.');
  const signatures: string[] = [];
  page.on('request', (asked) => void (asked.url().endsWith('/sign') && signatures.push(asked.method())));
  // A double click, before the page could draw that it is busy.
  await page.$eval('.submission-sign button[type=submit]', (button) => {
    (button as HTMLElement).click();
    (button as HTMLElement).click();
  });
  await says(page, 'Đã ký xác nhận');
  expect(signatures).toEqual(['POST']);
  // The page reads the submission anew for who seems to have come.
  forgive(portal, /status of 401 .*\/v1\/submissions\/[0-9a-f]{32}(\/sign)?$/);
  await page.context().close();
}, 180_000);

test('what stands is replaced by somebody else: who comes back to the page sees the comparison with that', async () => {
  const second = await office.send(unit.session, reportOf(unit.session, mended), 'ban-2.csv');
  const third = await office.send(unit.session, reportOf(unit.session), 'ban-3.csv');
  const page = await open(`/ban-nop/${third}`, unit.session.approver);
  await says(page, 'thay bản thứ 1 khi được ký. So với bản đó: không có chỉ tiêu nào khác');
  await office.sign(unit.session, second, 'Sửa số hồ sơ công khai.');
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await says(page, 'thay bản thứ 2 khi được ký. So với bản đó: 1 chỉ tiêu khác.');
  await page.context().close();
}, 120_000);

describe('a session that ends by itself', () => {
  test('while the file is on its way: it arrives all the same', async () => {
    const page = await open(checkPath(unit.nil), unit.nil.reporter);
    await choose(page, reportOf(unit.nil));
    let goOn = () => {};
    const isHeld = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const isPut = page.waitForRequest((request) => request.method() === 'PUT');
    await page.route(`${portal.stack.aws.endpoints.s3}/**`, async (route) => {
      if (route.request().method() === 'PUT') await isHeld;
      await route.continue();
    });
    await page.click('.upload button.primary');
    await isPut;
    await endSession(page);
    expect(await page.innerText('.upload')).toContain('Đang gửi tệp…');
    goOn();
    await page.waitForURL(/\/ban-nop\/[0-9a-f]{32}$/);
    await portal.stack.idle();
    expect((await office.list(unit.nil)).map(({ state }) => state)).toEqual(['checked']);
    await page.context().close();
  }, 120_000);

  test('while a question is written: it is sent once one is signed in again', async () => {
    const analyst = { subject: 'phan-tich', roles: ['analyst'] };
    const [sent] = await office.list(unit.nil);
    const page = await open(`/ra-soat/${sent?.id}`, analyst);
    await page.click('main details:has(textarea) > summary');
    await page.fill('main details textarea', 'Số ở ô F12 lấy từ đâu?');
    await endSession(page);
    expect(await page.inputValue('main details textarea')).toBe('Số ở ô F12 lấy từ đâu?');
    await signInAgain(page, analyst);
    await page.click('main details:has(textarea) button[type=submit]');
    await says(page, 'Số ở ô F12 lấy từ đâu?');
    const { questions } = await office.read(unit.nil, String(sent?.id));
    expect(questions.map(({ question }) => question)).toEqual(['Số ở ô F12 lấy từ đâu?']);
    await page.context().close();
  }, 120_000);

  test('takes neither the steps of a report nor the reason of a nil return nor the unit away', async () => {
    // Nothing was sent for this form, so that a nil return may be.
    const page = await open(`/bao-cao/${unit.nil.id}/cds/${period}`, unit.nil.reporter);
    await page.fill('#why', 'Trong quý không có.');
    await endSession(page);
    expect(await page.inputValue('#why')).toBe('Trong quý không có.');
    expect(await page.locator('main a[href$="/kiem-tra"]').count()).toBe(1);
    await page.context().close();
    const due = await open('/bao-cao', unit.line.reporter);
    const check = due.locator('.report-steps a[href$="/kiem-tra"]').first();
    await check.waitFor();
    await endSession(due);
    expect(await check.isVisible()).toBe(true);
    expect(await due.innerText('main')).not.toContain('không gắn với đơn vị nào');
    await due.context().close();
  }, 120_000);
});

test('a nil return whose answer was lost, and which says something else then, is opened', async () => {
  const page = await open(`/bao-cao/${unit.nil.id}/cds/${period}`, unit.nil.reporter);
  await page.route(
    '**/v1/submissions/nil',
    async (route) => {
      await route.fetch();
      await route.abort('connectionreset');
    },
    { times: 1 },
  );
  const send = page.getByRole('button', { name: 'Gửi bản xác nhận không phát sinh' });
  await page.fill('#why', 'Trong quý không phát sinh.');
  await send.click();
  await says(page, 'Không kết nối được với máy chủ');
  await page.fill('#why', 'Trong quý không phát sinh nội dung phải báo cáo.');
  await send.click();
  await page.waitForURL(/\/ban-nop\/[0-9a-f]{32}$/);
  await says(page, 'Trong quý không phát sinh nội dung phải báo cáo.');
  forgive(portal, /ERR_CONNECTION_RESET .*\/v1\/submissions\/nil$/);
  // The approver reads a sentence; the bytes that are signed are there for who asks.
  const signing = await open(new URL(page.url()).pathname, unit.nil.approver);
  await says(signing, 'Đơn vị xác nhận không phát sinh nội dung phải báo cáo trong kỳ.');
  const text = await signing.innerText('main');
  expect(text).not.toContain('nil-return/1');
  expect(text).not.toMatch(/số liệu và ký|nhầm tệp/);
  await signing.getByRole('link', { name: 'Xem nội dung và ký' }).click();
  expect(await signing.evaluate(() => document.activeElement?.id)).toBe('facts-title');
  await signing.click('main details > summary');
  expect(await signing.innerText('.submission-statement')).toContain('"schema":"nil-return/1"');
  await wellMade(signing);
  await signing.context().close();
  await page.context().close();
}, 120_000);

test('a report on tasks is read as tasks by who signs it, who reviews it and who sent it', async () => {
  const task = await office.assign(unit.tasks, 'Kết nối dữ liệu dân cư');
  const body = Buffer.from(
    [
      'Đơn vị báo cáo: Tỉnh Lạng Sơn',
      'Kỳ báo cáo: Quý III/2026',
      'Mã nhiệm vụ;Nội dung nhiệm vụ;Tình trạng;Ngày hoàn thành;Nguyên nhân',
      `${task};Kết nối dữ liệu dân cư;Tiếp tục;;Chờ dự toán`,
    ].join('\n'),
  );
  const id = await office.send(unit.tasks, body, 'nhiem-vu.csv', 'nhiem-vu');
  const page = await open(`/ban-nop/${id}`, unit.tasks.approver);
  const rows = (of: Page) =>
    of.locator('section.table', { hasText: 'Nhiệm vụ đọc được' }).locator('tbody tr').allInnerTexts();
  const told = [[task, 'tiếp tục', 'không ghi', 'không ghi', 'Chờ dự toán', 'ô A4'].join('\t')];
  await says(page, 'Xem nhiệm vụ và ký');
  await says(page, 'Chờ dự toán');
  expect(await rows(page)).toEqual(told);
  expect(await page.innerText('.facts')).toMatch(/Nhiệm vụ đọc được\s+1/);
  expect(await page.innerText('main')).not.toMatch(/0 trên 0|chỉ tiêu nào khác/);
  await wellMade(page);
  await page.click('.submission-sign button[type=submit]');
  await says(page, 'Đã ký xác nhận');
  await page.goto(`${portal.stack.url}/bao-cao/${unit.tasks.id}/nhiem-vu/${period}`);
  await says(page, 'Chờ dự toán');
  expect(await rows(page)).toEqual(told);
  await wellMade(page);
  await page.context().close();
  const review = await open(`/ra-soat/${id}`, { subject: 'phan-tich', roles: ['analyst'] });
  await says(review, 'Chờ dự toán');
  expect(await rows(review)).toEqual(told);
  expect(await review.innerText('main')).not.toContain('số liệu đầu tiên');
  await wellMade(review);
  await review.context().close();
}, 180_000);

/** In the tab that opens; the page that was left says so no more. */
async function signInAgain(page: Page, who: Person): Promise<void> {
  const [tab] = await Promise.all([
    page.context().waitForEvent('page'),
    page.click('a[href="/dang-nhap?the=moi"] >> nth=0'),
  ]);
  watch(tab, portal.faults);
  await signInAs(tab, who);
  await page.waitForFunction(() => !document.body.innerText.includes('Phiên đăng nhập đã hết hạn'));
}

/** On the page of this machine: who to be. */
async function signInAs(tab: Page, { subject, unit: of = '', roles }: Person): Promise<void> {
  await settled(tab);
  // The test's own mark says that nobody is signed in here yet.
  if (new URL(tab.url()).pathname === '/dang-nhap') await tab.click('main button.primary');
  await tab.waitForURL(/\/_local\/authorize/);
  for (const role of roles) await tab.check(`input[value=${role}]`);
  await tab.selectOption('select[name=unit]', of);
  await tab.fill('input[name=subject]', subject);
  await tab.click('button[value=role]');
}

test('a question is answered, evidence attached, and the submission withdrawn', async () => {
  const id = await office.send(unit.talk, reportOf(unit.talk, warned));
  await office.ask(id, 'Số ở ô F12 lấy từ đâu?');
  const page = await open(`/ban-nop/${id}`, unit.talk.reporter);
  await says(page, 'Số ở ô F12 lấy từ đâu?');
  await wellMade(page);
  await page.fill('#answer-1', 'Từ báo cáo năm của Văn phòng UBND tỉnh.');
  await page.click('text=Gửi câu trả lời');
  await says(page, 'bao-cao-14 trả lời lúc');
  expect((await office.read(unit.talk, id)).state).toBe('checked');

  await page.click('text="Đính kèm"');
  await says(page, 'Ghi số, ký hiệu văn bản hoặc chọn tệp');
  await wellMade(page);
  await page.fill('#dispatch', '123/BC-UBND');
  await page.setInputFiles('#evidence-file', {
    name: 'công văn 123.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.4\n%EOF\n'),
  });
  await page.click('text="Đính kèm"');
  // The page tells by itself when the file has come.
  await page.waitForSelector('button.file:has-text("công văn 123.pdf")');
  const [evidence] = await Promise.all([
    page.waitForEvent('download'),
    page.click('button.file:has-text("công văn 123.pdf")'),
  ]);
  expect(evidence.suggestedFilename()).toBe('công văn 123.pdf');
  expect((await office.read(unit.talk, id)).attachments).toMatchObject([
    {
      number: 1,
      dispatch: '123/BC-UBND',
      file: { name: 'công văn 123.pdf', contentType: 'application/pdf' },
    },
  ]);

  await page.click('text=Rút bản nộp này…');
  await page.click('button.danger');
  await says(page, 'Nêu lý do rút');
  await wellMade(page);
  await page.fill('#withdraw-why', 'Gửi nhầm tệp của quý trước.');
  await page.click('button.danger');
  await says(page, 'Bản nộp đã được rút');
  await wellMade(page);
  expect((await office.read(unit.talk, id)).state).toBe('withdrawn');
  expect(await page.innerText('.timeline')).toContain('Gửi nhầm tệp của quý trước.');
  await page.context().close();
}, 240_000);

describe('a file that was sent before', () => {
  test('is not sent again by itself: its submission is shown, and a new one is made only for who asks', async () => {
    const page = await open(checkPath(unit.talk), unit.talk.reporter);
    const body = reportOf(unit.talk, mended);
    await choose(page, body);
    await page.click('.upload button.primary');
    await page.waitForURL(/\/ban-nop\//);
    await says(page, 'Bản nộp đạt kiểm tra');
    const first = new URL(page.url()).pathname;
    await page.goto(`${portal.stack.url}${checkPath(unit.talk)}`);
    await settled(page);
    await choose(page, body);
    await page.click('.upload button.primary');
    await says(page, 'Đúng tệp này đã được gửi');
    forgive(portal, /status of 409 .*\/v1\/submissions$/);
    await page.waitForSelector(`.upload a[href="${first}"]`);
    await wellMade(page);
    await page.click('.upload button:has-text("Gửi thành bản nộp mới")');
    await page.waitForURL((url) => url.pathname.startsWith('/ban-nop/') && url.pathname !== first);
    await says(page, 'Bản nộp đạt kiểm tra');
    await page.context().close();
  }, 180_000);

  test('is refused where it is what stands, with the way to what stands', async () => {
    const page = await open(checkPath(unit.signing), unit.signing.reporter);
    await choose(page, reportOf(unit.signing, warned));
    await page.click('.upload button.primary');
    await says(page, 'trùng khớp hoàn toàn với bản đang có hiệu lực');
    forgive(portal, /status of 409 .*\/v1\/submissions$/);
    await wellMade(page);
    await page.click('text=Mở bản đang có hiệu lực');
    await says(page, 'Bản này đã được ký và đang có hiệu lực');
    await page.context().close();
  }, 120_000);
});

test('what was replaced, what is asked about and what was withdrawn say so, and so do their receipts', async () => {
  const [newest, ...before] = (await office.list(unit.tabs)).filter(({ history }) =>
    history.some(({ move }) => move === 'sign'),
  );
  const page = await open(`/ban-nop/${before[0]?.id}`, unit.tabs.approver);
  await says(page, 'nay đã có bản mới thay thế');
  await wellMade(page);
  await office.ask(String(newest?.id), 'Vì sao số này khác báo cáo năm?');
  await page.goto(`${portal.stack.url}/ban-nop/${newest?.id}`);
  await says(page, 'có câu hỏi chưa trả lời');
  await wellMade(page);
  await page.click('text=Rút bản nộp này…');
  await says(page, 'kỳ này không còn bản nào có hiệu lực');
  await page.fill('#withdraw-why', 'Số liệu của quý khác.');
  await page.click('button.danger');
  await says(page, 'Bản nộp đã được rút');
  // What it had replaced does not stand again, nor does it say that something newer does.
  await page.goto(`${portal.stack.url}/ban-nop/${before[0]?.id}`);
  await says(page, 'Bản sau đã được rút, nên kỳ này không có bản nào có hiệu lực');
  await page.goto(`${portal.stack.url}/ban-nop/${newest?.id}/bien-nhan`);
  await says(page, 'phe-duyet-12 rút lúc');
  await wellMade(page);
  await page.context().close();
}, 180_000);

test('nothing went wrong in the browser: no blocked resource, no script error', () => {
  expect(portal.faults).toEqual([]);
});
