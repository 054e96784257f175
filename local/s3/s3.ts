import { createServer, type ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { Access } from '../access/access.ts';
import type { BusinessClock } from '../clock.ts';
import { closeServer, listenOnLoopback, loopback } from '../loopback.ts';
import { region } from '../template/place.ts';
import type { Bucket } from './bucket.ts';
import { corsHeaders } from './cors.ts';
import { type Selection, selectObject } from './get-object.ts';
import { listObjects } from './list-objects.ts';
import { createdEvent, destinations, requestId } from './notifications.ts';
import { type ObjectStore, openObjectStore } from './object-store.ts';
import { putObject } from './put-object.ts';
import { hideMissing, refuseForbidden } from './s3-call.ts';
import { S3Error } from './s3-error.ts';
import { readRequest, type S3Request } from './s3-request.ts';
import { type Credentials, verifySignature } from './signature.ts';
import { xmlDocument } from './xml.ts';

export type S3 = { url: string; buckets: Map<string, Bucket>; stop: () => Promise<void> };

/** What the S3 subset works with; `notify` puts a message into a queue. */
export type S3Place = {
  credentials: Credentials;
  /** Judges every call; without it, whoever signs may do everything. */
  access?: Access;
  clock: BusinessClock;
  notify: (queueArn: string, message: string) => void;
  folder: string | undefined;
  complain: (error: unknown) => void;
};

/**
 * Starts the S3 subset: PutObject, GetObject, HeadObject, ListObjectsV2, and CORS preflights. Everything
 * else is answered with 501 and named, never half done.
 */
export async function startS3(place: S3Place): Promise<S3> {
  const store = openObjectStore(place.folder);
  const buckets = new Map<string, Bucket>();
  const server = createServer(async (message, response) => {
    response.setHeader('x-amz-request-id', requestId());
    response.setHeader('server', 'AmazonS3');
    try {
      const request = readRequest(message);
      const cors = corsHeaders(buckets.get(request.bucket)?.cors ?? [], request);
      for (const [name, value] of Object.entries(cors ?? {})) response.setHeader(name, value);
      if (request.method === 'OPTIONS') preflight(cors, response);
      else await answer(place, store, buckets, request, response);
    } catch (error) {
      refuse(error, message.method ?? '', message.url ?? '', response, place.complain);
    }
  });
  const url = `http://${loopback}:${await listenOnLoopback(server, 0)}`;
  return { url, buckets, stop: () => closeServer(server) };
}

function preflight(cors: Record<string, string> | undefined, response: ServerResponse): void {
  if (!cors) throw new S3Error('AccessForbidden', 'CORSResponse: This CORS request is not allowed.');
  response.writeHead(200).end();
}

async function answer(
  place: S3Place,
  store: ObjectStore,
  buckets: ReadonlyMap<string, Bucket>,
  request: S3Request,
  response: ServerResponse,
): Promise<void> {
  const signedDigest = verifySignature(request, place.credentials, region, Date.now());
  const bucket = buckets.get(request.bucket);
  if (!bucket)
    throw new S3Error('NoSuchBucket', 'The specified bucket does not exist', { BucketName: request.bucket });
  refuseForbidden(place.access, request, bucket);
  refuseSubresources(request);
  if (request.method === 'PUT' && request.key !== '') {
    const object = await putObject(store, bucket, request, signedDigest, place.clock.nowMs);
    for (const queue of destinations(bucket, object)) {
      place.notify(queue, createdEvent(bucket, object, place.clock.now()));
    }
    const headers = Object.entries(object.checksums).map(([name, value]) => [
      `x-amz-checksum-${name}`,
      value,
    ]);
    if (object.versionId !== undefined) headers.push(['x-amz-version-id', object.versionId]);
    if (headers.length > 0) headers.push(['x-amz-checksum-type', 'FULL_OBJECT']);
    response.writeHead(200, {
      ...Object.fromEntries(headers),
      etag: `"${object.etag}"`,
      'x-amz-server-side-encryption': 'AES256',
      'content-length': '0',
    });
    response.end();
  } else if ((request.method === 'GET' || request.method === 'HEAD') && request.key !== '') {
    const { object, status, headers, start, end } = select(place, store, bucket, request);
    response.writeHead(status, headers);
    if (request.method === 'HEAD') response.end();
    else await pipeline(store.read(object, start, end), response);
  } else if (request.method === 'GET' && request.parameters.get('list-type') === '2') {
    response.writeHead(200, { 'content-type': 'application/xml' }).end(listObjects(store, bucket, request));
  } else if (request.method === 'HEAD') {
    response.writeHead(200, { 'x-amz-bucket-region': region }).end();
  } else {
    throw new S3Error(
      'NotImplemented',
      `This S3 has no ${request.method} ${request.key === '' ? 'of buckets' : 'of objects'}.`,
    );
  }
}

function select(place: S3Place, store: ObjectStore, bucket: Bucket, request: S3Request): Selection {
  try {
    return selectObject(store, bucket, request);
  } catch (error) {
    throw hideMissing(error, place.access, request, bucket);
  }
}

/** Query parameters that go with what is done here; any other one names a different operation. */
const known =
  /^(X-Amz-.+|x-amz-.+|x-id|versionId|response-.+|list-type|prefix|delimiter|max-keys|continuation-token|start-after|encoding-type|fetch-owner)$/;

function refuseSubresources(request: S3Request): void {
  const other = request.query.find(([name]) => !known.test(name));
  if (other) throw new S3Error('NotImplemented', `This S3 does not know the parameter ${other[0]}.`);
}

function refuse(
  error: unknown,
  method: string,
  url: string,
  response: ServerResponse,
  complain: (error: unknown) => void,
) {
  if (response.headersSent || response.destroyed) {
    response.destroy();
    return;
  }
  if (!(error instanceof S3Error)) complain(error);
  const refusal =
    error instanceof S3Error
      ? error
      : new S3Error('InternalError', 'We encountered an internal error. Please try again.');
  if (refusal.status === 304 || method === 'HEAD') {
    response.writeHead(refusal.status).end();
    return;
  }
  const body = xmlDocument({
    Error: {
      Code: refusal.code,
      Message: refusal.message,
      ...refusal.details,
      Resource: url.split('?')[0] ?? '',
      RequestId: String(response.getHeader('x-amz-request-id')),
      HostId: 'local',
    },
  });
  response.writeHead(refusal.status, { 'content-type': 'application/xml' }).end(body);
}
