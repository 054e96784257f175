import * as v from 'valibot';
import { arn } from '../template/place.ts';
import { nameOf, propertiesOf, type Resource } from '../template/resources.ts';
import { TemplateError } from '../template/template-error.ts';
import { instantOf } from './local-time.ts';

/** "MaximumRetryAttempts: 0 to 185; MaximumEventAgeInSeconds: 60 to 86400" (Scheduler API Reference, RetryPolicy). */
const RetryPolicy = v.object({
  MaximumRetryAttempts: v.optional(wholeNumber(0, 185), 185),
  MaximumEventAgeInSeconds: v.optional(wholeNumber(60, 86_400), 86_400),
});

/** What the template and the API say of a schedule in the same words. */
export const scheduleEntries = {
  ScheduleExpression: v.pipe(v.string(), v.minLength(1), v.maxLength(256)),
  ScheduleExpressionTimezone: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(50)), 'UTC'),
  State: v.optional(v.picklist(['ENABLED', 'DISABLED']), 'ENABLED'),
  Description: v.optional(v.pipe(v.string(), v.maxLength(512))),
  FlexibleTimeWindow: v.object({ Mode: v.literal('OFF', 'flexible time windows do not run here') }),
  Target: v.object({
    Arn: v.string(),
    RoleArn: v.string(),
    Input: v.optional(v.string()),
    RetryPolicy: v.optional(RetryPolicy, {}),
    DeadLetterConfig: v.optional(v.object({ Arn: v.optional(v.string()) })),
  }),
};
const Described = v.object(scheduleEntries);
type Described = v.InferOutput<typeof Described>;

/** A one-time schedule. */
export type Schedule = Described & {
  group: string;
  name: string;
  arn: string;
  atMs: number;
  /** Whether it is removed when it has run, or has failed for good. */
  deleteAfter: boolean;
  /** Of the template, which makes it anew at each start; else somebody made it while the stack ran. */
  ofTemplate: boolean;
};

const OfTemplate = v.object({ ...scheduleEntries, GroupName: v.optional(v.string(), 'default') });

/**
 * Reads a schedule of the template.
 * @throws TemplateError for `cron(…)`, `rate(…)` and what is no local time of a known zone
 */
export function scheduleOf(resource: Resource): Schedule {
  const { GroupName: group, ...described } = propertiesOf(resource, OfTemplate);
  const name = resource.physicalId;
  try {
    const atMs = timeOf(described);
    return {
      ...described,
      group,
      name,
      arn: scheduleArn(group, name),
      atMs,
      deleteAfter: false,
      ofTemplate: true,
    };
  } catch (error) {
    throw new TemplateError(nameOf(resource), error instanceof Error ? error.message : String(error));
  }
}

/** The instant of `at(…)` in its zone. @throws RangeError when it is none */
export function timeOf(given: Pick<Described, 'ScheduleExpression' | 'ScheduleExpressionTimezone'>): number {
  const local = /^at\((\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)\)$/.exec(given.ScheduleExpression)?.[1];
  if (local === undefined)
    throw new RangeError(`${given.ScheduleExpression}: only one-time schedules, at(…), run here`);
  return instantOf(local, given.ScheduleExpressionTimezone);
}

export function scheduleArn(group: string, name: string): string {
  return arn('scheduler', `schedule/${group}/${name}`);
}

/** As the Scheduler writes times: UTC, to the second. */
export function instant(ms: number): string {
  return new Date(ms).toISOString().replace('.000Z', 'Z');
}

function wholeNumber(least: number, most: number) {
  return v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));
}
