import * as v from 'valibot';
import type { Catalog } from '../catalog/catalog.ts';
import { localTimeOf } from '../catalog/period.ts';
import { changeMeeting } from '../meetings/change-meeting.ts';
import { planMeeting } from '../meetings/plan-meeting.ts';
import type { Planned, PlanParts } from '../meetings/planned.ts';
import { readChanges, readSteps } from '../meetings/read-calendar-records.ts';
import { meetingView } from '../query/read-meeting.ts';
import { Refusal } from '../refusal.ts';
import { type Entrance, httpHandler, type Request, type Response } from './http.ts';
import { signedIn } from './identity.ts';
import { ChangeBody, PlanBody } from './meeting-bodies.ts';
import { bodyOf, idempotencyKeyIn, NoQuery, queryOf } from './request.ts';
import { type TaskParts, taskAnswers } from './tasks.ts';

export type MeetingsParts = Omit<Parts, 'catalog'>;

type Parts = PlanParts & TaskParts;

/** `after`: the revision of the last one of the page before. */
const ChangesQuery = v.strictObject({
  after: v.optional(v.pipe(v.string(), v.regex(/^[1-9]\d{0,3}$/), v.transform(Number))),
});

type Answer = (request: Request, parts: Parts) => Promise<Response>;

/** How meetings are planned and tasks assigned, by route. */
const answers: Readonly<Record<string, Answer>> = {
  ...taskAnswers,
  'POST /v1/meetings': async (request, parts) => {
    queryOf(NoQuery, request);
    const who = signedIn(request);
    // The body and its number name the meeting, so that asking again finds the same one, with a key or without.
    idempotencyKeyIn(request);
    const planned = await planMeeting({ who, at: request.at, request: bodyOf(PlanBody, request) }, parts);
    return told(planned, planned.word === 'meeting-planned' ? 201 : 200, parts.catalog);
  },
  'PUT /v1/meetings/{id}': async (request, parts) => {
    queryOf(NoQuery, request);
    const who = signedIn(request);
    idempotencyKeyIn(request);
    const ask = { id: meetingIdIn(request), who, at: request.at, request: bodyOf(ChangeBody, request) };
    return told(await changeMeeting(ask, parts), 200, parts.catalog);
  },
  'GET /v1/meetings/{id}/changes': async (request, parts) => {
    const { after = null } = queryOf(ChangesQuery, request);
    const who = signedIn(request);
    return found(await readChanges({ id: meetingIdIn(request), who, after }, parts));
  },
  'GET /v1/meetings/{id}/steps': async (request, parts) => {
    queryOf(NoQuery, request);
    const who = signedIn(request);
    const now = localTimeOf(request.at);
    return found(await readSteps({ id: meetingIdIn(request), who, now }, parts));
  },
};

/** `/v1/meetings`: planned, moved and cancelled by the secretariat alone. */
export function meetingsHandler(parts: MeetingsParts, entrance: Entrance) {
  return httpHandler((request, catalog) => {
    const answer = answers[request.route];
    if (!answer) throw new Error(`no answer for the route ${request.route}`);
    return answer(request, { ...parts, catalog });
  }, entrance);
}

/** The meeting as it is kept, what of it was computed, and what is scheduled for it. */
function told(
  { word, meeting, computed, schedules }: Planned<string>,
  status: number,
  catalog: Catalog,
): Response {
  return { word, status, body: { ...meetingView(meeting, catalog), computed, schedules } };
}

function found(body: object): Response {
  return { word: 'found', status: 200, body, headers: { 'cache-control': 'private, no-store' } };
}

/** @throws Refusal `not-found` when no meeting could bear the id; to others than the secretariat `not-allowed` */
function meetingIdIn(request: Request): string {
  const id = request.path.id ?? '';
  if (!signedIn(request).roles.includes('secretariat')) throw new Refusal('not-allowed');
  if (!v.is(MeetingId, id)) throw new Refusal('not-found');
  return id;
}

const MeetingId = v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,40}$/));
