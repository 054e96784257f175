import * as v from 'valibot';
import type { InvocationResult } from '../lambda/worker.ts';

/** An answer on its way out. */
export type GatewayResponse = {
  status: number;
  headers: Record<string, string>;
  cookies: string[];
  body: Buffer | string;
};

const HeaderValue = v.union([v.string(), v.number(), v.boolean()]);
const Structured = v.object({
  statusCode: v.pipe(
    v.union([v.number(), v.pipe(v.string(), v.transform(Number))]),
    v.integer(),
    v.minValue(100),
    v.maxValue(599),
  ),
  headers: v.nullish(v.record(v.string(), HeaderValue)),
  cookies: v.nullish(v.array(v.string())),
  body: v.nullish(v.union([v.string(), v.number(), v.boolean(), v.looseObject({}), v.array(v.unknown())])),
  isBase64Encoded: v.optional(v.boolean(), false),
});

/** An answer of the gateway's own, such as `{"message":"Not Found"}`. */
export function gatewayMessage(
  status: number,
  message: string,
  headers: Record<string, string> = {},
): GatewayResponse {
  return {
    status,
    headers: { 'content-type': 'application/json', ...headers },
    cookies: [],
    body: JSON.stringify({ message }),
  };
}

/**
 * A function's answer as HTTP. "If your function returns valid JSON and does not return a statusCode, API
 * Gateway assumes: isBase64Encoded is false, statusCode is 200, content-type is application/json, body is
 * the function's response." A failed function, or an answer that is no response, is a 500.
 */
export function gatewayResponse(result: InvocationResult): GatewayResponse {
  if (!result.ok) return gatewayMessage(500, 'Internal Server Error');
  const value: unknown = JSON.parse(result.payload);
  if (typeof value !== 'object' || value === null || !('statusCode' in value)) {
    const body = typeof value === 'string' ? value : result.payload;
    return { status: 200, headers: { 'content-type': 'application/json' }, cookies: [], body };
  }
  const parsed = v.safeParse(Structured, value);
  if (!parsed.success) return gatewayMessage(500, 'Internal Server Error');
  const { statusCode, headers, cookies, body, isBase64Encoded } = parsed.output;
  const given = Object.entries(headers ?? {}).map(([name, one]) => [name.toLowerCase(), String(one)]);
  const text =
    body === null || body === undefined ? '' : typeof body === 'object' ? JSON.stringify(body) : String(body);
  return {
    status: statusCode,
    headers: { 'content-type': 'text/plain;charset=UTF-8', ...Object.fromEntries(given) },
    cookies: cookies ?? [],
    body: isBase64Encoded ? Buffer.from(text, 'base64') : text,
  };
}
