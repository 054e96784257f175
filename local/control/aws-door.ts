import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Access } from '../access/access.ts';
import { cognitoCalls } from '../access/json-calls.ts';
import type { EventBuses } from '../events/event-bus.ts';
import type { SchedulerApi } from '../events/scheduler-api.ts';
import type { LocalIdentity } from '../identity/identity.ts';
import { readBody } from '../loopback.ts';
import { type SesPlace, sendEmail } from '../mail/ses-api.ts';
import { AwsError, answerError } from '../services/aws-error.ts';
import { judged, keyOf } from '../services/key-guard.ts';
import { awsPaths } from './aws-paths.ts';

/** The APIs of AWS that answer on the API's own port. */
export type AwsDoorPlace = {
  identity: LocalIdentity;
  access: Access;
  schedulerApi: SchedulerApi;
  mail: SesPlace;
  eventBuses: EventBuses;
};

/** The longest request: a mail. */
const bodyLimit = 10 * 1024 * 1024;

type Call = {
  accessKeyId: string;
  method: string;
  path: string;
  query: Record<string, string>;
  body: unknown;
};
type Api = (call: Call, place: AwsDoorPlace, target: string) => object;
const apis: Readonly<Record<string, Api>> = {
  [awsPaths.scheduler]: (call, { schedulerApi }) => schedulerApi.answer(call),
  [awsPaths.ses]: ({ accessKeyId, method, path, body }, { mail }) => {
    if (`${method} ${path}` === 'POST /v2/email/outbound-emails') return sendEmail(accessKeyId, body, mail);
    throw unknownCall(`${method} ${path}`);
  },
  [awsPaths.eventBridge]: ({ accessKeyId, body }, { eventBuses }, target) => {
    if (target === 'AWSEvents.PutEvents') return eventBuses.putEvents(accessKeyId, body);
    throw unknownCall(target);
  },
};

/** Answers a request that is for an API of AWS, and says whether it was. */
export async function passToAws(
  place: AwsDoorPlace,
  message: IncomingMessage,
  response: ServerResponse<IncomingMessage> & { req: IncomingMessage },
): Promise<boolean> {
  const url = new URL(message.url ?? '/', 'http://local');
  const isBelow = (root: string) => url.pathname === root || url.pathname.startsWith(`${root}/`);
  if (message.method !== 'GET' && url.pathname.replace(/\/$/, '') === awsPaths.cognito) {
    await passToCognito(place, message, response);
    return true;
  }
  const root = Object.keys(apis).find(isBelow);
  if (root === undefined) return false;
  try {
    const call = await readCall(message, url, root, place.access);
    const answer = (apis[root] as Api)(call, place, String(message.headers['x-amz-target'] ?? ''));
    response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' });
    response.end(JSON.stringify(answer));
  } catch (error) {
    const refused = error instanceof SyntaxError ? new AwsError(400, 'SerializationException', '') : error;
    if (!(refused instanceof AwsError)) throw error;
    answerError(response, refused);
  }
  return true;
}

/** Only keys of this stack are let in: key ids are new at each start and cannot be guessed. */
async function readCall(message: IncomingMessage, url: URL, root: string, access: Access): Promise<Call> {
  const body = await readBody(message, bodyLimit);
  const accessKeyId = keyOf(message);
  const isKnown = accessKeyId === access.keys.user.accessKeyId || access.keys.functionOf(accessKeyId);
  if (!isKnown) {
    const why = 'The security token included in the request is invalid.';
    throw new AwsError(403, 'UnrecognizedClientException', why);
  }
  if (body === 'too-long')
    throw new AwsError(413, 'RequestEntityTooLargeException', `at most ${bodyLimit} bytes`);
  return {
    accessKeyId,
    method: message.method ?? 'GET',
    path: url.pathname.slice(root.length),
    query: Object.fromEntries(url.searchParams),
    body: body.length === 0 ? {} : JSON.parse(body.toString()),
  };
}

/** A function may do what its role allows; whoever runs this machine is the administrator of the pool. */
async function passToCognito(
  { identity, access }: AwsDoorPlace,
  message: IncomingMessage,
  response: ServerResponse<IncomingMessage> & { req: IncomingMessage },
): Promise<void> {
  const key = keyOf(message);
  if (access.keys.functionOf(key) === undefined) await identity.handle(message, response);
  else await judged(message, response, { access, key, readCalls: cognitoCalls, pass: identity.handle });
}

function unknownCall(what: string): AwsError {
  return new AwsError(404, 'UnknownOperationException', `${what} does not run here`);
}
