import { expect, test } from '@jest/globals';
import { catalog } from '../../../shared/catalog/catalog.ts';
import type { Meeting } from '../../../shared/meetings/meeting.ts';
import { findMeeting, listMeetings, readMeeting } from '../../../shared/query/read-meeting.ts';

/** Meetings as they are told: those of the calendar over the sessions that the catalogue knows. */

const meeting = (change: Partial<Meeting>): Meeting => ({
  schema: 'meeting/1',
  id: 'ubqg-11',
  revision: 3,
  body: 'UBQG',
  number: 11,
  date: '2026-10-15',
  theme: { vi: 'Quý III', en: 'Third quarter' },
  asks: [
    { form: 'qd766', period: '2026-Q3' },
    { form: 'nhiem-vu', period: '2026-Q3' },
  ],
  previous: null,
  moments: {
    opening: '2026-09-15T08:00:00',
    reminders: [],
    cutOff: '2026-10-14T17:00:00',
    provisional: '2026-10-14T17:02:00',
    freeze: '2026-10-14T17:15:00',
  },
  state: 'planned',
  constructed: true,
  ...change,
});
const partsOf = (...kept: Meeting[]) => ({
  catalog,
  meetings: {
    meeting: async (id: string) => kept.find((one) => one.id === id),
    meetings: async () => kept,
  },
  snapshots: { frozen: async () => undefined },
});

test('a meeting of the calendar says when it is frozen, and which scorecards it looks at', async () => {
  const view = await readMeeting('ubqg-11', partsOf(meeting({})));
  expect(view).toMatchObject({
    state: 'planned',
    revision: 3,
    body: { en: 'National Committee on Digital Transformation' },
    bodyCode: 'UBQG',
    // Two forms, one period; tasks are scored by nothing.
    periods: ['2026-Q3'],
    scorecards: ['qd766'],
    cutOff: '2026-10-14T17:00:00',
    freezeAt: '2026-10-14T17:15:00',
    snapshot: null,
  });
});

test('one that was cancelled is never frozen, and a session that was held has no moments', async () => {
  const parts = partsOf(meeting({ state: 'cancelled' }));
  const { state, freezeAt, cutOff } = await findMeeting('ubqg-11', parts);
  expect([state, freezeAt, cutOff]).toEqual(['cancelled', null, '2026-10-14T17:00:00']);
  expect(await findMeeting('ubqg-10', parts)).toMatchObject({
    state: 'held',
    revision: null,
    // As it was published: no English.
    theme: { vi: 'Tổng kết 2024; DTI 2023', en: null },
    periods: ['2024'],
    moments: null,
    freezeAt: null,
  });
  await expect(findMeeting('ubqg-11', partsOf())).rejects.toThrow('not-found');
});

test('where both know one, the calendar counts; newest first, and of one day by id', async () => {
  const second = meeting({ id: 'ubqg-02', number: 2, date: '2022-04-27' });
  const sameDay = meeting({ id: 'bcdcp-05', body: 'BCDCP', number: 5 });
  const { items } = await listMeetings(partsOf(meeting({}), second, sameDay));
  expect(items.slice(0, 3).map(({ id }) => id)).toEqual(['bcdcp-05', 'ubqg-11', 'bcdcp-04']);
  expect(items.filter(({ id }) => id === 'ubqg-02').map(({ state }) => state)).toEqual(['planned']);
  expect(items).toHaveLength(catalog.meetings.size + 2);
});
