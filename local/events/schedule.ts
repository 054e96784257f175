import * as v from 'valibot';
import { nameOf, propertiesOf, type Resource } from '../template/resources.ts';
import { TemplateError } from '../template/template-error.ts';
import { instantOf } from './local-time.ts';

const Schedule = v.object({
  ScheduleExpression: v.string(),
  ScheduleExpressionTimezone: v.optional(v.string(), 'UTC'),
  State: v.optional(v.picklist(['ENABLED', 'DISABLED']), 'ENABLED'),
  FlexibleTimeWindow: v.object({ Mode: v.literal('OFF', 'flexible time windows do not run here') }),
  Target: v.object({
    Arn: v.string(),
    RoleArn: v.string(),
    Input: v.optional(v.string(), '{}'),
    RetryPolicy: v.optional(v.object({ MaximumRetryAttempts: v.optional(v.number(), 185) })),
    DeadLetterConfig: v.optional(v.object({ Arn: v.string() })),
  }),
});

/** A one-time schedule of the template. */
export type Schedule = {
  resource: Resource;
  name: string;
  arn: string;
  enabled: boolean;
  atMs: number;
  targetArn: string;
  roleArn: string;
  input: string;
  retries: number;
  deadLetterArn: string | undefined;
};

/**
 * Reads a schedule.
 * @throws TemplateError for `cron(…)`, `rate(…)` and what is no local time of a known zone
 */
export function scheduleOf(resource: Resource): Schedule {
  const properties = propertiesOf(resource, Schedule);
  const local = /^at\((\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)\)$/.exec(properties.ScheduleExpression)?.[1];
  if (local === undefined) {
    throw new TemplateError(
      nameOf(resource),
      `${properties.ScheduleExpression}: only one-time schedules, at(…), run here`,
    );
  }
  const { Target } = properties;
  try {
    return {
      resource,
      name: resource.physicalId,
      arn: resource.arn ?? '',
      enabled: properties.State === 'ENABLED',
      atMs: instantOf(local, properties.ScheduleExpressionTimezone),
      targetArn: Target.Arn,
      roleArn: Target.RoleArn,
      input: Target.Input,
      retries: Target.RetryPolicy?.MaximumRetryAttempts ?? 185,
      deadLetterArn: Target.DeadLetterConfig?.Arn,
    };
  } catch (error) {
    throw new TemplateError(nameOf(resource), String(error));
  }
}

/** As the Scheduler writes times: UTC, to the second. */
export function instant(ms: number): string {
  return new Date(ms).toISOString().replace('.000Z', 'Z');
}
