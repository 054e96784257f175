import { randomUUID } from 'node:crypto';
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import * as v from 'valibot';
import type { Access } from '../access/access.ts';
import type { BusinessClock } from '../clock.ts';
import { AwsError } from '../services/aws-error.ts';
import { account, arn, region } from '../template/place.ts';
import type { Resources } from '../template/resources.ts';

const BusEvent = v.object({
  version: v.literal('0'),
  id: v.string(),
  'detail-type': v.string(),
  source: v.string(),
  account: v.string(),
  /** Business time, ISO 8601, to the second. */
  time: v.string(),
  region: v.string(),
  resources: v.array(v.string()),
  detail: v.record(v.string(), v.unknown()),
});
/** An event as a rule's target gets it, and the bus that it was told on. */
export type BusEvent = v.InferOutput<typeof BusEvent> & { bus: string };

const Entry = v.object({
  Time: v.optional(v.number()),
  Source: v.optional(v.string(), ''),
  Resources: v.optional(v.array(v.string()), []),
  DetailType: v.optional(v.string(), ''),
  Detail: v.optional(v.string(), ''),
  EventBusName: v.optional(v.string(), 'default'),
});
type Entry = v.InferOutput<typeof Entry>;
/** "Minimum 1, maximum 10" (PutEvents of the API Reference). */
const PutEvents = v.object({ Entries: v.pipe(v.array(Entry), v.minLength(1), v.maxLength(10)) });
/** "The total size of the event entries must be less than 256 KB", before AWS raised it. */
const sizeLimit = 256 * 1024;

export type EventBusPlace = { resources: Resources; access: Access; clock: BusinessClock };
export type EventBuses = {
  /** Newest first. */
  all: () => BusEvent[];
  /** @throws AwsError as EventBridge refuses a whole call; faults of single entries are in the answer */
  putEvents: (accessKeyId: string, body: unknown) => object;
};

type Outcome = { EventId: string } | { ErrorCode: string; ErrorMessage: string };

/** Opens the buses of the template. No rule runs here: events are kept to be read. @param file a line an event */
export function openEventBuses(place: EventBusPlace, file: string | undefined): EventBuses {
  const events: BusEvent[] = file !== undefined && existsSync(file) ? readKept(file) : [];
  const put = (entry: Entry): Outcome => {
    const refused = refusalOf(entry, place.resources);
    if (refused) return refused;
    const { Source, DetailType, Detail, Resources, Time, EventBusName } = entry;
    const ms = Time === undefined ? place.clock.nowMs() : Time * 1000;
    const about = {
      version: '0',
      id: randomUUID(),
      'detail-type': DetailType,
      source: Source,
      account,
    } as const;
    const time = new Date(ms).toISOString().replace(/\.\d+Z$/, 'Z');
    const told = { time, region, resources: Resources, detail: JSON.parse(Detail) };
    const event: BusEvent = { ...about, ...told, bus: nameOf(EventBusName) };
    if (file !== undefined) appendFileSync(file, `${JSON.stringify(event)}\n`, { mode: 0o600 });
    events.push(event);
    return { EventId: event.id };
  };
  return {
    all: () => [...events].reverse(),
    putEvents: (accessKeyId, body) => {
      const parsed = v.safeParse(PutEvents, body);
      if (!parsed.success) throw new AwsError(400, 'ValidationException', parsed.issues[0].message);
      const { Entries } = parsed.output;
      const size = Buffer.byteLength(Entries.map((one) => one.Source + one.DetailType + one.Detail).join(''));
      if (size > sizeLimit)
        throw new AwsError(
          400,
          'ValidationException',
          `Total size of the entries exceeds ${sizeLimit} bytes.`,
        );
      for (const { EventBusName, Source, DetailType } of Entries) {
        const context = { 'events:source': Source, 'events:detail-type': DetailType };
        const bus = arn('events', `event-bus/${nameOf(EventBusName)}`);
        const denial = place.access.judge(accessKeyId, 'events:PutEvents', bus, context);
        if (denial !== undefined) throw new AwsError(400, 'AccessDeniedException', denial);
      }
      const outcomes = Entries.map(put);
      return { FailedEntryCount: outcomes.filter((one) => 'ErrorCode' in one).length, Entries: outcomes };
    },
  };
}

/** Why an entry is not taken, in EventBridge's words. */
function refusalOf(entry: Entry, resources: Resources): Outcome | undefined {
  const wrong = (ErrorMessage: string, ErrorCode = 'InvalidArgument') => ({ ErrorCode, ErrorMessage });
  const name = nameOf(entry.EventBusName);
  const known = resources.list('AWS::Events::EventBus').some(({ physicalId }) => physicalId === name);
  if (!known) return wrong(`Event bus ${name} does not exist.`);
  for (const field of ['Source', 'DetailType', 'Detail'] as const) {
    if (entry[field] === '')
      return wrong(`Parameter ${field} is not valid. Reason: ${field} is a required argument.`);
  }
  if (entry.Source.startsWith('aws.'))
    return wrong('Not authorized for the source.', 'NotAuthorizedForSourceException');
  if (entry.DetailType.length > 128)
    return wrong('Parameter DetailType is not valid. Reason: more than 128 characters.');
  return isObject(entry.Detail) ? undefined : wrong('Detail is malformed.', 'MalformedDetail');
}

function isObject(text: string): boolean {
  try {
    return v.is(v.record(v.string(), v.unknown()), JSON.parse(text)) && !text.trimStart().startsWith('[');
  } catch {
    return false;
  }
}

/** A bus is named by its name or its ARN. */
function nameOf(nameOrArn: string): string {
  return nameOrArn.split('/').at(-1) ?? '';
}

function readKept(file: string): BusEvent[] {
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  return lines.map((line) => v.parse(v.object({ ...BusEvent.entries, bus: v.string() }), JSON.parse(line)));
}
