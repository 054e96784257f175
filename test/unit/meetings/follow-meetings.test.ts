import { describe, expect, test } from '@jest/globals';
import { catalog } from '../../../shared/catalog/catalog.ts';
import { type ChangeRequest, changeMeeting } from '../../../shared/meetings/change-meeting.ts';
import { planMeeting } from '../../../shared/meetings/plan-meeting.ts';
import { sessionNamed } from '../../../shared/meetings/sessions.ts';
import type { MeetingRequest } from '../../../shared/meetings/wanted-meeting.ts';
import { sessionsBefore } from '../../../shared/tasks/gather-tasks.ts';
import { calendarInMemory, secretariat } from './calendar-in-memory.ts';
import { refused } from './refused.ts';

/** Meetings stand in one row: each starts from an earlier one, and from each starts one only. */

/** Tuesday 22 September 2026, 09:00 in Viet Nam. */
const at = '2026-09-22T02:00:00.000Z';
const session = (number: number, date: string, cutOff: string): MeetingRequest => ({
  body: 'UBQG',
  number,
  date,
  theme: { vi: `Phiên ${number}`, en: `Session ${number}` },
  asks: [{ form: 'qd766', period: '2026-Q3' }],
  moments: { cutOff: `${cutOff}T17:00:00` },
});
const eleven = session(11, '2026-10-15', '2026-10-14');
const twelve = session(12, '2026-11-20', '2026-11-19');
const thirteen = session(13, '2026-12-10', '2026-12-09');

function row() {
  const calendar = calendarInMemory();
  const plan = (request: MeetingRequest) => planMeeting({ who: secretariat, at, request }, calendar.parts);
  const change = (request: MeetingRequest & Partial<ChangeRequest>) => {
    const id = `ubqg-${request.number}`;
    const revision = calendar.kept.get(id)?.revision ?? 1;
    const whole = { why: 'Lý do', revision, ...request };
    return changeMeeting({ id, who: secretariat, at, request: whole }, calendar.parts);
  };
  /** The meetings that one follows, the nearest first. */
  const followedBy = (id: string) => {
    const parts = { catalog, meetings: calendar.parts.meetings };
    const meeting = { id, previous: calendar.kept.get(id)?.previous ?? null };
    return sessionsBefore(meeting, { session: (named) => sessionNamed(named, parts) });
  };
  return { calendar, plan, change, followedBy };
}

describe('a meeting that another one follows', () => {
  test('is not moved behind it, nor frozen behind it, and keeps what it follows itself', async () => {
    const { calendar, plan, change, followedBy } = row();
    await plan(eleven);
    await plan(twelve);
    expect(await refused(change(session(11, '2026-12-01', '2026-11-30')))).toEqual([
      'meeting-not-valid',
      'date follower-is-earlier',
      'moments.freeze follower-is-earlier',
    ]);
    // On an earlier day than the follower, but frozen at the same time as it.
    const frozenLate = { ...eleven, moments: { ...eleven.moments, freeze: '2026-11-19T17:15:00' } };
    expect(await refused(change(frozenLate))).toEqual([
      'meeting-not-valid',
      'moments.freeze follower-is-earlier',
    ]);
    const { meeting } = await change(session(11, '2026-10-16', '2026-10-15'));
    expect([meeting.previous, calendar.kept.get('ubqg-12')?.previous]).toEqual([null, 'ubqg-11']);
    expect([await followedBy('ubqg-11'), await followedBy('ubqg-12')]).toEqual([[], ['ubqg-11']]);
  });

  test('is moved behind it once that one starts from another', async () => {
    const { plan, change, followedBy } = row();
    await plan(eleven);
    await plan(twelve);
    await change({ ...twelve, previous: null });
    const { meeting } = await change({
      ...session(11, '2026-12-01', '2026-11-30'),
      previous: 'ubqg-12',
    });
    expect(meeting.previous).toBe('ubqg-12');
    expect([await followedBy('ubqg-12'), await followedBy('ubqg-11')]).toEqual([[], ['ubqg-12']]);
    expect(await refused(change({ ...twelve, previous: 'ubqg-11' }))).toEqual([
      'meeting-not-valid',
      'previous meeting-is-later',
    ]);
  });

  test('is frozen before whoever starts from it', async () => {
    const { plan } = row();
    await plan({ ...eleven, moments: { ...eleven.moments, freeze: '2026-11-19T17:15:00' } });
    expect(await refused(plan(twelve))).toEqual([
      'meeting-not-valid',
      'previous freezes-before-its-predecessor',
    ]);
  });

  test('is followed by one only: who is to come between is told how', async () => {
    const { plan, change, followedBy } = row();
    await plan(eleven);
    await plan(thirteen);
    const told = ['meeting-not-valid', 'previous followed-already', 'followedBy ubqg-13'];
    expect(await refused(plan(twelve))).toEqual(told);
    expect(await refused(plan({ ...twelve, previous: 'ubqg-11' }))).toEqual(told);
    // As the message says: the follower is loosened, the new one planned, and named by the follower.
    await change({ ...thirteen, previous: null });
    expect((await plan(twelve)).meeting.previous).toBe('ubqg-11');
    await change({ ...thirteen, previous: 'ubqg-12' });
    expect(await followedBy('ubqg-13')).toEqual(['ubqg-12', 'ubqg-11']);
  });

  test('is followed by whoever followed one that was cancelled in between, and by no other', async () => {
    const { plan, change, followedBy } = row();
    await plan(eleven);
    await plan(twelve);
    await plan(thirteen);
    await change({ ...twelve, state: 'cancelled' });
    expect(await followedBy('ubqg-13')).toEqual(['ubqg-11']);
    const fourteen = { ...session(14, '2027-01-15', '2027-01-14'), previous: 'ubqg-11' };
    expect(await refused(plan(fourteen))).toEqual([
      'meeting-not-valid',
      'previous followed-already',
      'followedBy ubqg-13',
    ]);
    expect(await refused(change(session(11, '2026-12-10', '2026-12-08')))).toEqual([
      'meeting-not-valid',
      'date follower-is-earlier',
    ]);
    // It need not name another one to be changed.
    const { meeting } = await change({ ...thirteen, theme: { vi: 'Khác', en: 'Other' } });
    expect([meeting.previous, meeting.theme.en]).toEqual(['ubqg-12', 'Other']);
    expect(await refused(plan({ ...fourteen, previous: 'ubqg-12' }))).toEqual([
      'meeting-not-valid',
      'previous meeting-was-cancelled',
    ]);
  });
});
