import * as v from 'valibot';
import { type FreezeParts, freezeMeeting } from '../briefing/freeze-meeting.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { scorecardIn } from '../catalog/catalog.ts';
import type { Catalogs } from '../catalog/catalogs.ts';
import { freezeOf } from '../catalog/meeting.ts';
import type { Meeting } from '../meetings/meeting.ts';
import { log } from './log.ts';

/** What the Scheduler sends: which meeting, and the time for which the run was scheduled. */
const Event = v.strictObject({
  meeting: v.pipe(v.string(), v.maxLength(64)),
  scheduledTime: v.pipe(v.string(), v.isoTimestamp()),
});

/**
 * The scheduled freeze of a meeting.
 * A fault is thrown, so that the run is tried again and then kept.
 */
export function freezeHandler(parts: Omit<FreezeParts, 'catalogs'> & { catalogs: Catalogs }) {
  return async (event: unknown): Promise<{ word: string }> => {
    const { meeting: id, scheduledTime } = v.parse(Event, event);
    const at = new Date(scheduledTime).toISOString();
    const meeting = heldMeeting(id, at, await parts.catalogs.asOf(at));
    const word = await freezeMeeting(meeting, parts);
    log('info', word, { meeting: id });
    return { word };
  };
}

/** A meeting of the catalogue as one of the calendar. @throws Error when there is none, or it is too early */
function heldMeeting(id: string, at: string, catalog: Catalog): Meeting {
  const held = catalog.meetings.get(id);
  const freeze = held && freezeOf(held);
  if (!freeze || held.freezeAt === null) throw new Error(`no meeting ${id} with a cut-off in the catalogue`);
  if (at < freeze.runsAt) throw new Error(`meeting ${id}: too early to freeze`);
  const asks = held.periods.flatMap((period) =>
    held.scorecards.flatMap((code) => {
      const form = scorecardIn(catalog, code, period)?.form;
      return form === undefined ? [] : [{ form, period }];
    }),
  );
  const { body, number, date, theme, freezeAt, status } = held;
  const moments = {
    opening: freezeAt,
    reminders: [],
    cutOff: freezeAt,
    provisional: freezeAt,
    freeze: freeze.runsAtLocal,
  };
  return {
    schema: 'meeting/1',
    revision: 1,
    state: 'planned',
    previous: null,
    constructed: status === 'constructed',
    ...{ id, body, number, date, asks, moments, theme: { vi: theme, en: theme } },
  };
}
