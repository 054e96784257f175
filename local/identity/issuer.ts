import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { exportJWK, generateKeyPair, importJWK, type JWK, SignJWT } from 'jose';
import * as v from 'valibot';
import { cognitoClaims } from '../../shared/accounts/claims.ts';
import { nameOf, propertiesOf, type Resource, type Resources } from '../template/resources.ts';
import { TemplateError } from '../template/template-error.ts';

/**
 * Whom to make a token for who is no user of the pool: as the pre-token trigger would write it for one with
 * a second factor. `unit` becomes `custom:unit`, `roles` become `diem-cau:roles` and `cognito:groups`.
 */
export type Who = { subject: string; unit?: string; roles: string[] };

/** The user pools of the template, with one key for all of them. */
export type Issuer = {
  /** An ID token with the claims that Cognito would put in it, on real time. @throws TypeError */
  mint: (who: Who, more?: { nonce?: string }) => Promise<string>;
  /** Signs an ID token with these claims beside those that every token has. */
  sign: (subject: string, claims: Readonly<Record<string, unknown>>) => Promise<string>;
  /** How long an ID token is good. */
  idTokenSeconds: () => number;
  /** Public keys by issuer address, as the authoriser gets them. */
  keysOf: (issuer: string) => { keys: JWK[] } | undefined;
};

const Pool = v.object({
  Schema: v.optional(v.array(v.object({ Name: v.optional(v.string()) })), []),
});
const Client = v.object({
  UserPoolId: v.string(),
  IdTokenValidity: v.optional(v.number()),
  TokenValidityUnits: v.optional(v.object({ IdToken: v.optional(v.string()) })),
});
const Group = v.object({ GroupName: v.string(), UserPoolId: v.string() });
const unitSeconds: Record<string, number> = { seconds: 1, minutes: 60, hours: 3600, days: 86_400 };

/**
 * Opens the local Cognito. Its RSA key is made at the first start and kept in `keyFile`, when given, so
 * that tokens stay good over a restart.
 */
export async function openIssuer(resources: Resources, keyFile: string | undefined): Promise<Issuer> {
  const jwk = await signingKey(keyFile);
  const key = await importJWK(jwk, 'RS256');
  const publicKey: JWK = {
    kty: 'RSA',
    alg: 'RS256',
    use: 'sig',
    kid: jwk.kid ?? '',
    n: jwk.n ?? '',
    e: jwk.e ?? '',
  };
  const issuers = new Set(
    resources.list('AWS::Cognito::UserPool').map((pool) => issuerAddress(pool.physicalId)),
  );
  const sign: Issuer['sign'] = async (subject, claims) => {
    const { client, issuer } = clientOf(resources);
    const nowSeconds = Math.floor(Date.now() / 1000);
    const every = {
      token_use: 'id',
      auth_time: nowSeconds,
      event_id: randomUUID(),
      origin_jti: randomUUID(),
    };
    return new SignJWT({ ...claims, ...every })
      .setProtectedHeader({ alg: 'RS256', kid: publicKey.kid ?? '' })
      .setIssuer(issuer)
      .setAudience(client.physicalId)
      .setSubject(subject)
      .setJti(randomUUID())
      .setIssuedAt(nowSeconds)
      .setExpirationTime(nowSeconds + validitySeconds(client))
      .sign(key);
  };
  return {
    keysOf: (issuer) => (issuers.has(issuer) ? { keys: [publicKey] } : undefined),
    sign,
    idTokenSeconds: () => validitySeconds(clientOf(resources).client),
    mint: async (who, more = {}) => {
      clientOf(resources);
      checkKnown(resources, who);
      return sign(who.subject, {
        ...more,
        'cognito:username': who.subject,
        ...(who.roles.length > 0
          ? { 'cognito:groups': who.roles, [cognitoClaims.roles]: who.roles.join(' ') }
          : {}),
        ...(who.unit === undefined ? {} : { [cognitoClaims.unit]: who.unit }),
      });
    },
  };
}

async function signingKey(keyFile: string | undefined): Promise<JWK> {
  if (keyFile !== undefined && existsSync(keyFile)) return JSON.parse(readFileSync(keyFile, 'utf8')) as JWK;
  const { privateKey } = await generateKeyPair('RS256', { modulusLength: 2048, extractable: true });
  const jwk: JWK = { ...(await exportJWK(privateKey)), kid: randomUUID() };
  if (keyFile !== undefined) {
    mkdirSync(dirname(keyFile), { recursive: true });
    writeFileSync(keyFile, JSON.stringify(jwk), { mode: 0o600 });
  }
  return jwk;
}

/** What the tokens of a pool name as their issuer. */
export function issuerAddress(poolId: string): string {
  return `https://cognito-idp.${poolId.split('_')[0]}.amazonaws.com/${poolId}`;
}

function clientOf(resources: Resources): { client: Resource; issuer: string } {
  const [client, ...others] = resources.list('AWS::Cognito::UserPoolClient');
  if (!client || others.length > 0)
    throw new TypeError('tokens need exactly one user pool client in the template');
  return { client, issuer: issuerAddress(propertiesOf(client, Client).UserPoolId) };
}

function validitySeconds(client: Resource): number {
  const { IdTokenValidity, TokenValidityUnits } = propertiesOf(client, Client);
  if (IdTokenValidity === undefined) return 3600;
  return IdTokenValidity * (unitSeconds[TokenValidityUnits?.IdToken ?? 'hours'] ?? 3600);
}

/** A user has only the attributes that the pool's schema names, and only groups that exist. */
function checkKnown(resources: Resources, who: Who): void {
  const [pool] = resources.list('AWS::Cognito::UserPool');
  const schema = pool === undefined ? [] : propertiesOf(pool, Pool).Schema;
  if (
    pool &&
    who.unit !== undefined &&
    !schema.some(({ Name }) => Name === 'unit' || Name === 'custom:unit')
  ) {
    throw new TemplateError(nameOf(pool), 'the user pool has no attribute custom:unit');
  }
  const groups = resources
    .list('AWS::Cognito::UserPoolGroup')
    .map((group) => propertiesOf(group, Group).GroupName);
  const unknown = who.roles.find((role) => groups.length > 0 && !groups.includes(role));
  if (unknown !== undefined)
    throw new TypeError(`no such role: ${unknown} (the user pool has ${groups.join(', ')})`);
}
