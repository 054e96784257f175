import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { ApiClient, sha256Of } from '../../../local/job/api-client.ts';
import { looks, pageFaults } from './inspect.ts';
import { type Portal, people, settled, startPortal } from './portal.ts';
import { sampleReport, signSample } from './sample-report.ts';

/** What a reporter sees before a file is sent: what is due, the figures that stood last, what was sent, a nil return. */

let portal: Portal;
const unit = people.reporter.unit;
const slot = `/bao-cao/${unit}/qd766/2026-Q3`;

beforeAll(async () => {
  portal = await startPortal();
}, 120_000);
afterAll(() => portal.stop());

/** The sample of Gia Lai with other text in it, as far as its verdict. */
async function sendUnsigned(change: (csv: string) => string): Promise<void> {
  const api = new ApiClient(portal.stack.url);
  const file = sampleReport(change);
  const ticket = await api.open(await api.signIn(people.reporter), `report-${sha256Of(file.body)}`, file);
  await api.put(ticket, file.body);
  await portal.stack.idle();
}

test('three days before the due day it says so, and what has not been sent', async () => {
  const page = await portal.open('/bao-cao', { who: people.reporter });
  const text = await page.innerText('main');
  // Decree 09/2019/NĐ-CP, Art. 13(1): the 25th of the period's last month; the stack's day is 22 September.
  expect(text).toContain('còn 3 ngày, đến hết 25/09/2026');
  expect(text).toContain('Quý III/2026');
  expect(text).toContain('Chưa gửi');
  await page.context().close();
});

test('a reporter of no unit is told that the role does not count, as the service judges too', async () => {
  const page = await portal.open('/bao-cao', { who: { subject: 'x', roles: ['reporter'] } });
  expect(await page.innerText('main')).toContain('Tài khoản của bạn chưa có vai trò nào có hiệu lực');
  await page.context().close();
});

test('who is not signed in is led to sign in, and back', async () => {
  const page = await portal.open('/bao-cao?x=1');
  const link = page.locator('main a.button');
  expect(await link.getAttribute('href')).toBe(`/dang-nhap?ve=${encodeURIComponent('/bao-cao?x=1')}`);
  await page.context().close();
});

test('the form is handed out with what it holds already', async () => {
  const page = await portal.open(slot, { who: people.reporter });
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Tải biểu mẫu Excel' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('Biểu QĐ 766 quý III-2026 - Gia Lai.xlsx');
  const bytes = await (await download.createReadStream()).toArray();
  // A ZIP, as every workbook is.
  expect(Buffer.concat(bytes).subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004');
  await page.context().close();
});

describe('a nil return, by keyboard alone', () => {
  test('without a reason it is not sent, and the fault leads to its field', async () => {
    const page = await portal.open(`/bao-cao/${unit}/cds/2026-Q3`, { who: people.reporter });
    await page.getByRole('button', { name: 'Gửi bản xác nhận không phát sinh' }).focus();
    await page.keyboard.press('Enter');
    const summary = page.locator('[role=alert]');
    await summary.waitFor();
    expect(await summary.evaluate((box) => box === document.activeElement)).toBe(true);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('why');
    expect(await page.getAttribute('#why', 'aria-invalid')).toBe('true');
    expect(await pageFaults(page)).toEqual([]);
    await page.keyboard.type('Trong quý không phát sinh.');
    await page.reload();
    await settled(page);
    expect(await page.inputValue('#why')).toBe('Trong quý không phát sinh.');
    await page.focus('#why');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/ban-nop\/[0-9a-f]{32}$/);
    await page.context().close();
  });

  test('then it waits for a signature, and the list says so', async () => {
    const page = await portal.open('/bao-cao', { who: people.approver });
    expect(await page.innerText('main')).toContain('Chờ ký xác nhận');
    await page.getByRole('link', { name: 'Xem và ký' }).first().focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/ban-nop\//);
    await page.context().close();
  });

  test('and its own page leads to it first, and takes no second nil return', async () => {
    const page = await portal.open(`/bao-cao/${unit}/cds/2026-Q3`, { who: people.reporter });
    await page.getByText('Bản nộp mới nhất đang chờ ký').waitFor();
    expect(await page.locator('main .actions a.button').allInnerTexts()).toEqual(['Xem báo cáo']);
    expect(await page.locator('main .actions a').allInnerTexts()).toEqual([
      'Xem báo cáo',
      'Kiểm tra và gửi tệp',
    ]);
    expect(await page.getByRole('button', { name: 'Gửi bản xác nhận không phát sinh' }).count()).toBe(0);
    expect(await page.locator('main table').innerText()).not.toContain('chưa báo cáo');
    expect(await pageFaults(page)).toEqual([]);
    await page.context().close();
  });

  test('a report that nobody sent in time is overdue on its page as in the list', async () => {
    const page = await portal.open(`/bao-cao/${unit}/cds/2026-Q2`, { who: people.reporter });
    expect(await page.innerText('.facts')).toContain('Chưa gửi, quá hạn');
    await page.context().close();
  });
});

describe('after two versions were signed', () => {
  beforeAll(async () => {
    await signSample(portal);
    // Gia Lai's dossiers settled on time: one fewer.
    await signSample(portal, (csv) => csv.replace('358540', '358539').replace('358.540', '358.539'));
  });

  test('the second stands, and what it changed is told figure by figure', async () => {
    const page = await portal.open(slot, { who: people.reporter });
    const text = await page.innerText('main');
    expect(text).toContain('Bản thứ 2');
    expect(text).toContain('Đã được bản sau thay thế');
    await page.getByText('Nội dung khác so với bản thứ 1').focus();
    await page.keyboard.press('Enter');
    const table = page.locator('details[open] table');
    await table.waitFor();
    const rows = await table.locator('tbody tr').allInnerTexts();
    expect(rows.map((row) => row.split(/\s*\t\s*/))).toEqual([
      ['Tỷ lệ hồ sơ TTHC giải quyết đúng hạn', '358.540/417.669', '358.539/417.669'],
    ]);
    expect(await pageFaults(page)).toEqual([]);
    await page.context().close();
  });

  test('nothing more is to be done for it in the list', async () => {
    const page = await portal.open('/bao-cao', { who: people.reporter });
    const item = page.locator('li', { hasText: 'Đã ký, đang có hiệu lực' }).first();
    expect(await item.innerText()).not.toContain('Kiểm tra và gửi tệp');
    await page.context().close();
  });

  test.each(looks)('both pages are accessible, %s %s', async (language, scheme) => {
    for (const path of ['/bao-cao', slot]) {
      const page = await portal.open(path, { who: people.reporter, language, scheme });
      await settled(page);
      expect(await pageFaults(page)).toEqual([]);
      await page.context().close();
    }
  });
});

describe('behind a version in force', () => {
  /** Row 12: more were published in time than there are, so the file is returned. */
  const faulty = (csv: string) => csv.replace(';43;47;91,49', ';143;47;91,49');
  const facts = async (page: Page) => (await page.innerText('.facts')).replace(/\s+/g, ' ');

  test('a file that was returned is told after what stands, with what to do', async () => {
    await sendUnsigned(faulty);
    const page = await portal.open(slot, { who: people.reporter });
    expect(await facts(page)).toMatch(
      /^Bản đang có hiệu lực Bản thứ 2 Tình trạng Đã ký, đang có hiệu lực Ký lúc .+ Người ký phe-duyet-52 Thời hạn Hết ngày 25\/09\/2026 Đúng hạn$/,
    );
    const notice = await page.innerText('main .notice');
    expect(notice).toContain('bị trả lại');
    expect(notice).toContain('Bản thứ 2 vẫn có hiệu lực');
    expect(await page.locator('main .actions a').allInnerTexts()).toEqual([
      'Kiểm tra và gửi bản thay thế',
      'Xem bản nộp sau đó',
    ]);
    expect(await pageFaults(page)).toEqual([]);
    await page.context().close();
  });

  test('a file that waits for its signature is told after what stands, too, and in the list', async () => {
    await sendUnsigned((csv) => csv.replace(';43;47;91,49', ';44;47;93,62'));
    const page = await portal.open(slot, { who: people.reporter, language: 'en' });
    expect(await facts(page)).toMatch(/^Standing version Version 2 State Signed, standing Signed at /);
    expect(await page.innerText('main .notice')).toContain('Version 2 stands until an approver');
    await page.context().close();
    const list = await portal.open('/bao-cao', { who: people.reporter });
    const item = await list.locator('li', { hasText: 'Bản thứ 2 đang có hiệu lực' }).innerText();
    expect(item.replace(/\s+/g, ' ')).toContain('Bản thứ 2 đang có hiệu lực Bản nộp sau đó: Chờ ký xác nhận');
    await list.context().close();
  });

  // The 25th of June 2026 is 89 days before the stack's day.
  test('what stands is late but no longer overdue, whatever was returned since', async () => {
    const api = new ApiClient(portal.stack.url);
    const reporter = await api.signIn(people.reporter);
    const q2 = { unit, form: 'cds', period: '2026-Q2' };
    const address = `/bao-cao/${unit}/cds/2026-Q2`;
    const nil = await api.openNil(reporter, 'late-nil', { ...q2, why: 'Trong quý không phát sinh.' });
    const before = await portal.open(address, { who: people.reporter });
    expect(await facts(before)).toMatch(
      /^Tình trạng Chờ ký xác nhận Thời hạn Quá hạn 89 ngày \(hạn 25\/06\/2026\)/,
    );
    await before.context().close();
    await api.sign(await api.signIn(people.approver), await api.submission(reporter, nil.id), {});
    // A file of another form: the check returns it.
    const file = { ...sampleReport(), ...q2 };
    await api.put(await api.open(reporter, 'late-file', file), file.body);
    await portal.stack.idle();
    const page = await portal.open(address, { who: people.reporter });
    expect(await facts(page)).toMatch(/^Bản đang có hiệu lực Bản thứ 1 .+ Hết ngày 25\/06\/2026 Nộp muộn$/);
    expect(await page.innerText('main .notice')).toContain('bị trả lại');
    expect(await page.innerText('main')).not.toMatch(/quá hạn/i);
    await page.context().close();
  });
});

test('nothing went wrong in the browser', () => {
  expect(portal.faults).toEqual([]);
});
