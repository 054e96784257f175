import { createServer } from 'node:http';
import { join } from 'node:path';
import { Access, type Call } from './access/access.ts';
import { openBusinessState } from './business-state.ts';
import { instantMs } from './clock.ts';
import { createFront } from './control/front.ts';
import type { BusEvent } from './events/event-bus.ts';
import { startEventSource } from './events/event-source.ts';
import type { Firing } from './events/scheduler.ts';
import { createGateway } from './http-api/gateway.ts';
import { openIdentity } from './identity/identity.ts';
import { openIssuer, type Who } from './identity/issuer.ts';
import { openOidc } from './identity/oidc/oidc.ts';
import { portalClientOf } from './identity/oidc/portal-client.ts';
import { createFunctions } from './lambda/functions.ts';
import { startRuntimeApi } from './lambda/runtime-api.ts';
import { createLog, type StackLogLine } from './log.ts';
import { closeServer, listenOnLoopback, loopback } from './loopback.ts';
import type { Mail } from './mail/outbox.ts';
import { openOutside, outsideEndpoints } from './outside.ts';
import { makeResources, startServices } from './services/services.ts';
import { createStatus, type StackStatus, untilIdle } from './status.ts';
import { loadAssembly, servedAt } from './template/assembly.ts';
import { region } from './template/place.ts';
import { type Resource, resolveResources } from './template/resources.ts';

export type { BusEvent, Call, Firing, Mail, StackLogLine, StackStatus };

export type StackOptions = {
  /** The cloud assembly, `cdk.out`. */
  assembly: string;
  /** Of the API and the pages; 0 takes any free one. */
  port: number;
  /** Keeps tables, objects, queues, the signing key and business time here; without it nothing is kept. */
  dataDir?: string;
  /** Business time at the first start, an ISO instant; real time without it. Kept time goes before. */
  now?: string;
  /**
   * The portal's origin as the templates name it. When given, this stack's own address is put in its place: browsers
   * may then upload and sign in on whatever port was free.
   */
  portalOrigin?: string;
  /** A folder whose files are served at `/`. */
  web?: string;
  log?: (line: StackLogLine) => void;
  /** Told of every call of AWS that is made with a function's role, when it has been judged. */
  onCall?: (call: Call) => void;
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
    endpoints: Record<'dynamodb' | 's3' | 'sqs' | 'scheduler' | 'ses' | 'eventBridge', string>;
  };
  resources: {
    physicalId: (logicalIdOrPath: string) => string;
    list: (type: string) => Pick<Resource, 'logicalId' | 'physicalId' | 'properties'>[];
  };
  status: () => Promise<StackStatus>;
  /** What was sent and told, newest first. */
  mails: () => Mail[];
  events: () => BusEvent[];
  /**
   * Settles when no message is on its way (dead-letter queues aside) and nothing runs.
   * @throws Error that names what still waits or runs after so many seconds of real time (120)
   */
  idle: (withinSeconds?: number) => Promise<void>;
  stop: () => Promise<void>;
};

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
  const read = loadAssembly(options.assembly);
  const inData = (name: string) => (options.dataDir === undefined ? undefined : join(options.dataDir, name));
  const log = createLog(options.log, inData('logs'));
  const complain = (error: unknown) =>
    log('stack', 'stderr', error instanceof Error ? (error.stack ?? error.message) : String(error));

  // The port that was asked for comes first, since it is the likeliest to fail.
  const front = createFront(complain);
  const server = createServer(front.listener);
  const url = `http://${loopback}:${await listenOnLoopback(server, options.port)}`;
  closing.defer(() => closeServer(server));
  const stacks = options.portalOrigin === undefined ? read : servedAt(url, options.portalOrigin, read);
  const state = openBusinessState(options.dataDir, options.now, closing);
  const { clock } = state;
  const access = new Access(options.onCall);
  const services = await startServices(access, state, inData, log, closing);
  const { sqs } = services;
  const served = { dynamodb: services.dynamodb.url, s3: services.s3.url, sqs: sqs.url };
  const endpoints = { api: url, ...served };
  const resources = resolveResources(stacks, endpoints);
  access.open(resources);
  await makeResources(resources, services, state);

  const runtimeApi = await startRuntimeApi();
  closing.defer(runtimeApi.stop);
  const functions = createFunctions(resources, stacks, { runtimeApi, access, endpoints, log });
  closing.defer(functions.stop);
  const issuer = await openIssuer(resources, inData('issuer-key.json'));
  const identity = openIdentity({ resources, functions, issuer, access, clock }, inData('users.json'));
  const portal = portalClientOf(resources);
  const oidc = portal && openOidc({ client: portal, issuer, identity, clock });
  const gateway = createGateway({ resources, functions, issuer, clock });
  const outside = openOutside({ resources, functions, sqs, access, log }, state, inData, closing);
  const { scheduler, outbox, eventBuses } = outside;
  for (const mapping of resources.list('AWS::Lambda::EventSourceMapping')) {
    closing.defer(startEventSource(mapping, { resources, functionOf: functions.of, sqs, access, log }).stop);
  }
  const status = createStatus({ resources, sqs, functions, now: clock.now, ...outside });
  front.open({
    gateway,
    issuer,
    identity,
    access,
    clock,
    ...outside,
    status,
    s3Url: services.s3.url,
    web: options.web,
    portal,
    oidc,
  });
  state.keep();
  scheduler.catchUp().catch(complain);

  return {
    url,
    clock: { now: clock.now, moveTo: async (instant) => scheduler.moveTo(instantMs(instant)) },
    mintToken: issuer.mint,
    aws: { region, ...access.keys.user, endpoints: { ...served, ...outsideEndpoints(url) } },
    resources: { physicalId: (wanted) => resources.find(wanted).physicalId, list: resources.list },
    status: async () => status(),
    mails: outbox.all,
    events: eventBuses.all,
    idle: (withinSeconds = 120) => untilIdle(status, withinSeconds),
    stop: () => closing.disposeAsync(),
  };
}
