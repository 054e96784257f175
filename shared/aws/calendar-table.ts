import type { CalendarRecords, MeetingChange, StepDone } from '../meetings/calendar-records.ts';
import { changePrefix, meetingChangeKey, meetingChangesPartition, stepKey, stepPrefix } from './keys.ts';
import { storedAs } from './stored.ts';
import { type Table, textOf, unlessThere } from './table.ts';

type Item = Parameters<typeof textOf>[0];

/** What was changed of meetings and which of their steps were done, in the table: not public. */
export function calendarTable(table: Table): CalendarRecords {
  return {
    async append(change) {
      const item = { change: { S: JSON.stringify(change) } };
      const word = await table.putIf(meetingChangeKey(change.meeting, change.revision), item, unlessThere);
      return word === 'put' ? 'appended' : 'already-there';
    },
    async change(meeting, revision) {
      const item = await table.get(meetingChangeKey(meeting, revision), true);
      return item && changeIn(item);
    },
    async changes(meeting, before, limit) {
      const { pk, sk } = meetingChangeKey(meeting, before);
      const after = { pk: { S: pk }, sk: { S: sk } };
      const page = await table.page(pk, changePrefix, { limit, newestFirst: true, after });
      return page.items.map(changeIn);
    },
    async stepsDone(meeting) {
      return (await table.all(meetingChangesPartition(meeting), stepPrefix)).map(stepIn);
    },
    async stepDone(meeting, step, due) {
      const item = await table.get(stepKey(meeting, step, due), true);
      return item && stepIn(item);
    },
    async recordStep(done) {
      const item = { done: { S: JSON.stringify(done) } };
      const word = await table.putIf(stepKey(done.meeting, done.step, done.due), item, unlessThere);
      return word === 'put' ? 'recorded' : 'already-recorded';
    },
  };
}

function changeIn(item: Item): MeetingChange {
  return storedAs<MeetingChange>(textOf(item, 'change'), 'meeting-change/1');
}

function stepIn(item: Item): StepDone {
  return storedAs<StepDone>(textOf(item, 'done'), 'step-done/1');
}
