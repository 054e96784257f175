import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { S3Client } from '@aws-sdk/client-s3';
import type { Stack } from '../../../local/stack.ts';
import { Bucket } from '../../../shared/aws/bucket.ts';
import { reportKey } from '../../../shared/aws/keys.ts';

const samples = new URL('../../../local/samples/2026-Q3/', import.meta.url);

/** The text of Gia Lai's sample: the counts that the portal of public services showed on 2026-10-10. */
export function giaLai(): string {
  return readFileSync(new URL('52-gia-lai.csv', samples), 'utf8');
}

export function samplePath(name: string): string {
  return new URL(encodeURI(name), samples).pathname;
}

/** Files on disk that a browser is given, in a folder of their own. */
export function fileFolder(): { write(name: string, content: string | Uint8Array): string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'diem-cau-check-'));
  return {
    write(name, content) {
      const path = join(folder, name);
      writeFileSync(path, content);
      return path;
    },
    remove: () => rmSync(folder, { recursive: true }),
  };
}

/** The bytes of the report that the service keeps of a submission. */
export async function keptReport(stack: Stack, id: string): Promise<Buffer> {
  const { region, accessKeyId, secretAccessKey, endpoints } = stack.aws;
  const s3 = new S3Client({ region, endpoint: endpoints.s3, credentials: { accessKeyId, secretAccessKey } });
  const name = stack.resources
    .list('AWS::S3::Bucket')
    .find(({ logicalId }) => logicalId.startsWith('Records'));
  try {
    return gunzipSync(await new Bucket(s3, name?.physicalId as string).get(reportKey(id)));
  } finally {
    s3.destroy();
  }
}
