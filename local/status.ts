import * as v from 'valibot';
import type { EventBuses } from './events/event-bus.ts';
import type { ScheduleBook } from './events/schedule-book.ts';
import type { Scheduler } from './events/scheduler.ts';
import type { FunctionState } from './lambda/function-pool.ts';
import type { Functions } from './lambda/functions.ts';
import type { Outbox } from './mail/outbox.ts';
import type { QueueDepth, Sqs } from './services/sqs.ts';
import type { Resource, Resources } from './template/resources.ts';

/** How the stack stands, by logical ids. */
export type StackStatus = {
  now: string;
  queues: Record<string, QueueDepth & { deadLetters: boolean }>;
  functions: Record<string, FunctionState>;
  /** How many wait for their time, and when the next delivery is, ISO 8601. */
  schedules: { waiting: number; next: string | null };
  /** How many were kept to be read. */
  mails: number;
  events: number;
  /** No message on its way, and nothing running. */
  idle: boolean;
};

type StatusPlace = {
  resources: Resources;
  sqs: Sqs;
  functions: Functions;
  now: () => string;
  scheduler: Pick<Scheduler, 'running'>;
  book: ScheduleBook;
  outbox: Outbox;
  eventBuses: EventBuses;
};

/** Makes the function that tells how the stack stands. */
export function createStatus(place: StatusPlace): () => StackStatus {
  const { resources, sqs, functions, now, scheduler, book, outbox, eventBuses } = place;
  const ofTemplate = findDeadLetterArns(resources);
  return () => {
    const ofSchedules = book.all().map(({ Target }) => Target.DeadLetterConfig?.Arn ?? '');
    const deadLetterArns = new Set([...ofTemplate, ...ofSchedules]);
    const next = book.next();
    const queues = resources.list('AWS::SQS::Queue').map((queue) => {
      const arn = queue.arn ?? '';
      return [queue.logicalId, { ...sqs.depth(arn), deadLetters: deadLetterArns.has(arn) }] as const;
    });
    const states = functions.pools.map((pool) => [pool.spec.logicalId, pool.state()] as const);
    const waiting = queues.some(
      ([, { deadLetters, visible, inFlight, delayed }]) => !deadLetters && visible + inFlight + delayed > 0,
    );
    const running = states.some(([, state]) => state.running + state.waiting > 0);
    return {
      now: now(),
      queues: Object.fromEntries(queues),
      functions: Object.fromEntries(states),
      schedules: { waiting: book.waiting(), next: next ? new Date(next.nextMs).toISOString() : null },
      mails: outbox.all().length,
      events: eventBuses.all().length,
      idle: !waiting && !running && !scheduler.running(),
    };
  };
}

/** Looks until nothing is on its way. @throws Error that names what is, when the time is over */
export async function untilIdle(status: () => StackStatus, withinSeconds: number): Promise<void> {
  const end = performance.now() + withinSeconds * 1000;
  for (let seen = status(); !seen.idle; seen = status()) {
    if (performance.now() > end)
      throw new Error(`the stack is not idle after ${withinSeconds} s: ${workOf(seen)}`);
    await new Promise((done) => setTimeout(done, 20));
  }
}

function workOf({ queues, functions }: StackStatus): string {
  const holding = Object.entries(queues)
    .filter(
      ([, { deadLetters, visible, inFlight, delayed }]) => !deadLetters && visible + inFlight + delayed > 0,
    )
    .map(
      ([name, { visible, inFlight, delayed }]) =>
        `queue ${name} holds ${visible} visible, ${inFlight} in flight, ${delayed} delayed`,
    );
  const running = Object.entries(functions)
    .filter(([, state]) => state.running + state.waiting > 0)
    .map(([name, state]) => `function ${name} runs ${state.running}, ${state.waiting} wait`);
  return [...holding, ...running].join('; ') || 'a schedule is being delivered';
}

const Redrive = v.object({ RedrivePolicy: v.object({ deadLetterTargetArn: v.string() }) });
const DeadLetters = v.object({ DeadLetterConfig: v.object({ TargetArn: v.string() }) });
const OnFailure = v.object({
  DestinationConfig: v.object({ OnFailure: v.object({ Destination: v.string() }) }),
});

/** A queue is one for dead letters when anything of the template sends its failures there. */
function findDeadLetterArns(resources: Resources): Set<string> {
  const arnIn = ({ properties }: Resource): string[] => [
    ...(v.is(Redrive, properties) ? [properties.RedrivePolicy.deadLetterTargetArn] : []),
    ...(v.is(DeadLetters, properties) ? [properties.DeadLetterConfig.TargetArn] : []),
    ...(v.is(OnFailure, properties) ? [properties.DestinationConfig.OnFailure.Destination] : []),
  ];
  return new Set(resources.all.flatMap(arnIn));
}
