import { createHash } from 'node:crypto';
import { ApiClient, type OpenFile, type Person, type Ticket } from '../../local/job/api-client.ts';
import { readSamples, type Sample } from '../../local/job/samples.ts';
import type { Stack } from '../../local/stack.ts';

const { form, period, files } = readSamples();
const { body, contentType } = files.find(({ unitCode }) => unitCode === '82') as Sample;

/** Đồng Tháp's sample, under a name that must be encoded wherever a name is not data. */
export const file: OpenFile = {
  unit: 'province:82@2025',
  form,
  period,
  fileName: 'tỉnh 1+2%.xlsx',
  contentType,
  body,
};

/** What a test changes of a put that a ticket admits. */
export type Change = {
  url?: (url: URL) => void;
  headers?: Record<string, string | undefined>;
  body?: Uint8Array;
};

/** A unit's people, who get tickets and use them. */
export class TicketHolder {
  readonly api: ApiClient;
  readonly reporter: Person;
  readonly approver: Person;
  #opened = 0;

  private constructor(api: ApiClient, reporter: Person, approver: Person) {
    this.api = api;
    this.reporter = reporter;
    this.approver = approver;
  }

  static async signIn(stack: Stack): Promise<TicketHolder> {
    const api = new ApiClient(stack.url);
    const person = (role: string) => api.signIn({ unit: file.unit, roles: [role], subject: `${role}-82` });
    return new TicketHolder(api, await person('reporter'), await person('approver'));
  }

  /** A ticket of a new submission. */
  open(asked: OpenFile = file): Promise<Ticket> {
    this.#opened += 1;
    return this.api.open(this.reporter, `ticket-${this.#opened}`, asked);
  }
}

/** Puts by a ticket with something changed, and says what S3 answered. */
export async function put(
  { upload }: Pick<Ticket, 'upload'>,
  change: Change = {},
): Promise<{ status: number; code?: string }> {
  const url = new URL(upload.url);
  change.url?.(url);
  const { 'content-length': _length, ...signed } = upload.headers;
  const headers = Object.entries({ ...signed, ...change.headers }).filter(([, value]) => value !== undefined);
  const answer = await fetch(url, {
    method: 'PUT',
    headers: headers as [string, string][],
    body: new Uint8Array(change.body ?? body),
  });
  const code = /<Code>(.+)<\/Code>/.exec(await answer.text())?.[1];
  return { status: answer.status, ...(code === undefined ? {} : { code }) };
}

/** The object that a ticket is for. */
export function objectOf(ticket: Ticket): { Bucket: string; Key: string } {
  const [, Bucket, ...key] = new URL(ticket.upload.url).pathname.split('/');
  return { Bucket: Bucket as string, Key: key.join('/') };
}

/** The SHA-256 as S3 writes it: base64. */
export function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('base64');
}
