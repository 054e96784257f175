import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import * as v from 'valibot';
import type { BusinessClock } from '../clock.ts';
import { type Authorise, createAuthoriser } from '../identity/authoriser.ts';
import type { Issuer } from '../identity/issuer.ts';
import type { Functions } from '../lambda/functions.ts';
import { readBody } from '../loopback.ts';
import { nameOf, propertiesOf, type Resources } from '../template/resources.ts';
import { TemplateError } from '../template/template-error.ts';
import { apiCorsHeaders, CorsConfiguration } from './api-cors.ts';
import { type GatewayRequest, gatewayEvent } from './gateway-event.ts';
import { type GatewayResponse, gatewayMessage, gatewayResponse } from './gateway-response.ts';
import { matchRoute, type Route, type RouteMatch, readRoutes } from './route.ts';

/** The HTTP API: `handle` answers a request if it is one for the API, and says whether it was. */
export type Gateway = { handle: (message: IncomingMessage, response: ServerResponse) => Promise<boolean> };

const Api = v.object({
  ProtocolType: v.literal('HTTP', 'only HTTP APIs run here'),
  CorsConfiguration: v.optional(CorsConfiguration),
});
const Stage = v.object({ StageName: v.string() });

/** "Payload size: 10 MB" (quotas of HTTP APIs). */
const bodyLimit = 10 * 1024 * 1024;

type GatewayPlace = { resources: Resources; functions: Functions; issuer: Issuer; clock: BusinessClock };
type Front = GatewayPlace & {
  apiId: string;
  stage: string;
  routes: Route[];
  cors: v.InferOutput<typeof CorsConfiguration> | undefined;
};

/** Reads the HTTP API of the template. @throws TemplateError when there is none, or more than one */
export function createGateway(place: GatewayPlace): Gateway {
  const [api, ...more] = place.resources.list('AWS::ApiGatewayV2::Api');
  const [stageResource, ...moreStages] = place.resources.list('AWS::ApiGatewayV2::Stage');
  if (!api || more.length > 0)
    throw new TemplateError('template', 'one HTTP API runs here, no more and no less');
  if (!stageResource || moreStages.length > 0) throw new TemplateError(nameOf(api), 'one stage runs here');
  const stage = propertiesOf(stageResource, Stage).StageName;
  const authorisers = new Map<string, Authorise>(
    place.resources
      .list('AWS::ApiGatewayV2::Authorizer')
      .map((resource) => [resource.physicalId, createAuthoriser(resource, place.issuer)]),
  );
  const front: Front = {
    ...place,
    apiId: api.physicalId,
    stage,
    routes: readRoutes(place.resources, api, stage, place.functions, authorisers),
    cors: propertiesOf(api, Api).CorsConfiguration,
  };
  return {
    handle: async (message, response) => {
      const [target = '/', rawQuery = ''] = (message.url ?? '/').split(/\?(.*)/s);
      const prefix = stage === '$default' ? '' : `/${stage}`;
      const path = target.startsWith(`${prefix}/`) ? target.slice(prefix.length) : undefined;
      const method = message.method ?? 'GET';
      const headers = headersOf(message);
      const preflight = method === 'OPTIONS' && front.cors !== undefined && headers.has('origin');
      const match = path === undefined || preflight ? undefined : findRoute(front.routes, method, path);
      if (!match && !preflight) return false;
      const cors = apiCorsHeaders(front.cors, headers, preflight);
      const body = await readBody(message, bodyLimit);
      const requestId = randomUUID();
      const answer =
        body === 'too-long'
          ? gatewayMessage(413, 'Request Entity Too Large')
          : match
            ? await call(front, match, { message, method, path: target, rawQuery, headers, body }, requestId)
            : { status: 204, headers: {}, cookies: [], body: '' };
      send(response, {
        ...answer,
        headers: { ...withoutCors(answer.headers, front), ...cors, 'apigw-requestid': requestId },
      });
      return true;
    },
  };
}

async function call(
  front: Front,
  match: RouteMatch,
  request: GatewayRequest,
  requestId: string,
): Promise<GatewayResponse> {
  const { route } = match;
  const verified = await route.authorise?.(request.headers, route.scopes);
  if (verified && 'status' in verified) {
    const message = verified.status === 401 ? 'Unauthorized' : 'Forbidden';
    return gatewayMessage(verified.status, message, { 'www-authenticate': verified.challenge });
  }
  if (!route.permitted) return gatewayMessage(500, 'Internal Server Error');
  const { apiId, stage, clock } = front;
  const event = gatewayEvent(request, match, { requestId, apiId, stage, nowMs: clock.nowMs(), verified });
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((done) => {
    timer = setTimeout(done, route.timeoutMs, 'late');
  });
  const result = await Promise.race([route.pool.invoke(event), late]);
  clearTimeout(timer);
  if (result === 'late') return gatewayMessage(503, 'Service Unavailable');
  if (!result.ok && result.payload.includes('RequestEntityTooLargeException')) {
    return gatewayMessage(413, 'Request Entity Too Large');
  }
  return gatewayResponse(result);
}

/** A path that cannot be decoded leads nowhere. */
function findRoute(routes: readonly Route[], method: string, path: string): RouteMatch | undefined {
  try {
    return matchRoute(routes, method, path);
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}

function headersOf(message: IncomingMessage): Map<string, string> {
  return new Map(
    Object.entries(message.headersDistinct).map(([name, values]) => [
      name,
      (values ?? []).join(name === 'cookie' ? '; ' : ','),
    ]),
  );
}

/** "If you configure CORS for an API, API Gateway ignores CORS headers returned from your integration." */
function withoutCors(headers: Record<string, string>, front: Front): Record<string, string> {
  if (front.cors === undefined) return headers;
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !name.startsWith('access-control-')));
}

/** Writes an answer; framing headers are this server's own affair. */
export function send(response: ServerResponse, { status, headers, cookies, body }: GatewayResponse): void {
  const own = ['connection', 'content-length', 'keep-alive', 'transfer-encoding', 'upgrade'];
  for (const [name, value] of Object.entries(headers))
    if (!own.includes(name)) response.setHeader(name, value);
  if (cookies.length > 0) response.setHeader('set-cookie', cookies);
  response.writeHead(status);
  response.end(body);
}
