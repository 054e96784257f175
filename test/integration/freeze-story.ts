import { demoRequest } from '../../local/job/run-job.ts';
import type { Stack } from '../../local/stack.ts';
import { instantOf } from '../../shared/catalog/period.ts';
import type { MeetingRequest } from '../../shared/meetings/wanted-meeting.ts';
import { cdsFile } from './cds-file.ts';
import { People } from './people.ts';
import { sendToUploads } from './service.ts';

/**
 * Two meetings: what three provinces had signed by the first one's cut-off, and what one revised, one withdrew and one
 * reported between it and the second. The figures are made up; what they come to is worked out by hand in the tests.
 */

export const indicator = '749-02';
export const asked = { form: 'cds', period: '2026-Q3' };
export const giaLai = 'province:52@2025';
export const canTho = 'province:92@2025';
export const hue = 'province:46@2008';
export const haNoi = 'province:01@2008';
const names: Readonly<Record<string, string>> = {
  [giaLai]: 'Tỉnh Gia Lai',
  [canTho]: 'Thành phố Cần Thơ',
  [hue]: 'Thành phố Huế',
  [haNoi]: 'Thành phố Hà Nội',
};
export const whyRevised = 'Rà soát lại, bổ sung số liệu của các xã.';
export const whyWithdrawn = 'Lấy nhầm số liệu của quý trước.';

export const firstMeeting: MeetingRequest = { ...demoRequest, asks: [asked] };
export const secondMeeting: MeetingRequest = {
  ...demoRequest,
  number: 12,
  date: '2026-12-15',
  asks: [asked],
  moments: { cutOff: '2026-12-11T17:00:00' },
  previous: 'ubqg-11',
};
const secretariat = ['secretariat', null] as const;

/** How the same things may come: in another order, and everything twice. */
export type Telling = { reversed: boolean; twice: boolean };

/** Plans the first meeting, and has the three provinces report, before its cut-off. */
export async function tellFirst(stack: Stack, telling: Telling): Promise<void> {
  const people = peopleOf(stack);
  await plan(people, firstMeeting, telling);
  const reports: [unit: string, numerator: string, denominator: string][] = [
    [giaLai, '200', '1000'],
    [canTho, '100', '500'],
    [hue, '50', '100'],
  ];
  for (const [unit, ...parts] of telling.reversed ? reports.reverse() : reports) {
    await report(stack, people, unit, parts, { ...telling, why: '' });
  }
}

/** What happens between the two cut-offs. */
export async function tellSecond(stack: Stack, telling: Telling): Promise<void> {
  const people = peopleOf(stack);
  await plan(people, secondMeeting, telling);
  await later(stack);
  const steps = [
    () => report(stack, people, giaLai, ['300', '1000'], { ...telling, why: whyRevised }),
    () => report(stack, people, haNoi, ['400', '2000'], { ...telling, why: '' }),
    () => withdraw(stack, people, canTho),
  ];
  for (const step of telling.reversed ? steps.reverse() : steps) await step();
}

/** Moves the clock to a meeting's freeze, and answers the name of its snapshot. */
export async function freeze(stack: Stack, { number, moments }: MeetingRequest): Promise<string> {
  const settled = Date.parse(instantOf(moments.cutOff)) + 3_600_000;
  await stack.clock.moveTo(new Date(settled).toISOString());
  await stack.idle();
  const people = peopleOf(stack);
  const { body } = await people.call<{ snapshot: { hash: string } | null }>(
    secretariat,
    `GET /v1/meetings/ubqg-${number}`,
  );
  if (!body.snapshot) throw new Error(`meeting ${number} has no snapshot`);
  return body.snapshot.hash;
}

/** One cast for a stack: the keys of its requests count on. */
function peopleOf(stack: Stack): People {
  const known = casts.get(stack) ?? new People(stack);
  casts.set(stack, known);
  return known;
}

const casts = new WeakMap<Stack, People>();

async function plan(people: People, meeting: MeetingRequest, { twice }: Telling): Promise<void> {
  for (let time = 0; time < (twice ? 2 : 1); time += 1) {
    const { status } = await people.call(secretariat, 'POST /v1/meetings', meeting);
    if (status >= 300) throw new Error(`POST /v1/meetings: ${status}`);
  }
}

async function report(
  stack: Stack,
  people: People,
  unit: string,
  [numerator, denominator]: readonly string[],
  { twice, why }: Telling & { why: string },
): Promise<void> {
  const told = { name: names[unit] ?? unit, quarter: 'III/2026' };
  const file = cdsFile(told, { [indicator]: [numerator ?? '', denominator ?? '', ''] });
  const { id } = await people.submit(unit, { unit, ...asked }, file);
  if (twice) await announcedAgain(stack, id, file.byteLength);
  for (let time = 0; time < (twice ? 2 : 1); time += 1) {
    const { status } = await people.sign(unit, id, why);
    if (status !== 200) throw new Error(`sign ${unit}: ${status}`);
  }
  if (twice) await announcedAgain(stack, id, file.byteLength);
}

/** S3's message once more, of a later time. */
async function announcedAgain(stack: Stack, id: string, size: number): Promise<void> {
  const record = {
    eventVersion: '2.1',
    eventSource: 'aws:s3',
    eventName: 'ObjectCreated:Put',
    eventTime: stack.clock.now(),
    s3: { object: { key: `submissions/${id}/file`, size } },
  };
  await sendToUploads(stack, JSON.stringify({ Records: [record] }));
  await stack.idle();
}

async function withdraw(stack: Stack, people: People, unit: string): Promise<void> {
  const slot = new URLSearchParams({ unit, ...asked });
  const approver = ['approver', unit] as const;
  const { body } = await people.call<{ items: { id: string }[] }>(approver, `GET /v1/submissions?${slot}`);
  const path = `POST /v1/submissions/${body.items[0]?.id}/withdraw`;
  const { status } = await people.call(approver, path, { why: whyWithdrawn });
  if (status !== 200) throw new Error(`withdraw ${unit}: ${status}`);
  await stack.idle();
}

async function later(stack: Stack): Promise<void> {
  await stack.clock.moveTo(new Date(Date.parse(stack.clock.now()) + 60_000).toISOString());
}
