import * as v from 'valibot';
import { scheduleEntries } from './schedule.ts';

/** A schedule that was made while the stack ran. */
const Made = v.object({
  ...scheduleEntries,
  group: v.string(),
  name: v.string(),
  deleteAfter: v.boolean(),
  createdMs: v.number(),
  changedMs: v.number(),
  /** True when it has run and stays all the same. */
  done: v.boolean(),
});
export type Made = v.InferOutput<typeof Made>;

/** How far the deliveries of a schedule have come that failed so far. */
const Delivery = v.object({
  attempts: v.number(),
  firstMs: v.number(),
  nextMs: v.number(),
  executionId: v.string(),
});
export type Delivery = v.InferOutput<typeof Delivery>;

/** What outlives the stack of its schedules. */
export const KeptSchedules = v.object({
  made: v.array(Made),
  /** By the schedule's ARN. */
  deliveries: v.record(v.string(), Delivery),
});
export type KeptSchedules = v.InferOutput<typeof KeptSchedules>;
