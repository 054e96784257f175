import * as v from 'valibot';
import { AwsError } from '../services/aws-error.ts';
import { scheduleEntries, timeOf } from './schedule.ts';

/** "Pattern: [0-9a-zA-Z-_.]+, 1 to 64" of schedules and groups; "[a-zA-Z0-9-_]+, 1 to 64" of tokens (API Reference). */
const Name = v.pipe(v.string(), v.regex(/^[0-9a-zA-Z-_.]{1,64}$/));
const Token = v.pipe(v.string(), v.regex(/^[a-zA-Z0-9-_]{1,64}$/));
/** "The text, or well-formed JSON, passed to the target": 256 KB (quotas of the Scheduler). */
const inputLimit = 256 * 1024;

const Request = v.object({
  ...scheduleEntries,
  Name,
  GroupName: v.optional(Name, 'default'),
  ClientToken: v.optional(Token),
  ActionAfterCompletion: v.optional(v.picklist(['NONE', 'DELETE']), 'NONE'),
  StartDate: v.optional(v.never('start dates do not run here')),
  EndDate: v.optional(v.never('end dates do not run here')),
  KmsKeyArn: v.optional(v.never('keys do not run here')),
});
export type ScheduleRequest = v.InferOutput<typeof Request>;

const Named = v.object({
  Name,
  GroupName: v.optional(Name, 'default'),
  ClientToken: v.optional(Token),
});
export type NamedSchedule = v.InferOutput<typeof Named>;

const Filter = v.object({
  ScheduleGroup: v.optional(Name),
  NamePrefix: v.optional(Name),
  State: v.optional(v.picklist(['ENABLED', 'DISABLED'])),
  NextToken: v.optional(v.string()),
  MaxResults: v.optional(
    v.pipe(v.string(), v.digits(), v.transform(Number), v.minValue(1), v.maxValue(100)),
    '100',
  ),
});
export type ScheduleFilter = v.InferOutput<typeof Filter>;

export const invalid = (message: string) => new AwsError(400, 'ValidationException', message);

/** Reads what CreateSchedule and UpdateSchedule ask for. @throws AwsError ValidationException */
export function readScheduleRequest(name: string, body: unknown): ScheduleRequest {
  const request = read(Request, typeof body === 'object' ? { ...body, Name: name } : body);
  const { Input, Arn } = request.Target;
  if (!Arn.startsWith('arn:aws:lambda:')) throw invalid(`Only functions are targets here, and not ${Arn}.`);
  if (Input === undefined) return request;
  if (Buffer.byteLength(Input) > inputLimit)
    throw invalid(`Input of the target is longer than ${inputLimit} bytes.`);
  // "If you are configuring a templated Lambda … target, the input must be a well-formed JSON."
  try {
    JSON.parse(Input);
  } catch {
    throw invalid('Input of the target is no well-formed JSON.');
  }
  return request;
}

/**
 * The instant that a request's expression says.
 * @throws AwsError ValidationException for what is no time of a known zone, or has passed: AWS is reported to refuse
 * that too, and its documentation does not promise that such a schedule ever runs
 */
export function timeAsked(request: ScheduleRequest, nowMs: number): number {
  let atMs: number;
  try {
    atMs = timeOf(request);
  } catch {
    throw invalid(`Invalid Schedule Expression ${request.ScheduleExpression}.`);
  }
  if (atMs <= nowMs)
    throw invalid(`Invalid Schedule Expression ${request.ScheduleExpression}: it is in the past.`);
  return atMs;
}

export function readName(given: unknown): NamedSchedule {
  return read(Named, given);
}

export function readFilter(given: unknown): ScheduleFilter {
  return read(Filter, given);
}

function read<S extends v.GenericSchema>(schema: S, given: unknown): v.InferOutput<S> {
  const parsed = v.safeParse(schema, given);
  if (parsed.success) return parsed.output;
  const issues = parsed.issues.map((issue) => `${v.getDotPath(issue) ?? 'request'}: ${issue.message}`);
  throw invalid(
    `${issues.length} validation error${issues.length > 1 ? 's' : ''} detected: ${issues.join('; ')}`,
  );
}
