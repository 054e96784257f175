import { createHash, randomBytes } from 'node:crypto';
import type { PortalConfig } from '../../web/app/config.ts';
import { codeOf } from './authenticator.ts';

/** What the token endpoint gave, or refused. */
export type Given = {
  status: number;
  error?: string;
  id_token: string;
  access_token: string;
  refresh_token: string;
};
type Answer = { status: number; __type?: string; SecretCode?: string; Status?: string };

const preference = { SoftwareTokenMfaSettings: { Enabled: true, PreferredMfa: true } };

/** Signing in by the code flow, and what people ask of Cognito for themselves, as the portal does. */
export class FactorClient {
  readonly #url: string;
  readonly #config: PortalConfig;

  private constructor(url: string, config: PortalConfig) {
    this.#url = url;
    this.#config = config;
  }

  /** @param url where the stack answers */
  static async of(url: string): Promise<FactorClient> {
    return new FactorClient(url, (await (await fetch(`${url}/config.json`)).json()) as PortalConfig);
  }

  get api(): string {
    return this.#config.secondFactor?.api ?? '';
  }

  /** The scopes of a sign-in that may change the account. */
  get wide(): string {
    return this.#config.secondFactor?.scopes ?? '';
  }

  /** Signs a user of the pool in. @param code what is typed beside the name @returns null: refused */
  async signIn(userName: string, scope: string, code = ''): Promise<Given | null> {
    const verifier = randomBytes(32).toString('base64url');
    const redirect = `${this.#url}/dang-nhap`;
    const form = new URLSearchParams({
      response_type: 'code',
      client_id: this.#config.clientId,
      redirect_uri: redirect,
      scope,
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
      as: 'user',
      user_name: userName,
      totp: code,
    });
    const chosen = await fetch(this.#config.authorizationEndpoint, {
      method: 'POST',
      body: form,
      redirect: 'manual',
    });
    if (chosen.status !== 303) return null;
    const given = new URL(chosen.headers.get('location') ?? '').searchParams.get('code') ?? '';
    const by = { grant_type: 'authorization_code', code: given, redirect_uri: redirect };
    return this.token({ ...by, code_verifier: verifier });
  }

  async token(by: Record<string, string>): Promise<Given> {
    const body = new URLSearchParams({ client_id: this.#config.clientId, ...by });
    const answer = await fetch(this.#config.tokenEndpoint, { method: 'POST', body });
    return { status: answer.status, ...((await answer.json()) as Omit<Given, 'status'>) };
  }

  renew(session: Given | null): Promise<Given> {
    return this.token({ grant_type: 'refresh_token', refresh_token: session?.refresh_token ?? '' });
  }

  async ask(operation: string, body: object, origin = this.#url): Promise<Answer> {
    const answer = await fetch(this.api, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': `AWSCognitoIdentityProviderService.${operation}`,
        origin,
      },
      body: JSON.stringify(body),
    });
    return { status: answer.status, ...((await answer.json()) as object) };
  }

  /** Asks that what was verified be asked for at every sign-in. */
  prefer(AccessToken: string | undefined): Promise<Answer> {
    return this.ask('SetUserMFAPreference', { AccessToken, ...preference });
  }

  /** Sets up an app, as whoever holds the access token. @returns its secret; the code of this step is used up */
  async setUp(AccessToken: string | undefined): Promise<string> {
    const { SecretCode = '' } = await this.ask('AssociateSoftwareToken', { AccessToken });
    await this.ask('VerifySoftwareToken', { AccessToken, UserCode: codeOf(SecretCode) });
    const { status } = await this.prefer(AccessToken);
    if (status !== 200) throw new Error(`the second factor is not set up: ${status}`);
    return SecretCode;
  }
}
