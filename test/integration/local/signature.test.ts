import type { IncomingMessage } from 'node:http';
import { expect, test } from '@jest/globals';
import { readRequest } from '../../../local/s3/s3-request.ts';
import { verifySignature } from '../../../local/s3/signature.ts';

// The worked examples of the S3 API Reference, "Authenticating Requests (AWS Signature Version 4)", with
// the signatures that AWS computed for them.
const credentials = new Map([
  ['AKIAIOSFODNN7EXAMPLE', { secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY' }],
]);
const now = Date.parse('2013-05-24T00:00:00Z');
const empty = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
const putBody = '44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072';

function verify(method: string, url: string, headers: Record<string, string>): string {
  const all = { host: 'examplebucket.s3.amazonaws.com', ...headers };
  const message = { method, url, rawHeaders: Object.entries(all).flat() } as IncomingMessage;
  return verifySignature(readRequest(message), credentials, 'us-east-1', now);
}
const authorization = (signedHeaders: string, signature: string) =>
  `AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,SignedHeaders=${signedHeaders},Signature=${signature}`;

const examples: [string, string, string, Record<string, string>, string][] = [
  [
    'GET object',
    'GET',
    '/test.txt',
    {
      range: 'bytes=0-9',
      'x-amz-content-sha256': empty,
      'x-amz-date': '20130524T000000Z',
      authorization: authorization(
        'host;range;x-amz-content-sha256;x-amz-date',
        'f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
      ),
    },
    empty,
  ],
  [
    'PUT object',
    'PUT',
    '/test$file.text',
    {
      date: 'Fri, 24 May 2013 00:00:00 GMT',
      'x-amz-content-sha256': putBody,
      'x-amz-date': '20130524T000000Z',
      'x-amz-storage-class': 'REDUCED_REDUNDANCY',
      authorization: authorization(
        'date;host;x-amz-content-sha256;x-amz-date;x-amz-storage-class',
        '98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd',
      ),
    },
    putBody,
  ],
  [
    'list objects',
    'GET',
    '/?max-keys=2&prefix=J',
    {
      'x-amz-content-sha256': empty,
      'x-amz-date': '20130524T000000Z',
      authorization: authorization(
        'host;x-amz-content-sha256;x-amz-date',
        '34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7',
      ),
    },
    empty,
  ],
  [
    'presigned GET',
    'GET',
    '/test.txt?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20130524%2Fus-east-1%2Fs3%2Faws4_request&X-Amz-Date=20130524T000000Z&X-Amz-Expires=86400&X-Amz-SignedHeaders=host&X-Amz-Signature=aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404',
    {},
    'UNSIGNED-PAYLOAD',
  ],
];

test.each(examples)('AWS’s own example is good: %s', (_what, method, url, headers, payload) => {
  expect(verify(method, url, headers)).toBe(payload);
});

test.each(examples)('and with another path it is not: %s', (_what, method, url, headers) => {
  const other = url.startsWith('/?') ? url.replace('prefix=J', 'prefix=K') : url.replace('/test', '/tess');
  expect(() => verify(method, other, headers)).toThrow(
    expect.objectContaining({ code: 'SignatureDoesNotMatch', status: 403 }),
  );
});
