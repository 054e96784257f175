import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page, Request } from 'playwright-core';
import { ApiClient, type Person } from '../../../local/job/api-client.ts';
import { readSamples } from '../../../local/job/samples.ts';
import { submitAll } from '../../../local/job/submit-all.ts';
import { reportOf, unitIds } from '../../../local/job/unit-sample.ts';
import type { CatalogDocument } from '../../../shared/catalog/document.ts';
import { instantOf } from '../../../shared/catalog/period.ts';
import type { MeetingView } from '../../../shared/query/read-meeting.ts';
import { axeFaults, machineTexts, overflowFaults } from './inspect.ts';
import { tabTo } from './keyboard.ts';
import { forgive, type Portal, people, settled, startPortal } from './portal.ts';

/**
 * The secretariat's story on one stack, from 22 September 2026: a meeting is planned by keyboard, three of 34 provinces
 * report, one is given more time, an account is made, the figures are frozen before their time, the briefing is
 * downloaded, and the catalogue is changed.
 */
let portal: Portal;
let api: ApiClient;
let secretariat: Person;
let page: Page;

beforeAll(async () => {
  portal = await startPortal();
  api = new ApiClient(portal.stack.url);
  secretariat = await api.signIn(people.secretariat);
  page = await portal.open('/thu-ky', { who: people.secretariat });
}, 120_000);
afterAll(() => portal.stop());

const meetingAt = (view: string) => `/thu-ky/phien-hop/ubqg-11${view && `?xem=${view}`}`;

async function go(path: string): Promise<void> {
  await page.goto(`${portal.stack.url}${path}`);
  await settled(page);
}

/** The id of the control that has the focus, or its text. */
function focused(): Promise<string> {
  return page.evaluate(() => document.activeElement?.id || document.activeElement?.textContent || '');
}

async function type(id: string, text: string): Promise<void> {
  await tabTo(page, `#${id}`);
  await page.keyboard.type(text);
}

/** Chooses an option by its first letters, as a keyboard does. */
async function choose(id: string, value: string): Promise<void> {
  await tabTo(page, `#${id}`);
  for (let pressed = 0; pressed < 60; pressed += 1) {
    if ((await page.inputValue(`#${id}`)) === value) return;
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`${id} has no ${value}`);
}

/** A field of date and time takes the month first in the test's browser; the year ends with the arrow. */
async function typeMoment(id: string, digits: string, time: string): Promise<void> {
  await type(id, digits);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.type(time);
}

const summary = () => page.locator('[role=alert] a').allTextContents();
const fill = (id: string, value: string) => page.fill(`#${id}`, value);
const send = (name: string | RegExp) => page.getByRole('button', { name }).click();

/** The page as it stands: both schemes for axe, a phone and a screen of 1280 px at 200 % for what sticks out. */
async function pageFaults(on = page): Promise<string[]> {
  const faults = await machineTexts(on);
  for (const colorScheme of ['light', 'dark'] as const) {
    await on.emulateMedia({ colorScheme });
    faults.push(...(await axeFaults(on)));
  }
  const size = on.viewportSize() ?? { width: 1280, height: 800 };
  for (const width of [360, 640]) {
    await on.setViewportSize({ width, height: 800 });
    faults.push(...(await overflowFaults(on)));
  }
  await on.setViewportSize(size);
  await on.emulateMedia({ colorScheme: 'light' });
  return faults;
}

test('without a meeting the first page says so, and leads to planning one', async () => {
  expect(await page.textContent('main')).toContain('Chưa lập phiên họp nào.');
  expect(await pageFaults()).toEqual([]);
});

describe('a meeting is planned by keyboard alone', () => {
  test('what is missing is listed, and each line jumps to its field', async () => {
    await go('/thu-ky/phien-hop?viec=lap');
    await tabTo(page, page.getByRole('button', { name: 'Lập phiên họp', exact: true }));
    await page.keyboard.press('Enter');
    await page.waitForSelector('[role=alert]');
    expect(await summary()).toEqual([
      'Phiên họp lần thứ: cần điền mục này',
      'Ngày họp: cần điền mục này',
      'Nội dung phiên họp (tiếng Việt): cần điền mục này',
      'Nội dung phiên họp (tiếng Anh): cần điền mục này',
      'Biểu mẫu 1: cần điền mục này',
      'Kỳ của biểu mẫu 1: cần điền mục này',
      'Thời điểm khóa số liệu: cần điền mục này',
    ]);
    expect(await pageFaults()).toEqual([]);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await focused()).toBe('meeting-number');
  });

  test('what the service refuses is told at its field, and nothing that was entered is lost', async () => {
    await page.keyboard.type('11');
    await type('meeting-date', '10152026');
    await type('meeting-theme-vi', 'Đánh giá quý III/2026');
    await type('meeting-theme-en', 'Review of the third quarter');
    await choose('meeting-ask-0-form', 'qd766');
    await choose('meeting-ask-0-period', '2026-Q3');
    await typeMoment('meeting-cutOff', '09012026', '0500PM');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelectorAll('[role=alert] a').length === 1);
    expect((await summary())[0]).toContain('Thời điểm khóa số liệu phải ở tương lai.');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await focused()).toBe('meeting-cutOff');
    expect(await page.inputValue('#meeting-theme-vi')).toBe('Đánh giá quý III/2026');
  });

  test('nor is it lost when the page is loaded again', async () => {
    await page.reload();
    await settled(page);
    expect(await page.inputValue('#meeting-number')).toBe('11');
    expect(await page.inputValue('#meeting-ask-0-period')).toBe('2026-Q3');
    expect(await page.inputValue('#meeting-cutOff')).toBe('2026-09-01T17:00');
  });

  test('mended, it is planned, and the page tells each step that was computed', async () => {
    await typeMoment('meeting-cutOff', '10142026', '0500PM');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.notice.success');
    expect(await page.textContent('.notice.success')).toContain('Đã lập phiên họp');
    await settled(page);
    const steps = await page.locator('table').first().textContent();
    expect(steps).toContain('Chốt số liệu17 giờ 15, 14/10/2026Chờ đến giờ');
    expect(await pageFaults()).toEqual([]);
    await go('/thu-ky/phien-hop?viec=lap');
    expect(await page.inputValue('#meeting-number')).toBe('');
  });
});

describe('reports', () => {
  test('three provinces report, and the others are missing by name', async () => {
    // Past the opening, which was computed for the next minute.
    await api.moveClock('2026-09-22T02:05:00.000Z');
    const samples = readSamples();
    const units = await unitIds(api);
    const three = samples.files.filter(({ unitCode }) => ['52', '82', '80'].includes(unitCode));
    const reports = three.map((sample) => [
      { subject: sample.unitCode, report: reportOf(samples, sample, units) },
    ]);
    await submitAll(api, reports, () => {});
    await go(meetingAt('bao-cao'));
    expect(await page.textContent('.notice')).toContain('Còn 31 báo cáo chưa có.');
    await go('/thu-ky');
    expect(await page.textContent('main')).toContain('Đã có 3 trên 34 báo cáo');
    expect(await pageFaults()).toEqual([]);
  }, 60_000);

  test('one unit is given more time', async () => {
    await go(meetingAt('bao-cao'));
    await page.getByRole('link', { name: 'Gia hạn Thành phố Hà Nội' }).click();
    await page.waitForSelector('#extend-until');
    await send('Gia hạn');
    expect(await summary()).toEqual(['Cần chọn ngày gia hạn', 'Cần ghi lý do']);
    expect(await pageFaults()).toEqual([]);
    await fill('extend-until', '2026-09-20');
    await fill('extend-why', 'Thiên tai');
    await send('Gia hạn');
    await page.waitForFunction(() => document.querySelectorAll('[role=alert] a').length === 1);
    expect((await summary())[0]).toContain('Ngày gia hạn phải sau hạn nộp hiện tại');
    forgive(portal, /status of 422 .*\/extension$/);
    // The cut-off is at 17:00 on 14 October.
    await fill('extend-until', '2026-10-14');
    await page.getByRole('button', { name: 'Vẫn gia hạn' }).waitFor();
    expect(await page.textContent('.notice.warning')).toContain(
      'Phiên họp lần thứ 11 khóa số liệu lúc 17 giờ 00, 14/10/2026, trước khi hết ngày 14/10/2026.',
    );
    expect(await pageFaults()).toEqual([]);
    await fill('extend-until', '2026-10-05');
    await page.getByRole('button', { name: 'Gia hạn', exact: true }).waitFor();
    await send('Gia hạn');
    await page.locator('main').getByText('Đã gia hạn.').waitFor();
    await settled(page);
    const row = page.locator('tbody tr', { hasText: 'Thành phố Hà Nội' });
    expect(await row.textContent()).toContain('gia hạn đến hết 05/10/2026');
  });
});

test('who owes something is reminded at once, and not twice a day', async () => {
  await api.post('/v1/users', secretariat, {
    userName: 'bao-cao-01',
    email: 'bao-cao@ha-noi.example',
    unit: 'province:01@2008',
    roles: ['reporter'],
    why: 'Để thử.',
  });
  await go(meetingAt('nhac'));
  await send('Nhắc ngay');
  expect(await summary()).toEqual(['Cần ghi lý do']);
  expect(await pageFaults()).toEqual([]);
  await fill('remind-why', 'Còn nhiều đơn vị thiếu.');
  await send('Nhắc ngay');
  await page
    .locator('main')
    .getByText(/^Đã đặt lần nhắc lúc .*; thư đi trong ít phút\.$/)
    .waitFor();
  await page.locator('tbody tr', { hasText: 'Chờ đến giờ' }).first().waitFor();
  await api.moveClock('2026-09-22T02:10:00.000Z');
  const mails = portal.stack.mails().filter(({ to }) => to.includes('bao-cao@ha-noi.example'));
  expect(mails.map(({ subject }) => subject)).toEqual([
    expect.stringContaining('Thành phố Hà Nội: còn thiếu 1 báo cáo'),
  ]);
  await go(meetingAt('nhac'));
  const reminder = page.locator('tbody tr', { hasText: 'thư đã gửi cho 1 đơn vị; 3' });
  await reminder.getByText('đơn vị không có người nhận thư').click();
  expect(await reminder.textContent()).toContain('Tỉnh Cao Bằng');
  expect(await reminder.locator('a').getAttribute('href')).toBe('/thu-ky/tai-khoan');
  expect(await page.textContent('main')).toContain('Hôm nay đã nhắc lúc');
  await go(meetingAt('buoc'));
  expect(await page.textContent('main')).toContain('Thêm lần nhắc lúc');
});

describe('accounts', () => {
  test('one is made; what does not go together is told at its fields', async () => {
    await go('/thu-ky/tai-khoan?viec=tao');
    await fill('account-name', 'Lê B');
    await send('Tạo và gửi thư mời');
    expect(await summary()).toHaveLength(3);
    await fill('account-name', 'le.b');
    await fill('account-email', 'le.b@ha-noi.example');
    await page.getByLabel('Cán bộ báo cáo').check();
    await fill('account-why', 'QĐ 12/QĐ-STTTT');
    await send('Tạo và gửi thư mời');
    await page.waitForFunction(() => document.querySelectorAll('[role=alert] a').length === 1);
    await page.locator('[role=alert] a').click();
    expect(await focused()).toBe('account-unit');
    forgive(portal, /status of 422 .*\/v1\/users$/);
    expect(await pageFaults()).toEqual([]);
    await page.selectOption('#account-unit', 'province:01@2008');
    await send('Tạo và gửi thư mời');
    await page.locator('main').getByText('Đã tạo tài khoản và gửi thư mời.').waitFor();
    await settled(page);
    expect(await page.textContent('main')).toContain('le.b@ha-noi.example');
  });

  test('it is disabled, and its history says why', async () => {
    await page.getByText('Khóa tài khoản').first().click();
    await fill('switch-why', 'Nghỉ phép');
    await send('Khóa tài khoản');
    await page.locator('main').getByText('Đã khóa tài khoản.').waitFor();
    await settled(page);
    expect(await page.locator('table').textContent()).toContain('Nghỉ phép');
    expect(await pageFaults()).toEqual([]);
  });
});

describe('the freeze', () => {
  test('is brought forward only by who has seen what would be missing', async () => {
    await go(`${meetingAt('chot')}&viec=som`);
    expect(await page.textContent('main')).toContain('Thiếu 31 trên 34 báo cáo');
    await send('Khóa và chốt sớm');
    expect(await summary()).toEqual(['Cần ghi lý do', 'Cần đánh dấu xác nhận trước khi chốt']);
    expect(await pageFaults()).toEqual([]);
    await fill('freeze-why', 'Phiên họp được triệu tập sớm.');
    const confirmed = page.getByLabel(
      /^Tôi đã xem danh sách còn thiếu và muốn khóa số liệu lúc .*, chốt lúc /,
    );
    await confirmed.check();
    await send('Khóa và chốt sớm');
    await page.locator('main').getByText('Đã dời thời điểm khóa và chốt.').waitFor();
    await page.getByText(/^Đang nhận báo cáo, đến .* Chốt lúc .*22\/09\/2026\.$/).waitFor();
    expect(await page.getByText('Chốt sớm hơn lịch').count()).toBe(0);
    const { freezeAt } = await api.get<MeetingView>('/v1/meetings/ubqg-11', secretariat);
    expect(freezeAt?.slice(0, 10)).toBe('2026-09-22');
    await api.moveClock(instantOf(freezeAt as string));
    await go(meetingAt('chot'));
    expect(await page.textContent('.notice.success')).toContain('Số liệu đã chốt');
  }, 60_000);

  test('the snapshot is proved in the browser', async () => {
    await send('Kiểm tra trên máy này');
    await page.locator('main').getByText('Bản chốt nguyên vẹn').waitFor();
    const hashes = await page.locator('code').allTextContents();
    expect(hashes[1]).toBe(hashes[0]);
    expect(await pageFaults()).toEqual([]);
  });

  test('what is signed afterwards is told to the secretariat and to everybody, beside what is frozen', async () => {
    await go('/thu-ky');
    expect(await page.textContent('main')).not.toContain('Sau khi chốt');
    const samples = readSamples();
    const units = await unitIds(api);
    const late = samples.files.filter(({ unitCode }) => unitCode === '91');
    const reports = late.map((sample) => [
      { subject: sample.unitCode, report: reportOf(samples, sample, units) },
    ]);
    expect(reports).toHaveLength(1);
    await submitAll(api, reports, () => {});
    await portal.stack.idle();
    await go('/thu-ky');
    await page.getByText('1 báo cáo đã ký hoặc sửa sau khi chốt').click();
    await settled(page);
    const row = page.locator('tbody tr', { hasText: 'An Giang' });
    await row.getByText('đã nộp sau khi chốt').waitFor();
    expect(await pageFaults()).toEqual([]);
    await go('/don-vi/province:91@2025');
    await page.getByText('đã nộp sau khi chốt').waitFor();
    await go('/don-vi/province:80@2025');
    expect(await page.textContent('main')).not.toContain('sau khi chốt');
  }, 60_000);

  test('the briefing is downloaded, and is the file whose digest is shown', async () => {
    await go(meetingAt('tai-lieu'));
    const card = page.locator('.card', { hasText: 'bao-cao-phien-11.docx' });
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      card.getByRole('button', { name: 'Tải về' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('bao-cao-phien-11.docx');
    const bytes = await readFile(await download.path());
    expect(bytes.subarray(0, 4)).toEqual(Buffer.from('PK\u0003\u0004', 'latin1'));
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(await card.locator('code').textContent());
  });

  test('a task is assigned, and another unit made its lead', async () => {
    await go(meetingAt('nhiem-vu'));
    await fill('task-text', 'Kết nối dữ liệu với Cổng Dịch vụ công quốc gia.');
    await page.selectOption('#task-lead', 'province:82@2025');
    await fill('task-with-find', 'lam dong');
    await page.getByLabel('Tỉnh Lâm Đồng').check();
    await page.getByText('Đã chọn 1 đơn vị.').waitFor();
    await fill('task-deliverable', 'Báo cáo kết quả');
    await fill('task-measure', '100% hồ sơ được đồng bộ');
    await fill('task-deadline', '2026-09-01');
    await send('Giao nhiệm vụ');
    await page.waitForFunction(() => document.querySelectorAll('[role=alert] a').length === 1);
    expect((await summary())[0]).toContain('Thời hạn không được trước ngày họp');
    forgive(portal, /status of 400 .*\/tasks$/);
    await page.reload();
    await settled(page);
    expect(await page.inputValue('#task-measure')).toBe('100% hồ sơ được đồng bộ');
    await page.getByText('Đã chọn 1 đơn vị.').waitFor();
    await fill('task-deadline', '2026-12-25');
    await send('Giao nhiệm vụ');
    await page.locator('main').getByText('Đã giao nhiệm vụ.').waitFor();
    expect(await page.inputValue('#task-text')).toBe('');
    await page.getByRole('link', { name: 'Sửa nhiệm vụ 1' }).click();
    await page.waitForSelector('#task-why');
    await page.selectOption('#task-lead', 'province:52@2025');
    await fill('task-why', 'Chuyển đơn vị chủ trì');
    await send('Lưu thay đổi');
    await page.locator('main').getByText('Đã lưu thay đổi của nhiệm vụ.').waitFor();
    await page.locator('tbody tr', { hasText: 'Tỉnh Gia Lai' }).waitFor();
    expect(await pageFaults()).toEqual([]);
    // A task that is not there is told so: its address is no form for a new one.
    await go(`${meetingAt('nhiem-vu')}&nhiem-vu=110`);
    await page.getByText('Phiên họp này không giao nhiệm vụ số “110”.').waitFor();
    expect(await page.locator('#task-text').count()).toBe(0);
    expect(await pageFaults()).toEqual([]);
  });
});

describe('the catalogue', () => {
  const choose = (name: string, content: string) =>
    page.setInputFiles('#draft-file', { name, mimeType: 'application/json', buffer: Buffer.from(content) });

  test('a draft with faults is refused with each of them', async () => {
    await go('/thu-ky/danh-muc');
    await send('Gửi dự thảo');
    expect(await summary()).toEqual(['Cần chọn tệp dự thảo']);
    await choose('khong-phai.json', 'không phải JSON');
    await send('Gửi dự thảo');
    await page.getByText('tệp không phải JSON hợp lệ').first().waitFor();
    expect(await pageFaults()).toEqual([]);
    await choose('cu.json', JSON.stringify(await api.get<CatalogDocument>('/v1/catalog', secretariat)));
    await send('Gửi dự thảo');
    await page.getByText('Có lỗi, chưa công bố được').waitFor();
    expect(await page.textContent('main')).toContain('Số phiên bản phải lớn hơn phiên bản đang công bố');
    expect(await pageFaults()).toEqual([]);
  });

  test('a small change is previewed and published', async () => {
    const document = await api.get<{
      version: string;
      scorecards: { scorecards: { names: { en: string } }[] };
    }>('/v1/catalog', secretariat);
    const [first] = document.scorecards.scorecards;
    if (first) first.names.en = `${first.names.en} (revised name)`;
    document.version = '2026.5';
    await go('/thu-ky/danh-muc');
    await choose('danh-muc.json', JSON.stringify(document));
    await send('Gửi dự thảo');
    await page.locator('main').getByText('Đã đọc lại hết').waitFor({ timeout: 30_000 });
    expect(await page.textContent('main')).toContain('revised name');
    await send('Công bố phiên bản 2026.5');
    expect(await summary()).toEqual(['Cần ghi lý do', 'Cần đánh dấu xác nhận trước khi công bố']);
    expect(await pageFaults()).toEqual([]);
    await fill('publish-why', 'Sửa tên tiếng Anh');
    await page.getByLabel('Tôi đã xem các thay đổi').check();
    await send('Công bố phiên bản 2026.5');
    await page.locator('main').getByText('Đã công bố phiên bản 2026.5.').waitFor();
    expect(await page.locator('table').textContent()).toContain('Sửa tên tiếng Anh');
  }, 60_000);
});

test('an address of no meeting says so, and leads to the calendar', async () => {
  await go('/thu-ky/phien-hop/khong-co');
  await page.getByRole('heading', { name: 'Không có phiên họp này' }).waitFor();
  expect(await page.locator('main a[href="/thu-ky/phien-hop"]').count()).toBe(1);
  expect(await page.getByRole('button', { name: 'Thử lại' }).count()).toBe(0);
  forgive(portal, /status of 404 .*\/v1\/meetings\/khong-co$/);
});

test.each(['..%2F..%2F..%2Fconfig.json', '..%2Fpublic%2Fmeetings', 'x%3Fy'])(
  'an address whose id is none, %s, says that nothing is there, and asks nothing of its making',
  async (id) => {
    const asked: string[] = [];
    const note = (request: Request) => {
      if (request.headers().authorization !== undefined) asked.push(new URL(request.url()).pathname);
    };
    page.on('request', note);
    await go(`/ban-nop/${id}`);
    await page.locator('main').getByText('Không tìm thấy').waitFor();
    page.off('request', note);
    const strange = /config\.json|public|submissions/;
    expect(asked.filter((path) => strange.test(path))).toEqual([]);
  },
);

test('a meeting that is not frozen is cancelled with a reason, for good', async () => {
  await api.post('/v1/meetings', secretariat, {
    body: 'UBQG',
    number: 12,
    date: '2027-01-14',
    theme: { vi: 'Tổng kết năm 2026', en: 'Review of 2026' },
    asks: [{ form: 'qd766', period: '2026-Q4' }],
    moments: { cutOff: '2027-01-13T17:00:00' },
  });
  // The one before it is frozen: the first page tells of this one after it.
  await go('/thu-ky');
  await page
    .getByRole('link', { name: 'Phiên họp lần thứ 12 của Ủy ban Quốc gia về chuyển đổi số' })
    .waitFor();
  await go('/thu-ky/phien-hop');
  const calendar = page.locator('table').first();
  await calendar.getByText('Đã chốt').waitFor();
  expect(await calendar.locator('tbody tr', { hasText: 'lần thứ 11' }).innerText()).toContain('Đã chốt');
  expect(await calendar.locator('tbody tr', { hasText: 'lần thứ 12' }).innerText()).toContain('Đã lập');
  await go('/thu-ky/phien-hop/ubqg-12?xem=sua');
  await fill('meeting-cutOff', '2027-01-11T17:00');
  await page.reload();
  await settled(page);
  expect(await page.inputValue('#meeting-cutOff')).toBe('2027-01-11T17:00');
  // Left by its link, it is forgotten.
  await page.getByRole('link', { name: 'Không làm nữa' }).click();
  const previous = page.getByRole('link', { name: 'Phiên họp lần thứ 11, ngày 15/10/2026' });
  expect(await previous.getAttribute('href')).toBe('/thu-ky/phien-hop/ubqg-11');
  await page.getByRole('link', { name: 'Sửa hoặc dời phiên họp' }).click();
  await page.waitForSelector('#meeting-cutOff');
  expect(await page.inputValue('#meeting-cutOff')).toBe('2027-01-13T17:00');
  await fill('meeting-cutOff', '2027-01-12T17:00');
  await fill('meeting-why', 'Họp sớm hơn');
  await send('Lưu thay đổi');
  await page.getByText('Đã lưu thay đổi.').first().waitFor();
  await settled(page);
  expect(await page.textContent('main')).toContain('chốt 17 giờ 15, 12/01/2027');
  await go('/thu-ky/phien-hop/ubqg-12?xem=huy');
  await fill('cancel-why', 'Ghép vào phiên sau');
  await send('Hủy phiên họp');
  await page.locator('main').getByText('Đã hủy phiên họp.').waitFor();
  expect(await pageFaults()).toEqual([]);
});

describe('in English', () => {
  test.each([
    '/thu-ky',
    '/thu-ky/phien-hop?viec=lap',
    meetingAt('bao-cao'),
    meetingAt('buoc'),
    meetingAt('chot'),
    meetingAt('tai-lieu'),
    meetingAt('nhiem-vu'),
    '/thu-ky/phien-hop/ubqg-12',
    '/thu-ky/phien-hop/bcdcp-04',
    '/thu-ky/bao-cao?nhom=missing',
    '/thu-ky/bao-cao?viec=quyen&don-vi=province:52@2008',
    '/thu-ky/tai-khoan?tai-khoan=le.b',
    '/thu-ky/danh-muc',
  ])('%s', async (path) => {
    const english = await portal.open(path, { who: people.secretariat, language: 'en' });
    expect(await pageFaults(english)).toEqual([]);
    await english.context().close();
  });
});

test('nothing went wrong in the browser', () => {
  expect(portal.faults).toEqual([]);
});
