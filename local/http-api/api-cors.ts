import * as v from 'valibot';

const list = v.optional(v.array(v.string()), []);

/** The CORS settings of an HTTP API. */
export const CorsConfiguration = v.object({
  AllowOrigins: list,
  AllowMethods: list,
  AllowHeaders: list,
  ExposeHeaders: list,
  MaxAge: v.optional(v.number()),
  AllowCredentials: v.optional(v.boolean(), false),
});

/** The headers for a request's origin: none when there is no CORS, no origin, or one that is not allowed. */
export function apiCorsHeaders(
  cors: v.InferOutput<typeof CorsConfiguration> | undefined,
  headers: ReadonlyMap<string, string>,
  preflight: boolean,
): Record<string, string> {
  const origin = headers.get('origin');
  if (cors === undefined || origin === undefined) return {};
  const any = cors.AllowOrigins.includes('*');
  const bySchema = `${origin.split('://')[0]}://*`;
  if (!any && !cors.AllowOrigins.includes(origin) && !cors.AllowOrigins.includes(bySchema)) return {};
  const wanted: Record<string, string | undefined> = {
    'access-control-allow-origin': any ? '*' : origin,
    'access-control-allow-credentials': cors.AllowCredentials ? 'true' : undefined,
    'access-control-expose-headers': cors.ExposeHeaders.join(',') || undefined,
    'access-control-allow-methods': preflight ? cors.AllowMethods.join(',') || undefined : undefined,
    'access-control-allow-headers': preflight ? cors.AllowHeaders.join(',') || undefined : undefined,
    'access-control-max-age': preflight ? cors.MaxAge?.toString() : undefined,
    vary: any ? undefined : 'Origin',
  };
  return Object.fromEntries(
    Object.entries(wanted).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
