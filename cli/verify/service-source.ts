import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { ApiClient, ApiError } from '../../local/job/api-client.ts';
import type { CatalogDocument } from '../../shared/catalog/document.ts';
import type { ChainPart } from '../../shared/query/read-chain.ts';
import type { ServiceOptions } from '../service/options.ts';
import { type ChainSource, type Found, MissingObject } from './chain-source.ts';
import { foundAmong } from './find-snapshot.ts';
import { SignedUrls } from './signed-urls.ts';

/** The chain of a service, for an analyst or the secretariat. Signed URLs are followed and never told. */
export function serviceSource({ api, token }: ServiceOptions): ChainSource {
  const service = new ApiClient(api);
  const person = { token };
  const partOf = ({ meeting }: Found, after: string | null): Promise<ChainPart> => {
    const query = after === null ? '' : `?after=${after}`;
    return service.get<ChainPart>(`/v1/meetings/${encodeURIComponent(meeting)}/chain${query}`, person);
  };
  const urls = new SignedUrls();
  return {
    async find(wanted) {
      const { items } = await service.get<{ items: { id: string; date: string }[] }>('/v1/meetings', person);
      return foundAmong(items, wanted, async (id) => {
        const path = `/v1/meetings/${encodeURIComponent(id)}`;
        return (await service.get<{ snapshot: { hash: string } | null }>(path, person)).snapshot?.hash;
      });
    },
    async snapshot({ meeting }) {
      try {
        return await service.file(`/v1/meetings/${encodeURIComponent(meeting)}/snapshot`, person);
      } catch (error) {
        if (error instanceof ApiError && error.status === 404) return undefined;
        throw error;
      }
    },
    async part(found, after) {
      const part = await partOf(found, after);
      urls.take(part, () => partOf(found, after));
      return part;
    },
    async fetched(url) {
      const folder = await mkdtemp(join(tmpdir(), 'diem-cau-verify-'));
      const done = () => rm(folder, { recursive: true, force: true });
      try {
        const answer = await urls.fetched(url);
        if (answer.status === 404 || answer.status === 403) throw new MissingObject('');
        if (!answer.ok || !answer.body) throw new ApiError('GET', answer.status, {});
        const path = join(folder, 'object');
        await pipeline(Readable.fromWeb(answer.body as ReadableStream), createWriteStream(path));
        return { path, done };
      } catch (error) {
        await done();
        throw error;
      }
    },
    async catalog(version) {
      try {
        return await service.get<CatalogDocument>(`/v1/catalog/versions/${version}`, person);
      } catch (error) {
        if (error instanceof ApiError && error.status === 404) return undefined;
        throw error;
      }
    },
    close: async () => {},
  };
}
