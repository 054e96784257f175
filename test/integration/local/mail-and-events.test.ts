import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { SendEmailCommand, type SendEmailCommandInput } from '@aws-sdk/client-sesv2';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Call } from '../../../local/stack.ts';
import { newFolder } from './fixture.ts';
import { bus, type Services, sender, startServices } from './runtime-services.ts';

/** SES and EventBridge as the SDK's clients meet them, called with a function's key. */

jest.setTimeout(30_000);

const dataDir = newFolder();
const calls: Call[] = [];
let services: Services;
beforeAll(async () => {
  services = await startServices({ dataDir, onCall: (call) => void calls.push(call) });
});

const arnOf = (service: string, resource: string) =>
  `arn:aws:${service}:ap-southeast-1:000000000000:${resource}`;
const subject = 'Nhắc báo cáo: còn 2 biểu mẫu chưa gửi';
const text = 'Kính gửi Sở Khoa học và Công nghệ tỉnh Đồng Tháp,\nCòn thiếu: QĐ 766.\n';
function mail(more: Partial<SendEmailCommandInput> = {}): SendEmailCommandInput {
  const Simple = {
    Subject: { Data: subject },
    Body: { Text: { Data: text }, Html: { Data: '<p>Còn thiếu</p>' } },
  };
  const Destination = { ToAddresses: ['bao-cao@dongthap.example'] };
  return { FromEmailAddress: `Điểm Cầu <${sender}>`, Destination, Content: { Simple }, ...more };
}
const send = (more?: Partial<SendEmailCommandInput>) => services.ses.send(new SendEmailCommand(mail(more)));
const put = (...Entries: PutEventsCommand['input']['Entries'] & object) =>
  services.eventBridge.send(new PutEventsCommand({ Entries }));
const local = async (path: string) => (await fetch(`${services.stack.url}/_local/${path}`)).json();

// Around all: the stack must stop before its folder goes, which the fixture sees to after the whole file.
describe('on one machine', () => {
  afterAll(() => services.stop());

  describe('a mail', () => {
    test('is kept whole, newest first, in the outbox and in a file of its own', async () => {
      const { MessageId } = await send();
      await send({ ReplyToAddresses: ['thu-ky@ubqg.example'] });
      const { items } = (await local('outbox')) as { items: Record<string, unknown>[] };
      expect(items).toHaveLength(2);
      expect(items[1]).toMatchObject({
        id: MessageId,
        from: `Điểm Cầu <${sender}>`,
        to: ['bao-cao@dongthap.example'],
        cc: [],
        subject,
        text,
        html: '<p>Còn thiếu</p>',
      });
      expect(items[0]).toMatchObject({ replyTo: ['thu-ky@ubqg.example'] });
      // Business time.
      expect(items[0]?.at).toMatch(/^2026-09-22T02:0/);
      const files = readdirSync(join(dataDir, 'outbox')).sort();
      expect(files).toHaveLength(2);
      expect(JSON.parse(readFileSync(join(dataDir, 'outbox', files[0] ?? ''), 'utf8'))).toEqual(items[1]);
      expect(services.stack.mails()).toEqual(items);
      expect((await services.stack.status()).mails).toBe(2);
      const page = await (await fetch(`${services.stack.url}/_local/outbox.html`)).text();
      expect(page).toContain(subject);
    });

    test('is judged by the identity that its address is of, and by that address', async () => {
      await send({ FromEmailAddress: 'a@mail.other.example' });
      expect(
        calls.filter(({ action }) => action === 'ses:SendEmail').map(({ resource }) => resource),
      ).toEqual([
        arnOf('ses', `identity/${sender}`),
        arnOf('ses', `identity/${sender}`),
        // A domain's identity is good for the domains below it.
        arnOf('ses', 'identity/other.example'),
      ]);
      await expect(send({ FromEmailAddress: 'b@other.example' })).rejects.toMatchObject({
        name: 'AccessDeniedException',
        message: expect.stringContaining('ses:SendEmail'),
        $metadata: { httpStatusCode: 403 },
      });
    });

    test('from an address that is of no identity is rejected', async () => {
      await expect(send({ FromEmailAddress: 'a@unknown.example' })).rejects.toMatchObject({
        name: 'MessageRejected',
        message:
          'Email address is not verified. The following identities failed the check in region AP-SOUTHEAST-1: a@unknown.example',
        $metadata: { httpStatusCode: 400 },
      });
    });

    const part = { Data: 'x' };
    test.each<[string, string, Partial<SendEmailCommandInput>]>([
      ['without an address', 'BadRequestException', { FromEmailAddress: 'nobody' }],
      ['to nobody', 'BadRequestException', { Destination: {} }],
      [
        'to more than 50',
        'BadRequestException',
        { Destination: { BccAddresses: Array(51).fill('a@b.example') } },
      ],
      ['to what is no address', 'BadRequestException', { Destination: { ToAddresses: ['a b@c'] } }],
      ['without a body', 'BadRequestException', { Content: { Simple: { Subject: part, Body: {} } } }],
      ['with a configuration that is not there', 'NotFoundException', { ConfigurationSetName: 'none' }],
    ])('%s is refused', async (_what, name, more) => {
      const before = services.stack.mails().length;
      await expect(send(more)).rejects.toMatchObject({ name });
      expect(services.stack.mails()).toHaveLength(before);
    });
  });

  describe('an event', () => {
    const entry = {
      Source: 'diem-cau',
      DetailType: 'Reports are due',
      Detail: JSON.stringify({ meeting: 'ubqg-11', missing: ['province:82@2025'] }),
      EventBusName: bus,
    };

    test('is kept as a rule’s target would get it, newest first', async () => {
      const answer = await put(entry, {
        ...entry,
        DetailType: 'Figures are frozen',
        EventBusName: arnOf('events', `event-bus/${bus}`),
      });
      expect(answer.FailedEntryCount).toBe(0);
      const { items } = (await local('events')) as { items: Record<string, unknown>[] };
      expect(items.map((item) => item['detail-type'])).toEqual(['Figures are frozen', 'Reports are due']);
      expect(items[1]).toMatchObject({
        version: '0',
        id: answer.Entries?.[0]?.EventId,
        source: 'diem-cau',
        account: '000000000000',
        region: 'ap-southeast-1',
        resources: [],
        detail: { meeting: 'ubqg-11', missing: ['province:82@2025'] },
        bus,
      });
      expect(items[1]?.time).toMatch(/^2026-09-22T02:\d\d:\d\dZ$/);
      expect(services.stack.events()).toEqual(items);
      expect(calls.findLast(({ action }) => action === 'events:PutEvents')).toMatchObject({
        resource: arnOf('events', `event-bus/${bus}`),
        allowed: true,
      });
    });

    test('of several, only those that can be told are: the others say why', async () => {
      const { FailedEntryCount, Entries } = await put(
        entry,
        { ...entry, Detail: '[]' },
        { ...entry, Detail: '{' },
        { ...entry, Source: 'aws.diem-cau' },
        { ...entry, DetailType: '' },
      );
      expect(FailedEntryCount).toBe(4);
      expect(Entries?.map(({ ErrorCode }) => ErrorCode)).toEqual([
        undefined,
        'MalformedDetail',
        'MalformedDetail',
        'NotAuthorizedForSourceException',
        'InvalidArgument',
      ]);
      expect(services.stack.events()).toHaveLength(3);
    });

    test('on another bus is refused, and so are eleven at once', async () => {
      await expect(put({ ...entry, EventBusName: 'other' })).rejects.toMatchObject({
        name: 'AccessDeniedException',
        message: expect.stringContaining('events:PutEvents'),
      });
      await expect(put(...Array(11).fill(entry))).rejects.toMatchObject({ name: 'ValidationException' });
      expect(services.stack.events()).toHaveLength(3);
    });
  });

  test('mails and events are there after a restart', async () => {
    const [mails, events] = [services.stack.mails(), services.stack.events()];
    await services.stop();
    services = await startServices({ dataDir });
    expect([services.stack.mails(), services.stack.events()]).toEqual([mails, events]);
    expect(mails.length * events.length).toBeGreaterThan(0);
    await send();
    expect(services.stack.mails()[1]).toEqual(mails[0]);
  });
});
