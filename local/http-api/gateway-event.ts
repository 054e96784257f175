import type { IncomingMessage } from 'node:http';
import type { Verified } from '../identity/authoriser.ts';
import { account } from '../template/place.ts';
import type { RouteMatch } from './route.ts';

/** A request as the gateway read it. Header names are in lower case, values joined by commas. */
export type GatewayRequest = {
  message: IncomingMessage;
  method: string;
  path: string;
  rawQuery: string;
  headers: Map<string, string>;
  body: Buffer;
};

/** What is known of the call beside the request; `nowMs` is business time. */
export type GatewayCall = {
  requestId: string;
  apiId: string;
  stage: string;
  nowMs: number;
  verified: Verified | undefined;
};

/** Bodies that reach a function as text; every other one is encoded as base64. */
const textual = /^(text\/|application\/(json|javascript|xml|[^;]+\+(json|xml))\b)/i;

/** The event of payload format 2.0 ("Create AWS Lambda proxy integrations for HTTP APIs"). */
export function gatewayEvent(
  request: GatewayRequest,
  { route, pathParameters }: RouteMatch,
  call: GatewayCall,
) {
  const { headers, body, rawQuery } = request;
  const cookies = headers.get('cookie')?.split(/;\s*/);
  const query = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(rawQuery)) {
    const before = query.get(name);
    query.set(name, before === undefined ? value : `${before},${value}`);
  }
  const isText = textual.test(headers.get('content-type') ?? '');
  return {
    version: '2.0',
    routeKey: route.key,
    rawPath: request.path,
    rawQueryString: rawQuery,
    ...(cookies === undefined ? {} : { cookies }),
    headers: Object.fromEntries([...headers].filter(([name]) => name !== 'cookie')),
    ...(query.size === 0 ? {} : { queryStringParameters: Object.fromEntries(query) }),
    ...(pathParameters === undefined ? {} : { pathParameters }),
    requestContext: {
      accountId: account,
      apiId: call.apiId,
      ...(call.verified === undefined ? {} : { authorizer: { jwt: call.verified } }),
      domainName: headers.get('host') ?? '',
      domainPrefix: call.apiId,
      http: {
        method: request.method,
        path: request.path,
        protocol: 'HTTP/1.1',
        sourceIp: request.message.socket.remoteAddress ?? '',
        userAgent: headers.get('user-agent') ?? '',
      },
      requestId: call.requestId,
      routeKey: route.key,
      stage: call.stage,
      time: commonLogTime(call.nowMs),
      timeEpoch: Math.floor(call.nowMs),
    },
    ...(body.length === 0 ? {} : { body: body.toString(isText ? 'utf8' : 'base64') }),
    isBase64Encoded: body.length > 0 && !isText,
  };
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `12/Mar/2026:19:03:58 +0000`. */
function commonLogTime(ms: number): string {
  const [date = '', time = ''] = new Date(ms).toISOString().split('T');
  const [year, month, day] = date.split('-');
  return `${day}/${months[Number(month) - 1]}/${year}:${time.slice(0, 8)} +0000`;
}
