import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { pageHeaders } from '../../web/served/page-headers.ts';
import { pagePath } from '../../web/served/page-path.ts';
import { type Gateway, send } from '../http-api/gateway.ts';
import { gatewayMessage } from '../http-api/gateway-response.ts';
import { type PortalClient, portalConfig } from '../identity/oidc/portal-client.ts';
import { type ControlPlace, handleControl } from './control.ts';
import { serveFile } from './static-files.ts';

/** What answers on the API's port, once everything behind it runs. */
export type FrontPlace = Omit<ControlPlace, 'pageHeaders'> & {
  gateway: Gateway;
  s3Url: string;
  web: string | undefined;
  portal: PortalClient | undefined;
};
export type Front = { listener: RequestListener; open: (place: FrontPlace) => void };

/** The one door: control endpoints, then the API's routes, then files. Closed (503) until opened. */
export function createFront(complain: (error: unknown) => void): Front {
  let place: FrontPlace | undefined;
  return {
    open: (given) => {
      place = given;
    },
    listener: (message, response) => {
      handle(place, message, response).catch((error) => {
        complain(error);
        if (response.headersSent) response.destroy();
        else send(response, gatewayMessage(500, 'Internal Server Error'));
      });
    },
  };
}

async function handle(
  place: FrontPlace | undefined,
  message: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  // A page of another site whose name was pointed at this machine comes with that name.
  if (!/^(127\.0\.0\.1|localhost)(:\d+)?$/.test(message.headers.host ?? '')) {
    send(response, gatewayMessage(421, 'This stack answers to 127.0.0.1 and localhost only'));
    return;
  }
  if (!place) {
    send(response, gatewayMessage(503, 'Service Unavailable'));
    return;
  }
  const path = (message.url ?? '/').split('?')[0] ?? '/';
  const headers = pageHeaders([place.s3Url]);
  if (path === '/_local' || path.startsWith('/_local/')) {
    await handleControl({ ...place, pageHeaders: headers }, message, response);
    return;
  }
  if (await place.gateway.handle(message, response)) return;
  const isRead = message.method === 'GET' || message.method === 'HEAD';
  if (isRead && path === '/config.json' && place.portal !== undefined) {
    const config = portalConfig(place.portal, `http://${message.headers.host}`, place.clock.now());
    response.writeHead(200, { ...headers, 'content-type': 'application/json', 'cache-control': 'no-store' });
    response.end(JSON.stringify(config));
    return;
  }
  if (isRead && place.web !== undefined) {
    const withBody = message.method === 'GET';
    if (await serveFile(place.web, path, headers, response, withBody)) return;
    // The portal's pages have addresses of their own, and one file: as the distribution in AWS answers them.
    if (pagePath.test(path) && (await serveFile(place.web, '/', headers, response, withBody))) return;
  }
  send(response, gatewayMessage(404, 'Not Found'));
}
