import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { createClock, instantMs } from './clock.ts';
import { createFront } from './control/front.ts';
import { startEventSource } from './events/event-source.ts';
import { type Firing, startScheduler } from './events/scheduler.ts';
import { createGateway } from './http-api/gateway.ts';
import { openIssuer, type Who } from './identity/issuer.ts';
import { openKeptState } from './kept-state.ts';
import { createFunctions } from './lambda/functions.ts';
import { startRuntimeApi } from './lambda/runtime-api.ts';
import { createLog, type StackLogLine } from './log.ts';
import { closeServer, listenOnLoopback, loopback } from './loopback.ts';
import { bucketOf } from './s3/bucket.ts';
import { checkNotifications, testEvent } from './s3/notifications.ts';
import { startS3 } from './s3/s3.ts';
import { createTables, startDynamoDb } from './services/dynamodb.ts';
import { createQueues } from './services/queues.ts';
import { startSqs } from './services/sqs.ts';
import { createStatus, type StackStatus } from './status.ts';
import { loadAssembly } from './template/assembly.ts';
import { region } from './template/place.ts';
import { type Resource, resolveResources } from './template/resources.ts';

export type { Firing, StackLogLine, StackStatus };

export type StackOptions = {
  /** The cloud assembly, `cdk.out`. */
  assembly: string;
  /** Of the API and the pages; 0 takes any free one. */
  port: number;
  /** Keeps tables, objects, queues, the signing key and business time here; without it nothing is kept. */
  dataDir?: string;
  /** Business time at the first start, an ISO instant; real time without it. Kept time goes before. */
  now?: string;
  /** A folder whose files are served at `/`. */
  web?: string;
  log?: (line: StackLogLine) => void;
};

/** The one-machine stack while it runs. */
export type Stack = {
  url: string;
  clock: { now: () => string; moveTo: (instant: string) => Promise<Firing[]> };
  mintToken: (who: Who) => Promise<string>;
  aws: {
    region: string;
    accessKeyId: string;
    secretAccessKey: string;
    endpoints: { dynamodb: string; s3: string; sqs: string };
  };
  resources: {
    physicalId: (logicalIdOrPath: string) => string;
    list: (type: string) => Pick<Resource, 'logicalId' | 'physicalId' | 'properties'>[];
  };
  status: () => Promise<StackStatus>;
  /** Settles when no message is on its way (dead-letter queues aside) and nothing runs. */
  idle: () => Promise<void>;
  stop: () => Promise<void>;
};

/** How often business time is written down, so that little of it is lost when the machine goes off. */
const keepEveryMs = 5000;

/**
 * Starts the service on this machine from its synthesised templates, on the loopback address only.
 * @throws TemplateError that names what cannot run, PortInUseError, Error when the data folder is in use
 */
export async function startStack(options: StackOptions): Promise<Stack> {
  const closing = new AsyncDisposableStack();
  try {
    return await start(options, closing);
  } catch (error) {
    await closing.disposeAsync();
    throw error;
  }
}

async function start(options: StackOptions, closing: AsyncDisposableStack): Promise<Stack> {
  const stacks = loadAssembly(options.assembly);
  const inData = (name: string) => (options.dataDir === undefined ? undefined : join(options.dataDir, name));
  const state = openKeptState(options.dataDir);
  closing.defer(state.release);
  const kept = state.read();
  const clock = createClock(kept ? instantMs(kept.now) : options.now ? instantMs(options.now) : Date.now());
  const since = kept?.since ?? clock.now();
  const fired = new Set(kept?.fired);
  const announced = new Set(kept?.announced);
  const keep = () => state.write({ now: clock.now(), since, fired: [...fired], announced: [...announced] });
  const log = createLog(options.log, inData('logs'));

  // First the port that was asked for, since it is the likeliest to fail; then services, then resources.
  const front = createFront((error) =>
    log('stack', 'stderr', error instanceof Error ? (error.stack ?? '') : String(error)),
  );
  const server = createServer(front.listener);
  const url = `http://${loopback}:${await listenOnLoopback(server, options.port)}`;
  closing.defer(() => closeServer(server));
  const sqs = await startSqs(clock, inData('sqs'));
  closing.defer(sqs.stop);
  const dynamodb = await startDynamoDb(inData('dynamodb'));
  closing.defer(dynamodb.stop);
  const user = { accessKeyId: `AKIA${randomKey()}`, secretAccessKey: randomBytes(30).toString('base64') };
  const role = {
    accessKeyId: `ASIA${randomKey()}`,
    secretAccessKey: randomBytes(30).toString('base64'),
    sessionToken: randomBytes(48).toString('base64'),
  };
  const s3 = await startS3({
    credentials: new Map([
      [user.accessKeyId, { secretAccessKey: user.secretAccessKey }],
      [role.accessKeyId, { secretAccessKey: role.secretAccessKey, sessionToken: role.sessionToken }],
    ]),
    clock,
    notify: (queueArn, message) => sqs.send(queueArn, message),
    folder: inData('s3'),
    complain: (error) => log('stack', 'stderr', String(error)),
  });
  closing.defer(s3.stop);

  const endpoints = { api: url, dynamodb: dynamodb.url, s3: s3.url, sqs: sqs.url };
  const resources = resolveResources(stacks, endpoints);
  await createTables(dynamodb.url, resources.list('AWS::DynamoDB::Table'));
  createQueues(sqs, resources.list('AWS::SQS::Queue'));
  const buckets = resources.list('AWS::S3::Bucket').map(bucketOf);
  checkNotifications(buckets, resources);
  for (const bucket of buckets) {
    s3.buckets.set(bucket.name, bucket);
    if (announced.has(bucket.name)) continue;
    for (const { queueArn } of bucket.notifications) sqs.send(queueArn, testEvent(bucket, clock.now()));
    announced.add(bucket.name);
  }

  const runtimeApi = await startRuntimeApi();
  closing.defer(runtimeApi.stop);
  const functions = createFunctions(resources, stacks, { runtimeApi, credentials: role, endpoints, log });
  closing.defer(functions.stop);
  const issuer = await openIssuer(resources, inData('issuer-key.json'));
  const gateway = createGateway({ resources, functions, issuer, clock });
  const scheduler = startScheduler({
    resources,
    functions,
    sqs,
    clock,
    log,
    fired,
    sinceMs: instantMs(since),
    changed: keep,
  });
  closing.defer(scheduler.stop);
  const sources = resources
    .list('AWS::Lambda::EventSourceMapping')
    .map((mapping) => startEventSource(mapping, { resources, functionOf: functions.of, sqs, log }));
  closing.defer(() => {
    for (const source of sources) source.stop();
  });
  const status = createStatus({ resources, sqs, functions, now: clock.now, busy: scheduler.running });
  front.open({ gateway, issuer, clock, scheduler, status, s3Url: s3.url, web: options.web });
  keep();
  const keeping = setInterval(keep, keepEveryMs);
  keeping.unref();
  closing.defer(() => {
    clearInterval(keeping);
    keep();
  });
  scheduler.catchUp().catch((error) => log('stack', 'stderr', String(error)));

  return {
    url,
    clock: { now: clock.now, moveTo: async (instant) => scheduler.moveTo(instantMs(instant)) },
    mintToken: issuer.mint,
    aws: { region, ...user, endpoints: { dynamodb: dynamodb.url, s3: s3.url, sqs: sqs.url } },
    resources: { physicalId: (wanted) => resources.find(wanted).physicalId, list: resources.list },
    status: async () => status(),
    idle: async () => {
      while (!status().idle) await new Promise((done) => setTimeout(done, 20));
    },
    stop: () => closing.disposeAsync(),
  };
}

/** Sixteen capitals and digits, as in AWS's own key ids. */
function randomKey(): string {
  return randomBytes(8).toString('hex').toUpperCase();
}
