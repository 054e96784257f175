import type { Told, ToldRecords } from '../meetings/told.ts';
import { meetingChangesPartition, stepRunKey, toldKey, toldPrefix } from './keys.ts';
import { storedAs } from './stored.ts';
import { type Table, textOf, unlessThere } from './table.ts';

/** Who was told what at the steps of meetings, in the table: not public. */
export function toldTable(table: Table): ToldRecords {
  return {
    async toldAt({ meeting, kind, due }) {
      const items = await table.all(meetingChangesPartition(meeting), toldPrefix(kind, due));
      return items.map((item) => storedAs<Told>(textOf(item, 'told'), 'told/1'));
    },
    async recordTold(told) {
      const item = { told: { S: JSON.stringify(told) } };
      const word = await table.putIf(toldKey(told.meeting, told), item, unlessThere);
      return word === 'put' ? 'recorded' : 'already-recorded';
    },
    async claimRun(run, abandoned) {
      const item = { run: { S: JSON.stringify(run) }, startedBy: { S: run.by }, startedAt: { S: run.at } };
      const word = await table.putIf(stepRunKey(run.meeting, run), item, {
        expression: `${unlessThere.expression} OR startedBy = :by OR startedAt <= :abandoned`,
        values: { ':by': { S: run.by }, ':abandoned': { S: abandoned } },
      });
      return word === 'put' ? 'claimed' : 'held';
    },
  };
}
