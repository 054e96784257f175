import { createHash } from 'node:crypto';
import { S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ApiClient, Person, Ticket } from '../../local/job/api-client.ts';
import { until } from '../../local/job/until.ts';
import type { Stack } from '../../local/stack.ts';
import { uploadKey } from '../../shared/aws/keys.ts';
import { uploadTickets, validityOf } from '../../shared/aws/upload-ticket.ts';
import { startService } from './service.ts';
import { type Change, digestOf, file, objectOf, put, TicketHolder } from './ticket-holder.ts';

/** What the service's own tickets admit, and to whom they are given. */

const { body, contentType, fileName, form, period, unit } = file;
let stack: Stack;
let holder: TicketHolder;
let api: ApiClient;
let reporter: Person;
let approver: Person;
let bucket: string;

beforeAll(async () => {
  stack = await startService();
  holder = await TicketHolder.signIn(stack);
  ({ api, reporter, approver } = holder);
  bucket = objectOf(await holder.open()).Bucket;
}, 60_000);
afterAll(() => stack.stop());

const keyOf = (id: string) => `submissions/${id}/file`;
const other = Buffer.from(body.map((byte, index) => (index === 0 ? byte ^ 1 : byte)));

describe('a ticket refuses', () => {
  test.each<[string, (ticket: Ticket) => Change, number, string]>([
    [
      'a changed signature',
      () => ({ url: ({ searchParams: query }) => query.set('X-Amz-Signature', '0'.repeat(64)) }),
      403,
      'SignatureDoesNotMatch',
    ],
    [
      'another key',
      () => ({
        url: (url) => {
          url.pathname = `/${bucket}/${keyOf('0'.repeat(32))}`;
        },
      }),
      403,
      'SignatureDoesNotMatch',
    ],
    [
      'a longer time',
      () => ({ url: ({ searchParams: query }) => query.set('X-Amz-Expires', '604800') }),
      403,
      'SignatureDoesNotMatch',
    ],
    [
      'a request without the session token that signed it',
      () => ({ url: ({ searchParams: query }) => query.delete('X-Amz-Security-Token') }),
      400,
      'InvalidToken',
    ],
    ['a shorter body', () => ({ body: body.subarray(0, body.length - 1) }), 403, 'SignatureDoesNotMatch'],
    [
      'a longer body',
      () => ({ body: Buffer.concat([body, Buffer.from(' ')]) }),
      403,
      'SignatureDoesNotMatch',
    ],
    ['another body of that length', () => ({ body: other }), 400, 'BadDigest'],
    [
      'another body with its own digest',
      () => ({ body: other, headers: { 'x-amz-checksum-sha256': digestOf(other) } }),
      403,
      'SignatureDoesNotMatch',
    ],
    ['no digest', () => ({ headers: { 'x-amz-checksum-sha256': undefined } }), 403, 'SignatureDoesNotMatch'],
    [
      'another content type',
      () => ({ headers: { 'content-type': 'text/html' } }),
      403,
      'SignatureDoesNotMatch',
    ],
    [
      'a put that may overwrite',
      () => ({ headers: { 'if-none-match': undefined } }),
      403,
      'SignatureDoesNotMatch',
    ],
    [
      'a header that was not signed',
      () => ({ headers: { 'x-amz-acl': 'public-read' } }),
      403,
      'AccessDenied',
    ],
  ])('%s', async (_what, change, status, code) => {
    const ticket = await holder.open();
    expect(await put(ticket, change(ticket))).toEqual({ status, code });
    // What was refused left nothing behind: the ticket is still good.
    expect(await put(ticket)).toEqual({ status: 200 });
  });

  test('a second put, of the same bytes too', async () => {
    const ticket = await holder.open();
    expect(await put(ticket)).toEqual({ status: 200 });
    expect(await put(ticket)).toEqual({ status: 412, code: 'PreconditionFailed' });
  });

  test('an expired time', async () => {
    const { region, accessKeyId, secretAccessKey, endpoints } = stack.aws;
    const signer = new S3Client({
      region,
      endpoint: endpoints.s3,
      forcePathStyle: true,
      requestChecksumCalculation: 'WHEN_REQUIRED',
      credentials: { accessKeyId, secretAccessKey },
    });
    const id = 'f'.repeat(32);
    const sha256 = createHash('sha256').update(body).digest('hex');
    const announced = { bytes: body.byteLength, sha256, contentType };
    const quarterHourAgo = () => Date.now() - 15 * 60_000;
    const ended = await uploadTickets(signer, bucket, uploadKey, quarterHourAgo)(id, announced);
    expect(Date.parse(ended.expiresAt)).toBeLessThanOrEqual(Date.now());
    expect(await put({ upload: ended })).toEqual({ status: 403, code: 'AccessDenied' });
    // A minute less, and the same ticket is good: it was its age that was refused.
    const younger = await uploadTickets(
      signer,
      bucket,
      uploadKey,
      () => quarterHourAgo() + 60_000,
    )(id, announced);
    expect(await put({ upload: younger })).toEqual({ status: 200 });
    signer.destroy();
  });
});

describe('the end of a ticket', () => {
  test('is that of its signature: date and seconds of the URL add up to expiresAt, never later', async () => {
    const { upload } = await holder.open();
    const { searchParams } = new URL(upload.url);
    const date = (searchParams.get('X-Amz-Date') as string).replace(
      /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/,
      '$1-$2-$3T$4:$5:$6Z',
    );
    const end = Date.parse(date) + Number(searchParams.get('X-Amz-Expires')) * 1000;
    expect(new Date(end).toISOString()).toBe(upload.expiresAt);
    expect(searchParams.get('X-Amz-Expires')).toBe('900');
  });

  test.each([
    ['nothing is known of the credentials', undefined, 900, '2026-09-22T02:15:00.000Z'],
    ['they last longer', '2026-09-22T08:00:00.000Z', 900, '2026-09-22T02:15:00.000Z'],
    ['they end sooner', '2026-09-22T02:05:30.500Z', 330, '2026-09-22T02:05:30.000Z'],
  ])('%s', (_what, end, expiresIn, expiresAt) => {
    const validity = validityOf(
      Date.parse('2026-09-22T02:00:00.999Z'),
      end === undefined ? end : new Date(end),
    );
    expect(validity).toEqual({ signingDate: new Date('2026-09-22T02:00:00.000Z'), expiresIn, expiresAt });
  });

  test('nothing is signed by credentials that have ended', () => {
    const now = Date.parse('2026-09-22T02:00:00.000Z');
    expect(() => validityOf(now, new Date(now))).toThrow(/credentials .* have ended/);
  });
});

test('a ticket is signed by temporary credentials, and their token is part of it', async () => {
  const { upload } = await holder.open();
  const query = new URL(upload.url).searchParams;
  expect(query.get('X-Amz-Credential')).toMatch(/^ASIA/);
  expect(query.get('X-Amz-Security-Token')).toBeTruthy();
  expect(query.get('X-Amz-SignedHeaders')?.split(';')).toEqual([
    'content-length',
    'content-type',
    'host',
    'if-none-match',
    'x-amz-checksum-sha256',
  ]);
});

describe('a fresh ticket', () => {
  test('by the same Idempotency-Key: the same submission, a put that works', async () => {
    const first = await api.open(reporter, 'again', file);
    const second = await api.open(reporter, 'again', file);
    expect(second.id).toBe(first.id);
    expect(await put(second)).toEqual({ status: 200 });
  });

  test('by the submission’s id, for whoever lost the key: it admits the same file and no other', async () => {
    const { id } = await holder.open();
    const ticket = await api.ticket(reporter, id);
    expect(ticket).toMatchObject({ id, unit, form, period });
    expect(await put(ticket, { body: other })).toEqual({ status: 400, code: 'BadDigest' });
    expect(await put(ticket)).toEqual({ status: 200 });
  });

  test('is for the unit’s reporter only; to strangers the submission does not exist', async () => {
    const { id } = await holder.open();
    const stranger = await api.signIn({ unit: 'province:14@2008', roles: ['reporter'], subject: 'stranger' });
    await expect(api.ticket(approver, id)).rejects.toMatchObject({ status: 403, code: 'not-allowed' });
    await expect(api.ticket(stranger, id)).rejects.toMatchObject({ status: 404, code: 'not-found' });
    await expect(api.ticket(reporter, '0'.repeat(32))).rejects.toMatchObject({ status: 404 });
    await expect(api.ticket(reporter, 'no-id')).rejects.toMatchObject({ status: 404, code: 'not-found' });
  });

  test('is refused once the file has come', async () => {
    const ticket = await holder.open();
    await put(ticket);
    await until(
      'the receipt',
      async () => (await api.submission(reporter, ticket.id)).receivedAt ?? undefined,
    );
    await expect(api.ticket(reporter, ticket.id)).rejects.toMatchObject({
      status: 409,
      code: 'already-received',
    });
  });
});

describe('names are data', () => {
  test.each([
    'tỉnh 1+2%.xlsx',
    'a&b=c?d#e.csv',
    '%2e%2e%2f..\\x.xlsx',
    'Báo cáo (quý III) “chính thức”.xlsx',
  ])(
    '%s comes back exactly, and stands in no key',
    async (name) => {
      const ticket = await holder.open({ ...file, fileName: name });
      expect(new URL(ticket.upload.url).pathname).toBe(`/${bucket}/${keyOf(ticket.id)}`);
      expect(await put(ticket)).toEqual({ status: 200 });
      const { file: kept } = await until('the verdict', async () => {
        const found = await api.submission(reporter, ticket.id);
        return found.state === 'checked' ? found : undefined;
      });
      expect(kept?.name).toBe(name);
    },
    60_000,
  );

  test('a signed report is traced to a file of that name', async () => {
    const ticket = await holder.open();
    await put(ticket);
    const submission = await until('the verdict', async () => {
      const found = await api.submission(reporter, ticket.id);
      return found.state === 'checked' ? found : undefined;
    });
    const why = Object.fromEntries(submission.warnings.map((code) => [code, 'Đúng như nguồn công bố.']));
    await api.sign(approver, submission, why);
    const lineage = await api.get<{ file: { name: string } }>(
      `/v1/lineage?unit=82&form=${form}&period=${period}&indicator=766.PUBLISH_ON_TIME`,
      reporter,
    );
    expect(lineage.file?.name).toBe(fileName);
  }, 60_000);
});
