import { describe, expect, test } from '@jest/globals';
import { keyOf } from '../../../shared/normalisation/finding-order.ts';
import { Ledger } from '../../../shared/normalisation/ledger.ts';
import { limits } from '../../../shared/normalisation/limits.ts';
import type { Finding } from '../../../shared/normalisation/report.ts';

const at = (row: number, column = 1, sheet: string | null = null) => ({ sheet, row, column });
const short = (findings: readonly Finding[]) => findings.map(keyOf);

describe('findings', () => {
  test('stand in the order of the sheet, what concerns the whole file first, an effect behind its cause', () => {
    const ledger = new Ledger();
    ledger.find('result-differs', at(9, 6));
    ledger.find('indicator-missing', null, null, 'B', { cause: 'indicator-twice@B7' });
    ledger.find('indicator-twice', at(7));
    ledger.find('title-without-unit', null);
    ledger.find('negative', at(5, 4));
    expect(short(ledger.findings())).toEqual([
      'title-without-unit',
      'negative@E5',
      'indicator-twice@B7',
      'indicator-missing',
      'result-differs@G9',
    ]);
  });

  test('stand once each when they name each other, themselves, or a cause that is not there', () => {
    const ledger = new Ledger();
    ledger.find('negative', at(5), null, null, { cause: 'count-not-whole@B6' });
    ledger.find('count-not-whole', at(6), null, null, { cause: 'negative@B5' });
    ledger.find('indicator-twice', at(7), null, null, { cause: 'indicator-twice@B7' });
    ledger.find('all-zero', null, null, null, { cause: 'nothing' });
    expect(short(ledger.findings()).sort()).toEqual([
      'all-zero',
      'count-not-whole@B6',
      'indicator-twice@B7',
      'negative@B5',
    ]);
  });

  test('are capped, errors and each code’s first before more of the same; counts and groups are whole', () => {
    const ledger = new Ledger();
    const many = 3 * limits.listed;
    for (let row = 1; row <= many; row += 1) ledger.find('result-differs', at(row));
    for (let row = 1; row <= many; row += 1) ledger.find('negative', at(row, 4));
    ledger.find('indicator-twice', at(many + 1));
    const findings = ledger.findings();
    expect(findings).toHaveLength(limits.listed);
    expect(ledger.counts).toEqual({ errors: many + 1, warnings: many, repairs: 0 });
    const codes = (code: string) => findings.filter((finding) => finding.code === code).length;
    expect([codes('negative'), codes('indicator-twice'), codes('result-differs')]).toEqual([999, 1, 0]);
    expect(ledger.groups().map(({ code, severity, count }) => `${severity} ${code} ${count}`)).toEqual([
      `error negative ${many}`,
      `error indicator-twice 1`,
      `warning result-differs ${many}`,
    ]);
  });

  test('quote the beginning of a long cell, and never half a letter', () => {
    const ledger = new Ledger();
    ledger.find('negative', at(1), `${'a'.repeat(limits.quoted - 1)}𝟘𝟘`);
    ledger.find('negative', at(2), '\uD800');
    const [first, second] = ledger.findings();
    expect(first?.got).toBe(`${'a'.repeat(limits.quoted - 1)}…`);
    expect(second?.got).toBe('\uFFFD');
  });
});

describe('groups', () => {
  test('name the first five cells, and stand behind the group that causes all of them', () => {
    const ledger = new Ledger();
    for (const row of [9, 3, 8, 4, 7, 5]) ledger.find('indicator-twice', at(row, 1, 'Biểu 1'));
    ledger.find('indicator-missing', null, null, 'B', { cause: 'indicator-twice@Biểu 1!B3' });
    ledger.find('indicator-missing', null, null, 'C', { cause: 'indicator-twice@Biểu 1!B4' });
    const [cause, effect, ...rest] = ledger.groups();
    expect(rest).toEqual([]);
    expect(cause).toMatchObject({ code: 'indicator-twice', count: 6, cause: null });
    expect(cause?.cells).toEqual(['B3', 'B4', 'B5', 'B7', 'B8'].map((cell) => ({ sheet: 'Biểu 1', cell })));
    expect(effect).toMatchObject({
      code: 'indicator-missing',
      count: 2,
      cause: 'indicator-twice',
      cells: [],
    });
  });

  test('of errors stand before warnings that cause them', () => {
    const ledger = new Ledger();
    ledger.find('result-differs', at(1));
    ledger.find('indicator-missing', null, null, null, { cause: 'result-differs@B1' });
    expect(ledger.groups().map(({ code }) => code)).toEqual(['indicator-missing', 'result-differs']);
  });
});

describe('causes', () => {
  const blamed = (ledger: Ledger) =>
    ledger
      .findings()
      .flatMap(({ code, cause, hint }) => (code === 'indicator-missing' ? [[cause, hint?.en]] : []));

  test('are taken one by one where there are as many as effects', () => {
    const ledger = new Ledger();
    ledger.find('indicator-twice', at(7));
    ledger.find('indicator-unknown', at(9));
    ledger.find('indicator-missing', null, null, 'B');
    ledger.find('indicator-missing', null, null, 'C');
    ledger.blame('indicator-missing', ['indicator-twice', 'indicator-unknown']);
    expect(blamed(ledger)).toEqual([
      ['indicator-twice@B7', 'The row of cell B7 may have taken its place: mend that one first.'],
      ['indicator-unknown@B9', 'The row of cell B9 may have taken its place: mend that one first.'],
    ]);
  });

  test('are not guessed where there are more or fewer', () => {
    const ledger = new Ledger();
    ledger.find('indicator-twice', at(7));
    ledger.find('indicator-missing', null, null, 'B');
    ledger.find('indicator-missing', null, null, 'C');
    ledger.blame('indicator-missing', ['indicator-twice']);
    expect(blamed(ledger)).toEqual([
      [null, undefined],
      [null, undefined],
    ]);
  });

  test('of the whole file cause everything', () => {
    const ledger = new Ledger();
    ledger.find('report-repeated', null);
    ledger.find('figure-repeated', at(3));
    ledger.find('figure-repeated', at(4));
    ledger.blame('figure-repeated', ['report-repeated']);
    expect(ledger.findings().map(({ cause }) => cause)).toEqual([null, 'report-repeated', 'report-repeated']);
  });
});

test('what a rule finds in the shadow is counted and not shown', () => {
  const ledger = new Ledger();
  ledger.shade('missing-without-note');
  ledger.shade('cumulative-suspected');
  ledger.shade('missing-without-note');
  expect(ledger.shadow()).toEqual({ 'cumulative-suspected': 1, 'missing-without-note': 2 });
  expect(ledger.findings()).toEqual([]);
  expect(ledger.counts).toEqual({ errors: 0, warnings: 0, repairs: 0 });
});

test('a finding without a message is a fault of ours', () => {
  expect(() => new Ledger().find('never-written', null)).toThrow('never-written');
});

test('findings of two sheets do not mix', () => {
  const ledger = new Ledger();
  const places = [
    ['B', 3],
    ['A', 1],
    ['B', 1],
    ['A', 2],
  ] as const;
  for (const [sheet, row] of places) ledger.find('number-unreadable', { sheet, row, column: 0 });
  ledger.find('title-without-unit', null);
  const cells = ledger.findings().map(({ at }) => at && `${at.sheet}!${at.cell}`);
  expect(cells).toEqual([null, 'B!A1', 'B!A3', 'A!A1', 'A!A2']);
});
