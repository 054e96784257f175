import type { SQSEvent } from 'aws-lambda';
import * as v from 'valibot';
import { aggregatePeriod, type RollupStore } from '../aggregation/aggregate-period.ts';
import type { Catalogs } from '../catalog/catalogs.ts';
import type { SubmissionStore } from '../submissions/store.ts';
import { queueHandler } from './queue.ts';

const Message = v.strictObject({ form: v.string(), period: v.string() });

/**
 * Acceptances → roll-ups, under the catalogue that is published now. A batch that asks for one period many times has
 * it computed once.
 */
export function aggregateHandler(parts: {
  catalogs: Catalogs;
  submissions: SubmissionStore;
  rollups: RollupStore;
}) {
  return async (event: SQSEvent) => {
    const done = new Map<string, Promise<string>>();
    const latest = parts.catalogs.latest();
    const handle = queueHandler(async (record) => {
      const { form, period } = v.parse(Message, JSON.parse(record.body));
      const name = `${form}/${period}`;
      const given = { ...parts, ...(await latest) };
      const running = done.get(name) ?? aggregatePeriod({ form, period }, given);
      done.set(name, running);
      return running;
    });
    return handle(event);
  };
}
