import type { IncomingMessage, ServerResponse } from 'node:http';
import { localDayOf } from '../../../shared/catalog/period.ts';
import type { BusinessClock } from '../../clock.ts';
import { readBody } from '../../loopback.ts';
import type { LocalIdentity } from '../identity.ts';
import type { Issuer } from '../issuer.ts';
import { authorizePage, refusedPage } from './authorize-page.ts';
import { checkAuthorize, returnTo } from './authorize-request.ts';
import type { Chosen, RefreshGrant } from './grants.ts';
import { oidcPaths } from './oidc-paths.ts';
import type { PortalClient } from './portal-client.ts';
import { answerToken } from './token-request.ts';

/** Answers what is the OIDC issuer's, and says whether it was. */
export type Oidc = (
  message: IncomingMessage,
  response: ServerResponse,
  pageHeaders: Readonly<Record<string, string>>,
) => Promise<boolean>;

export type OidcPlace = {
  client: PortalClient;
  issuer: Issuer;
  identity: LocalIdentity;
  clock: BusinessClock;
};

/** What one request is answered with. */
type Answer = { status: number; headers: Record<string, string>; body: string };
type Asked = { query: URLSearchParams; body: URLSearchParams; pageHeaders: Readonly<Record<string, string>> };

const bodyLimit = 20_000;

/**
 * The user pool's domain on this machine: the code flow with PKCE for the portal's client of the template. Nobody is
 * remembered between two sign-ins, so that each time one picks who to be.
 */
export function openOidc(place: OidcPlace): Oidc {
  const endpoints: Record<string, (asked: Asked) => Promise<Answer> | Answer> = {
    [`GET ${oidcPaths.authorize}`]: (asked) => answerAuthorize(place, asked),
    [`POST ${oidcPaths.authorize}`]: (asked) => answerChoice(place, asked),
    [`POST ${oidcPaths.token}`]: ({ body }) => answerTokenRequest(place, body),
    [`POST ${oidcPaths.revoke}`]: ({ body }) => answerRevoke(place, body),
    [`GET ${oidcPaths.logout}`]: (asked) => answerLogout(place, asked),
  };
  return async (message, response, pageHeaders) => {
    const url = new URL(message.url ?? '/', 'http://local');
    const answer = endpoints[`${message.method} ${url.pathname}`];
    if (answer === undefined) return false;
    const body = await readBody(message, bodyLimit);
    const form = new URLSearchParams(body === 'too-long' ? '' : body.toString());
    const {
      status,
      headers,
      body: text,
    } = await answer({ query: url.searchParams, body: form, pageHeaders });
    response.writeHead(status, { 'cache-control': 'no-store', ...headers }).end(text);
    return true;
  };
}

function answerAuthorize(place: OidcPlace, { query, pageHeaders }: Asked): Answer {
  const checked = checkAuthorize(query, place.client);
  if (checked.outcome === 'refused') return html(400, refusedPage(checked.why), pageHeaders);
  if (checked.outcome === 'returned') return redirect(checked.to);
  return html(200, choicePage(place, query), pageHeaders);
}

function choicePage({ identity, clock }: OidcPlace, asked: URLSearchParams, problem?: string): string {
  const content = { asked, users: identity.users(), roles: identity.roles(), day: localDayOf(clock.now()) };
  return authorizePage({ ...content, ...(problem === undefined ? {} : { problem }) });
}

/** The form of the page: the request once more, to be checked once more, and who was chosen. */
async function answerChoice(place: OidcPlace, { body, pageHeaders }: Asked): Promise<Answer> {
  const asked = new URLSearchParams([...body].filter(([name]) => !ownFields.includes(name)));
  const checked = checkAuthorize(asked, place.client);
  if (checked.outcome === 'refused') return html(400, refusedPage(checked.why), pageHeaders);
  if (checked.outcome === 'returned') return redirect(checked.to);
  const chosen = chosenIn(body);
  try {
    // Whoever may not sign in is told so here, where another one can be chosen.
    await idTokenOf(place, chosen, { nonce: undefined, isRefresh: false });
    if ('userName' in chosen) place.identity.checkCode(chosen.userName, body.get('totp')?.trim() ?? '');
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return html(400, choicePage(place, asked, why), pageHeaders);
  }
  const { redirectUri, scope, nonce, challenge, state } = checked.request;
  const code = place.identity.grants.giveCode({ chosen, redirectUri, scope, nonce, challenge }, Date.now());
  return redirect(returnTo(redirectUri, { code, state }));
}

const ownFields = ['as', 'user_name', 'totp', 'unit', 'role', 'subject'];

function chosenIn(body: URLSearchParams): Chosen {
  if (body.get('as') === 'user') return { userName: body.get('user_name') ?? '' };
  const roles = body.getAll('role');
  const unit = body.get('unit') || undefined;
  const subject = body.get('subject')?.trim() || `${unit ?? 'local'}:${roles.join('+')}`;
  return { subject, roles, ...(unit === undefined ? {} : { unit }) };
}

async function answerTokenRequest(place: OidcPlace, body: URLSearchParams): Promise<Answer> {
  const at = Date.now();
  const { grants } = place.identity;
  const expiresIn = place.issuer.idTokenSeconds();
  const given = {
    client: place.client,
    grants,
    idTokenOf: (chosen: Chosen, how: SignInHow) => idTokenOf(place, chosen, how),
    accessToken: (grant: RefreshGrant) => grants.giveAccess(grant, expiresIn, at),
    expiresIn,
  };
  const answer = await answerToken(body, given, at);
  return json(answer.status, answer.body);
}

/** RFC 7009: what is unknown is as good as taken back. */
function answerRevoke({ client, identity }: OidcPlace, body: URLSearchParams): Answer {
  if (body.get('client_id') !== client.id) return json(400, { error: 'invalid_client' });
  const token = body.get('token');
  if (token === null) return json(400, { error: 'invalid_request' });
  identity.grants.revoke(token);
  return json(200, {});
}

/** As Cognito's `/logout`: back to one of the client's own addresses. */
function answerLogout({ client }: OidcPlace, { query, pageHeaders }: Asked): Answer {
  const to = query.get('logout_uri') ?? '';
  if (query.get('client_id') !== client.id) {
    return html(400, refusedPage('client_id is no client here'), pageHeaders);
  }
  if (!client.logoutUrls.includes(to)) {
    return html(400, refusedPage("logout_uri is not one of the client's"), pageHeaders);
  }
  return redirect(to);
}

type SignInHow = { nonce: string | undefined; isRefresh: boolean };

function idTokenOf(place: OidcPlace, chosen: Chosen, how: SignInHow): Promise<string> {
  return 'userName' in chosen
    ? place.identity.signIn(chosen.userName, how)
    : place.issuer.mint(chosen, how.nonce === undefined ? {} : { nonce: how.nonce });
}

/** Browsers tell a form's own site to itself only when its page lets them: see `refuseForeignOrigin`. */
function html(status: number, body: string, headers: Readonly<Record<string, string>>): Answer {
  const type = { 'content-type': 'text/html; charset=utf-8', 'referrer-policy': 'same-origin' };
  return { status, headers: { ...headers, ...type }, body };
}

function json(status: number, body: object): Answer {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

function redirect(location: string): Answer {
  return { status: 303, headers: { location, 'referrer-policy': 'no-referrer' }, body: '' };
}
