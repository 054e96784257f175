import * as oauth from 'oauth4webapi';
import { type PortalConfig, readConfig } from './config.ts';
import type { Tokens } from './tokens.ts';

/** What a sign-in is for: the portal's session, or, with more scopes, setting up a second factor. */
export type SignInPurpose = 'session' | 'second-factor';
/** What the tab that begins to sign in must know when it comes back; used once. */
type Begun = { state: string; nonce: string; verifier: string; back: string; purpose: SignInPurpose };
/** What a sign-in gave, for what, and where the reader was. */
export type SignedIn = { tokens: Tokens; accessToken: string; back: string; purpose: SignInPurpose };
const begunKey = 'diem-cau:signing-in';
/** An issuer that has not answered by then cannot be reached. */
const answerWithinMs = 15_000;

/** Why signing in did not come to its end, in a word of a closed list; the page has the sentences. */
export type SignInTrouble =
  /** The answer is not to a question of this tab: begun elsewhere, used already, or somebody else's. */
  | 'not-begun-here'
  /** The reader or the issuer said no. */
  | 'denied'
  /** The code or what came for it was refused: too late, used twice, a clock that is wrong. */
  | 'refused'
  | 'unreachable';

export class SignInFault extends Error {
  readonly trouble: SignInTrouble;

  constructor(trouble: SignInTrouble) {
    super(trouble);
    this.trouble = trouble;
  }
}

/**
 * Where the browser goes to sign in: the issuer's page, with a challenge, a state and a nonce made for this one time.
 * @param back where the reader was, a path of this portal
 * @throws SignInFault
 */
export async function beginSignIn(back: string, purpose: SignInPurpose = 'session'): Promise<string> {
  const config = await configured();
  const begun: Begun = {
    state: oauth.generateRandomState(),
    nonce: oauth.generateRandomNonce(),
    verifier: oauth.generateRandomCodeVerifier(),
    back,
    purpose,
  };
  sessionStorage.setItem(begunKey, JSON.stringify(begun));
  const url = new URL(config.authorizationEndpoint);
  const asked = {
    response_type: 'code',
    client_id: config.clientId,
    redirect_uri: callbackUrl(),
    scope: purpose === 'session' ? config.scopes : (config.secondFactor?.scopes ?? config.scopes),
    state: begun.state,
    nonce: begun.nonce,
    code_challenge: await oauth.calculatePKCECodeChallenge(begun.verifier),
    code_challenge_method: 'S256',
  };
  for (const [name, value] of Object.entries(asked)) url.searchParams.set(name, value);
  return url.href;
}

/**
 * Ends what `beginSignIn` began.
 * @param query what the issuer sent the browser back with
 * @throws SignInFault
 */
export async function finishSignIn(query: URLSearchParams): Promise<SignedIn> {
  const begun = takeBegun();
  if (begun === null) throw new SignInFault('not-begun-here');
  const config = await configured();
  const { server, client } = partiesOf(config);
  let checked: URLSearchParams;
  try {
    checked = oauth.validateAuthResponse(server, client, query, begun.state);
  } catch (fault) {
    throw new SignInFault(fault instanceof oauth.AuthorizationResponseError ? 'denied' : 'not-begun-here');
  }
  const options = optionsFor(config);
  const answer = await reached(
    oauth.authorizationCodeGrantRequest(
      server,
      client,
      oauth.None(),
      checked,
      callbackUrl(),
      begun.verifier,
      options,
    ),
  );
  try {
    const given = await oauth.processAuthorizationCodeResponse(server, client, answer, {
      expectedNonce: begun.nonce,
      requireIdToken: true,
    });
    const { back, purpose } = begun;
    return { tokens: tokensOf(given, config), accessToken: given.access_token, back, purpose };
  } catch {
    throw new SignInFault('refused');
  }
}

/**
 * @returns new tokens; 'refused' when the issuer says no
 * @throws SignInFault when it cannot be reached, is in trouble, or something else answers in its place
 */
export async function renewTokens(refreshToken: string): Promise<Tokens | 'refused'> {
  const config = await configured();
  const { server, client } = partiesOf(config);
  const answer = await reached(
    oauth.refreshTokenGrantRequest(server, client, oauth.None(), refreshToken, optionsFor(config)),
  );
  if (answer.status >= 500 || answer.status === 429) throw new SignInFault('unreachable');
  try {
    const given = await oauth.processRefreshTokenResponse(server, client, answer);
    return given.id_token === undefined ? 'refused' : { refreshToken, ...tokensOf(given, config) };
  } catch (fault) {
    if (noAnswer.includes((fault as { code?: string }).code ?? '')) throw new SignInFault('unreachable');
    return 'refused';
  }
}

/** Neither tokens nor an error of RFC 6749, 5.2, or cut short: no answer about this session. */
const noAnswer: readonly string[] = [
  oauth.RESPONSE_IS_NOT_CONFORM,
  oauth.RESPONSE_IS_NOT_JSON,
  oauth.PARSE_ERROR,
];

/** Takes a refresh token back, as far as that can be done. */
export async function revokeToken(refreshToken: string): Promise<void> {
  const config = await configured();
  if (config.revocationEndpoint === null) return;
  const { server, client } = partiesOf(config);
  await oauth.revocationRequest(server, client, oauth.None(), refreshToken, optionsFor(config));
}

/** Where the issuer ends its own session and sends the browser back; null: it has no such place. */
export async function logoutAddress(): Promise<string | null> {
  const { logoutEndpoint, clientId } = await configured();
  if (logoutEndpoint === null) return null;
  const url = new URL(logoutEndpoint);
  url.searchParams.set('client_id', clientId);
  // Cognito's name for it, and that of OpenID Connect RP-Initiated Logout.
  for (const name of ['logout_uri', 'post_logout_redirect_uri']) {
    url.searchParams.set(name, `${location.origin}/`);
  }
  return url.href;
}

function takeBegun(): Begun | null {
  const kept = sessionStorage.getItem(begunKey);
  sessionStorage.removeItem(begunKey);
  return kept === null ? null : (JSON.parse(kept) as Begun);
}

async function configured(): Promise<PortalConfig> {
  return reached(readConfig());
}

async function reached<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch {
    throw new SignInFault('unreachable');
  }
}

function partiesOf(config: PortalConfig): { server: oauth.AuthorizationServer; client: oauth.Client } {
  return {
    server: {
      issuer: config.issuer,
      authorization_endpoint: config.authorizationEndpoint,
      token_endpoint: config.tokenEndpoint,
      ...(config.revocationEndpoint === null ? {} : { revocation_endpoint: config.revocationEndpoint }),
    },
    // Machines' clocks are minutes off more often than tokens are forged: the service checks the token by its own.
    client: { client_id: config.clientId, [oauth.clockTolerance]: 300 },
  };
}

/** Nobody waits without end; without TLS only where nothing leaves the machine. */
function optionsFor({ tokenEndpoint }: PortalConfig) {
  const isHere = ['127.0.0.1', 'localhost'].includes(new URL(tokenEndpoint).hostname);
  return { [oauth.allowInsecureRequests]: isHere, signal: () => AbortSignal.timeout(answerWithinMs) };
}

function callbackUrl(): string {
  return `${location.origin}/dang-nhap`;
}

function tokensOf(
  { id_token, refresh_token }: oauth.TokenEndpointResponse,
  { claims }: PortalConfig,
): Tokens {
  return {
    idToken: id_token ?? '',
    claims,
    ...(refresh_token === undefined ? {} : { refreshToken: refresh_token }),
  };
}
