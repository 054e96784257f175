import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type JobResult, runJob } from '../../local/job/run-job.ts';
import { scoreboard } from '../../local/job/scoreboard.ts';
import type { Stack } from '../../local/stack.ts';
import { startService, tableContent } from '../integration/service.ts';

/** The whole story over HTTP: 34 provinces' files go in by signed URL, the frozen scoreboard comes out. */

let stack: Stack;
let result: JobResult;
const steps: string[] = [];

beforeAll(async () => {
  stack = await startService();
  result = await runJob(stack.url, (step, done, of) => steps.push(`${step} ${done}/${of}`));
}, 120_000);
afterAll(() => stack.stop());

describe('the main job', () => {
  test('reproduces every published metric score, group score and rank', () => {
    const { metrics, groups, ranks } = result.comparison;
    expect([metrics.equal, metrics.compared]).toEqual([475, 475]);
    expect([groups.equal, groups.compared]).toEqual([136, 136]);
    expect([ranks.equal, ranks.compared]).toEqual([34, 34]);
  });

  test('reproduces the totals: 32 exactly, and the two that the portal sums otherwise are named', () => {
    const { totals, holds } = result.comparison;
    expect([totals.equal, totals.withinOneHundredth, totals.compared]).toEqual([32, 2, 34]);
    expect(totals.differing.map(({ name, ours, published }) => `${name} ${ours} ${published}`)).toEqual([
      'Tỉnh Thái Nguyên 63.98 63.97',
      'Tỉnh Thanh Hóa 60.79 60.80',
    ]);
    expect(holds).toBe(true);
  });

  test('counts 34 of 34, all on time', () => {
    expect(result.coverage).toMatchObject({
      expected: 34,
      counted: 34,
      counts: { onTime: 34, late: 0, missing: 0 },
    });
  });

  test('tells of every step', () => {
    expect(steps).toContain('history 9/9');
    expect(steps).toContain('submit 34/34');
    expect(steps).toContain('aggregate 34/34');
    expect(steps).toContain('freeze 1/1');
    expect(steps).toContain('briefing 1/1');
  });

  test('walks a figure back to its cells: 1 of 48 in Tây Ninh, as it was written', () => {
    const { lineage } = result;
    expect(lineage.figure).toMatchObject({ numerator: '1', denominator: '48', status: 'reported' });
    const cells = lineage.cells.filter(({ role }) => role !== 'value');
    expect(cells.map(({ role, raw }) => `${role} ${raw}`)).toEqual(['numerator 1', 'denominator 48']);
    for (const { at } of cells) expect(at.cell).toMatch(/^[A-Z]+[1-9]\d*$/);
  });

  test('prints the scoreboard in Vietnamese: first, last, and what differs', () => {
    const printed = scoreboard(result, 'vi');
    expect(printed).toMatch(/ 1 {2}Tỉnh Đồng Tháp .* 68,80$/m);
    expect(printed).toMatch(/^ {2}34 {2}Thành phố Hà Nội .* 55,23$/m);
    expect(printed).toContain('Tỉnh Thái Nguyên · tổng: tính được 63,98, công bố 63,97');
    expect(printed).toContain('Mọi số liệu đều khớp.');
    expect(printed).toContain('npx diem-cau briefing ubqg-11 -o bao-cao-phien-11.docx');
  });

  test('run again on what is there, it changes nothing and finds the same', async () => {
    const before = await tableContent(stack);
    const again = await runJob(stack.url, () => {});
    expect(again.meeting.snapshot.hash).toBe(result.meeting.snapshot.hash);
    expect(await tableContent(stack)).toBe(before);
  }, 60_000);

  test('the provisional scorecard, read by anybody, is the frozen one while nothing was revised', async () => {
    const answer = await fetch(`${stack.url}/v1/public/scorecards/qd766/2026-Q3?basis=current`);
    const { basis, units } = (await answer.json()) as JobResult['scorecard'] & { basis: string };
    expect(answer.status).toBe(200);
    expect(basis).toBe('current');
    expect(units).toEqual(result.scorecard.units);
  });

  test('leaves no message behind', async () => {
    await stack.idle();
    const { queues } = await stack.status();
    const holding = Object.entries(queues).filter(([, { visible, inFlight }]) => visible + inFlight > 0);
    expect(holding).toEqual([]);
  });
});

test('another run, on another stack, freezes under the same name and makes the same briefing', async () => {
  const other = await startService();
  try {
    const { meeting, briefing } = await runJob(other.url, () => {});
    expect(meeting.snapshot.hash).toBe(result.meeting.snapshot.hash);
    expect(briefing).toEqual(result.briefing);
  } finally {
    await other.stop();
  }
}, 120_000);
