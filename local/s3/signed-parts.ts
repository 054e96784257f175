import { S3Error } from './s3-error.ts';
import type { S3Request } from './s3-request.ts';

/** What a signed request says of its signature. */
export type SignedParts = {
  accessKeyId: string;
  /** Date, region, service, `aws4_request`. */
  scope: string[];
  /** `YYYYMMDDTHHMMSSZ`. */
  date: string;
  signedHeaders: string[];
  signature: string;
  /** The body's digest as it was signed. */
  payload: string;
  sessionToken: string | undefined;
};

/** "The request timestamp may not be more than 15 minutes from the server's time." */
const skewMs = 15 * 60_000;
/** "The minimum is 1, the maximum 604800 (seven days)." */
const longestSeconds = 604_800;

/**
 * Reads the signature's parts from the query or the `Authorization` header, and judges times and scope.
 * @throws S3Error when the request is not signed, malformed, not yet or no longer valid
 */
export function readAuthorization(request: S3Request, region: string, nowMs: number): SignedParts {
  const query = new Map(request.query);
  const header = request.headers.get('authorization');
  if (query.has('X-Amz-Algorithm')) {
    if (header !== undefined) throw new S3Error('InvalidArgument', 'Only one auth mechanism allowed');
    return fromQuery(query, request, region, nowMs);
  }
  if (header === undefined) throw new S3Error('AccessDenied', 'Access Denied');
  return fromHeader(header, request, region, nowMs);
}

/** Whose key a request names, once its signature has been verified. */
export function accessKeyOf(request: S3Request): string {
  const credential =
    request.parameters.get('X-Amz-Credential') ??
    /Credential=([^,\s]+)/.exec(request.headers.get('authorization') ?? '')?.[1];
  return credential?.split('/')[0] ?? '';
}

function fromQuery(
  query: ReadonlyMap<string, string>,
  request: S3Request,
  region: string,
  nowMs: number,
): SignedParts {
  const malformed = (what: string) => new S3Error('AuthorizationQueryParametersError', what);
  const need = (name: string): string => {
    const value = query.get(name);
    if (value === undefined || value === '') throw malformed(`Query-string authentication requires ${name}`);
    return value;
  };
  if (need('X-Amz-Algorithm') !== 'AWS4-HMAC-SHA256')
    throw malformed('X-Amz-Algorithm only supports "AWS4-HMAC-SHA256"');
  const date = need('X-Amz-Date');
  const expires = need('X-Amz-Expires');
  const seconds = /^\d+$/.test(expires) ? Number(expires) : -1;
  if (seconds < 1 || seconds > longestSeconds)
    throw malformed('X-Amz-Expires must be between 1 and 604800 seconds');
  const parts: SignedParts = {
    ...credentialOf(need('X-Amz-Credential'), date, region, malformed),
    date,
    signedHeaders: headersOf(need('X-Amz-SignedHeaders'), malformed),
    signature: need('X-Amz-Signature'),
    payload:
      query.get('X-Amz-Content-Sha256') ?? request.headers.get('x-amz-content-sha256') ?? 'UNSIGNED-PAYLOAD',
    sessionToken: query.get('X-Amz-Security-Token'),
  };
  const signedMs = timeOf(date, malformed);
  if (signedMs > nowMs + skewMs) throw new S3Error('AccessDenied', 'Request is not valid yet');
  if (nowMs >= signedMs + seconds * 1000) {
    throw new S3Error('AccessDenied', 'Request has expired', {
      'X-Amz-Expires': expires,
      Expires: new Date(signedMs + seconds * 1000).toISOString(),
      ServerTime: new Date(nowMs).toISOString(),
    });
  }
  return parts;
}

function fromHeader(header: string, request: S3Request, region: string, nowMs: number): SignedParts {
  const malformed = (what: string) => new S3Error('AuthorizationHeaderMalformed', what);
  const [algorithm, ...rest] = header.split(/\s+/);
  if (algorithm !== 'AWS4-HMAC-SHA256')
    throw new S3Error(
      'InvalidRequest',
      'The authorization mechanism you have provided is not supported. Please use AWS4-HMAC-SHA256.',
    );
  const fields = new Map(
    rest
      .join('')
      .split(',')
      .map((field) => [field.slice(0, field.indexOf('=')), field.slice(field.indexOf('=') + 1)]),
  );
  const need = (name: string): string => {
    const value = fields.get(name);
    if (!value) throw malformed(`The authorization header requires ${name}`);
    return value;
  };
  const date = request.headers.get('x-amz-date') ?? '';
  const payload = request.headers.get('x-amz-content-sha256');
  if (payload === undefined)
    throw new S3Error('InvalidRequest', 'Missing required header for this request: x-amz-content-sha256');
  const parts: SignedParts = {
    ...credentialOf(need('Credential'), date, region, malformed),
    date,
    signedHeaders: headersOf(need('SignedHeaders'), malformed),
    signature: need('Signature'),
    payload,
    sessionToken: request.headers.get('x-amz-security-token'),
  };
  if (Math.abs(nowMs - timeOf(date, malformed)) > skewMs) {
    throw new S3Error(
      'RequestTimeTooSkewed',
      'The difference between the request time and the current time is too large.',
    );
  }
  return parts;
}

type Malformed = (what: string) => S3Error;

function credentialOf(credential: string, date: string, region: string, malformed: Malformed) {
  const [accessKeyId = '', ...scope] = credential.split('/');
  if (scope.length !== 4)
    throw malformed('The credential must be "<access key>/YYYYMMDD/REGION/SERVICE/aws4_request"');
  const [day, where, service, end] = scope;
  if (day !== date.slice(0, 8)) throw malformed('The credential date does not match the request date');
  if (where !== region) throw malformed(`The region '${where}' is wrong; expecting '${region}'`);
  if (service !== 's3' || end !== 'aws4_request')
    throw malformed('The credential scope must end with s3/aws4_request');
  return { accessKeyId, scope };
}

function headersOf(list: string, malformed: Malformed): string[] {
  const names = list.split(';');
  if (!names.includes('host')) throw malformed("'Host' must be a signed header");
  return names;
}

function timeOf(date: string, malformed: Malformed): number {
  const m = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(date);
  const ms = m === null ? Number.NaN : Date.parse(`${m[1]}-${m[2]}-${m[3]}T${m[4]}:${m[5]}:${m[6]}Z`);
  if (Number.isNaN(ms)) throw malformed("The date must be in the ISO8601 long form \"yyyyMMdd'T'HHmmss'Z'\"");
  return ms;
}
