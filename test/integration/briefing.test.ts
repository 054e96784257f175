import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import Excel from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';
import { ApiClient, type Person } from '../../local/job/api-client.ts';
import { runJob } from '../../local/job/run-job.ts';
import type { Stack } from '../../local/stack.ts';
import type { IndicatorRollup } from '../../shared/aggregation/roll-up.ts';
import type { ScorecardRollup } from '../../shared/aggregation/score-round.ts';
import type { BriefingView } from '../../shared/briefing/keep-briefing.ts';
import type { Snapshot } from '../../shared/briefing/snapshot.ts';
import { diemCau } from './command.ts';
import { startService } from './service.ts';

/** The briefing of the demonstration's meeting, as an analyst gets it. */

let stack: Stack;
let api: ApiClient;
let analyst: Person;
let before: number;

beforeAll(async () => {
  stack = await startService();
  api = new ApiClient(stack.url);
  analyst = await api.signIn({ roles: ['analyst'], subject: 'who-reads' });
  before = (await asked('briefing.html')).status;
  await runJob(stack.url, () => {});
}, 180_000);
afterAll(() => stack.stop());

const headers = () => ({ authorization: `Bearer ${analyst.token}` });
const asked = (file: string, init: RequestInit = {}) =>
  fetch(`${stack.url}/v1/meetings/ubqg-11/${file}`, { headers: headers(), redirect: 'manual', ...init });

async function fileOf(file: string): Promise<Uint8Array> {
  const location = (await asked(file)).headers.get('location') as string;
  return new Uint8Array(await (await fetch(location)).arrayBuffer());
}

test('there is none before the freeze', () => {
  expect([404, 409]).toContain(before);
});

test('every file is listed with its digest, in both languages, and is what the digest says', async () => {
  const list = (await (await asked('briefing')).json()) as BriefingView;
  expect(list.files.map(({ kind, language }) => `${language}.${kind}`)).toEqual(
    ['vi', 'en'].flatMap((language) => ['html', 'docx', 'xlsx', 'csv'].map((kind) => `${language}.${kind}`)),
  );
  for (const { path, sha256, bytes } of list.files) {
    const content = await fileOf(path.replace('/v1/meetings/ubqg-11/', ''));
    expect([content.length, createHash('sha256').update(content).digest('hex')]).toEqual([bytes, sha256]);
  }
  const page = new TextDecoder().decode(await fileOf('briefing.html'));
  expect(page).toContain(list.snapshot);
});

test('a file is kept under a name, and the page is shown and not kept', async () => {
  const located = async (file: string) => {
    const location = (await asked(file)).headers.get('location') as string;
    const { headers: given } = await fetch(location);
    return [given.get('content-type'), given.get('content-disposition')];
  };
  expect(await located('briefing.csv?lang=en')).toEqual([
    'text/csv; charset=utf-8',
    "attachment; filename*=UTF-8''briefing-session-11.csv",
  ]);
  expect(await located('briefing.html')).toEqual([
    'text/html; charset=utf-8',
    "inline; filename*=UTF-8''bao-cao-phien-11.html",
  ]);
});

test('another language, another meeting and no token are refused', async () => {
  expect((await asked('briefing.docx?lang=fr')).status).toBe(400);
  expect((await asked('../khong-co/briefing.docx')).status).toBe(404);
  expect((await asked('briefing.docx', { headers: {} })).status).toBe(401);
});

test('the command line writes a file once, by its extension', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'diem-cau-briefing-'));
  const out = join(folder, 'bao-cao.docx');
  const run = (...args: string[]) =>
    diemCau(['briefing', ...args, '--api', stack.url], { env: { DIEM_CAU_TOKEN: analyst.token } });
  try {
    const written = await run('ubqg-11', '-o', out);
    expect({ status: written.status, err: written.err }).toMatchObject({ status: 0 });
    const sha256 = createHash('sha256').update(readFileSync(out)).digest('hex');
    expect(written.err).toContain(sha256);
    const { files } = (await (await asked('briefing')).json()) as BriefingView;
    expect(files.find(({ kind, language }) => kind === 'docx' && language === 'vi')?.sha256).toBe(sha256);
    // What is there is not lost unasked; another kind of file is no briefing; another meeting has none.
    expect((await run('ubqg-11', '-o', out)).status).toBe(2);
    expect((await run('ubqg-11', '-o', join(folder, 'bao-cao.pdf'))).status).toBe(2);
    expect((await run('khong-co', '-o', join(folder, 'x.csv'))).status).toBe(1);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

describe('the workbook, read again by another program, equals the API to the last digit', () => {
  let book: Excel.Workbook;
  let parts: Record<string, Uint8Array>;
  let snapshot: Snapshot;
  beforeAll(async () => {
    const bytes = await fileOf('briefing.xlsx');
    book = new Excel.Workbook();
    await book.xlsx.load(bytes.buffer as ArrayBuffer);
    parts = unzipSync(bytes);
    snapshot = await api.get<Snapshot>('/v1/meetings/ubqg-11/snapshot', analyst);
  });

  /** A table's sheet is named by its number and caption. */
  function sheetOf(caption: string): Excel.Worksheet {
    return book.worksheets.find(({ name }) =>
      / (.*)/.exec(name)?.[1]?.startsWith(caption),
    ) as Excel.Worksheet;
  }

  /** The numbers as they are written in a sheet's part, digit for digit, by cell. */
  function literals(sheet: string): ReadonlyMap<string, string> {
    const at = book.worksheets.findIndex(({ name }) => name === sheet) + 1;
    const xml = strFromU8(parts[`xl/worksheets/sheet${at}.xml`] as Uint8Array);
    const cells = xml.matchAll(/<c r="([A-Z]+\d+)"[^>]*><v>([^<]*)<\/v>/g);
    return new Map([...cells].map(([, cell = '', number = '']) => [cell, number]));
  }

  test('every figure of every unit: value, numerator and denominator', () => {
    const sheet = sheetOf('Toàn bộ số liệu');
    const rows = new Map<string, number>();
    sheet.eachRow((row, number) => rows.set(`${row.getCell(5).text} ${row.getCell(1).text}`, number));
    const rollups = snapshot.contents
      .filter(({ name }) => name.kind === 'indicator' && name.basis === undefined)
      .map(({ document }) => document as IndicatorRollup);
    const written = literals(sheet.name);
    let compared = 0;
    for (const { indicator, units } of rollups) {
      for (const { code, value, numerator, denominator } of units) {
        const row = rows.get(`${indicator} ${code}`) as number;
        const digits = ['H', 'I', 'J'].map((column) => written.get(`${column}${row}`) ?? null);
        expect(digits).toEqual([value, numerator, denominator]);
        const read = sheet.getCell(`H${row}`).value;
        if (value !== null) expect(read).toBe(Number(value));
        compared += 1;
      }
    }
    expect(compared).toBe(34 * 21);
  }, 60_000);

  test('every rank and total', async () => {
    const card = await api.get<ScorecardRollup>('/v1/meetings/ubqg-11/scorecards/qd766/2026-Q3', analyst);
    const sheet = sheetOf('Xếp hạng theo');
    const written = literals(sheet.name);
    const told: (string | undefined)[][] = [];
    for (let row = 3; row < 3 + card.units.length; row += 1) {
      const code = sheet.getCell(`B${row}`).text;
      told.push([code, written.get(`A${row}`), written.get(`D${row}`)]);
    }
    expect(told).toEqual(card.units.map(({ code, rank, total }) => [code, String(rank), total]));
  });

  test('codes are texts, and no cell is a formula', () => {
    expect(sheetOf('Toàn bộ số liệu').getCell('A4').value).toBe('01');
    for (const sheet of book.worksheets) {
      const formulas: string[] = [];
      sheet.eachRow((row) => {
        row.eachCell((cell) => {
          if (cell.formula) formulas.push(cell.address);
        });
      });
      expect(formulas).toEqual([]);
    }
  });
});

test('the CSV holds every figure, with a BOM and codes as they are', async () => {
  const bytes = await fileOf('briefing.csv');
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const rows = parse(Buffer.from(bytes), { bom: true });
  expect(rows).toHaveLength(1 + 21 * 35);
  const soLa = rows.find((row) => row[0] === '14' && row[4] === '766.PUBLISH_ON_TIME');
  expect(soLa?.slice(7)).toEqual(['', '0', '0', '0/0']);
});
