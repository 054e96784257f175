import { createHash } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { Readable } from 'node:stream';
import {
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  type PutObjectCommandInput,
  S3Client,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createClock } from '../../../local/clock.ts';
import { bucketOf } from '../../../local/s3/bucket.ts';
import { type S3, startS3 } from '../../../local/s3/s3.ts';
import { loadAssembly } from '../../../local/template/assembly.ts';
import { resolveResources } from '../../../local/template/resources.ts';
import { newFolder, writeAssembly } from './fixture.ts';

const Bucket = 'fixture-uploads-000000000000';
const body = Buffer.from('Mã,Chỉ tiêu,Kết quả\n82,Hồ sơ trực tuyến,"99,50"\n');
const sha256 = createHash('sha256').update(body).digest('base64');
const keys = { accessKeyId: 'AKIATEST', secretAccessKey: 'a secret' };
type Told = { Records: { s3: { object: { key: string; sequencer: string } } }[] };
const told: { queue: string; message: Told }[] = [];
const clock = createClock(Date.parse('2026-09-22T02:00:00Z'));
let records: string;

// Everything holds in memory and on disk.
describe.each([
  ['in memory', undefined],
  ['on disk', newFolder()],
])('S3 %s', (_where, folder) => {
  let s3: S3;
  let sdk: S3Client;
  let count = 0;
  const newKey = () => `in/${++count}/báo cáo 1+2%.csv`;

  beforeAll(async () => {
    const endpoints = { api: '', dynamodb: '', s3: '', sqs: 'http://sqs' };
    const buckets = resolveResources(loadAssembly(writeAssembly()), endpoints)
      .list('AWS::S3::Bucket')
      .map(bucketOf);
    s3 = await startS3({
      credentials: new Map([
        [keys.accessKeyId, { secretAccessKey: keys.secretAccessKey }],
        ['ASIATEST', { secretAccessKey: 'other', sessionToken: 'session' }],
      ]),
      clock,
      notify: (queue, message) => void told.push({ queue, message: JSON.parse(message) }),
      folder,
      complain: (error) => {
        throw error;
      },
    });
    for (const bucket of buckets) s3.buckets.set(bucket.name, bucket);
    records = buckets.find(({ versioned }) => !versioned)?.name ?? '';
    sdk = client();
  });
  afterAll(async () => {
    sdk.destroy();
    await s3.stop();
  });

  const client = (more: object = {}) =>
    new S3Client({ endpoint: s3.url, region: 'ap-southeast-1', credentials: keys, maxAttempts: 1, ...more });

  /** A ticket as the service gives it: that key, length, digest, type, once. */
  async function ticket(
    Key: string,
    more: { input?: Partial<PutObjectCommandInput>; signingDate?: Date; sdk?: S3Client } = {},
  ) {
    const signer = more.sdk ?? client({ requestChecksumCalculation: 'WHEN_REQUIRED' });
    const input = {
      Bucket,
      Key,
      ContentLength: body.length,
      ContentType: 'text/csv',
      IfNoneMatch: '*',
      ChecksumSHA256: sha256,
      ...more.input,
    };
    const url = await getSignedUrl(signer, new PutObjectCommand(input), {
      expiresIn: 900,
      unhoistableHeaders: new Set(['x-amz-checksum-sha256', 'if-none-match']),
      signableHeaders: new Set([
        'host',
        'content-length',
        'content-type',
        'x-amz-checksum-sha256',
        'if-none-match',
      ]),
      ...(more.signingDate ? { signingDate: more.signingDate } : {}),
    });
    const headers = { 'content-type': 'text/csv', 'if-none-match': '*', 'x-amz-checksum-sha256': sha256 };
    return { url, headers };
  }
  async function put(
    { url, headers }: { url: string; headers: Record<string, string> },
    bytes: Buffer = body,
    method = 'PUT',
  ) {
    const answer = await fetch(url, {
      method,
      headers,
      ...(method === 'PUT' ? { body: new Uint8Array(bytes) } : {}),
    });
    const text = await answer.text();
    return {
      status: answer.status,
      code: /<Code>(.+)<\/Code>/.exec(text)?.[1],
      message: /<Message>(.+)<\/Message>/.exec(text)?.[1],
      answer,
    };
  }

  test('takes a file by its signed URL, and tells the queue in S3’s own words', async () => {
    const Key = newKey();
    told.length = 0;
    const { status, answer } = await put(await ticket(Key));
    expect(status).toBe(200);
    const etag = createHash('md5').update(body).digest('hex');
    expect(answer.headers.get('etag')).toBe(`"${etag}"`);
    const versionId = answer.headers.get('x-amz-version-id');
    expect(versionId).toMatch(/^[\w.-]{32}$/);
    expect(told).toHaveLength(1);
    expect(told[0]?.queue).toBe('arn:aws:sqs:ap-southeast-1:000000000000:Data-UploadsQueue');
    expect(told[0]?.message).toMatchObject({
      Records: [
        {
          eventVersion: '2.1',
          eventSource: 'aws:s3',
          awsRegion: 'ap-southeast-1',
          eventTime: expect.stringMatching(/^2026-09-22T02:00:\d\d\.\d{3}Z$/),
          eventName: 'ObjectCreated:Put',
          s3: {
            bucket: { name: Bucket, arn: `arn:aws:s3:::${Bucket}` },
            // The key as S3's documentation encodes it: UTF-8 in percent, a space as a plus.
            object: {
              key: `in/${count}/b%C3%A1o+c%C3%A1o+1%2B2%25.csv`,
              size: body.length,
              eTag: etag,
              versionId,
            },
          },
        },
      ],
    });
  });

  test('tells of no key outside the filter, and numbers puts of a key upwards', async () => {
    told.length = 0;
    for (const Key of ['out/a.csv', 'in/a.xlsx', 'in/a.csv', 'in/a.csv']) {
      await sdk.send(new PutObjectCommand({ Bucket, Key, Body: 'x' }));
    }
    const seen = told.flatMap(({ message }) => message.Records.map((record) => record.s3.object));
    expect(seen.map(({ key }) => key)).toEqual(['in/a.csv', 'in/a.csv']);
    expect((seen[0]?.sequencer ?? '') < (seen[1]?.sequencer ?? '')).toBe(true);
  });

  test('takes it once: the second put is refused', async () => {
    const signed = await ticket(newKey());
    expect((await put(signed)).status).toBe(200);
    expect(await put(signed)).toMatchObject({ status: 412, code: 'PreconditionFailed' });
  });

  test('of two puts at once, takes one', async () => {
    const signed = await ticket(newKey());
    const both = await Promise.all([put(signed), put(signed)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
  });

  test.each<[string, (signed: { url: string; headers: Record<string, string> }) => Parameters<typeof put>]>([
    [
      'a changed signature',
      ({ url, headers }) => [
        {
          url: url.replace(/(X-Amz-Signature=)(.)/, (_all, name, c) => `${name}${c === '0' ? '1' : '0'}`),
          headers,
        },
      ],
    ],
    ['another key', ({ url, headers }) => [{ url: url.replace('/in/', '/out/'), headers }]],
    ['another method', ({ url, headers }) => [{ url, headers }, body, 'DELETE']],
    [
      'a longer life',
      ({ url, headers }) => [{ url: url.replace('X-Amz-Expires=900', 'X-Amz-Expires=9000'), headers }],
    ],
    ['another type', ({ url, headers }) => [{ url, headers: { ...headers, 'content-type': 'text/html' } }]],
    [
      'another promised digest',
      ({ url, headers }) => [
        { url, headers: { ...headers, 'x-amz-checksum-sha256': Buffer.alloc(32).toString('base64') } },
      ],
    ],
    [
      'no condition',
      ({ url, headers }) => [
        {
          url,
          headers: {
            'content-type': 'text/csv',
            'x-amz-checksum-sha256': headers['x-amz-checksum-sha256'] ?? '',
          },
        },
      ],
    ],
    ['a longer file', ({ url, headers }) => [{ url, headers }, Buffer.concat([body, Buffer.from('!')])]],
    ['a shorter file', ({ url, headers }) => [{ url, headers }, body.subarray(1)]],
    ['an added parameter', ({ url, headers }) => [{ url: `${url}&versionId=1`, headers }]],
  ])('refuses a URL that was signed for something else: %s', async (_what, change) => {
    const result = await put(...change(await ticket(newKey())));
    expect(result).toMatchObject({ status: 403, code: 'SignatureDoesNotMatch' });
  });

  test('refuses a file of another content and keeps nothing of it', async () => {
    const Key = newKey();
    const other = Buffer.from(body);
    other[0] = 0x4e;
    expect(await put(await ticket(Key), other)).toMatchObject({ status: 400, code: 'BadDigest' });
    await expect(sdk.send(new HeadObjectCommand({ Bucket, Key }))).rejects.toMatchObject({
      name: 'NotFound',
    });
  });

  test('refuses a URL that has expired, one that is not valid yet, and one by an unknown key', async () => {
    const old = await ticket(newKey(), { signingDate: new Date(Date.now() - 901_000) });
    expect(await put(old)).toMatchObject({
      status: 403,
      code: 'AccessDenied',
      message: 'Request has expired',
    });
    const early = await ticket(newKey(), { signingDate: new Date(Date.now() + 3_600_000) });
    expect(await put(early)).toMatchObject({ status: 403, code: 'AccessDenied' });
    const unknown = client({
      requestChecksumCalculation: 'WHEN_REQUIRED',
      credentials: { ...keys, accessKeyId: 'AKIAOTHER' },
    });
    expect(await put(await ticket(newKey(), { sdk: unknown }))).toMatchObject({
      status: 403,
      code: 'InvalidAccessKeyId',
    });
    const wrong = client({
      requestChecksumCalculation: 'WHEN_REQUIRED',
      credentials: { ...keys, secretAccessKey: 'guessed' },
    });
    expect(await put(await ticket(newKey(), { sdk: wrong }))).toMatchObject({
      status: 403,
      code: 'SignatureDoesNotMatch',
    });
  });

  test('a temporary key is good with its session token only', async () => {
    const credentials = { accessKeyId: 'ASIATEST', secretAccessKey: 'other' };
    const options = { requestChecksumCalculation: 'WHEN_REQUIRED' };
    const full = client({ ...options, credentials: { ...credentials, sessionToken: 'session' } });
    expect((await put(await ticket(newKey(), { sdk: full }))).status).toBe(200);
    const bare = client({ ...options, credentials });
    expect(await put(await ticket(newKey(), { sdk: bare }))).toMatchObject({
      status: 400,
      code: 'InvalidToken',
    });
  });

  test('refuses what is not signed, and headers that were added to what is', async () => {
    const Key = newKey();
    const plain = await fetch(`${s3.url}/${Bucket}/in/new.csv`, { method: 'PUT', body: 'x' });
    expect(plain.status).toBe(403);
    const { url, headers } = await ticket(Key);
    const added = await put({ url, headers: { ...headers, 'x-amz-meta-more': 'yes' } });
    expect(added).toMatchObject({ status: 403, code: 'AccessDenied' });
    expect((await fetch(`${s3.url}/${Bucket}/in/a.csv`)).status).toBe(403);
  });

  test('a put that is cut off leaves nothing', async () => {
    const Key = newKey();
    const { url, headers } = await ticket(Key);
    await new Promise<void>((done) => {
      const cut = httpRequest(url, { method: 'PUT', headers: { ...headers, 'content-length': body.length } });
      cut.on('error', () => done());
      cut.write(body.subarray(0, 10), () => cut.destroy(new Error('cut')));
    });
    await expect(sdk.send(new HeadObjectCommand({ Bucket, Key }))).rejects.toMatchObject({
      name: 'NotFound',
    });
    expect((await put(await ticket(Key))).status).toBe(200);
  });

  test('gives a file back, whole and in ranges, with its checksum', async () => {
    const Key = newKey();
    await put(await ticket(Key));
    const head = await sdk.send(new HeadObjectCommand({ Bucket, Key, ChecksumMode: 'ENABLED' }));
    expect(head).toMatchObject({
      ContentLength: body.length,
      ContentType: 'text/csv',
      ChecksumSHA256: sha256,
    });
    expect(head.LastModified?.toISOString()).toMatch(/^2026-09-22T02:00/);
    const whole = await sdk.send(new GetObjectCommand({ Bucket, Key, VersionId: head.VersionId }));
    expect(Buffer.from((await whole.Body?.transformToByteArray()) ?? [])).toEqual(body);
    const read = async (Range: string) => {
      const part = await sdk.send(new GetObjectCommand({ Bucket, Key, Range }));
      return [part.ContentRange, Buffer.from((await part.Body?.transformToByteArray()) ?? [])];
    };
    expect(await read('bytes=0-3')).toEqual([`bytes 0-3/${body.length}`, body.subarray(0, 4)]);
    expect(await read('bytes=10-')).toEqual([
      `bytes 10-${body.length - 1}/${body.length}`,
      body.subarray(10),
    ]);
    expect(await read('bytes=-5')).toEqual([
      `bytes ${body.length - 5}-${body.length - 1}/${body.length}`,
      body.subarray(-5),
    ]);
    await expect(read(`bytes=${body.length}-`)).rejects.toMatchObject({ name: 'InvalidRange' });
  });

  test('a signed GET says how the file is to be saved', async () => {
    const Key = newKey();
    await put(await ticket(Key));
    const command = new GetObjectCommand({
      Bucket,
      Key,
      ResponseContentDisposition: 'attachment; filename="a.csv"',
    });
    const answer = await fetch(await getSignedUrl(sdk, command, { expiresIn: 60 }));
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="a.csv"');
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(body);
  });

  test('keeps versions where the template says so', async () => {
    const Key = newKey();
    const put = (Bucket: string, Body: string) => sdk.send(new PutObjectCommand({ Bucket, Key, Body }));
    const get = async (Bucket: string, VersionId?: string) =>
      (await sdk.send(new GetObjectCommand({ Bucket, Key, VersionId }))).Body?.transformToString();
    const [first, second] = [await put(Bucket, 'một'), await put(Bucket, 'hai')];
    expect(await get(Bucket)).toBe('hai');
    expect(await get(Bucket, first.VersionId)).toBe('một');
    expect(await get(Bucket, second.VersionId)).toBe('hai');
    await expect(get(Bucket, 'x'.repeat(32))).rejects.toMatchObject({ name: 'NoSuchVersion' });
    expect((await put(records, 'một')).VersionId).toBeUndefined();
    await put(records, 'hai');
    expect(await get(records)).toBe('hai');
  });

  test('takes bodies in each form that the SDK sends', async () => {
    const Key = newKey();
    const stream = () => Readable.from([body.subarray(0, 20), body.subarray(20)]);
    // A stream has its checksum behind it, in an aws-chunked body.
    await sdk.send(new PutObjectCommand({ Bucket, Key, Body: stream(), ContentLength: body.length }));
    await sdk.send(
      new PutObjectCommand({
        Bucket,
        Key,
        Body: stream(),
        ContentLength: body.length,
        ChecksumAlgorithm: 'SHA256',
      }),
    );
    const head = await sdk.send(new HeadObjectCommand({ Bucket, Key, ChecksumMode: 'ENABLED' }));
    expect(head).toMatchObject({ ChecksumSHA256: sha256, ContentLength: body.length });
    expect(head.ContentEncoding).toBeUndefined();
    await client({ requestChecksumCalculation: 'WHEN_REQUIRED' }).send(
      new PutObjectCommand({ Bucket, Key, Body: body, Metadata: { unit: '82' } }),
    );
    const back = await sdk.send(new GetObjectCommand({ Bucket, Key }));
    expect(back.Metadata).toEqual({ unit: '82' });
    expect(Buffer.from((await back.Body?.transformToByteArray()) ?? [])).toEqual(body);
    await expect(
      sdk.send(
        new PutObjectCommand({
          Bucket,
          Key,
          Body: body,
          ChecksumSHA256: Buffer.alloc(32).toString('base64'),
        }),
      ),
    ).rejects.toMatchObject({ name: 'BadDigest' });
  });

  test('lists by prefix and delimiter, in pages, in the order of UTF-8', async () => {
    const names = ['l/a.csv', 'l/b/1.csv', 'l/b/2.csv', 'l/Đắk Lắk.csv', 'l/z.csv'];
    for (const Key of names) await sdk.send(new PutObjectCommand({ Bucket: records, Key, Body: 'x' }));
    const all = await sdk.send(new ListObjectsV2Command({ Bucket: records, Prefix: 'l/' }));
    expect(all.Contents?.map(({ Key }) => Key)).toEqual([
      'l/a.csv',
      'l/b/1.csv',
      'l/b/2.csv',
      'l/z.csv',
      'l/Đắk Lắk.csv',
    ]);
    const grouped = await sdk.send(
      new ListObjectsV2Command({ Bucket: records, Prefix: 'l/', Delimiter: '/' }),
    );
    expect(grouped.CommonPrefixes).toEqual([{ Prefix: 'l/b/' }]);
    expect(grouped.KeyCount).toBe(4);
    const seen: (string | undefined)[] = [];
    for (let ContinuationToken: string | undefined, more = true; more; ) {
      const page = await sdk.send(
        new ListObjectsV2Command({ Bucket: records, Prefix: 'l/', MaxKeys: 2, ContinuationToken }),
      );
      seen.push(...(page.Contents ?? []).map(({ Key }) => Key));
      ContinuationToken = page.NextContinuationToken;
      more = page.IsTruncated === true;
    }
    expect(seen).toEqual(all.Contents?.map(({ Key }) => Key));
  });

  test('names what is not there and what it does not do', async () => {
    const gone = sdk.send(new GetObjectCommand({ Bucket, Key: 'in/none' }));
    await expect(gone).rejects.toMatchObject({ name: 'NoSuchKey' });
    const nowhere = sdk.send(new ListObjectsV2Command({ Bucket: 'no-such-bucket' }));
    await expect(nowhere).rejects.toMatchObject({ name: 'NoSuchBucket' });
    const tagged = sdk.send(new PutObjectCommand({ Bucket, Key: 'in/t', Body: 'x', Tagging: 'a=b' }));
    await expect(tagged).rejects.toMatchObject({
      name: 'NotImplemented',
      message: expect.stringContaining('x-amz-tagging'),
    });
  });

  test('answers browsers by the CORS rules of the bucket', async () => {
    const ask = (Origin: string, method: string, headers: string) =>
      fetch(`${s3.url}/${Bucket}/in/a.csv`, {
        method: 'OPTIONS',
        headers: {
          Origin,
          'Access-Control-Request-Method': method,
          'Access-Control-Request-Headers': headers,
        },
      });
    const good = await ask('http://127.0.0.1:4800', 'PUT', 'content-type,x-amz-meta-unit');
    expect(good.status).toBe(200);
    expect(good.headers.get('access-control-allow-origin')).toBe('http://127.0.0.1:4800');
    expect(good.headers.get('access-control-max-age')).toBe('600');
    expect((await ask('http://127.0.0.1:4801', 'PUT', 'content-type')).status).toBe(403);
    expect((await ask('http://127.0.0.1:4800', 'DELETE', 'content-type')).status).toBe(403);
    expect((await ask('http://127.0.0.1:4800', 'PUT', 'x-other')).status).toBe(403);
    const signed = await ticket(newKey());
    const { answer } = await put({
      ...signed,
      headers: { ...signed.headers, origin: 'http://127.0.0.1:4800' },
    });
    expect(answer.headers.get('access-control-expose-headers')).toBe('ETag');
  });
});
