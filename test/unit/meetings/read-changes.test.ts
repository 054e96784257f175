import { expect, test } from '@jest/globals';
import { changeMeeting } from '../../../shared/meetings/change-meeting.ts';
import { planMeeting } from '../../../shared/meetings/plan-meeting.ts';
import { readChanges } from '../../../shared/meetings/read-calendar-records.ts';
import type { MeetingRequest } from '../../../shared/meetings/wanted-meeting.ts';
import { calendarInMemory, secretariat } from './calendar-in-memory.ts';

/** Who changed a meeting, page by page. */

const wanted: MeetingRequest = {
  body: 'UBQG',
  number: 11,
  date: '2026-10-15',
  theme: { vi: 'Quý III', en: 'Third quarter' },
  asks: [{ form: 'qd766', period: '2026-Q3' }],
  moments: { cutOff: '2026-10-14T17:00:00' },
};
const at = '2026-09-22T02:00:00.000Z';

test('changes are told newest first, fifty at a time, each once; one that was only claimed is not', async () => {
  let stops = false;
  const calendar = calendarInMemory((call) => {
    if (stops && call === 'putMeeting') throw new Error('stopped');
  });
  await planMeeting({ who: secretariat, at, request: wanted }, calendar.parts);
  const change = (revision: number) => {
    const theme = { vi: `Sửa ${revision}`, en: `Change ${revision}` };
    const request = { ...wanted, theme, revision, why: `Lần ${revision}` };
    return changeMeeting({ id: 'ubqg-11', who: secretariat, at, request }, calendar.parts);
  };
  for (let revision = 1; revision < 120; revision += 1) await change(revision);
  stops = true;
  await expect(change(120)).rejects.toThrow('stopped');
  const pages: number[][] = [];
  let after: number | null = null;
  do {
    const ask: Parameters<typeof readChanges>[0] = { id: 'ubqg-11', who: secretariat, after };
    const { items, next } = await readChanges(ask, calendar.parts);
    pages.push(items.map(({ revision }) => revision));
    after = next === null ? null : Number(next);
  } while (after !== null && pages.length < 9);
  const from = (first: number, count: number) => Array.from({ length: count }, (_, index) => first - index);
  expect(pages).toEqual([from(120, 50), from(70, 50), from(20, 20)]);
  const none = await readChanges({ id: 'ubqg-11', who: secretariat, after: 1 }, calendar.parts);
  expect(none).toEqual({ items: [], next: null });
});
