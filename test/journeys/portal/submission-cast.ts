import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { ApiClient, type Ticket } from '../../../local/job/api-client.ts';
import type { Stack } from '../../../local/stack.ts';
import type { SubmissionView } from '../../../shared/query/read-submission.ts';
import { sessionKey } from '../../../web/app/session.ts';
import type { Person } from './portal.ts';

/** A unit with its people, who also act beside the browser, by the API. */
export type Unit = { id: string; name: string; reporter: Person; approver: Person; other: Person };

export const form = 'qd766';
export const period = '2026-Q3';
const giaLai = readFileSync(
  new URL('../../../local/samples/2026-Q3/52-gia-lai.csv', import.meta.url),
  'utf8',
);

/** @param id a province's identity @param name as its reports call it */
export function unitOf(id: string, name: string): Unit {
  const person = (subject: string, role: string): Person => ({
    subject: `${subject}-${id.slice(9, 11)}`,
    unit: id,
    roles: [role],
  });
  return {
    id,
    name,
    reporter: person('bao-cao', 'reporter'),
    approver: person('phe-duyet', 'approver'),
    other: person('phe-duyet-khac', 'approver'),
  };
}

/**
 * The sample of Gia Lai as another unit would send it.
 * @param changes what is written otherwise, text by text
 */
export function reportOf(unit: Unit, changes: Readonly<Record<string, string>> = {}): Buffer {
  const own = giaLai.replace('TỈNH GIA LAI', unit.name.toUpperCase()).replace('Tỉnh Gia Lai', unit.name);
  return Buffer.from(
    Object.entries(changes).reduce((text, [from, to]) => {
      if (!text.includes(from)) throw new Error(`the sample does not say ${from}`);
      return text.replace(from, to);
    }, own),
  );
}

/** Row 12 of the sample: 43 of 47 published in time. */
export const row12 = ';43;47;91,49';
/** Its numerator is larger than its denominator: the file is returned. */
export const faulty = { [row12]: ';143;47;91,49' };
/** 44 of 47 is 93,62 %: a good file with another figure. */
export const mended = { [row12]: ';44;47;93,62' };
/** The result written is not 43 of 47: a warning, `result-differs`. */
export const warned = { [row12]: ';43;47;95,00' };

/** People's work by the API, beside what a browser shows. */
export class Office {
  readonly stack: Stack;
  readonly #api: ApiClient;
  #keys = 0;

  constructor(stack: Stack) {
    this.stack = stack;
    this.#api = new ApiClient(stack.url);
  }

  async person(who: Person): Promise<{ token: string }> {
    return { token: await this.stack.mintToken(who) };
  }

  /** @returns the ticket; nothing was put */
  async open(unit: Unit, body: Buffer, fileName: string, of = form): Promise<Ticket> {
    this.#keys += 1;
    const file = { unit: unit.id, form: of, period, fileName, contentType: 'text/csv', body };
    return this.#api.open(await this.person(unit.reporter), `office-${this.#keys}`, file);
  }

  /** Sends a file and waits for its verdict. @returns the submission's id */
  async send(unit: Unit, body: Buffer, fileName = 'bao-cao.csv', of = form): Promise<string> {
    const ticket = await this.open(unit, body, fileName, of);
    await this.#api.put(ticket, body);
    await this.stack.idle();
    return ticket.id;
  }

  async read(unit: Unit, id: string): Promise<SubmissionView> {
    return this.#api.get<SubmissionView>(`/v1/submissions/${id}`, await this.person(unit.reporter));
  }

  async list(unit: Unit): Promise<SubmissionView[]> {
    const query = `unit=${unit.id}&form=${form}&period=${period}`;
    const { items } = await this.#api.get<{ items: SubmissionView[] }>(
      `/v1/submissions?${query}`,
      await this.person(unit.reporter),
    );
    return items;
  }

  async sign(unit: Unit, id: string, why = ''): Promise<void> {
    const submission = await this.read(unit, id);
    const explanations = Object.fromEntries(submission.warnings.map((code) => [code, 'Đúng như nguồn.']));
    await this.#api.sign(await this.person(unit.other), submission, explanations, why);
  }

  /** A meeting that assigns one task to a unit, both made up. @returns the task's id */
  async assign(unit: Unit, text: string): Promise<string> {
    const secretariat = await this.person({ subject: 'ban-thu-ky', roles: ['secretariat'] });
    const meeting = {
      body: 'UBQG',
      number: 31,
      date: '2026-12-20',
      theme: { vi: 'Phiên dựng', en: 'A constructed session' },
      asks: [{ form, period }],
      moments: { cutOff: '2026-12-19T17:00:00' },
      constructed: true,
    };
    await this.#api.post('/v1/meetings', secretariat, meeting);
    const task = {
      text,
      lead: unit.id,
      deliverable: 'Báo cáo kết quả',
      measure: 'Đã gửi',
      deadline: '2026-12-31',
      constructed: true,
    };
    await this.#api.post('/v1/meetings/ubqg-31/tasks', secretariat, { tasks: [task] }, 'assign');
    return 'ubqg-31/1';
  }

  async ask(id: string, question: string): Promise<void> {
    const analyst = await this.person({ subject: 'phan-tich', roles: ['analyst'] });
    await this.#api.post(`/v1/submissions/${id}/return`, analyst, { question }, `ask-${id}`);
  }
}

export function sha256(body: Buffer): string {
  return createHash('sha256').update(body).digest('hex');
}

/** Waits until the page says something, anywhere in its main part. */
export async function says(page: Page, text: string): Promise<void> {
  await page.waitForFunction((wanted) => document.querySelector('main')?.innerText.includes(wanted), text, {
    timeout: 30_000,
  });
}

/** The session's time is over within a second, while the page asks for nothing; waits until the page says so. */
export async function endSession(page: Page): Promise<void> {
  await page.evaluate((key) => {
    const { idToken } = JSON.parse(sessionStorage.getItem(key) ?? '{}') as { idToken: string };
    const [head, claims = ''] = idToken.split('.');
    const read = JSON.parse(atob(claims.replaceAll('-', '+').replaceAll('_', '/'))) as object;
    const over = btoa(JSON.stringify({ ...read, exp: Math.floor(Date.now() / 1000) + 1 }));
    sessionStorage.setItem(key, JSON.stringify({ idToken: `${head}.${over}.AAAA` }));
    // As when one comes back to the tab: it looks again how long its session lasts.
    document.dispatchEvent(new Event('visibilitychange'));
  }, sessionKey);
  await page.getByText('Phiên đăng nhập đã hết hạn').first().waitFor();
}
