import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { type Gateway, send } from '../http-api/gateway.ts';
import { gatewayMessage } from '../http-api/gateway-response.ts';
import { type ControlPlace, handleControl } from './control.ts';
import { pageHeaders, serveFile } from './static-files.ts';

/** What answers on the API's port, once everything behind it runs. */
export type FrontPlace = Omit<ControlPlace, 'pageHeaders'> & {
  gateway: Gateway;
  s3Url: string;
  web: string | undefined;
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
  const headers = pageHeaders(place.s3Url);
  if (path === '/_local' || path.startsWith('/_local/')) {
    await handleControl({ ...place, pageHeaders: headers }, message, response);
    return;
  }
  if (await place.gateway.handle(message, response)) return;
  const isRead = message.method === 'GET' || message.method === 'HEAD';
  if (isRead && place.web !== undefined) {
    const withBody = message.method === 'GET';
    if (await serveFile(place.web, path, headers, response, withBody)) return;
    // The portal's pages have addresses of their own, and one file: as the distribution in AWS answers them.
    if (isPagePath(path) && (await serveFile(place.web, '/', headers, response, withBody))) return;
  }
  send(response, gatewayMessage(404, 'Not Found'));
}

/** A page of the portal: a path whose last part has no ending, and that is not the API's. */
function isPagePath(path: string): boolean {
  return !path.startsWith('/v1/') && !/\.[A-Za-z0-9]+$/.test(path);
}
