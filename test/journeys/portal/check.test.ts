import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import exceljs from 'exceljs';
import type { Page } from 'playwright-core';
import { ApiClient, type Person as Signed } from '../../../local/job/api-client.ts';
import { submitReport } from '../../../local/job/province-story.ts';
import { until } from '../../../local/job/until.ts';
import { sessionKey } from '../../../web/app/session.ts';
import { fileFolder, giaLai, keptReport, samplePath } from './check-files.ts';
import { axeFaults, looks, overflowFaults } from './inspect.ts';
import { forgive, type Portal, people, startPortal } from './portal.ts';

/** A file is checked in the browser before anything is sent, and what is said is what the service says. */

let portal: Portal;
let service: ApiClient;
const files = fileFolder();
const form = 'qd766';
const dongThap = { subject: 'bao-cao-82', unit: 'province:82@2025', roles: ['reporter'] };

beforeAll(async () => {
  portal = await startPortal();
  service = new ApiClient(portal.stack.url);
}, 120_000);
afterAll(async () => {
  files.remove();
  await portal.stop();
});

const addressOf = (unit: string, period = '2026-Q3') => `/bao-cao/${unit}/${form}/${period}/kiem-tra`;
const verdictOf = (page: Page) => page.locator('#check-verdict').innerText();
const focused = (page: Page) => page.evaluate(() => document.activeElement?.id ?? '');

/** Chooses a file and waits for its verdict and its table. */
async function check(page: Page, path: string): Promise<void> {
  await page.setInputFiles('#check-file', path);
  await page.waitForSelector('.check-table');
}

/** Presses a button and reads the file that comes. */
async function download(page: Page, button: string): Promise<{ name: string; bytes: Buffer }> {
  const [coming] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ]);
  return { name: coming.suggestedFilename(), bytes: readFileSync(await coming.path()) };
}

describe('a file of another province', () => {
  let page: Page;
  beforeAll(async () => {
    page = await portal.open(addressOf(dongThap.unit), { who: dongThap });
    await check(page, samplePath('52-gia-lai.csv'));
  });
  afterAll(() => page.context().close());

  test('the verdict comes first, in words, and takes the focus; rows read are rows used and skipped', async () => {
    expect(await verdictOf(page)).toBe('Tệp chưa đạt: có 1 lỗi phải sửa');
    expect(await focused(page)).toBe('check-verdict');
    const facts = await page.locator('.check-result .facts').first().innerText();
    // As the README shows of the same file: 31 = 21 + 10. One of its 21 figures is null, as it was published.
    expect(facts.replace(/\s+/g, ' ')).toContain(
      'Dòng đọc được 31 Dòng dùng 21 Dòng bỏ qua, kể cả dòng trống 10 Số liệu đọc được 20 trên 21 Lỗi 1 Cảnh báo 0 Chỗ chuẩn hóa 39',
    );
  });

  test('what helps to mend it comes before the way to send it all the same', async () => {
    const text = await page.innerText('.check-result');
    expect(text.indexOf('Tải về')).toBeLessThan(text.indexOf('Vẫn gửi tệp chưa đạt này'));
    expect(text).toContain('Tải về');
    expect(await page.getAttribute('label[for=check-file]', 'class')).toBe('button');
  });

  test('the finding leads to its cell, and says there what is wrong', async () => {
    await page.getByRole('link', { name: 'Ô A7' }).click();
    await page.waitForFunction(() => document.activeElement?.closest('.check-table') !== null);
    const row = page.locator('tr', { has: page.locator(':focus') });
    expect(await row.innerText()).toContain('Đơn vị báo cáo: Tỉnh Gia Lai');
    const below = await row.locator('xpath=following-sibling::tr[1]').innerText();
    expect(below).toContain('Lỗi');
    expect(below).toContain('trong tệp “Tỉnh Gia Lai”; cần là “Tỉnh Đồng Tháp”');
  });

  test('at 360 px what is wrong is read without moving the table sideways', async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    const found = page.locator('.check-detail li').first();
    const { left, right } = await found.evaluate((item) => {
      const { left, right } = item.getBoundingClientRect();
      return { left, right };
    });
    expect(left).toBeGreaterThanOrEqual(0);
    expect(right).toBeLessThanOrEqual(344);
    await page.setViewportSize({ width: 1280, height: 900 });
  });

  test('a figure is shown as it was read beside how it was written, and what is missing in words', async () => {
    const row = (indicator: string) => page.locator('tr', { hasText: indicator }).first().innerText();
    expect((await row('766.TDGQ')).replace(/\s+/g, ' ')).toContain(
      '358.540 ghi “358.540” 417.669 ghi “417.669” 85,84%',
    );
    expect(await row('766.ELECTRONIC_CERTIFIED_COPY')).toContain('không có số liệu');
  });

  test('rows are filtered by what was found, and found by name without marks', async () => {
    await page.selectOption('#check-show', 'errors');
    await page.getByText('1 dòng', { exact: true }).waitFor();
    await page.selectOption('#check-show', 'all');
    await page.fill('#check-search', 'truc tuyen');
    // Điểm nhóm Cung cấp dịch vụ trực tuyến, Hồ sơ thanh toán trực tuyến, Điểm nhóm Thanh toán trực tuyến, TTHC có giao dịch thanh toán trực tuyến.
    await page.getByText('4 dòng', { exact: true }).waitFor();
    await page.fill('#check-search', 'không có tên này');
    await page.getByText('Không có dòng nào như vậy.').waitFor();
    await page.fill('#check-search', '');
    await page.getByText('29 dòng', { exact: true }).waitFor();
  });

  test('the marked workbook and the list of findings are made here', async () => {
    const marked = await download(page, 'Tệp đã đánh dấu lỗi (.xlsx)');
    expect(marked.name).toBe('52-gia-lai (đã kiểm tra).xlsx');
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.load(marked.bytes as never);
    const cell = workbook.getWorksheet('Nội dung tệp')?.getCell('A7');
    expect(cell?.text).toBe('Đơn vị báo cáo: Tỉnh Gia Lai');
    expect(JSON.stringify(cell?.note)).toContain('unit-differs');
    const { name, bytes } = await download(page, 'Danh sách lỗi, cảnh báo (.csv)');
    expect(name).toBe('52-gia-lai.csv.loi.csv');
    expect(bytes.toString()).toContain('"Tỉnh Gia Lai"'.replaceAll('"', ''));
  });
});

test('another unit’s report is refused before a file is chosen', async () => {
  const page = await portal.open(addressOf(dongThap.unit), { who: people.reporter });
  await page.getByText('Không tìm thấy, hoặc bạn không có quyền xem.', { exact: true }).waitFor();
  expect(await page.locator('#check-file').count()).toBe(0);
  expect(await page.locator('main').innerText()).not.toContain('Chọn tệp');
  forgive(portal, /status of 404 .*\/v1\/submissions\?unit=province:82@2025/);
  await page.context().close();
});

test('of two findings below one row, the one that N leads to is marked', async () => {
  const page = await portal.open(addressOf(people.reporter.unit), { who: people.reporter });
  await check(page, files.write('hai loi.csv', giaLai().replace('358.540;417.669;85,84', 'a?b;c?d;85,84')));
  const marked = page.locator('.check-detail li[aria-current=true]');
  const places: string[] = [];
  for (const at of [1, 2]) {
    await page.keyboard.press('n');
    await page.getByText(`Chỗ ${at} / `).waitFor();
    await marked.waitFor();
    expect(await marked.innerText()).toContain('Chỗ đang xem');
    places.push(await marked.innerText());
  }
  expect(new Set(places).size).toBe(2);
  await page.context().close();
});

test('by keyboard alone: choose, step through what was found with N and P, turn the keys off', async () => {
  const page = await portal.open(addressOf(people.reporter.unit), { who: people.reporter });
  // Two results that do not follow from their parts: a warning each.
  const path = files.write(
    'hai canh bao.csv',
    giaLai().replace('1;47;2,13', '1;47;3,13').replace('43;47;91,49', '43;47;92,49'),
  );
  // Asked for before the focus: the browser has taken note of it then, and opens no chooser of its own.
  const opened = page.waitForEvent('filechooser');
  await page.focus('#check-file');
  await page.keyboard.press('Enter');
  await (await opened).setFiles(path);
  await page.waitForSelector('.check-table');
  expect(await verdictOf(page)).toBe('Tệp đạt, có 2 cảnh báo');
  // The way on comes first, and no other button is as strong.
  const text = await page.innerText('.check-result');
  expect(text.indexOf('Gửi tệp lên hệ thống')).toBeLessThan(text.indexOf('Tải về'));
  expect(text).toContain('Gửi tệp lên hệ thống');
  expect(await page.getAttribute('label[for=check-file]', 'class')).toBe('button quiet');
  /** The key leads to that place, and the focus to the cell that holds the text. */
  const stepTo = async (key: string, said: string, held: string) => {
    await page.keyboard.press(key);
    await page.getByText(said, { exact: true }).waitFor();
    await page.waitForFunction(
      (text) => document.activeElement?.closest('td')?.textContent?.includes(text) ?? false,
      held,
    );
  };
  await stepTo('n', 'Chỗ 1 / 2', '3,13');
  await stepTo('n', 'Chỗ 2 / 2', '92,49');
  await stepTo('p', 'Chỗ 1 / 2', '3,13');
  await page.focus('.check-walk input');
  await page.keyboard.press('Space');
  await page.keyboard.press('n');
  expect(await page.getByText('Chỗ 1 / 2', { exact: true }).count()).toBe(1);
  await page.context().close();
});

describe('the report is the service’s, byte for byte', () => {
  const warned = () => giaLai().replace('1;47;2,13', '1;47;3,13');

  /** Checks a file, keeps the report of the browser, sends the file, and waits for what the service keeps. */
  async function both(
    who: typeof dongThap,
    name: string,
    content: string,
    send: (page: Page) => Promise<void>,
  ) {
    const page = await portal.open(addressOf(who.unit), { who });
    await check(page, files.write(name, content));
    const verdict = await verdictOf(page);
    const told = await page.locator('.check-facts').evaluate((facts) => facts.textContent ?? '');
    const here = await download(page, 'Báo cáo kiểm tra (.json)');
    await send(page);
    await page.waitForURL(/\/ban-nop\/[0-9a-f]{32}/);
    const id = page.url().split('/').at(-1) as string;
    const person: Signed = { token: await portal.stack.mintToken(who) };
    await until(`verdict on ${name}`, async () => {
      const { state } = await service.submission(person, id);
      return state === 'opened' || state === 'received' ? undefined : state;
    });
    await page.context().close();
    return {
      verdict,
      told,
      here: here.bytes.toString(),
      there: (await keptReport(portal.stack, id)).toString(),
    };
  }
  const pressSend = (page: Page) => page.getByRole('button', { name: 'Gửi tệp lên hệ thống' }).click();

  test('of a file that is returned', async () => {
    const { verdict, here, there } = await both(dongThap, '52.csv', giaLai(), async (page) => {
      await page.getByText('Vẫn gửi tệp chưa đạt này').click();
      await page.getByRole('button', { name: 'Vẫn gửi dù còn lỗi' }).click();
    });
    expect(verdict).toBe('Tệp chưa đạt: có 1 lỗi phải sửa');
    expect(JSON.parse(there).verdict).toBe('returned');
    expect(here).toBe(there);
  });

  test('of one with a warning, and of the mended one, which says what was mended since', async () => {
    const before = await both(people.reporter, 'cb.csv', warned(), pressSend);
    expect(before.verdict).toBe('Tệp đạt, có 1 cảnh báo');
    expect(JSON.parse(before.there).verdict).toBe('passed-with-warnings');
    expect(before.here).toBe(before.there);
    const after = await both(people.reporter, 'dat.csv', giaLai(), pressSend);
    expect(after.verdict).toBe('Tệp đạt');
    expect(JSON.parse(after.there)).toMatchObject({
      verdict: 'passed',
      changes: { same: 0, mended: [{ code: 'result-differs' }] },
    });
    expect(after.here).toBe(after.there);
    expect(after.told).toContain(JSON.parse(after.there).context);
  });
});

describe('a figure beside the one that stood last', () => {
  let page: Page;
  beforeAll(async () => {
    const person = async (who: (typeof people)[keyof typeof people]): Promise<Signed> => {
      return { token: await portal.stack.mintToken(who) };
    };
    const cast = { reporter: await person(people.reporter), approver: await person(people.approver) };
    const file = {
      unit: people.reporter.unit,
      form,
      period: '2026-Q3',
      fileName: 'q3.csv',
      contentType: 'text/csv',
      body: new TextEncoder().encode(`${giaLai()}\n`),
    };
    await submitReport(service, cast, { key: 'check-the-third-quarter', file });
    page = await portal.open(addressOf(people.reporter.unit, '2026-Q4'), { who: people.reporter });
    // 358,540 of 417,669 → 40,542 of 417,669: from 85.84 % to 9.71 %, which is a jump; and 43 of 47 → 44 of 47.
    const next = giaLai()
      .replace('Quý III/2026', 'Quý IV/2026')
      .replace('358.540;417.669;85,84', '40.542;417.669;9,71')
      .replace('43;47;91,49', '44;47;93,62');
    await check(page, files.write('q4.csv', next));
  });
  afterAll(() => page.context().close());

  test('stands in the table with the change; what has not changed is told so', async () => {
    const row = async (indicator: string) =>
      (await page.locator('tr', { hasText: indicator }).first().innerText()).replace(/\s+/g, ' ');
    expect(await row('766.TDGQ')).toContain('85,84% · 358.540/417.669 −76,13 điểm %');
    expect(await row('766.PUBLIC_UPDATE_ON_TIME')).toContain('91,49% · 43/47 +2,13 điểm %');
    expect(await row('766.ONLINE')).toContain('9,14 điểm không đổi');
  });

  test('rows that differ are found, and the jump is a warning at its cell', async () => {
    expect(await page.locator('#check-show option[value=changed]').innerText()).toBe(
      'Dòng khác kỳ trước (2)',
    );
    await page.selectOption('#check-show', 'changed');
    await page.getByText('2 dòng', { exact: true }).waitFor();
    expect(await page.locator('.check-groups').innerText()).toContain(
      'Tỷ lệ hồ sơ TTHC giải quyết đúng hạn · trong tệp “40.542 / 417.669”; chênh lệch −76,13',
    );
  });

  test.each(looks)('has no accessibility violation, %s %s', async (language, scheme) => {
    await page.emulateMedia({ colorScheme: scheme });
    await page.getByRole('button', { name: language === 'vi' ? 'Tiếng Việt' : 'English' }).click();
    await page.locator('.check-facts summary').press('Enter');
    expect(await axeFaults(page)).toEqual([]);
  });

  test.each([360, 640])('nothing overflows at %i px', async (width) => {
    await page.setViewportSize({ width, height: 800 });
    expect(await overflowFaults(page)).toEqual([]);
  });
});

describe('when something is in the way', () => {
  const open = () => portal.open(addressOf(people.reporter.unit), { who: people.reporter });

  test('without a network the file is checked by its content, which is said with the rules that did not run', async () => {
    const page = await open();
    await page.waitForSelector('.check-drop[data-ready=true]');
    await page.context().setOffline(true);
    await check(page, files.write('offline.csv', giaLai()));
    expect(await verdictOf(page)).toBe('Tệp đạt');
    const notice = page.locator('.notice', { hasText: 'Chưa đối chiếu được với hệ thống' });
    expect(await notice.innerText()).toContain('Không kết nối được với máy chủ');
    await notice.locator('summary').click();
    // The rules that need what stood last, as docs/rules.md lists them.
    const rules = await notice.locator('code').allInnerTexts();
    expect(rules).toEqual(expect.arrayContaining(['figure-repeated', 'jump', 'report-repeated']));
    expect(await axeFaults(page)).toEqual([]);
    await page.context().setOffline(false);
    await notice.getByRole('button', { name: 'Kiểm tra lại' }).click();
    await notice.waitFor({ state: 'detached' });
    forgive(portal, /ERR_INTERNET_DISCONNECTED .*\/v1\/(contexts\/|submissions\?)/);
    await page.context().close();
  });

  test('an ended session loses nothing: the result stays, and signing in again is offered in another tab', async () => {
    const page = await open();
    await page.evaluate((key) => {
      const { idToken } = JSON.parse(sessionStorage.getItem(key) ?? '{}') as { idToken: string };
      const [head, claims] = idToken.split('.');
      sessionStorage.setItem(key, JSON.stringify({ idToken: `${head}.${claims}.bm90LWEtc2lnbmF0dXJl` }));
    }, sessionKey);
    await check(page, files.write('expired.csv', giaLai()));
    expect(await verdictOf(page)).toBe('Tệp đạt');
    const notice = page.locator('.check-result .notice.warning');
    expect(await notice.innerText()).toContain('Phiên đăng nhập đã hết hạn');
    const again = notice.getByRole('link', { name: 'Đăng nhập lại (mở ở thẻ mới)' });
    expect(await again.getAttribute('target')).toBe('_blank');
    forgive(portal, /status of 401 .*\/v1\/contexts\//);
    await page.context().close();
  });

  test('what was checked is still there for who looks at another page and comes back', async () => {
    const page = await open();
    await check(page, files.write('kept.csv', giaLai()));
    await page.locator('.page-heading .above a').click();
    await page.waitForURL(/2026-Q3$/);
    // Until the other page is loaded this one stands.
    await page.waitForSelector('.check-table', { state: 'detached' });
    await page.goBack();
    await page.waitForSelector('.check-table');
    expect(await verdictOf(page)).toBe('Tệp đạt');
    await page.context().close();
  });

  /** Holds the question for the context back: the file is chosen, and not read yet. */
  async function heldBack(page: Page): Promise<() => void> {
    let go = () => {};
    const held = new Promise<void>((resolve) => {
      go = resolve;
    });
    await page.route('**/v1/contexts/**', async (route) => {
      await held;
      await route.continue();
    });
    return go;
  }

  test('a file that was saved again after it was chosen is not read as what it was', async () => {
    const page = await open();
    const go = await heldBack(page);
    const path = files.write('saved again.csv', giaLai());
    await page.setInputFiles('#check-file', path);
    await page.getByText('Đang đọc tệp: saved again.csv').waitFor();
    files.write('saved again.csv', `${giaLai()}\n\n`);
    go();
    await page.getByText('Tệp đã thay đổi sau khi được chọn').waitFor();
    expect(await page.locator('#check-verdict').count()).toBe(0);
    expect(await axeFaults(page)).toEqual([]);
    await page.context().close();
  });

  test('reading can be stopped, and another file takes the place of the one that is read', async () => {
    const page = await open();
    const go = await heldBack(page);
    await page.setInputFiles('#check-file', files.write('one.csv', giaLai()));
    await page.getByText('Đang đọc tệp: one.csv').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Dừng đọc' }).click();
    await page.getByText('Đang đọc tệp: one.csv').waitFor({ state: 'detached' });
    await page.setInputFiles('#check-file', files.write('two.csv', giaLai()));
    await page.getByText('Đang đọc tệp: two.csv').waitFor();
    await page.setInputFiles(
      '#check-file',
      files.write('three.csv', giaLai().replace('1;47;2,13', '48;47;2,13')),
    );
    await page.getByText('Đang đọc tệp: three.csv').waitFor();
    go();
    await page.waitForSelector('.check-table');
    // 48 of 47, and a result that does not follow from them.
    expect(await verdictOf(page)).toBe('Tệp chưa đạt: có 1 lỗi phải sửa, 1 cảnh báo');
    expect(await page.locator('.check-table caption').innerText()).toContain('three.csv');
    await page.context().close();
  });
});

test('nothing went wrong in the browser', () => {
  expect(portal.faults).toEqual([]);
});
