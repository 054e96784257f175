import { isMeetingId, type Meeting, type MeetingStore } from '../meetings/meeting.ts';
import { meetingKey, meetingsPartition } from './keys.ts';
import { storedAs } from './stored.ts';
import { type Table, textOf, unlessThere } from './table.ts';

/** The calendar in the table: an item a meeting. */
export function meetingTable(table: Table): MeetingStore {
  return {
    async meeting(id) {
      if (!isMeetingId(id)) return undefined;
      const item = await table.get(meetingKey(id), true);
      return item && meetingIn(textOf(item, 'meeting'));
    },
    async meetings() {
      const items = await table.all(meetingsPartition, 'meeting#');
      return items.map((item) => meetingIn(textOf(item, 'meeting')));
    },
    async putMeeting(next) {
      const item = { meeting: { S: JSON.stringify(next) }, revision: { N: String(next.revision) } };
      const word = await table.putIf(meetingKey(next.id), item, revisionBefore(next.revision));
      return word === 'put' ? 'put' : 'somebody-was-first';
    },
  };
}

/** The condition that what is there is the revision before this one: nothing, where this is the first. */
export function revisionBefore(revision: number) {
  if (revision === 1) return unlessThere;
  return {
    expression: '#revision = :before',
    names: { '#revision': 'revision' },
    values: { ':before': { N: String(revision - 1) } },
  };
}

function meetingIn(text: string): Meeting {
  return storedAs<Meeting>(text, 'meeting/1');
}
