import middy from '@middy/core';
import type { APIGatewayProxyEventV2WithJWTAuthorizer, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Caller } from '../accounts/claims.ts';
import { attachmentNamed } from '../attachment-name.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { Catalogs } from '../catalog/catalogs.ts';
import { Refusal } from '../refusal.ts';
import type { Claims, Identify } from './identity.ts';
import { log } from './log.ts';
import { problemOf } from './problem.ts';
import { representation } from './representation.ts';

/** A request in our words: `at` is the one clock, the time at which API Gateway received it. */
export type Request = {
  route: string;
  path: Readonly<Record<string, string>>;
  query: Readonly<Record<string, string>>;
  headers: Readonly<Record<string, string>>;
  body: string;
  /** ISO 8601, UTC. */
  at: string;
  /** Null on a public route. */
  who: Caller | null;
};

export type Response = {
  /** What happened, one word of the route's list, for the log. */
  word: string;
  status: number;
  headers?: Record<string, string>;
  /** JSON, or text of the type that the headers name, or the bytes of a gzip body made ahead. */
  body?: unknown;
  text?: string;
  gzip?: Uint8Array;
  /** A small workbook made for this request (docs/decisions/060), to be kept under its name. */
  workbook?: { fileName: string; bytes: Uint8Array };
};

type Event = APIGatewayProxyEventV2WithJWTAuthorizer;
type Result = APIGatewayProxyStructuredResultV2;

/** What every route needs to be entered: the catalogues, and who is asking; null on routes without a token. */
export type Entrance = { catalogs: Catalogs; identify: Identify | null };

/**
 * A Lambda handler for routes of the API: one log line and one answer a request; refusals become
 * RFC 9457 problems, and a fault becomes a 500 that says nothing of its inside. The catalogue that is published at
 * the time of the request is given to its answer.
 */
export function httpHandler(
  answer: (request: Request, catalog: Catalog) => Promise<Response>,
  entrance: Entrance,
) {
  return middy<Event, Result>()
    .onError((request) => {
      const { status, body } = problemOf(request.error);
      if (status >= 500) log('error', 'fault', { route: request.event.routeKey, error: request.error });
      else log('info', body.code, { route: request.event.routeKey, status });
      request.response = {
        statusCode: status,
        headers: {
          'content-type': 'application/problem+json; charset=utf-8',
          'cache-control': 'no-store',
          ...(status === 401 ? { 'www-authenticate': 'Bearer error="invalid_token"' } : {}),
        },
        body: JSON.stringify(body),
      };
    })
    .handler(async (event) => {
      const at = new Date(event.requestContext.timeEpoch).toISOString();
      const catalog = await entrance.catalogs.current(at);
      const request = requestOf(event, at, (claims) => entrance.identify?.(claims, catalog) ?? null);
      const response = await answer(request, catalog);
      log('info', response.word, {
        route: request.route,
        status: response.status,
        subject: request.who?.subject,
      });
      return resultOf(response, request);
    });
}

function requestOf(event: Event, at: string, identify: (claims: Claims) => Caller | null): Request {
  const claims = event.requestContext.authorizer?.jwt?.claims;
  // API Gateway lets Cognito's access tokens in by their client_id; they say too little of who is asking.
  if ((claims?.token_use ?? 'id') !== 'id') throw new Refusal('token-not-accepted');
  const body = event.body ?? '';
  return {
    route: event.routeKey,
    path: present(event.pathParameters),
    query: present(event.queryStringParameters),
    headers: present(event.headers),
    body: event.isBase64Encoded ? Buffer.from(body, 'base64').toString('utf8') : body,
    at,
    who: claims ? identify(claims) : null,
  };
}

function present(values: Readonly<Record<string, string | undefined>> | undefined): Record<string, string> {
  return Object.fromEntries(Object.entries(values ?? {}).filter((entry) => entry[1] !== undefined)) as Record<
    string,
    string
  >;
}

function resultOf(response: Response, request: Request): Result {
  const headers = { 'cache-control': 'no-store', ...response.headers };
  if (response.workbook) return workbookResult(response.status, headers, response.workbook);
  const json = response.body === undefined ? undefined : JSON.stringify(response.body);
  const body = response.gzip ?? response.text ?? json;
  if (body === undefined) return { statusCode: response.status, headers, body: '' };
  return representation(body, { ...response, headers }, request.headers);
}

function workbookResult(
  statusCode: number,
  headers: Record<string, string>,
  { fileName, bytes }: NonNullable<Response['workbook']>,
): Result {
  return {
    statusCode,
    headers: {
      ...headers,
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition': attachmentNamed(fileName),
      'x-content-type-options': 'nosniff',
    },
    body: Buffer.from(bytes).toString('base64'),
    isBase64Encoded: true,
  };
}
