import {
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  type PutObjectCommandInput,
  type S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { dispositionNamed } from '../attachment-name.ts';
import type { ByteSource } from '../normalisation/report.ts';

/** What may be said of an object as it is put. */
type How = 'ContentType' | 'ContentEncoding' | 'IfNoneMatch';

/** One bucket, in the few calls that the service makes. Signed URLs are secrets: they are never logged. */
export class Bucket {
  readonly #client: S3Client;
  readonly #name: string;

  constructor(client: S3Client, name: string) {
    this.#client = client;
    this.#name = name;
  }

  async put(key: string, body: Uint8Array, how: Pick<PutObjectCommandInput, How>): Promise<void> {
    await this.#client.send(new PutObjectCommand({ Bucket: this.#name, Key: key, Body: body, ...how }));
  }

  /** Puts an object whose key is the hash of its content: one that is there already is the same. */
  async putOnce(key: string, body: Uint8Array, how: Pick<PutObjectCommandInput, How>): Promise<void> {
    try {
      await this.put(key, body, { ...how, IfNoneMatch: '*' });
    } catch (error) {
      if (error instanceof S3ServiceException && error.$metadata.httpStatusCode === 412) return;
      throw error;
    }
  }

  async get(key: string): Promise<Uint8Array> {
    const answer = await this.#client.send(new GetObjectCommand({ Bucket: this.#name, Key: key }));
    if (!answer.Body) throw new Error('bucket: an object without a body');
    return answer.Body.transformToByteArray();
  }

  /** An object to be read in ranges, and the digest that the store verified when it was put (hex). */
  async open(key: string, versionId: string | null): Promise<{ source: ByteSource; sha256: string | null }> {
    const object = { Bucket: this.#name, Key: key, VersionId: versionId ?? undefined };
    const head = await this.#client.send(new HeadObjectCommand({ ...object, ChecksumMode: 'ENABLED' }));
    const client = this.#client;
    async function* read(from: number, to: number): AsyncIterable<Uint8Array> {
      if (to <= from) return;
      const answer = await client.send(new GetObjectCommand({ ...object, Range: `bytes=${from}-${to - 1}` }));
      if (!answer.Body) throw new Error('bucket: an object without a body');
      yield* answer.Body as AsyncIterable<Uint8Array>;
    }
    const digest = head.ChecksumSHA256;
    return {
      source: { size: head.ContentLength ?? 0, read },
      sha256: digest === undefined ? null : Buffer.from(digest, 'base64').toString('hex'),
    };
  }

  /**
   * A URL that reads one object for a short time.
   * @param fileName the name under which a browser is to keep it; it is part of what is signed
   * @param how whether a browser keeps it (`attachment`) or shows it
   */
  signGet(
    key: string,
    expiresInSeconds: number,
    fileName?: string,
    how: 'attachment' | 'inline' = 'attachment',
  ): Promise<string> {
    const command = new GetObjectCommand({
      Bucket: this.#name,
      Key: key,
      ResponseContentDisposition: fileName && dispositionNamed(fileName, how),
    });
    return getSignedUrl(this.#client, command, { expiresIn: expiresInSeconds });
  }
}
