import type { IncomingMessage, ServerResponse } from 'node:http';
import * as v from 'valibot';
import { localDayOf } from '../../shared/catalog/period.ts';
import { type BusinessClock, instantMs } from '../clock.ts';
import { ClockError, type Scheduler } from '../events/scheduler.ts';
import { CognitoError } from '../identity/cognito-error.ts';
import type { Issuer, Who } from '../identity/issuer.ts';
import type { Oidc } from '../identity/oidc/oidc.ts';
import { readBody } from '../loopback.ts';
import { TemplateError } from '../template/template-error.ts';
import { type AwsDoorPlace, passToAws } from './aws-door.ts';
import { awsPaths } from './aws-paths.ts';
import { outboxPage } from './outbox-page.ts';
import { whoPage, whoScript, whoStyle } from './who-page.ts';

/** What the control endpoints work with. */
export type ControlPlace = AwsDoorPlace & {
  issuer: Issuer;
  /** Signing in; undefined when the template has no client for it. */
  oidc: Oidc | undefined;
  clock: BusinessClock;
  scheduler: Scheduler;
  status: () => unknown;
  pageHeaders: Record<string, string>;
};

const TokenRequest = v.strictObject({
  unit: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(64))),
  roles: v.pipe(v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(64))), v.maxLength(16)),
  subject: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(128))),
});
/** A user of the pool, signed in as Cognito would; or anybody, ad hoc. */
const StoredRequest = v.strictObject({ userName: v.pipe(v.string(), v.minLength(1), v.maxLength(128)) });
const MfaRequest = v.strictObject({ active: v.optional(v.boolean(), true) });
const ClockRequest = v.strictObject({ to: v.string() });
const bodyLimit = 10_000;
const mfaPath = /^\/_local\/users\/([^/?]+)\/mfa$/;

/** A request that cannot be done as it is; the message goes to whoever asked. */
class ControlError extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

type Endpoint = (place: ControlPlace, message: IncomingMessage) => Promise<unknown> | unknown;
const endpoints: Readonly<Record<string, Endpoint>> = {
  'GET /_local/status': ({ status }) => status(),
  'GET /_local/clock': ({ clock }) => ({ now: clock.now() }),
  'POST /_local/clock': async ({ clock, scheduler }, message) => {
    const { to } = await bodyOf(message, ClockRequest);
    const fired = await scheduler.moveTo(instantMs(to));
    return { now: clock.now(), fired };
  },
  'POST /_local/token': async ({ issuer, identity }, message) => {
    const asked = await bodyOf(message, v.union([StoredRequest, TokenRequest]));
    if ('userName' in asked) return { token: await identity.signIn(asked.userName) };
    const { unit, roles, subject } = asked;
    const who: Who = {
      subject: subject ?? `${unit ?? 'local'}:${roles.join('+')}`,
      roles,
      ...(unit === undefined ? {} : { unit }),
    };
    return { token: await issuer.mint(who) };
  },
  'GET /_local/identity': ({ identity }) => identity.place(),
  'POST /_local/users/mfa': async ({ identity }, message) => {
    const userName = decodeURIComponent(mfaPath.exec(message.url ?? '')?.[1] ?? '');
    const { active } = await bodyOf(message, MfaRequest);
    identity.setTotp(userName, active);
    return { userName, mfa: active };
  },
  'GET /_local/outbox': ({ mail }) => ({ items: mail.outbox.all() }),
  'GET /_local/events': ({ eventBuses }) => ({ items: eventBuses.all() }),
};

/**
 * Answers what is below `/_local/`: who to be, the business clock, the state of the stack. Requests that
 * change something are refused when another site's page sends them.
 */
export async function handleControl(
  place: ControlPlace,
  message: IncomingMessage,
  response: ServerResponse<IncomingMessage> & { req: IncomingMessage },
): Promise<void> {
  const path = (message.url ?? '').split('?')[0] ?? '';
  const page = message.method === 'GET' ? pages(place)[path] : undefined;
  if (page) {
    response
      .writeHead(200, { ...place.pageHeaders, 'cache-control': 'no-cache', 'content-type': page[0] })
      .end(page[1]());
    return;
  }
  try {
    if (path === awsPaths.cognito && (await place.identity.handleOwn(message, response))) return;
    if (message.method !== 'GET') refuseForeignOrigin(message);
    if (await place.oidc?.(message, response, place.pageHeaders)) return;
    if (await passToAws(place, message, response)) return;
    const named = mfaPath.test(path) ? '/_local/users/mfa' : path;
    const endpoint = endpoints[`${message.method} ${named}`];
    if (!endpoint) throw new ControlError(404, 'Not Found');
    answerJson(response, 200, await endpoint(place, message));
  } catch (error) {
    const status = statusOf(error);
    if (status === undefined) throw error;
    answerJson(response, status, { message: (error as Error).message });
  }
}

function pages({ clock, mail, identity }: ControlPlace): Record<string, [type: string, make: () => string]> {
  return {
    '/_local/': ['text/html; charset=utf-8', () => whoPage(localDayOf(clock.now()), identity.roles())],
    '/_local/outbox.html': ['text/html; charset=utf-8', () => outboxPage(mail.outbox.all())],
    '/_local/page.css': ['text/css; charset=utf-8', () => whoStyle],
    '/_local/page.js': ['text/javascript; charset=utf-8', () => whoScript],
  };
}

/** A page of another site cannot read answers, but it could send requests: its browser says where from. */
function refuseForeignOrigin({ headers }: IncomingMessage): void {
  const { origin, host } = headers;
  const site = headers['sec-fetch-site'];
  const isForeign = origin !== undefined && origin !== `http://${host}`;
  if (isForeign || (site !== undefined && site !== 'same-origin' && site !== 'none')) {
    throw new ControlError(403, `Requests from ${origin ?? 'another site'} are refused`);
  }
}

async function bodyOf<S extends v.GenericSchema>(
  message: IncomingMessage,
  schema: S,
): Promise<v.InferOutput<S>> {
  const body = await readBody(message, bodyLimit);
  if (body === 'too-long') throw new ControlError(413, `a body has at most ${bodyLimit} bytes`);
  return v.parse(schema, JSON.parse(body.toString()));
}

function statusOf(error: unknown): number | undefined {
  if (error instanceof ControlError) return error.status;
  if (error instanceof ClockError) return 409;
  if (error instanceof CognitoError) return 400;
  const isRefusal = [SyntaxError, RangeError, TypeError, TemplateError].some((kind) => error instanceof kind);
  return isRefusal || v.isValiError(error) ? 400 : undefined;
}

function answerJson(response: ServerResponse, status: number, body: unknown): void {
  const headers = { 'content-type': 'application/json', 'cache-control': 'no-store' };
  response.writeHead(status, headers).end(JSON.stringify(body));
}
