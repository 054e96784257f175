import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { SubmissionFigures } from '../../../shared/query/read-submission-figures.ts';
import type { WorkList } from '../../../shared/query/read-work.ts';
import { People } from '../../integration/people.ts';
import { axeFaults, looks, overflowFaults } from './inspect.ts';
import { tabTo } from './keyboard.ts';
import { people as cast, forgive, type Portal, settled, startPortal } from './portal.ts';

/** An analyst finds a report, asks at a cell, the unit answers; a member of the Committee looks on. */

const slot = { unit: 'province:52@2025', form: 'qd766', period: '2026-Q3' };
const sample = new URL('../../../local/samples/2026-Q3/52-gia-lai.csv', import.meta.url);
const indicator = '766.PUBLIC_UPDATE_ON_TIME';
const question = 'Vì sao số TTHC công khai đúng hạn giảm từ 43 xuống 40?';
const answer = 'Ba thủ tục bị bãi bỏ trong tháng 9.';
let portal: Portal;
let people: People;
let id: string;

beforeAll(async () => {
  portal = await startPortal();
  people = new People(portal.stack);
  const file = await readFile(sample);
  const first = await people.submit(slot.unit, slot, file);
  await people.sign(slot.unit, first.id);
  // 43 of 47 become 40 of 47: 91.49 % become 85.11 %.
  const text = file.toString('utf8').replace('43;47;91,49', '40;47;85,11');
  id = (await people.submit(slot.unit, slot, Buffer.from(text))).id;
}, 240_000);
afterAll(() => portal.stop());

const textOf = (page: Page, selector: string) => page.innerText(selector);
const rowOf = (page: Page) => page.locator('tr', { has: page.locator(`[data-row="${indicator}"]`) });
describe('an analyst, by keyboard alone', () => {
  let page: Page;
  beforeAll(async () => {
    page = await portal.open('/ra-soat?bieu=qd766&ky=2026-Q3', { who: cast.analyst });
  });
  afterAll(() => page.context().close());

  test('finds the report that waits for its signature among 34', async () => {
    expect(await textOf(page, '.review-counts')).toContain('1 Chờ ký xác nhận');
    expect(await textOf(page, '.review-counts')).toContain('34 Tất cả');
    await tabTo(page, `a[href="/ra-soat/${id}"]`);
    await page.keyboard.press('Enter');
    await page.waitForSelector('[data-row]');
    expect(await textOf(page, 'h1')).toBe('Rà soát: Tỉnh Gia Lai');
  });

  test('sees this file beside the signed one, and what differs', async () => {
    const cells = await rowOf(page).locator('td').allInnerTexts();
    expect(cells.map((text) => text.replace(/\s+/g, ' '))).toEqual([
      '85,11% 40/47',
      '91,49% 43/47',
      '−6,38 điểm %',
      'Khác',
      'ô D12, E12',
    ]);
    expect(await textOf(page, 'section[aria-labelledby="so-lieu"] [role="status"]')).toMatch(
      /^1 chỉ tiêu khác; /,
    );
  });

  test('reaches the differing row by the arrow keys and reads its cell as it was written', async () => {
    await tabTo(page, 'section[aria-labelledby="so-lieu"] .actions button');
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowUp');
    for (let pressed = 0; pressed < 30; pressed += 1) {
      const at = await page.evaluate(() => (document.activeElement as HTMLElement).dataset.row);
      if (at === indicator) break;
      await page.keyboard.press('ArrowDown');
    }
    await page.keyboard.press('Enter');
    await page.waitForSelector('.review-row');
    expect(await textOf(page, '.review-row')).toMatch(/D12\s+Tử số\s+40/);
    expect(page.url()).toContain(`dong=${indicator}`);
  });

  test('is told to write something before anything is sent', async () => {
    await tabTo(page, '.review-row button[type="submit"]');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.review-row [role="alert"]');
    expect(await textOf(page, '.review-row [role="alert"]')).toContain('Nhập câu hỏi.');
    expect(await axeFaults(page)).toEqual([]);
  });

  test('keeps what was written when the line is lost, and sends it once', async () => {
    await page.route('**/return', (route) => route.abort());
    await tabTo(page, '.review-row textarea');
    await page.keyboard.type(question);
    await tabTo(page, '.review-row button[type="submit"]');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.review-row .notice.error:has-text("Không kết nối được")');
    const problem = await textOf(page, '.review-row .notice.error');
    expect(problem).toContain('Chưa thực hiện được');
    expect(problem).toContain('Những gì đã nhập vẫn còn trên trang này.');
    expect(await page.evaluate(() => document.activeElement?.matches('.review-row [type=submit]'))).toBe(
      true,
    );
    expect(await page.inputValue('.review-row textarea')).toBe(question);
    await page.unroute('**/return');
    forgive(portal, /ERR_FAILED .*\/return$/);
    // The address says which row is open.
    await page.reload();
    await page.waitForSelector('.review-row textarea');
    expect(await page.inputValue('.review-row textarea')).toBe(question);
    await tabTo(page, '.review-row button[type="submit"]');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.notice.success');
    await page.waitForSelector('.review-thread li');
    const thread = await textOf(page, '.review-thread');
    expect(thread).toContain('Câu hỏi 1 · ô D12');
    expect(thread).toContain(question);
    expect(thread).toContain('Chưa trả lời');
    expect(await textOf(page, '.facts')).toContain('Có câu hỏi phải trả lời');
    expect(await page.inputValue('.review-row textarea')).toBe('');
  });
});

describe('the unit answers', () => {
  test('through the API, and the analyst reads the answer', async () => {
    const route = `POST /v1/submissions/${id}/answers`;
    const { status } = await people.call(['reporter', slot.unit], route, { answer, to: 1 });
    expect(status).toBe(201);
    const page = await portal.open(`/ra-soat/${id}`, { who: cast.analyst });
    await page.waitForSelector('.review-thread');
    expect(await textOf(page, '.review-thread')).toContain(answer);
    await page.context().close();
  });

  test('and the list tells of it, filtered by the address', async () => {
    const page = await portal.open('/ra-soat?bieu=qd766&ky=2026-Q3&tinh-trang=answered&don-vi=gia+lai', {
      who: cast.analyst,
    });
    const rows = await page.locator('tbody tr').allInnerTexts();
    expect(rows).toHaveLength(1);
    expect(rows[0]).toContain('Đã trả lời, chờ ký');
    expect(rows[0]).toContain(answer);
    await page.context().close();
  });
});

describe('a member of the Committee', () => {
  test('sees the same and has no button, and the service refuses a question', async () => {
    const page = await portal.open(`/ra-soat/${id}?dong=${indicator}`, { who: cast.member });
    await page.waitForSelector('.review-row');
    expect(await textOf(page, '.review-thread')).toContain(answer);
    expect(await page.locator('textarea, button[type="submit"]').count()).toBe(0);
    await page.context().close();
    const refused = await people.call(['member', null], `POST /v1/submissions/${id}/return`, { question });
    expect([refused.status, refused.body.code]).toEqual([403, 'not-allowed']);
  });

  test('is told of every unit, a reporter of another unit of their own alone', async () => {
    const list = 'GET /v1/work?form=qd766&period=2026-Q3';
    const all = await people.call<WorkList>(['member', null], list);
    expect(all.body.items).toHaveLength(34);
    const gl = all.body.items.find(({ unit }) => unit === slot.unit);
    expect(gl).toMatchObject({
      state: 'answered',
      submission: id,
      stuck: false,
      question: null,
      answer: { to: 1, answer },
      standing: { version: 1 },
      punctuality: 'on-time',
    });
    expect(all.body.items.filter(({ state }) => state === 'none')).toHaveLength(33);
    const own = await people.call<WorkList>(['reporter', 'province:82@2025'], list);
    expect(own.body.items.map(({ unit }) => unit)).toEqual(['province:82@2025']);
  });
});

describe('what a file is held against', () => {
  const figuresOf = (of: string, who: Parameters<People['call']>[0], beside = '') =>
    people.call<SubmissionFigures>(who, `GET /v1/submissions/${of}/figures${beside}`);
  const told = ({ body }: { body: SubmissionFigures }) => {
    const row = body.items.find((item) => item.indicator === indicator);
    return [body.beside?.by, body.beside?.period, row?.figure?.numerator, row?.before?.numerator];
  };

  test('is the version that stands, and once it is signed the one that it replaced', async () => {
    expect(told(await figuresOf(id, ['analyst', null]))).toEqual(['version', '2026-Q3', '40', '43']);
    expect((await people.sign(slot.unit, id, 'Rà soát lại số liệu quý III.')).status).toBe(200);
    expect(told(await figuresOf(id, ['reporter', slot.unit]))).toEqual(['version', '2026-Q3', '40', '43']);
  });

  test('is what stands for the period before, where nothing was signed yet', async () => {
    const text = (await readFile(sample)).toString('utf8').replace('Quý III/2026', 'Quý IV/2026');
    const next = await people.submit(slot.unit, { ...slot, period: '2026-Q4' }, Buffer.from(text));
    expect(next.state).toBe('checked');
    const answered = await figuresOf(next.id, ['member', null], '?beside=version');
    expect(answered.body.choices).toEqual(['period']);
    expect(told(answered)).toEqual(['period', '2026-Q3', '43', '40']);
  });

  test('is not told to another unit, nor in a word that is none', async () => {
    const other = await figuresOf(id, ['reporter', 'province:82@2025']);
    expect(other).toMatchObject({ status: 404, body: { code: 'not-found' } });
    expect((await figuresOf(id, ['analyst', null], '?beside=year')).status).toBe(400);
  });
});

describe.each(looks)('%s %s', (language, scheme) => {
  test('a file with an open row has no accessibility violation, and nothing overflows', async () => {
    const page = await portal.open(`/ra-soat/${id}?dong=${indicator}`, {
      who: cast.analyst,
      language,
      scheme,
    });
    await page.waitForSelector('.review-row');
    await page.click('section[aria-labelledby="loi"] summary');
    await page.click('section[aria-labelledby="hoi-dap"] summary');
    expect(await axeFaults(page)).toEqual([]);
    for (const width of [360, 640]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await overflowFaults(page)).toEqual([]);
    }
    await page.goto(`${portal.stack.url}/ra-soat?bieu=qd766&ky=2026-Q3&tinh-trang=answered`);
    await settled(page);
    expect(await axeFaults(page)).toEqual([]);
    await page.context().close();
  });
});

describe('a file that the check returned', () => {
  const broken = Buffer.from('a;b\n');
  let returned: string;
  beforeAll(async () => {
    const unit = 'province:82@2025';
    returned = (await people.submit(unit, { ...slot, unit }, broken)).id;
  });

  test('is counted, and its page says what was wrong with it and has no form for a question', async () => {
    const list = await portal.open('/ra-soat?bieu=qd766&ky=2026-Q3', { who: cast.secretariat });
    expect(await textOf(list, '.review-counts')).toContain('1 Bị trả lại');
    await list.context().close();
    const page = await portal.open(`/ra-soat/${returned}`, { who: cast.analyst, width: 360 });
    await page.waitForSelector('.review-found');
    expect(await textOf(page, '.facts')).toContain('Bị trả lại');
    expect(await textOf(page, '.review-found')).toContain('Lỗi');
    // Nothing of it is kept: no table says of its cells that they are not in the file.
    expect(await textOf(page, 'main')).toContain('không có số liệu nào của tệp được ghi nhận');
    expect(await page.locator('[data-row]').count()).toBe(0);
    expect(await page.locator('textarea').count()).toBe(0);
    expect(await axeFaults(page)).toEqual([]);
    expect(await overflowFaults(page)).toEqual([]);
    await page.context().close();
  });
});

test('explanations that cannot be read are not told as none', async () => {
  const unit = 'province:82@2025';
  const text = (await readFile(sample)).toString('utf8').replace('TỈNH GIA LAI', 'TỈNH ĐỒNG THÁP');
  // The result written is not 43 of 47: a warning, which the approver explains.
  const file = text.replace('Tỉnh Gia Lai', 'Tỉnh Đồng Tháp').replace('43;47;91,49', '43;47;95,00');
  const warned = await people.submit(unit, { ...slot, unit }, Buffer.from(file));
  expect((await people.sign(unit, warned.id)).status).toBe(200);
  const page = await portal.open('/ra-soat', { who: cast.analyst });
  await page.route('**/receipt', (route) => route.abort());
  await page.goto(`${portal.stack.url}/ra-soat/${warned.id}`);
  await page.getByText('Không đọc được giải trình của đơn vị.').first().waitFor();
  expect(await textOf(page, 'main')).not.toContain('Chưa có giải trình');
  await page.unroute('**/receipt');
  await page.getByRole('button', { name: 'Thử đọc lại giải trình' }).first().click();
  await page.getByText('Đúng như nguồn.').first().waitFor();
  forgive(portal, /ERR_FAILED .*\/receipt$/);
  await page.context().close();
});

describe('a correction that was returned behind the version in force', () => {
  const late = 'Đề nghị gửi văn bản xác nhận số liệu này.';
  beforeAll(async () => {
    expect((await people.submit(slot.unit, slot, Buffer.from('a;b\n'))).state).toBe('returned');
    const asked = { question: late, at: { sheet: null, cell: 'D12' } };
    const { status } = await people.call(['analyst', null], `POST /v1/submissions/${id}/return`, asked);
    expect(status).toBe(201);
  });
  const rowAt = async (path: string, who: Parameters<Portal['open']>[1] & object) => {
    const page = await portal.open(path, who);
    const row = page.locator('tbody tr', { hasText: 'Gia Lai' });
    await row.waitFor();
    return { page, row };
  };

  test('hides neither that version nor its question from the analyst', async () => {
    const { page, row } = await rowAt('/ra-soat?bieu=qd766&ky=2026-Q3', { who: cast.analyst });
    expect(await textOf(page, '.review-counts')).toContain('1 Có câu hỏi chưa trả lời');
    expect(await row.innerText()).toContain('Bị trả lại');
    expect(await row.innerText()).toMatch(new RegExp(`Bản thứ 2: Hỏi .*D12.*: ${late}`));
    expect(await row.getByRole('link', { name: 'Bản thứ 2 đang có hiệu lực' }).getAttribute('href')).toBe(
      `/ra-soat/${id}`,
    );
    // The form is asked for from the third quarter of 2026 on, in which the stack's day lies.
    expect(await page.locator('#ky option').allInnerTexts()).toEqual(['Quý III/2026']);
    expect(await axeFaults(page)).toEqual([]);
    await page.setViewportSize({ width: 360, height: 800 });
    expect(await overflowFaults(page)).toEqual([]);
    await page.context().close();
  });

  test('nor from the secretariat', async () => {
    const { page, row } = await rowAt('/thu-ky/bao-cao?bieu=qd766&ky=2026-Q3&nhom=question', {
      who: cast.secretariat,
    });
    expect(await row.innerText()).toContain(`Bản 2: ${late}`);
    expect(await row.locator(`a[href="/ban-nop/${id}"]`).innerText()).toContain('bản 2');
    expect(await page.locator('#reports-period option').allInnerTexts()).toEqual(['Quý III/2026']);
    expect(await axeFaults(page)).toEqual([]);
    await page.context().close();
  });

  test('nor from the unit, whose list leads to the answer', async () => {
    const page = await portal.open('/bao-cao', { who: cast.reporter });
    const item = page.locator('li', { has: page.locator(`a[href="/ban-nop/${id}"]`) });
    await item.first().waitFor();
    const text = await item.first().innerText();
    expect(text).toContain('Bị trả lại');
    expect(text).toContain('Bản thứ 2 đang có hiệu lực');
    // What stands is in time, whatever came after it.
    expect(text).not.toContain('còn 3 ngày');
    expect(await axeFaults(page)).toEqual([]);
    await item.first().getByRole('link', { name: 'Có câu hỏi phải trả lời' }).click();
    await page.waitForURL(`**/ban-nop/${id}`);
    await page.context().close();
  });
});

test('nothing went wrong in the browser', () => {
  expect(portal.faults).toEqual([]);
});
