import { mkdirSync } from 'node:fs';
import { type BuildAppOptions, buildApp, type MessageAttributeValue } from 'fauxqs';
import type { Access } from '../access/access.ts';
import { sqsCalls } from '../access/json-calls.ts';
import type { BusinessClock } from '../clock.ts';
import { listenOnLoopback, loopback } from '../loopback.ts';
import { region } from '../template/place.ts';
import { guardByKey } from './key-guard.ts';

type Stores = NonNullable<BuildAppOptions['stores']>;
type SqsStore = Stores['sqsStore'];
type Queue = NonNullable<ReturnType<SqsStore['getQueueByArn']>>;
export type QueueMessage = Parameters<Queue['enqueue']>[0];
export type Received = { receiptHandle: string; message: QueueMessage };
export type QueueDepth = { visible: number; inFlight: number; delayed: number };

/** The queues of this machine. Queues are named by their ARN, as in templates. */
export type Sqs = {
  url: string;
  createQueue: (arn: string, attributes: Record<string, string>) => void;
  send: (arn: string, body: string, attributes?: Record<string, MessageAttributeValue>) => void;
  /** Up to `max` messages (at most 10); waits up to `waitSeconds` for a first one. */
  receive: (arn: string, max: number, waitSeconds: number) => Promise<Received[]>;
  delete: (arn: string, receiptHandles: readonly string[]) => void;
  /** Makes messages visible again at once. */
  release: (arn: string, receiptHandles: readonly string[]) => void;
  depth: (arn: string) => QueueDepth;
  stop: () => Promise<void>;
};

/**
 * Starts SQS (fauxqs) on the loopback address, with its messages in a SQLite file when a folder is given.
 * The package's own `startFauxqs` binds to every address, so its app is built and bound here.
 */
export async function startSqs(clock: BusinessClock, access: Access, folder?: string): Promise<Sqs> {
  const inner = await innerModules();
  const store = new inner.SqsStore();
  const persistence = folder === undefined ? undefined : openPersistence(inner, folder);
  if (persistence) {
    persistence.loadSqsAndSns(store, new inner.SnsStore());
    store.persistence = persistence;
    for (const queue of store.allQueues()) queue.persistence = persistence;
  }
  const stores = { sqsStore: store } as Stores;
  const app = buildApp({ logger: false, host: loopback, defaultRegion: region, stores });
  app.addHook('preClose', async () => persistence?.close());
  await app.ready();
  guardByKey(app.server, access, sqsCalls);
  const url = `http://${loopback}:${await listenOnLoopback(app.server, 0)}`;
  let stopped = false;
  const queueOf = (arn: string): Queue => {
    const queue = store.getQueueByArn(arn);
    if (queue === undefined) throw new Error(`there is no queue ${arn}`);
    return queue;
  };
  const take = (queue: Queue, max: number): Received[] =>
    queue
      .dequeue(max, undefined, (arn) => store.getQueueByArn(arn))
      .flatMap(({ ReceiptHandle }) => {
        const message = queue.inflightMessages.get(ReceiptHandle)?.message;
        return message === undefined ? [] : [{ receiptHandle: ReceiptHandle, message }];
      });
  return {
    url,
    createQueue: (arn, attributes) => {
      const name = arn.slice(arn.lastIndexOf(':') + 1);
      const kept = store.getQueueByArn(arn);
      const queueUrl = `${url}/000000000000/${name}`;
      const queue = kept ?? store.createQueue(name, queueUrl, arn, attributes);
      // A kept queue answers under today's port and has today's settings.
      if (kept) Object.assign(kept, { url: queueUrl });
      if (kept) kept.setAttributes(attributes);
      stampBusinessTime(queue, clock);
      avoidZeroVisibility(queue);
      // Whoever held messages ended with the process before this one.
      for (const handle of [...queue.inflightMessages.keys()]) queue.changeVisibility(handle, 0);
    },
    send: (arn, body, attributes) => queueOf(arn).enqueue(inner.SqsStore.createMessage(body, attributes)),
    receive: async (arn, max, waitSeconds) => {
      const queue = queueOf(arn);
      const first = take(queue, max);
      if (first.length > 0 || waitSeconds === 0) return first;
      await queue.waitForMessages(waitSeconds);
      return stopped ? [] : take(queue, max);
    },
    delete: (arn, receiptHandles) => {
      for (const handle of receiptHandles) queueOf(arn).deleteMessage(handle);
    },
    release: (arn, receiptHandles) => {
      for (const handle of receiptHandles) queueOf(arn).changeVisibility(handle, 0);
    },
    depth: (arn) => {
      const queue = queueOf(arn);
      queue.processTimers();
      const count = (name: Parameters<Queue['getAttribute']>[0]) => Number(queue.getAttribute(name));
      return {
        visible: count('ApproximateNumberOfMessages'),
        inFlight: count('ApproximateNumberOfMessagesNotVisible'),
        delayed: count('ApproximateNumberOfMessagesDelayed'),
      };
    },
    stop: async () => {
      stopped = true;
      store.shutdown();
      await app.close();
    },
  };
}

/** A message's sent time is business time; a move to a dead-letter queue keeps the first one, as in AWS. */
function stampBusinessTime(queue: Queue, clock: BusinessClock): void {
  const enqueue = queue.enqueue.bind(queue);
  queue.enqueue = (message) => {
    if (message.approximateReceiveCount === 0) message.sentTimestamp = Math.floor(clock.nowMs());
    enqueue(message);
  };
}

/** fauxqs 2.4.1 fails to write a visibility of zero to its file (NOT NULL constraint): a millisecond does. */
function avoidZeroVisibility(queue: Queue): void {
  const change = queue.changeVisibility.bind(queue);
  queue.changeVisibility = (handle, seconds) => change(handle, seconds === 0 ? 0.001 : seconds);
}

type Inner = {
  SqsStore: (new () => SqsStore) & {
    createMessage: (body: string, attributes?: Record<string, MessageAttributeValue>) => QueueMessage;
  };
  SnsStore: new () => Stores['snsStore'];
  PersistenceManager: new (folder: string) => Persistence;
};
type Persistence = NonNullable<SqsStore['persistence']>;

/** The package exports only its app; stores and persistence are taken from its files beside that. */
async function innerModules(): Promise<Inner> {
  const app = import.meta.resolve('fauxqs');
  const files = ['./sqs/sqsStore.js', './sns/snsStore.js', './persistence.js'];
  const modules = await Promise.all(files.map((file) => import(new URL(file, app).href)));
  return Object.assign({}, ...modules);
}

function openPersistence(inner: Inner, folder: string): Persistence {
  mkdirSync(folder, { recursive: true });
  return new inner.PersistenceManager(folder);
}
