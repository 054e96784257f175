import * as v from 'valibot';
import { Code } from './request.ts';
import { realDay, text } from './work-bodies.ts';

/** The bodies with which the secretariat plans a meeting: their shapes alone, what they say is judged where it is known. */

/** A bound on lists; how many there may be is judged with the rest. */
const mostEntries = 100;

const Day = v.pipe(v.string(), v.isoDate(), realDay());

/** A local time that there is, to the second. */
const LocalTime = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/),
  v.check((moment) => {
    const time = Date.parse(`${moment}Z`);
    return !Number.isNaN(time) && new Date(time).toISOString().startsWith(moment);
  }, 'no such time'),
);

/** Letters and digits: it stands in the names of the meeting and of its schedules. */
const BodyCode = v.pipe(v.string(), v.regex(/^[A-Za-z0-9]{1,16}$/));
const MeetingCode = v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,40}$/));
const SessionNumber = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(9999));

const wanted = {
  body: BodyCode,
  number: SessionNumber,
  date: Day,
  theme: v.strictObject({ vi: text(500), en: text(500) }),
  asks: v.pipe(
    v.array(v.strictObject({ form: Code, period: Code })),
    v.minLength(1),
    v.maxLength(mostEntries),
  ),
  moments: v.strictObject({
    cutOff: LocalTime,
    opening: v.exactOptional(LocalTime),
    reminders: v.exactOptional(v.pipe(v.array(LocalTime), v.maxLength(mostEntries))),
    provisional: v.exactOptional(LocalTime),
    freeze: v.exactOptional(LocalTime),
  }),
  previous: v.exactOptional(v.nullable(MeetingCode)),
  constructed: v.exactOptional(v.boolean()),
};

/** The body of `POST /v1/meetings`: what is left out is computed. */
export const PlanBody = v.strictObject(wanted);

/** The body of `PUT /v1/meetings/{id}`: the whole meeting, made from the revision that was read, and why. */
export const ChangeBody = v.strictObject({
  ...wanted,
  revision: v.pipe(v.number(), v.integer(), v.minValue(1)),
  why: text(500),
  state: v.exactOptional(v.picklist(['planned', 'cancelled'])),
});
