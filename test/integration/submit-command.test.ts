import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { checkCommand } from '../../cli/check.ts';
import { statusCommand } from '../../cli/status.ts';
import { submitCommand } from '../../cli/submit.ts';
import { templateCommand } from '../../cli/template.ts';
import { ApiClient, type Ticket } from '../../local/job/api-client.ts';
import type { Stack } from '../../local/stack.ts';
import { capturePrinted } from './printed.ts';
import { startService } from './service.ts';

/** `npx diem-cau submit` and `status`, as they are run, against the stack on this machine. */

let stack: Stack;
let folder: string;
const printed = capturePrinted();
const sample = (name: string) =>
  fileURLToPath(new URL(`../../local/samples/2026-Q3/${encodeURIComponent(name)}`, import.meta.url));
const giaLai = sample('52-gia-lai.csv');
const slot = ['--unit', '52', '--period', '2026-Q3'];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'diem-cau-submit-'));
  stack = await startService();
  process.env.DIEM_CAU_TOKEN = await reporter();
}, 60_000);
afterAll(async () => {
  delete process.env.DIEM_CAU_TOKEN;
  rmSync(folder, { recursive: true });
  await stack.stop();
});

const reporter = () =>
  stack.mintToken({ subject: 'bao-cao-52', unit: 'province:52@2025', roles: ['reporter'] });
const submit = (...args: string[]) => submitCommand.run([...args, '--api', stack.url]);
const status = (...args: string[]) => statusCommand.run([...args, '--api', stack.url]);
const idIn = (text: string) => /[0-9a-f]{32}/.exec(text)?.[0] ?? '';

/** Gia Lai's sample with something changed, on disk. */
function changed(name: string, change: (text: string) => string): string {
  const path = join(folder, name);
  writeFileSync(path, change(readFileSync(giaLai, 'utf8')));
  return path;
}
const wrong = () => changed('sai.csv', (text) => text.replace('43;47;91,49', '43;4x7;91,49'));

describe('a file that passes', () => {
  test('is sent, judged, and told with what comes next; no secret is printed', async () => {
    expect(await submit(giaLai, ...slot)).toBe(0);
    expect(printed.stdout).toContain('✓ ĐẠT');
    expect(printed.stdout).toContain('Trạng thái: đạt, chờ ký. Người phê duyệt của đơn vị xem lại và ký.');
    expect(printed.stderr).toContain('Gửi 52-gia-lai.csv (2975 byte) của Tỉnh Gia Lai (52) …');
    const all = printed.stdout + printed.stderr;
    expect(all).not.toMatch(/X-Amz|Signature|eyJ/);
  }, 60_000);

  test('submitted again, it is not submitted twice', async () => {
    expect(await submit(giaLai, ...slot, '--json')).toBe(0);
    const { how, submission } = JSON.parse(printed.stdout);
    expect([how, submission.state]).toEqual(['submitted-before', 'checked']);
    printed.stdout = '';
    expect(await status(...slot, '--json')).toBe(0);
    expect(JSON.parse(printed.stdout).items).toHaveLength(1);
  }, 60_000);

  test('its state and history are told', async () => {
    expect(await status(...slot, '--lang', 'en')).toBe(0);
    const id = idIn(printed.stdout);
    expect(printed.stdout).toContain('passed, waits for a signature');
    printed.stdout = '';
    expect(await status(id)).toBe(0);
    expect(printed.stdout).toMatch(/mở · bao-cao-52 · 52-gia-lai\.csv\n.*nhận tệp\n.*đạt · passed\n/);
    expect(printed.stdout).toContain('✓ ĐẠT');
  });
});

describe('a file with errors', () => {
  test('is not sent: the errors found here are told', async () => {
    expect(await submit(wrong(), ...slot)).toBe(1);
    expect(printed.stdout).toContain('E12 · đang ghi “4x7”');
    expect(printed.stderr).toContain('chưa gửi gì');
    printed.stdout = '';
    expect(await status(...slot, '--json')).toBe(0);
    expect(JSON.parse(printed.stdout).items).toHaveLength(1);
  });

  test('is sent when that is wanted, and the service finds the same', async () => {
    expect(await submit(wrong(), ...slot, '--json')).toBe(1);
    const here = JSON.parse(printed.stdout);
    printed.stdout = '';
    expect(await submit(wrong(), ...slot, '--json', '--anyway')).toBe(1);
    const there = JSON.parse(printed.stdout);
    expect(here.sent).toBe(false);
    expect(there).toMatchObject({ sent: true, how: 'put', submission: { state: 'returned' } });
    expect(there.findings).toEqual(here.report.findings);
    // The file was held against the attempts before: see the next test.
    expect(here.report.context).toMatch(/^[0-9a-f]{64}$/);
    printed.stdout = '';
    expect(await status(there.submission.id, '--lang', 'vi')).toBe(0);
    expect(printed.stdout).toContain('bị trả lại vì có lỗi. Sửa các lỗi trong tệp rồi nộp bản mới');
    expect(printed.stdout).toContain('E12 · đang ghi “4x7”');
  }, 60_000);

  test('the next attempt is told what it has mended', async () => {
    const mended = changed('sửa.csv', (text) => text.replace('43;47;91,49', '43;47;91,5'));
    expect(await submit(mended, ...slot, '--anyway')).toBe(0);
    const contextFile = join(folder, 'context.json');
    const url = `${stack.url}/v1/contexts/52/qd766/2026-Q3`;
    const answer = await fetch(url, { headers: { authorization: `Bearer ${await reporter()}` } });
    writeFileSync(contextFile, await answer.text());
    printed.stdout = '';
    expect(await checkCommand.run([wrong(), ...slot, '--context', contextFile, '--lang', 'en'])).toBe(1);
    expect(printed.stdout).toContain('Since the attempt before: 0 mended, 1 new');
    printed.stdout = '';
    const other = ['--unit', '82', '--period', '2026-Q3', '--form', 'qd766'];
    expect(await checkCommand.run([giaLai, ...other, '--context', contextFile])).toBe(2);
    expect(printed.stderr).toMatch(/--context: the context is for unit province:52@2025/);
  }, 60_000);
});

describe('whatever happens on the way', () => {
  test('a first run that was broken off after the ticket is gone on with', async () => {
    const file = changed('dở.csv', (text) => `${text}\n`);
    expect(await submit(file, ...slot, '--wait', '0')).toBe(2);
    expect(printed.stderr).toMatch(/npx diem-cau status [0-9a-f]{32}/);
    const id = idIn(printed.stderr);
    printed.stdout = '';
    expect(await submit(file, ...slot, '--json')).toBe(0);
    expect(JSON.parse(printed.stdout).submission.id).toBe(id);
  }, 60_000);

  test('an URL that has expired is asked for anew', async () => {
    // A front that gives out, once, a ticket whose signature has gone bad.
    const front = createServer(async (asked, answer) => {
      const body: Buffer[] = [];
      for await (const piece of asked) body.push(piece as Buffer);
      const headers = {
        authorization: asked.headers.authorization ?? '',
        'content-type': 'application/json',
      };
      const key = asked.headers['idempotency-key'];
      const got = await fetch(stack.url + asked.url, {
        method: asked.method ?? 'GET',
        headers: { ...headers, ...(key === undefined ? {} : { 'idempotency-key': String(key) }) },
        ...(body.length > 0 ? { body: Buffer.concat(body) } : {}),
      });
      let text = await got.text();
      if (asked.method === 'POST' && asked.url === '/v1/submissions') {
        const ticket = JSON.parse(text) as Ticket;
        ticket.upload.url = ticket.upload.url.replaceAll(
          /(?<before>X-Amz-Date=|%2F)\d{8}(?=T|%2F)/g,
          '$<before>20200101',
        );
        text = JSON.stringify(ticket);
      }
      answer.writeHead(got.status, { 'content-type': 'application/json' }).end(text);
    });
    await new Promise<void>((resolve) => {
      front.listen(0, '127.0.0.1', resolve);
    });
    const { port } = front.address() as { port: number };
    const file = changed('hết hạn.csv', (text) => `${text}\n\n`);
    const ended = await submitCommand.run([file, ...slot, '--json', '--api', `http://127.0.0.1:${port}`]);
    front.close();
    expect(printed.stderr).not.toContain('submit:');
    expect([ended, JSON.parse(printed.stdout).how]).toEqual([0, 'put']);
  }, 60_000);

  test('a withdrawn one is submitted anew on request', async () => {
    const file = changed('rút.csv', (text) => `${text}\n\n\n`);
    expect(await submit(file, ...slot, '--json')).toBe(0);
    const first = JSON.parse(printed.stdout).submission.id;
    const answer = await fetch(`${stack.url}/v1/submissions/${first}/withdraw`, {
      method: 'POST',
      headers: { authorization: `Bearer ${await reporter()}`, 'content-type': 'application/json' },
      body: JSON.stringify({ why: 'nhầm tệp' }),
    });
    expect(answer.status).toBe(200);
    expect(await submit(file, ...slot)).toBe(1);
    expect(printed.stderr).toContain('409 was-withdrawn');
    expect(printed.stderr).toContain('--again');
    printed.stdout = '';
    expect(await submit(file, ...slot, '--json', '--again')).toBe(0);
    expect(JSON.parse(printed.stdout).submission.id).not.toBe(first);
  }, 60_000);
});

describe('who may not, and what cannot be reached', () => {
  const tokenFile = (token: string) => {
    const path = join(folder, 'token');
    writeFileSync(path, `${token}\n`);
    return ['--token-file', path];
  };

  test("another unit's reporter is refused", async () => {
    const token = await stack.mintToken({ subject: 'x', unit: 'province:82@2025', roles: ['reporter'] });
    expect(await submit(giaLai, ...slot, ...tokenFile(token))).toBe(1);
    expect(printed.stderr).toContain('404 not-found');
    expect(await status(...slot, ...tokenFile(token))).toBe(1);
    expect(printed.stderr).toContain('404 not-found');
  });

  test('a template from the service, with a token', async () => {
    const out = join(folder, 'mẫu.xlsx');
    const ask = [...slot, '--form', 'qd766', '-o', out, '--api', stack.url];
    expect(await templateCommand.run(ask)).toBe(0);
    expect(readFileSync(out).subarray(0, 2).toString()).toBe('PK');
    expect(await templateCommand.run([...ask, '--force', ...tokenFile('eyJhbGciOiJub25lIn0.e30.x')])).toBe(2);
    expect(printed.stderr).toContain('Hãy đăng nhập lại');
  });

  test('a check that asks the service is held against what the service has', async () => {
    const asked = [giaLai, ...slot, '--json', '--api', stack.url];
    expect(await checkCommand.run(asked)).toBe(0);
    const { context, changes } = JSON.parse(printed.stdout);
    expect(context).toMatch(/^[0-9a-f]{64}$/);
    expect(changes.previous).toMatch(/^[0-9a-f]{32}$/);
    expect(await checkCommand.run([...asked, ...tokenFile('eyJhbGciOiJub25lIn0.e30.x')])).toBe(2);
    expect(printed.stderr).toContain('Hãy đăng nhập lại');
    expect(await checkCommand.run([...asked, '--context', giaLai])).toBe(2);
    expect(printed.stderr).toContain('--context | --api');
  });

  test('a file that does not tell its form is not sent', async () => {
    const file = changed('thư.csv', () => 'Kính gửi Ủy ban\n');
    expect(await submit(file, ...slot, '--anyway')).toBe(1);
    expect(printed.stderr).toContain('--form');
  });

  test('an analyst sees, and does not submit', async () => {
    const token = await stack.mintToken({ subject: 'phan-tich', roles: ['analyst'] });
    expect(await submit(giaLai, ...slot, ...tokenFile(token))).toBe(1);
    expect(printed.stderr).toContain('403 not-allowed');
    expect(await status(...slot, ...tokenFile(token))).toBe(0);
  });

  test('a token that is not accepted: sign in again', async () => {
    expect(await submit(giaLai, ...slot, ...tokenFile('eyJhbGciOiJub25lIn0.e30.x'))).toBe(2);
    expect(printed.stderr).toContain('Hãy đăng nhập lại');
    expect(printed.stderr).not.toContain('eyJ');
  });

  test('nobody answers: where to look', async () => {
    expect(await submitCommand.run([giaLai, ...slot, '--api', 'http://127.0.0.1:1'])).toBe(2);
    expect(printed.stderr).toContain('http://127.0.0.1:1 không trả lời');
    expect(printed.stderr).toContain('npm start');
  });

  test('a slot with nothing in it', async () => {
    const token = await stack.mintToken({ subject: 'x', unit: 'province:82@2025', roles: ['reporter'] });
    const other = ['--unit', '82', '--period', '2026-Q3', '--form', 'qd766'];
    expect(await status(...other, ...tokenFile(token))).toBe(1);
    expect(printed.stdout).toContain('Chưa có bản nộp nào');
  });

  test('the client of the API is the one that everything else uses', async () => {
    await expect(new ApiClient(stack.url).get('/v1/submissions')).rejects.toMatchObject({ status: 401 });
  });
});

test.each<[string, typeof submit, string[], RegExp]>([
  ['no file', submit, slot, /FILE/],
  ['two files', submit, [giaLai, giaLai, ...slot], /FILE/],
  ['no unit', submit, [giaLai, '--period', '2026-Q3'], /--unit/],
  ['a wait that is none', submit, [giaLai, ...slot, '--wait', 'x'], /--wait/],
  ['a token on the command line', submit, [giaLai, ...slot, '--token', 'x'], /--token/],
  ['a token file that is not there', submit, [giaLai, ...slot, '--token-file', '/nowhere/x'], /--token-file/],
  ['a file that is not there', submit, ['/nowhere/x.csv', ...slot], /không có tệp này/],
  ['nothing named', status, [], /--unit/],
  ['an id that is none', status, ['x'], /ID/],
])('%s is exit status 2', async (_what, run, args, said) => {
  expect(await run(...args)).toBe(2);
  expect(printed.stderr).toMatch(said);
});

test('a token is sent over TLS or to this machine only, and there must be one', async () => {
  expect(await submitCommand.run([giaLai, ...slot, '--api', 'http://diemcau.example.vn'])).toBe(2);
  expect(printed.stderr).toContain('--api: https://');
  const token = process.env.DIEM_CAU_TOKEN;
  delete process.env.DIEM_CAU_TOKEN;
  expect(await status(...slot)).toBe(2);
  process.env.DIEM_CAU_TOKEN = token;
  expect(printed.stderr).toContain('--token-file');
});

test('helps', async () => {
  expect([await submit('--help'), await status('--help')]).toEqual([0, 0]);
  expect(printed.stdout).toContain('npx diem-cau submit FILE');
  expect(printed.stdout).toContain('npx diem-cau status ID');
});
