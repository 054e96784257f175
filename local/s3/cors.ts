import type { CorsRule } from './bucket.ts';
import type { S3Request } from './s3-request.ts';

/**
 * The CORS headers of an answer, from a bucket's rules; the first rule that fits counts.
 * @returns `undefined` when no rule admits the origin, the method and the headers
 */
export function corsHeaders(
  rules: readonly CorsRule[],
  request: S3Request,
): Record<string, string> | undefined {
  const origin = request.headers.get('origin');
  if (origin === undefined) return undefined;
  const preflight = request.method === 'OPTIONS';
  const method = preflight ? (request.headers.get('access-control-request-method') ?? '') : request.method;
  const asked = preflight ? splitList(request.headers.get('access-control-request-headers')) : [];
  const rule = rules.find(
    ({ AllowedOrigins, AllowedMethods, AllowedHeaders }) =>
      AllowedOrigins.some((one) => wildcardFits(one, origin)) &&
      AllowedMethods.includes(method) &&
      asked.every((name) => AllowedHeaders.some((one) => wildcardFits(one.toLowerCase(), name))),
  );
  if (rule === undefined) return undefined;
  const any = rule.AllowedOrigins.includes('*');
  const headers: Record<string, string | undefined> = {
    'access-control-allow-origin': any ? '*' : origin,
    'access-control-allow-credentials': any ? undefined : 'true',
    'access-control-allow-methods': rule.AllowedMethods.join(', '),
    'access-control-allow-headers': asked.length > 0 ? asked.join(', ') : undefined,
    'access-control-expose-headers':
      rule.ExposedHeaders.length > 0 ? rule.ExposedHeaders.join(', ') : undefined,
    'access-control-max-age': preflight ? rule.MaxAge?.toString() : undefined,
    vary: 'Origin, Access-Control-Request-Headers, Access-Control-Request-Method',
  };
  return Object.fromEntries(
    Object.entries(headers).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

function splitList(header: string | undefined): string[] {
  return (header ?? '')
    .split(',')
    .map((one) => one.trim().toLowerCase())
    .filter((one) => one !== '');
}

/** "At most one * wildcard" (S3 User Guide, elements of a CORS configuration). */
function wildcardFits(pattern: string, value: string): boolean {
  const [start = '', end] = pattern.split('*');
  if (end === undefined) return pattern === value;
  return value.length >= start.length + end.length && value.startsWith(start) && value.endsWith(end);
}
